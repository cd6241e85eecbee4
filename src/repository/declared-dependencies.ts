import { parse as parseToml } from 'smol-toml';
import { nameOf, type RepoPath } from '../model/path.ts';

/** Sections of manifests that hold other things as well; of other manifests the whole text is about dependencies. */
const SECTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['package.json', ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']],
  ['composer.json', ['require', 'require-dev']],
  [
    'pyproject.toml',
    [
      'dependency-groups',
      'project.dependencies',
      'project.optional-dependencies',
      'tool.poetry',
      'tool.uv.dev-dependencies',
    ],
  ],
  ['Cargo.toml', ['dependencies', 'dev-dependencies', 'build-dependencies', 'workspace.dependencies', 'target']],
]);
const WHOLE = new Set(['requirements.txt', 'go.mod', 'Gemfile', 'Directory.Packages.props', 'build.gradle', 'pom.xml']);

/** Does a manifest declare other dependencies, or other versions of them, than it did? `undefined` stands for no file. */
export function dependenciesDiffer(path: RepoPath, before: string | undefined, after: string | undefined): boolean {
  const name = nameOf(path);
  if (WHOLE.has(name)) return before !== after;
  const sections = SECTIONS.get(name);
  if (!sections) return false;
  return sections.some((section) => sectionOf(name, section, before) !== sectionOf(name, section, after));
}

function sectionOf(name: string, section: string, text: string | undefined): string {
  const value = section
    .split('.')
    .reduce<unknown>((data, key) => (isRecord(data) ? data[key] : undefined), dataOf(name, text));
  return value === undefined ? '' : JSON.stringify(value);
}

/** A manifest as plain data; of a broken one nothing is known. */
function dataOf(name: string, text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return name.endsWith('.toml') ? parseToml(text) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

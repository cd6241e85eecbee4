import type { Mention } from '../../../model/intent.ts';
import type { Language } from '../../../model/language.ts';
import { folderOf, nameOf, type RepoPath } from '../../../model/path.ts';
import { globTest } from '../../../repository/globs.ts';
import { textOf } from '../../../repository/view.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { globsOf } from '../../reading/naming/reach.ts';

/** How a file of a language would write an import of the target; `undefined` where the target has no file to import. */
export function specifier(target: Mention, from: string, language: Language, knowledge: Knowledge): string | undefined {
  if (target.kind === 'package' || target.kind === 'code' || target.kind === 'command') return target.text;
  if (target.kind !== 'path') return undefined;
  const reached = globTest(globsOf(target));
  const file = knowledge.facts.view.files().find((each) => reached(each) && ENDINGS[language]?.test(each) === true);
  if (file === undefined) return undefined;
  switch (language) {
    case 'python':
      return file
        .replace(/^src\//, '')
        .replace(/\/__init__\.py$|\.py$/, '')
        .replaceAll('/', '.');
    case 'go':
      return goPackage(file, knowledge);
    case 'java':
    case 'kotlin':
      return jvmClass(file);
    case 'csharp':
      return /^\s*namespace\s+([\w.]+)/m.exec(textOf(knowledge.facts.view, file) ?? '')?.[1];
    case 'rust':
      return crateOf(file, from, knowledge);
    default: {
      const up = from.split('/').length - 1;
      return `${up === 0 ? './' : '../'.repeat(up)}${file.replace(/\.[^.]+$/, '')}`;
    }
  }
}

const SCRIPT = /\.(?:[cm]?[jt]sx?|py)$/;
const ENDINGS: Readonly<Partial<Record<Language, RegExp>>> = {
  typescript: SCRIPT,
  tsx: SCRIPT,
  javascript: SCRIPT,
  python: SCRIPT,
  go: /\.go$/,
  java: /\.java$/,
  kotlin: /\.kt$/,
  csharp: /\.cs$/,
  rust: /\.rs$/,
};

function goPackage(file: RepoPath, { facts }: Knowledge): string | undefined {
  const module = facts
    .packages()
    .filter(({ folder, name }) => /[./]/.test(name) && (folder === '' || file.startsWith(`${folder}/`)))
    .sort((one, other) => other.folder.length - one.folder.length)
    .find(({ folder }) => facts.view.kind((folder === '' ? 'go.mod' : `${folder}/go.mod`) as RepoPath) !== 'absent');
  if (!module) return undefined;
  const inside = folderOf(file).slice(module.folder === '' ? 0 : module.folder.length + 1);
  return inside === '' ? module.name : `${module.name}/${inside}`;
}

function jvmClass(file: RepoPath): string | undefined {
  const name = /(?:^|\/)src\/[\w-]+\/(?:java|kotlin)\/(.+)\.\w+$/.exec(file)?.[1];
  return name?.replaceAll('/', '.');
}

/** Another crate goes by its name; a module of the same crate by its path. */
function crateOf(file: RepoPath, from: string, { facts }: Knowledge): string | undefined {
  const home = (path: string) =>
    facts
      .packages()
      .filter(({ folder }) => folder === '' || path.startsWith(`${folder}/`))
      .sort((one, other) => other.folder.length - one.folder.length)[0];
  const [own, other] = [home(from), home(file)];
  if (!other) return undefined;
  if (own?.folder !== other.folder) return other.name;
  const inside = /\bsrc\/(.+)\.rs$/.exec(file)?.[1]?.replace(/\/mod$/, '');
  return inside === undefined || nameOf(file) === 'lib.rs' ? undefined : `crate::${inside.replaceAll('/', '::')}`;
}

import type { RepoPath } from '../../model/path.ts';
import { nameOf } from '../../model/path.ts';
import { table } from '../../model/table.ts';
import { parseJson } from './json.ts';
import { parseToml } from './toml.ts';
import type { Parsed } from './tree.ts';
import { parseYaml } from './yaml.ts';

export type ConfigFormat = 'json' | 'yaml' | 'toml' | 'front-matter';

const BY_EXTENSION: Readonly<Record<string, ConfigFormat>> = table({
  json: 'json',
  jsonc: 'json',
  webmanifest: 'json',
  ipynb: 'json',
  'code-workspace': 'json',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  md: 'front-matter',
  mdx: 'front-matter',
  mdc: 'front-matter',
});
const BY_NAME: Readonly<Record<string, ConfigFormat>> = table({
  Pipfile: 'toml',
  'Cargo.lock': 'toml',
  'poetry.lock': 'toml',
  'uv.lock': 'toml',
  'composer.lock': 'json',
  'Pipfile.lock': 'json',
  '.clang-format': 'yaml',
  '.clang-tidy': 'yaml',
});

/** How a file is written; `undefined` where that is not known. */
export function formatOf(path: RepoPath, text: string): ConfigFormat | undefined {
  const name = nameOf(path);
  const known = BY_NAME[name] ?? BY_EXTENSION[name.slice(name.lastIndexOf('.') + 1)];
  if (known !== undefined) return known;
  // `.prettierrc` and its kin are JSON or YAML.
  if (/^\.\w+rc$/.test(name)) return /^\s*(?:[{[]|\/[/*])/.test(text) ? 'json' : 'yaml';
  return undefined;
}

/** Parses a configuration file. Never throws. */
export function parseConfig(path: RepoPath, text: string): Parsed {
  switch (formatOf(path, text)) {
    case 'json':
      return parseJson(text);
    case 'yaml':
      return parseYaml(text, 0);
    case 'toml':
      return parseToml(text, 0);
    case 'front-matter':
      return parseFrontMatter(text);
    case undefined:
      return { problem: 'not a configuration format that can be read' };
  }
}

function parseFrontMatter(text: string): Parsed {
  const found = /^(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)^\1[ \t]*$/m.exec(text);
  if (found?.index !== 0) return { documents: [] };
  const body = found[2] ?? '';
  const offset = found[0].indexOf('\n') + 1;
  return found[1] === '---' ? parseYaml(body, offset) : parseToml(body, offset);
}

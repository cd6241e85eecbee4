import type { Language } from '../model/language.ts';
import { nameOf, type RepoPath } from '../model/path.ts';
import { table } from '../model/table.ts';

const BY_EXTENSION: Readonly<Record<string, Language>> = table({
  ...all('typescript', 'ts mts cts'),
  ...all('tsx', 'tsx'),
  ...all('javascript', 'js mjs cjs jsx es6'),
  ...all('python', 'py pyi pyw'),
  ...all('go', 'go'),
  ...all('rust', 'rs'),
  ...all('java', 'java'),
  ...all('kotlin', 'kt kts'),
  ...all('c', 'c h'),
  ...all('cpp', 'cpp cc cxx c++ hpp hh hxx h++ ipp inl tpp ino cu cuh'),
  ...all('csharp', 'cs csx'),
  ...all('ruby', 'rb rake gemspec ru'),
  ...all('php', 'php phtml'),
  ...all('swift', 'swift'),
  ...all('bash', 'sh bash zsh ksh bats'),
  ...all('css', 'css'),
  ...all('html', 'html htm xhtml'),
  ...all('json', 'json jsonc json5 webmanifest'),
  ...all('yaml', 'yaml yml'),
  ...all('toml', 'toml'),
  ...all('sql', 'sql psql pgsql'),
  ...all('dockerfile', 'dockerfile containerfile'),
  ...all('markdown', 'md mdx mdc markdown'),
  ...all('vue', 'vue'),
  ...all('svelte', 'svelte'),
  ...all('astro', 'astro'),
  ...all('notebook', 'ipynb'),
});

const BY_NAME: Readonly<Record<string, Language>> = table({
  dockerfile: 'dockerfile',
  containerfile: 'dockerfile',
  gemfile: 'ruby',
  rakefile: 'ruby',
  podfile: 'ruby',
  vagrantfile: 'ruby',
  brewfile: 'ruby',
  fastfile: 'ruby',
  jenkinsfile: 'text',
  'cargo.lock': 'toml',
  'poetry.lock': 'toml',
  'uv.lock': 'toml',
  pipfile: 'toml',
  '.babelrc': 'json',
  '.eslintrc': 'json',
  '.prettierrc': 'yaml',
  '.clang-format': 'yaml',
  '.bashrc': 'bash',
  '.bash_profile': 'bash',
  '.profile': 'bash',
  '.zshrc': 'bash',
  sconstruct: 'python',
  wscript: 'python',
  'build.bazel': 'text',
});

const BY_INTERPRETER: readonly (readonly [RegExp, Language])[] = [
  [/^(ba|z|k|da|a)?sh$/, 'bash'],
  [/^(python|pypy)[\d.]*$/, 'python'],
  [/^(uv|uvx|pipx)$/, 'python'],
  [/^(node|nodejs)$/, 'javascript'],
  [/^(ts-node|tsx|deno|bun)$/, 'typescript'],
  [/^ruby[\d.]*$/, 'ruby'],
  [/^php[\d.]*$/, 'php'],
  [/^swift$/, 'swift'],
];

function all(language: Language, extensions: string): Record<string, Language> {
  return Object.fromEntries(extensions.split(' ').map((extension) => [extension, language]));
}

/** The extensions of a language's files, without their dots. */
export function extensionsOf(language: Language): readonly string[] {
  return Object.keys(BY_EXTENSION).filter((extension) => BY_EXTENSION[extension] === language);
}

/**
 * The language of a file by its name, else by the `#!` line of its text; `undefined` if neither tells.
 * A `.h` file is C++ if its text declares what only C++ has.
 */
export function languageOf(path: RepoPath, text?: string): Language | undefined {
  const name = nameOf(path).toLowerCase();
  const byName = BY_NAME[name] ?? (/^(dockerfile|containerfile)[.-]/.test(name) ? 'dockerfile' : undefined);
  if (byName) return byName;
  const dot = name.lastIndexOf('.');
  const language = dot > 0 || (dot === 0 && name.length > 1) ? BY_EXTENSION[name.slice(dot + 1)] : undefined;
  if (language === 'c' && name.endsWith('.h') && text !== undefined && isCppHeader(text)) return 'cpp';
  return language ?? (text !== undefined ? languageOfShebang(text) : undefined);
}

function isCppHeader(text: string): boolean {
  return /^\s*(class\s+\w+|namespace\b|template\s*<|using\s+\w|(public|private|protected)\s*:)/m.test(text);
}

function languageOfShebang(text: string): Language | undefined {
  const line = /^#!\s*(\S+)[ \t]*([^\r\n]*)/.exec(text);
  if (!line) return undefined;
  const [, program = '', rest = ''] = line;
  const words = /(^|\/)env$/.test(program) ? rest.split(/\s+/).filter((word) => !/^-|=/.test(word)) : [program];
  const interpreter = words[0]?.replace(/^.*\//, '') ?? '';
  return BY_INTERPRETER.find(([pattern]) => pattern.test(interpreter))?.[1];
}

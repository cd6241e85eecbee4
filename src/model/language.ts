/** Languages that rules can name. `text` stands for any file without a grammar. */
export const LANGUAGES = [
  'typescript',
  'tsx',
  'javascript',
  'python',
  'go',
  'rust',
  'java',
  'kotlin',
  'c',
  'cpp',
  'csharp',
  'ruby',
  'php',
  'swift',
  'bash',
  'css',
  'html',
  'json',
  'yaml',
  'toml',
  'sql',
  'dockerfile',
  'markdown',
  'vue',
  'svelte',
  'astro',
  'notebook',
  'text',
] as const;

export type Language = (typeof LANGUAGES)[number];

/** Languages whose files hold a program's code, as opposed to markup, styles, data and prose. */
export const PROGRAMMING_LANGUAGES: readonly Language[] = LANGUAGES.slice(0, LANGUAGES.indexOf('bash'));

/** Languages without a grammar of their own whose files embed code. */
export const EMBEDDING_LANGUAGES: ReadonlySet<Language> = new Set(['vue', 'svelte', 'astro', 'markdown', 'notebook']);

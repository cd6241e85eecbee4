import { folderOf, nameOf, type RepoPath, repoPath } from '../model/path.ts';
import { table } from '../model/table.ts';

/** The hosts' kinds of instruction file. `import`: reached by `@path`; `named`: named in `bylaw.yaml`. */
export type Format =
  | 'agents'
  | 'claude'
  | 'claude-rules'
  | 'cursor'
  | 'cursor-rules'
  | 'copilot'
  | 'copilot-instructions'
  | 'gemini'
  | 'windsurf'
  | 'windsurf-rules'
  | 'cline'
  | 'kiro'
  | 'roo'
  | 'augment'
  | 'plain'
  | 'import'
  | 'named';

/** Files with these names govern the folder they lie in. */
const BY_NAME: Readonly<Record<string, Format>> = table({
  'AGENTS.md': 'agents',
  'AGENTS.override.md': 'agents',
  'CLAUDE.md': 'claude',
  'CLAUDE.local.md': 'claude',
  'GEMINI.md': 'gemini',
  'QWEN.md': 'gemini',
});

/** Files that count only at the root of the repository. */
const AT_ROOT: Readonly<Record<string, Format>> = table({
  '.cursorrules': 'cursor',
  '.windsurfrules': 'windsurf',
  '.clinerules': 'cline',
  '.roorules': 'roo',
  '.rules': 'plain',
  '.junie/guidelines.md': 'plain',
  'CRUSH.md': 'plain',
  'WARP.md': 'plain',
  '.github/copilot-instructions.md': 'copilot',
});

/** Rule folders: they govern the folder that holds the first segment (`apps/web` for `apps/web/.cursor/rules/a.mdc`). */
const RULE_FOLDERS: readonly { readonly pattern: RegExp; readonly format: Format }[] = [
  { pattern: /^(.*\/)?\.claude\/rules\/.+\.md$/, format: 'claude-rules' },
  { pattern: /^(.*\/)?\.claude\/CLAUDE\.md$/, format: 'claude' },
  { pattern: /^(.*\/)?\.cursor\/rules\/.+\.mdc$/, format: 'cursor-rules' },
  { pattern: /^()\.github\/instructions\/.+\.instructions\.md$/, format: 'copilot-instructions' },
  { pattern: /^(.*\/)?\.(?:windsurf|devin|agents)\/rules\/.+\.md$/, format: 'windsurf-rules' },
  { pattern: /^()\.clinerules\/(?!workflows\/|hooks\/).+\.(?:md|txt)$/, format: 'cline' },
  { pattern: /^(.*\/)?\.kiro\/steering\/.+\.md$/, format: 'kiro' },
  { pattern: /^()\.roo\/rules\/.+\.(?:md|txt)$/, format: 'roo' },
  { pattern: /^()\.augment\/rules\/.+\.md$/, format: 'augment' },
];

/** Most paths are of no concern: this tells them at a glance. */
const IN_RULE_FOLDER = /\.(?:mdc?|txt)$/;

/** Folders of other people's code, whose instruction files govern nothing here. */
const VENDORED = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  'vendored',
  'third_party',
  'third-party',
  'thirdparty',
  'Pods',
  'Carthage',
  'site-packages',
  '.venv',
  'venv',
]);

/** What kind of instruction file a path is, and the folder it governs; `undefined` for any other file. */
export function formatOf(path: RepoPath): { readonly format: Format; readonly folder: RepoPath } | undefined {
  for (const { pattern, format } of IN_RULE_FOLDER.test(path) ? RULE_FOLDERS : []) {
    const found = pattern.exec(path);
    if (found) return { format, folder: repoPath(found[1] ?? '') };
  }
  const format = AT_ROOT[path] ?? BY_NAME[nameOf(path)];
  return format && { format, folder: AT_ROOT[path] ? repoPath('') : folderOf(path) };
}

export function isVendored(path: RepoPath): boolean {
  return path.split('/').some((segment) => VENDORED.has(segment));
}

/** Files that say what the rules are, read again when they change. */
export function isRuleFile(file: string): boolean {
  return file === 'bylaw.yaml' || file === '.bylaw/rulebook.yaml' || file.startsWith('.bylaw/rules/');
}

/** Files that may hold instructions to agents: any text a person writes in Markdown or a tool's rules format. */
export function mayInstruct(file: string): boolean {
  return /\.(md|mdc|markdown|txt)$|(^|\/)\.(cursorrules|windsurfrules|clinerules)$/i.test(file);
}

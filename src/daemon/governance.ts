import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Files that say what the rules are, read again when they change. */
export function isRuleFile(file: string): boolean {
  return file === 'bylaw.yaml' || file === '.bylaw/rulebook.yaml' || file.startsWith('.bylaw/rules/');
}

/** Where the prose has left the rulebook behind: instruction files that are not as they were when it was compiled. */
export function driftOf(root: string, prose: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(prose).filter((file) => hashOfFile(path.join(root, file)) !== prose[file]);
}

function hashOfFile(file: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return undefined;
  }
}

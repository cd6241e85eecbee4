import { parseRepoPath } from '../model/path.ts';
import type { OpenViolation } from './ledger.ts';
import { searchLog } from './log-file.ts';

/** Violations that the log says are open. */
export function openInLog(file: string): readonly OpenViolation[] {
  const open = new Map<string, OpenViolation>();
  for (const entry of searchLog(file, ['"type":"opened"', '"type":"closed"'])) {
    if (entry.type === 'closed') open.delete(entry.key);
    if (entry.type !== 'opened') continue;
    const path = parseRepoPath(entry.violation.location?.path ?? '');
    if (path !== undefined) open.set(entry.key, { key: entry.key, path, violation: entry.violation });
  }
  return [...open.values()];
}

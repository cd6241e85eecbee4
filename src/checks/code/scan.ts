import type { RepoPath } from '../../model/path.ts';
import type { RuleOf } from '../../model/rule.ts';
import type { Inspection } from '../contract.ts';
import type { Inspector } from './inspector.ts';
import type { ResultCache } from './result-cache.ts';
import { type PackedInspection, packed, type ScanFile, unpacked } from './scan-message.ts';

/** Below this much text (UTF-16 units) workers take longer to start than they save. */
const WORTH_WORKERS = 1_500_000;

export interface Scan {
  readonly rules: readonly RuleOf<'code'>[];
  readonly paths: readonly RepoPath[];
  readonly cache: ResultCache;
  /** The text to judge; or what is to be said of the file instead. */
  textOf(path: RepoPath): string | Inspection;
  /** Asked for only where the cache does not know a text. */
  inspector(): Promise<Inspector>;
  reject(rule: RuleOf<'code'>, reason: string): void;
  hasRejected(): boolean;
}

/** Judges many files: from the cache of earlier results where the text is known, the rest over several threads. */
export async function scanTree(scan: Scan): Promise<ReadonlyMap<RepoPath, Inspection>> {
  const { rules, paths, cache, textOf } = scan;
  const inspections = new Map<RepoPath, Inspection>();
  const open: ScanFile[] = [];
  for (const path of paths) {
    const text = textOf(path);
    if (typeof text !== 'string') {
      inspections.set(path, text);
      continue;
    }
    const known = cache.get(path, text);
    if (known) inspections.set(path, unpacked(known, path, rules));
    else open.push({ path, text });
  }
  if (open.length === 0) return inspections;
  const results = await judged(scan, open);
  open.forEach(({ path, text }, index) => {
    const result = results[index] ?? [];
    cache.set(path, text, result);
    inspections.set(path, unpacked(result, path, rules));
  });
  // From the cache nobody would hear of a rule that cannot work.
  if (paths.length > 1 && !scan.hasRejected()) cache.save();
  return inspections;
}

async function judged(
  { rules, inspector, reject }: Scan,
  files: readonly ScanFile[],
): Promise<readonly PackedInspection[]> {
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  if (size >= WORTH_WORKERS) {
    const { inWorkers } = await import('./scan-workers.ts');
    const results = await inWorkers(rules, files, reject);
    if (results) return results;
  }
  const numbers = new Map(rules.map((rule, number) => [rule.id, number]));
  const { inspect } = await inspector();
  return files.map(({ path, text }) => packed(inspect(path, text), numbers));
}

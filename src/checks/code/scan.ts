import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { RepoPath } from '../../model/path.ts';
import type { RuleOf } from '../../model/rule.ts';
import type { Inspection } from '../contract.ts';
import type { Inspector } from './inspector.ts';
import type { ResultCache } from './result-cache.ts';
import { type PackedInspection, packed, type ScanFile, type ScanReply, unpacked } from './scan-message.ts';

/** Below this much text (UTF-16 units) workers take longer to start than they save. */
const WORTH_WORKERS = 1_500_000;
const MOST_WORKERS = 4;
const BATCH = 200_000;

type Reject = (rule: RuleOf<'code'>, reason: string) => void;

export interface Scan {
  readonly rules: readonly RuleOf<'code'>[];
  readonly paths: readonly RepoPath[];
  readonly cache: ResultCache;
  /** The text to judge; or what is to be said of the file instead. */
  textOf(path: RepoPath): string | Inspection;
  /** Asked for only where the cache does not know a text. */
  inspector(): Promise<Inspector>;
  readonly reject: Reject;
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
  const worker = size < WORTH_WORKERS || availableParallelism() < 2 ? undefined : workerFile();
  if (worker !== undefined) return byWorkers(worker, rules, files, reject);
  const numbers = new Map(rules.map((rule, number) => [rule.id, number]));
  const { inspect } = await inspector();
  return files.map(({ path, text }) => packed(inspect(path, text), numbers));
}

/** The built worker; `undefined` where only the sources are there. */
function workerFile(): string | undefined {
  const found = ['./scan-worker.js', '../scan-worker.js']
    .map((file) => new URL(file, import.meta.url))
    .find(existsSync);
  return found && fileURLToPath(found);
}

/** Each worker takes the next batch when it is done with one, so that a large file holds up nobody. */
async function byWorkers(
  file: string,
  rules: readonly RuleOf<'code'>[],
  files: readonly ScanFile[],
  reject: Reject,
): Promise<readonly PackedInspection[]> {
  const batches = batchesOf(files);
  const results: PackedInspection[] = new Array(files.length).fill([]);
  let next = 0;
  const work = async () => {
    const worker = new Worker(file, { workerData: { rules } });
    try {
      for (let batch = batches[next++]; batch; batch = batches[next++]) {
        const reply = await answer(worker, batch.files);
        reply.results.forEach((result, index) => {
          results[batch.first + index] = result;
        });
        for (const [number, reason] of reply.rejected) {
          const rule = rules[number];
          if (rule) reject(rule, reason);
        }
      }
    } finally {
      await worker.terminate();
    }
  };
  const count = Math.min(MOST_WORKERS, availableParallelism(), batches.length);
  await Promise.all(Array.from({ length: count }, work));
  return results;
}

function answer(worker: Worker, files: readonly ScanFile[]): Promise<ScanReply> {
  return new Promise((resolve, fail) => {
    worker.once('error', fail);
    worker.once('message', (reply: ScanReply) => {
      worker.off('error', fail);
      resolve(reply);
    });
    worker.postMessage(files);
  });
}

function batchesOf(files: readonly ScanFile[]): { readonly first: number; readonly files: ScanFile[] }[] {
  const batches: { first: number; files: ScanFile[] }[] = [];
  let size = BATCH;
  files.forEach((file, index) => {
    if (size >= BATCH) {
      batches.push({ first: index, files: [] });
      size = 0;
    }
    batches.at(-1)?.files.push(file);
    size += file.text.length;
  });
  return batches;
}

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { RuleOf } from '../../model/rule.ts';
import type { PackedInspection, ScanFile, ScanReply } from './scan-message.ts';

const MOST_WORKERS = 4;
/** So much text (UTF-16 units) goes to a worker at a time. */
const BATCH = 200_000;

/**
 * Judges files over several threads: each worker takes the next batch when it is done with one, so that a large file
 * holds up nobody. `undefined` where there are no workers to be had.
 */
export async function inWorkers(
  rules: readonly RuleOf<'code'>[],
  files: readonly ScanFile[],
  reject: (rule: RuleOf<'code'>, reason: string) => void,
): Promise<readonly PackedInspection[] | undefined> {
  const file = availableParallelism() < 2 ? undefined : workerFile();
  if (file === undefined) return undefined;
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

/** The built worker; `undefined` where only the sources are there. */
function workerFile(): string | undefined {
  const found = ['./scan-worker.js', '../scan-worker.js']
    .map((file) => new URL(file, import.meta.url))
    .find(existsSync);
  return found && fileURLToPath(found);
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

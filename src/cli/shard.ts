import { createHash } from 'node:crypto';
import { InvalidArgumentError } from 'commander';

/** One of several parts of the files; `index` is 1-based. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

export function parseShard(text: string): Shard {
  const found = /^(\d+)\/(\d+)$/.exec(text);
  const shard = { index: Number(found?.[1]), count: Number(found?.[2]) };
  if (!found || shard.index < 1 || shard.index > shard.count) {
    throw new InvalidArgumentError('expected a part such as 2/4');
  }
  return shard;
}

/** Is a file in the part? By its name, so that every file is in exactly one part, whatever else is there. */
export function inShard({ index, count }: Shard): (path: string) => boolean {
  return (path) => createHash('md5').update(path).digest().readUInt32BE(0) % count === index - 1;
}

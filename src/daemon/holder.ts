import { createHash } from 'node:crypto';
import { type OpenRepository, openRepository } from '../engine/open.ts';
import { Failure } from '../model/failure.ts';
import type { Rule } from '../model/rule.ts';

/** The repository as it is in force, exchanged for a new one without a gap. */
export interface Holder {
  current(): OpenRepository;
  /** SHA-256 of the rules in force: two daemons with the same hash judge alike. */
  hash(): string;
  /** Why the rules on disk are not the ones in force. */
  broken(): string | undefined;
  /** Reads the rulebook again. One that cannot be read changes nothing: the old one stays in force. */
  reload(): Promise<'changed' | 'same' | 'broken'>;
}

/** Throws a Failure for a repository whose rules cannot be read. */
export async function holdRepository(root: string): Promise<Holder> {
  let current = await openRepository(root);
  let hash = hashOf(current.rules);
  let broken: string | undefined;
  return {
    current: () => current,
    hash: () => hash,
    broken: () => broken,
    async reload() {
      try {
        const next = await openRepository(root);
        const nextHash = hashOf(next.rules);
        if (nextHash === hash && broken === undefined) return 'same';
        await next.engine.prepareAll();
        broken = undefined;
        current = next;
        hash = nextHash;
        return 'changed';
      } catch (error) {
        broken = error instanceof Failure ? error.toString() : String(error);
        return 'broken';
      }
    },
  };
}

function hashOf(rules: readonly Rule[]): string {
  return createHash('sha256').update(JSON.stringify(rules)).digest('hex');
}

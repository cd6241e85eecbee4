import { Failure } from '../model/failure.ts';
import { hashOf, type Opened, openRepository } from './opened.ts';

/** The repository as it is in force, exchanged for a new one without a gap. */
export interface Holder {
  current(): Opened;
  /** SHA-256 of the rules in force. */
  hash(): string;
  /** Why the rules on disk are not the ones in force. */
  broken(): string | undefined;
  /** Reads the rulebook again. One that cannot be read changes nothing: the old one stays in force. */
  reload(): Promise<'changed' | 'same' | 'broken'>;
}

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
        broken = undefined;
        const nextHash = hashOf(next.rules);
        if (nextHash === hash) return 'same';
        await next.engine.prepareAll();
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

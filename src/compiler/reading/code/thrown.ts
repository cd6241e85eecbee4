import type { Reach } from '../../../model/intent.ts';

export function thrownBy(verb: string | undefined): boolean {
  return verb === 'throw' || verb === 'raise';
}

/** "Raise `A`, not `B`": `B` may be caught and spoken of. */
export function whenThrown(reach: Reach): Reach {
  return { ...reach, within: [...(reach.within ?? []), { kind: 'construct', text: 'raise', inside: true }] };
}

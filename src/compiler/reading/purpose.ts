import type { Mention } from '../../model/intent.ts';
import type { ReadClause } from './setting.ts';

/** "Do not use `x` to derive state" bans one use of it. "… to silence errors" says why none is wanted. */
export function purposeOf(read: ReadClause, things: readonly Mention[]): string | undefined {
  const { concepts } = read.setting.knowledge.lexicon;
  const relies = read.clause.verb === 'rely';
  const code = things.some(
    (thing) =>
      thing.kind === 'code' ||
      (thing.kind === 'concept' && concepts[thing.id]?.arms.every((arm) => arm.kind === 'code')),
  );
  const { adjuncts } = read.clause;
  const at = adjuncts.findIndex(({ relation }) => relation === 'purpose' || (relies && relation === 'to'));
  const inReason = adjuncts.slice(0, at).some(({ relation }) => relation === 'as' || relation === 'that');
  const [first, ...rest] = inReason ? [] : (adjuncts[at]?.tokens ?? []);
  return code && first && !WHOLLY.test(first.low)
    ? ['to', first.low, ...rest.map((token) => token.low)].join(' ')
    : undefined;
}

const WHOLLY =
  /^(?:bypass|silence|suppress|skip|work|avoid|circumvent|get|hide|mute|ignore|disable|escape|make|pass|fix|satisfy|quiet|shut|force|save|access|call|import|use|run|log|print|debug|output|write|read)$/;

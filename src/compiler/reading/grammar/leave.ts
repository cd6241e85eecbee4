import type { Intent, Mention } from '../../../model/intent.ts';
import type { Knowledge } from '../naming/knowledge.ts';
import { readMentions } from '../naming/mention.ts';
import type { Clause } from './clause.ts';

/**
 * "Prefer named exports; default exports only for pages": a clause of the same statement leaves something room in a
 * way that was not understood, so the ban of it is not understood either.
 */
export function withLeave(
  intents: readonly Intent[],
  unread: readonly Clause[],
  statement: string,
  knowledge: Knowledge,
): readonly Intent[] {
  const leaves = unread.filter(givesLeave).map((clause) => ({
    words: [...clause.subject, ...clause.body].map((token) => token.low).join(' '),
    things: readMentions([...clause.subject, ...clause.object], statement, knowledge),
  }));
  if (leaves.length === 0) return intents;
  return intents.map((intent) => {
    const own = 'things' in intent ? intent.things : [];
    const leave = leaves.find(({ things }) =>
      things.some((thing) => own.some((each) => concerns(each, thing, knowledge))),
    );
    return leave ? { ...intent, reach: { ...intent.reach, unclear: [...intent.reach.unclear, leave.words] } } : intent;
  });
}

function givesLeave(clause: Clause): boolean {
  return (
    clause.only ||
    clause.adjuncts.some((adjunct) => adjunct.only) ||
    [...clause.subject, ...clause.body].some((token) => token.kind === 'word' && token.low === 'only')
  );
}

/** The same thing, or the opposite of a notion that is asked for. */
function concerns(asked: Mention, left: Mention, { lexicon }: Knowledge): boolean {
  if (asked.kind !== 'concept' || left.kind !== 'concept') return asked.kind === left.kind && asked.text === left.text;
  return asked.id === left.id || lexicon.concepts[asked.id]?.contrary.includes(left.id) === true;
}

import type { IntentOf, Mention } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';

/** "Rebase rather than merge": of the notions of one wording those that are done with what is to be used instead. */
export function ofItsKind({ things, instead }: IntentOf<'forbid'>, knowledge: Knowledge): readonly Mention[] {
  const better = new Set(instead.flatMap((each) => programsOf(each, knowledge)));
  return things.filter((thing) => {
    const rivals = things.filter(({ text }) => text === thing.text);
    const alike = rivals.filter((each) => programsOf(each, knowledge).some((program) => better.has(program)));
    return alike.length === 0 || alike.includes(thing);
  });
}

function programsOf(mention: Mention, { lexicon }: Knowledge): readonly string[] {
  const arms = mention.kind === 'concept' ? (lexicon.concepts[mention.id]?.arms ?? []) : [];
  return arms.flatMap(({ check }) =>
    check.kind === 'command' ? check.forbid.flatMap(({ program }) => program ?? []) : [],
  );
}

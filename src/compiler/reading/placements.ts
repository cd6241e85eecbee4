import type { Intent } from '../../model/intent.ts';
import type { Clause } from './clause.ts';
import { readItems } from './mention.ts';
import type { ReadClause } from './setting.ts';

/** "Components live in `src/components`", "Tests go next to the file they test". */
export function readPlace(read: ReadClause): readonly Intent[] | undefined {
  const { clause, common, object, subject, setting } = read;
  const places = [
    'place',
    'put',
    'live',
    'lives',
    'belong',
    'go',
    'goes',
    'reside',
    'sit',
    'locate',
    'locate',
    'located',
    'placed',
    'store',
    'keep',
    'colocate',
    'be',
    'stay',
    'goes-in',
    'lives-in',
  ];
  if (clause.verb !== undefined && !places.includes(clause.verb)) return undefined;
  if (clause.verb === undefined && !clause.explicit) return undefined;
  const near = clause.adjuncts.filter(
    (adjunct) => adjunct.relation === 'in' || adjunct.relation === 'beside' || adjunct.relation === 'to',
  );
  const mentionsOf = (tokens: Clause['object']) =>
    readItems(tokens, setting.statement, setting.knowledge).flatMap((item) => item.mentions);
  const beside = near.some((adjunct) => adjunct.relation === 'beside');
  const under = near
    .flatMap((adjunct) => mentionsOf(adjunct.tokens))
    .filter(
      (mention) =>
        (mention.kind === 'path' && mention.folder) || (mention.kind === 'package' && mention.folder !== undefined),
    );
  const what = subject.length > 0 ? subject : object;
  if (what.length === 0 || (under.length === 0 && !beside)) return undefined;
  const inherited = { ...common, reach: setting.reach };
  return [{ ...inherited, shape: 'place', what, words: read.words, under, beside }];
}

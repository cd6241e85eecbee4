import type { CodeMatcher } from '../model/checks/code.ts';
import type { Lexicon } from './lexicon.ts';

/** All queries of the lexicon: those of concepts, declarations, constructs and things written inside code. */
export function lexiconMatchers(lexicon: Lexicon): readonly CodeMatcher[] {
  const arms = Object.values(lexicon.concepts).flatMap((concept) => concept.arms);
  const declared = Object.values(lexicon.declarations).flatMap(({ forms }) =>
    forms.map(({ languages, query, where }) => ({ languages: [...languages], query, ...(where && { where }) })),
  );
  const constructs = Object.values(lexicon.constructs).flatMap(({ forms }) =>
    forms.map(({ languages, query }) => ({ languages: [...languages], query })),
  );
  return [
    ...arms.flatMap(({ check }) =>
      check.kind === 'code' ? [...check.match, ...(check.unless ?? []), ...(check.when ?? [])] : [],
    ),
    ...declared,
    ...constructs,
    ...Object.values(lexicon.fileKinds).flatMap((kind) => kind.inline),
  ];
}

import { stretch } from '../grammar/tokens.ts';
import { CONSENT } from '../naming/reach.ts';
import type { ReadClause } from '../setting.ts';

/** "Never commit while tests fail", "never push without a changelog entry": the deed alone is not ruled out. */
export function isConditioned({ clause, setting }: ReadClause): boolean {
  return clause.adjuncts.some(
    ({ relation, tokens }) =>
      (['when', 'without', 'unless', 'until', 'after', 'before'].includes(relation) ||
        (relation === 'with' && tokens.every((token) => token.kind === 'word'))) &&
      !CONSENT.test(stretch(tokens, setting.statement).toLowerCase()),
  );
}

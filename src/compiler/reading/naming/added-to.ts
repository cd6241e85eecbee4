import type { Mention } from '../../../model/intent.ts';
import type { ReadClause } from '../setting.ts';
import { readItems } from './mention.ts';

const ADDS: ReadonlySet<string> = new Set(['add', 'introduce', 'append', 'write', 'put', 'insert', 'attach', 'apply']);

/** "Don't add comments to `src/a.ts`": what something is added to. */
export function addedTo({ clause, setting }: ReadClause): readonly Mention[] {
  if (!ADDS.has(clause.verb ?? '')) return [];
  return clause.adjuncts
    .filter(({ relation }) => relation === 'to')
    .flatMap(({ tokens }) => readItems(tokens, setting.statement, setting.knowledge))
    .flatMap(({ mentions }) => mentions);
}

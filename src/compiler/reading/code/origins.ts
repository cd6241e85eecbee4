import type { Mention } from '../../../model/intent.ts';
import { reachBut } from '../naming/form-reach.ts';
import { readItems } from '../naming/mention.ts';
import type { ReadClause } from '../setting.ts';
import type { Form } from './forms.ts';

const TAKES: ReadonlySet<string> = new Set('use import take get'.split(' '));
const NAME = /^[A-Za-z_$][\w$]*(?:\(\))?$/;

/** "Use `renderApp` and `waitFor` from `test/support/`": these names come from there. */
export function readTakenFrom(read: ReadClause): Form | undefined {
  const { clause, stance, setting } = read;
  if (stance !== 'require' || !TAKES.has(clause.verb ?? '') || clause.contrast.length > 0) return undefined;
  const from = clause.adjuncts.filter((each) => each.relation === 'from');
  const [origin, ...more] = from.flatMap((each) =>
    readItems(each.tokens, setting.statement, setting.knowledge).flatMap((item) => item.mentions),
  );
  const names = clause.object.filter((token) => token.kind === 'code');
  const told = clause.object.every((token) => token.kind === 'code' || token.kind === 'punct' || JOINS.has(token.low));
  if (!origin || more.length > 0 || !isModule(origin) || !told || names.length === 0) return undefined;
  if (!names.every((token) => NAME.test(token.text))) return undefined;
  return {
    how: 'taken-from',
    things: names.map((token) => ({ kind: 'code', text: token.text.replace(/\(\)$/, '') })),
    with: [origin],
    reach: reachBut(read, (each) => each.relation === 'from'),
  };
}

const JOINS: ReadonlySet<string> = new Set(
  'the a an and or our all any helper helpers function functions hook'.split(' '),
);

function isModule(mention: Mention): boolean {
  return (
    (mention.kind === 'path' && mention.exists) ||
    mention.kind === 'package' ||
    (mention.kind === 'code' && /^@?[\w-]+(?:[./][\w-]+)*$/.test(mention.text))
  );
}

import { reachBut } from '../naming/form-reach.ts';
import type { ReadClause } from '../setting.ts';
import type { Form } from './forms.ts';

const SPAN = '`([^`]+)`';
const PAIRED: readonly RegExp[] = [
  new RegExp(
    `^(?:every |each |any |all )?(?:calls? to )?${SPAN}(?: calls?)? (?:must|should|needs? to|has to|have to) (?:always )?be (?:paired|matched|balanced|undone|cleaned up|cleared|closed|released|stopped|unsubscribed) (?:with|by) (?:an? |the |matching |corresponding |later )*${SPAN}(?: calls?)?[.!]?$`,
    'i',
  ),
  new RegExp(
    `^(?:every|each|any|all) (?:calls? to )?${SPAN}(?: calls?)? (?:must have|should have|needs?|has|have|requires?|gets?) (?:an? )?(?:matching|corresponding) ${SPAN}(?: calls?)?[.!]?$`,
    'i',
  ),
  new RegExp(
    `^(?:always )?(?:pair|match|balance) (?:every |each |all )?${SPAN}(?: calls?)? with (?:an? |the |matching |corresponding )*${SPAN}[.!]?$`,
    'i',
  ),
];
const CALL = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*(?:\(.*\))?$/s;

/** "`begin()` must be paired with `end()`": a file with the one has the other. */
export function readPaired(read: ReadClause): Form | undefined {
  const { statement } = read.setting;
  if (
    read.stance === 'forbid' ||
    !/\b(?:pair|match|balanc|undone|clean|clear|clos|releas|stop|unsubscrib|correspond)/i.test(statement)
  )
    return undefined;
  const found = PAIRED.map((pattern) => pattern.exec(statement)).find((each) => each !== null);
  const [, does, undoes] = found ?? [];
  if (does === undefined || undoes === undefined || does === undoes || !CALL.test(does) || !CALL.test(undoes))
    return undefined;
  const call = (text: string) => ({ kind: 'code' as const, text: text.endsWith(')') ? text : `${text}()` });
  return { how: 'undone', things: [call(does)], with: [call(undoes)], reach: reachBut(read, () => true) };
}

import type { Token } from '../grammar/tokens.ts';
import { reachBut } from '../naming/form-reach.ts';
import type { ReadClause } from '../setting.ts';
import { codeMention, type Form } from './forms.ts';

const CALLS: ReadonlySet<string> = new Set([
  'call',
  'called',
  'invoke',
  'run',
  'use',
  'set',
  'apply',
  'register',
  'configure',
]);
const FIRST = /^(?:await\s+)?[A-Za-z_$][\w$]*(?:(?:\.|::)[A-Za-z_$][\w$]*)*\(.*\)$/s;
const THEN = /^(?:new\s+)?[A-Za-z_$][\w$]*(?:(?:\.|::)[A-Za-z_$][\w$]*)*(?:\(.*\))?$/s;
const DOES =
  /^(?:calling|creating|constructing|instantiating|invoking|using|opening|any|the|every|a|an|call|calls|to|is|are|called|created|constructed|instantiated)$/;

/** "Call `load()` before `start()`", "`load()` in `main()` before `App`": where both stand, the one comes first. */
export function readCallOrder(read: ReadClause): Form | undefined {
  const { clause, stance } = read;
  const before = clause.adjuncts.find((each) => each.relation === 'before');
  if (!before || stance === 'forbid' || clause.contrast.length > 0 || clause.only) return undefined;
  const said = [...clause.subject, ...clause.object];
  const [first, ...others] = said.filter((token) => token.kind === 'code');
  const then = oneOf(before.tokens);
  if (!first || others.length > 0 || !then || !FIRST.test(first.text) || !THEN.test(then.text)) return undefined;
  if (clause.verb !== undefined && !(stance === 'require' && isCalled(read))) return undefined;
  if (read.object.some((each) => each.kind === 'command')) return undefined;
  const [place, ...more] = clause.adjuncts.filter((each) => each !== before);
  const within = place?.relation === 'in' ? oneOf(place.tokens) : undefined;
  if (more.length > 0 || (place && !(within && FIRST.test(within.text)))) return undefined;
  return {
    how: 'preceded',
    things: [codeMention(then)],
    with: [codeMention(first), ...(within ? [codeMention(within)] : [])],
    reach: reachBut(read, (each) => each === before || each === place),
  };
}

function isCalled({ clause }: ReadClause): boolean {
  if (CALLS.has(clause.verb ?? '')) return true;
  return clause.verb === 'be' && /^(?:called|invoked|set|run|applied|registered)$/.test(clause.object[0]?.low ?? '');
}

/** The one piece of code of a circumstance that names nothing besides. */
function oneOf(tokens: readonly Token[]): Token | undefined {
  const [code, ...more] = tokens.filter((token) => token.kind === 'code');
  const plain = tokens.every((token) => token === code || (token.kind === 'word' && DOES.test(token.low)));
  return more.length === 0 && plain ? code : undefined;
}

import { reachBut } from './form-reach.ts';
import type { Form } from './forms.ts';
import type { ReadClause } from './setting.ts';
import type { Token } from './tokens.ts';

const HAS: ReadonlySet<string> = new Set(
  'have use call chain include need require end add append put apply carry contain get'.split(' '),
);
const ADDS: ReadonlySet<string> = new Set('add call chain append put apply use'.split(' '));
/** A call that goes on from another: `.max()`, `->name()`. */
const LINK = /^(?:\.|->|\?\.)[A-Za-z_]\w*(?:\(.*\))?$/s;
/** A call that can be gone on from: `z.string()`, `Route::get()`. */
const HEAD = /^[A-Za-z_$][\w$]*(?:(?:\.|::)[A-Za-z_$][\w$]*)*(?:\(.*\))$/s;

/** "Every `z.string()` has a `.max()`", "Chain `.strict()` on `z.object()`", "Never `z.string()` without `.max()`". */
export function readChain(read: ReadClause): Form | undefined {
  const { clause, stance } = read;
  if (stance === 'forbid') {
    const without = clause.adjuncts.filter((each) => each.relation === 'without').flatMap((each) => each.tokens);
    return formOf(heads([...clause.object, ...clause.subject]), without.filter(isLink), read);
  }
  if (stance !== 'require' || clause.verb === undefined) return undefined;
  const after = clause.adjuncts
    .filter((each) => ['to', 'in', 'after', 'for', 'with'].includes(each.relation))
    .flatMap((each) => each.tokens);
  const subject = heads(clause.subject);
  if (subject.length > 0 && (HAS.has(clause.verb) || clause.verb === 'be'))
    return formOf(subject, [...clause.object, ...after].filter(isLink), read);
  return ADDS.has(clause.verb)
    ? (formOf(heads(after), clause.object.filter(isLink), read) ??
        formOf(heads(clause.object), after.filter(isLink), read))
    : undefined;
}

function isLink(token: Token): boolean {
  return token.kind === 'code' && LINK.test(token.text);
}

function heads(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter((token) => token.kind === 'code' && HEAD.test(token.text));
}

function formOf(things: readonly Token[], links: readonly Token[], read: ReadClause): Form | undefined {
  const code = (token: Token) => ({ kind: 'code' as const, text: token.text });
  if (things.length === 0 || links.length !== 1) return undefined;
  const said = [...things, ...links];
  const reach = reachBut(read, (each) => each.tokens.some((token) => said.includes(token)));
  return { how: 'chained', things: things.map(code), with: links.map(code), reach };
}

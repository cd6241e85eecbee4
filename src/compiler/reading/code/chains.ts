import type { Token } from '../grammar/tokens.ts';
import { isOn, reachBut } from '../naming/form-reach.ts';
import { nestedArea } from '../naming/nested-areas.ts';
import type { ReadClause } from '../setting.ts';
import type { Form } from './forms.ts';

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
  if (stance !== 'require' && !speaksOfEach(clause)) return undefined;
  const after = clause.adjuncts
    .filter((each) => ['to', 'in', 'after', 'for', 'with'].includes(each.relation))
    .flatMap((each) => each.tokens);
  const subject = [...heads(clause.subject), ...(clause.verb === undefined ? heads(clause.object) : [])];
  if (subject.length > 0 && (clause.verb === undefined || HAS.has(clause.verb) || clause.verb === 'be'))
    return formOf(subject, [...clause.object, ...after].filter(isLink), read);
  if (clause.verb !== undefined && !ADDS.has(clause.verb)) return undefined;
  const links = clause.object.filter(isLink);
  return (
    formOf(heads(after), links, read) ??
    formOf(heads(clause.object), after.filter(isLink), read) ??
    builtForm(links, read)
  );
}

/** "`.max()` on every text": what is said of each is asked of it. */
function speaksOfEach({ adjuncts, object, polarity, force }: ReadClause['clause']): boolean {
  return (
    polarity === 'neutral' &&
    force !== 'may' &&
    object.length > 0 &&
    object.every((token) => isLink(token)) &&
    adjuncts.some((each) => /^(?:every|each|all)$/.test(each.tokens[0]?.low ?? ''))
  );
}

/** "Add `.max()` to every string field", where a schema builder is at hand: its `string()`. */
function builtForm(links: readonly Token[], read: ReadClause): Form | undefined {
  const { clause, setting } = read;
  const dependencies = setting.knowledge.facts.dependencies();
  const builder = BUILDERS.find(([name]) => dependencies.has(name))?.[1];
  const on = clause.adjuncts.find(
    (each) => ['to', 'in'].includes(each.relation) && KINDS.some(([words]) => words.test(wordsOf(each.tokens))),
  );
  const kind = on && KINDS.find(([words]) => words.test(wordsOf(on.tokens)))?.[1];
  if (builder === undefined || !on || kind === undefined || links.length !== 1) return undefined;
  const place = labelPlace(read);
  const reach = reachBut(read, (each) => each === on || each.relation === 'from');
  return {
    how: 'chained',
    things: [{ kind: 'code', text: `${builder}.${kind}()` }],
    with: links.map((token) => ({ kind: 'code', text: token.text })),
    reach: place ? { ...reach, include: [...reach.include, place] } : reach,
  };
}

const BUILDERS: readonly (readonly [string, string])[] = [
  ['zod', 'z'],
  ['yup', 'yup'],
  ['joi', 'Joi'],
];
const KINDS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:every|each|all|any) (?:[\w-]+ )?(?:strings?|texts?)(?: (?:fields?|inputs?|schemas?|values?|params?|parameters?))?$/,
    'string',
  ],
  [/^(?:every|each|all|any) (?:[\w-]+ )?(?:arrays?|lists?)(?: (?:fields?|inputs?|schemas?|values?))?$/, 'array'],
  [/^(?:every|each|all|any) (?:[\w-]+ )?objects?(?: schemas?)?$/, 'object'],
  [/^(?:every|each|all|any) (?:[\w-]+ )?numbers?(?: (?:fields?|inputs?|schemas?|values?))?$/, 'number'],
];

function wordsOf(tokens: readonly Token[]): string {
  const end = tokens.findIndex((token) => token.low === ',' || token.low === '(');
  return tokens
    .slice(0, end < 0 ? undefined : end)
    .map((token) => token.low)
    .join(' ');
}

/** "Clean all texts in store endpoints: …": the label says where. */
function labelPlace({ clause, setting }: ReadClause): readonly string[] | undefined {
  const at = clause.label.findIndex((token) => token.low === 'in');
  const words = at < 0 ? [] : clause.label.slice(at + 1).map((token) => token.low);
  return nestedArea(words, setting.knowledge.facts);
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
  const { statement } = read.setting;
  const reach = reachBut(read, (each) => each.tokens.some((token) => said.includes(token)) || isOn(each, statement));
  return { how: 'chained', things: things.map(code), with: links.map(code), reach };
}

import { constructNamed } from '../../../lexicon/constructs.ts';
import type { Intent, Mention, Reach } from '../../../model/intent.ts';
import { inCallsOf } from '../code/built-texts.ts';
import { thrownBy, whenThrown } from '../code/thrown.ts';
import { filesOfAreas } from '../naming/areas.ts';
import type { Knowledge } from '../naming/knowledge.ts';
import { readMentions } from '../naming/mention.ts';
import { globsOf, meet, readReach } from '../naming/reach.ts';
import { roleOf } from '../naming/roles.ts';
import type { ReadClause } from '../setting.ts';
import type { Clause } from './clause.ts';
import { ANY_PURPOSE } from './purpose.ts';
import { stretch } from './tokens.ts';

/** Who is spoken of says where: "`src/index.ts` must not …", "Tests never …". Unknown subjects make it unclear. */
export function reachOfSubject(subject: readonly Mention[], knowledge: Knowledge): Reach {
  const phrases = subject.filter((mention) => mention.kind === 'phrase' && !ANYONE.test(mention.text));
  const isPart = ({ text }: Mention) => constructNamed(text, knowledge.lexicon.constructs) !== undefined;
  const roles = phrases.map((each) => (isPart(each) ? undefined : roleOf(each.text.split(' '), knowledge.facts)));
  const named = [...subject, ...roles.flatMap((role) => role ?? [])].flatMap(globsOf);
  const files = named.length > 0 ? named : filesOfAreas(subject, knowledge.facts);
  const unknown = phrases.filter((_, index) => roles[index] === undefined);
  const [only] = unknown;
  const part = only && unknown.length === 1 ? constructNamed(only.text, knowledge.lexicon.constructs) : undefined;
  return {
    include: files.length > 0 ? [files] : [],
    exclude: [],
    languages: [],
    unclear: files.length > 0 || part ? [] : unknown.map((mention) => mention.text),
    ...(part && { within: [{ kind: 'construct' as const, text: part.id, inside: true }] }),
  };
}

const ANYONE =
  /^(?:(?:we|you|they|agents?|ai|coding|assistants?|contributors?|developers?|everyone|code|files?|changes?|commits?|modules?|functions?|new|prs?|it|this|there) ?)+$/;

/** "Queries bind their values, never f-strings" speaks of queries; "HTTP calls: `a`, not `b`" of all that `b` is for. */
export function reachOfContrast({ clause, common, setting, subject }: ReadClause, against: readonly Mention[]): Reach {
  const { reach } = common;
  if (against.every((each) => each.kind === 'tool' || each.kind === 'package' || each.kind === 'command'))
    return { ...reach, unclear: reach.unclear.filter((text) => !text.startsWith('for ')) };
  // "Arrow functions for components, not `function`": of other functions nothing is said.
  const parts = clause.adjuncts.filter(
    ({ relation, tokens }) =>
      relation === 'for' &&
      constructNamed(tokens.map((token) => token.low).join(' '), setting.knowledge.lexicon.constructs) !== undefined,
  );
  if (parts.length > 0 && clause.polarity !== 'forbid')
    return { ...reach, unclear: [...reach.unclear, `for ${stretch(parts[0]?.tokens ?? [], setting.statement)}`] };
  if (clause.subject.length === 0 || clause.polarity === 'forbid') return reach;
  return narrowed(reach, subject, against, setting.knowledge);
}

/** Cut down to the subject, unless what is ruled out is of that kind anyway: "imports use `@/`, never relative imports". */
function narrowed(reach: Reach, subject: readonly Mention[], against: readonly Mention[], knowledge: Knowledge): Reach {
  const { concepts } = knowledge.lexicon;
  // "Links use `<Link>`, never `<a>`": an element is what it is of.
  if (against.every((each) => /^`?<[a-z]/.test(each.text))) return reach;
  const named = against.flatMap((each) => [
    each.text,
    ...(each.kind === 'concept' ? [...(concepts[each.id]?.names ?? []), ...(concepts[each.id]?.phrasings ?? [])] : []),
  ]);
  const own = named.join(' ').toLowerCase();
  const beyond = subject.filter(
    (each) =>
      each.kind !== 'phrase' ||
      !(ANY_PURPOSE.test(each.text) || each.text.split(' ').some((word) => own.includes(word.slice(0, 5)))),
  );
  const met = meet(reach, reachOfSubject(beyond, knowledge));
  // "SQL queries" are no files of that language.
  const part = beyond.find((each) => each.kind === 'language' && each.qualified !== undefined);
  return part ? { ...met, unclear: [...met.unclear, `${part.text} ${part.qualified}`] } : met;
}

/** "Queries must bind values, never `x`": the bare ban behind the comma is said of the queries, too. */
export function saidOfSubject(
  intent: Intent,
  clause: Clause,
  before: Clause | undefined,
  statement: string,
  knowledge: Knowledge,
): Intent {
  const bare = clause.verb === undefined && clause.subject.length === 0 && clause.adjuncts.length === 0;
  if (intent.shape === 'forbid' && bare && before) {
    const { against, reach } = inCallsOf(readMentions(before.body, statement, knowledge), intent.things, intent.reach);
    if (reach !== intent.reach || against !== intent.things) return { ...intent, things: against, reach };
  }
  // "Throw `a`, never `b`": `b` may be caught and spoken of.
  if (intent.shape === 'forbid' && bare && before?.verb !== undefined) {
    if (thrownBy(before.verb)) return { ...intent, reach: whenThrown(intent.reach) };
    if (before.verb === 'return' || before.verb === 'catch') return { ...intent, verb: before.verb };
  }
  if (intent.shape !== 'forbid' || !bare || before?.polarity !== 'require' || before.subject.length === 0)
    return intent;
  const subject = readMentions(before.subject, statement, knowledge);
  const code = intent.things.every((each) => each.kind === 'concept' || each.kind === 'code');
  return code ? { ...intent, reach: narrowed(intent.reach, subject, intent.things, knowledge) } : intent;
}

/** Everywhere but in the places that a clause names as the home of what is to be used: those of tests serve tests alone. */
export function awayFrom({ clause, setting, places }: ReadClause): Reach {
  const { knowledge } = setting;
  const home = places.flatMap(globsOf);
  const adjuncts = clause.adjuncts.filter((each) => each.relation !== 'in');
  const { reach } = readReach({ adjuncts }, setting.statement, knowledge);
  const kind = Object.values(knowledge.lexicon.fileKinds).find((each) => /^tests?$/.test(each.id));
  const tests = kind ? knowledge.globsOf(kind) : [];
  const forTests = home.length > 0 && home.every((glob) => /(?:^|\/)(?:tests?|__tests__|spec|e2e)\//.test(glob));
  const met = meet(setting.reach, reach);
  return {
    ...met,
    include: forTests ? [...met.include, tests] : met.include,
    exclude: [...met.exclude, ...home],
  };
}

/** "`x` is deprecated and only kept for compatibility tests": where it may stay. */
export function keptFor({ clause, setting }: ReadClause): Reach | undefined {
  const { knowledge, statement } = setting;
  const places = clause.adjuncts.filter((each) => each.relation === 'for' || each.relation === 'in');
  const globs = places.flatMap((each) => readMentions(each.tokens, statement, knowledge)).flatMap(globsOf);
  if (globs.length === 0 || clause.adjuncts.length !== places.length) return undefined;
  return { ...setting.reach, exclude: [...setting.reach.exclude, ...globs] };
}

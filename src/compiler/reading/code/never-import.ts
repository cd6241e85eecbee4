import type { Intent, Mention } from '../../../model/intent.ts';
import type { Token } from '../grammar/tokens.ts';
import { databaseIn } from '../naming/databases.ts';
import { rolesIn } from '../naming/roles.ts';
import { everyToken, homeOfClass, isPlace, targetsOf } from '../naming/targets.ts';
import type { ReadClause } from '../setting.ts';

const IMPORTING = new Set(['depend', 'import', 'rely', 'know']);
/** What one part does with another, where both are parts of the repository. */
const REACHING = new Set([
  ...IMPORTING,
  ...['access', 'call', 'use', 'reference', 'touch', 'query', 'talk', 'reach', 'consume', 'contain', 'instantiate'],
]);

/** "`core/` must not depend on `ui/`", "never import from `src/ui` in `src/core`", "`a` has no imports from `b`". */
export function readNever(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const { statement, knowledge } = setting;
  const said = saying(read);
  if (!said) return undefined;
  if (read.object.some((mention) => mention.kind === 'concept') && !said.access) return undefined;
  const named = targetsOf(said.to, statement, knowledge);
  const places = targetsOf(said.from, statement, knowledge).filter(isPlace);
  const own = places.length > 0 ? places : homeOfClass(said.from, knowledge);
  const within = clause.adjuncts.filter((each) => each.relation === 'in');
  const folders = read.places.length > 0 ? [] : within.flatMap((each) => targetsOf(each.tokens, statement, knowledge));
  const inside = [...read.places, ...folders]
    .filter((place) => !named.some((each) => each.text === place.text))
    .filter(isPlace);
  // "In components" names files as "controllers must …" does.
  const roles = own.length > 0 || inside.length > 0 ? [] : rolesIn(said.by, statement, knowledge);
  const from = [...own, ...roles];
  const to = named.length > 0 ? named : playing(said.to, read);
  if (said.told && from.length + inside.length === 0) return undefined;
  if (to.length === 0 || !to.every((each) => each.kind !== 'path' || each.exists)) return undefined;
  const outside = clause.subject.length > 0 && from.length + inside.length === 0;
  if (
    outside ||
    (named.length === 0 && from.length + inside.length === 0) ||
    (said.weak && (from.length + inside.length === 0 || !to.every(isOurs)))
  )
    return undefined;
  // Names out of a module ("don't import `x` from `y`") are another matter.
  const names = read.object.some(
    (mention) => mention.kind === 'code' || mention.kind === 'package' || mention.kind === 'path',
  );
  const taken = clause.adjuncts.some((each) => each.relation === 'from');
  if (!said.told && !said.access && names && (taken || roles.length + inside.length === 0)) return undefined;
  if (to.some((each) => [...from, ...inside].some((other) => other.text === each.text))) return undefined;
  const reach = { ...setting.reach, unclear: from.length + inside.length > 0 ? [] : setting.reach.unclear };
  return [
    {
      ...read.common,
      reach,
      shape: 'depend',
      how: 'never',
      from: [...from, ...inside],
      to,
      except: roles.length > 0 ? [...read.except, ...testsOf(read)] : read.except,
      ...(said.access && { types: true }),
    },
  ];
}

interface Said {
  readonly from: readonly Token[];
  readonly to: readonly Token[];
  /** Where who imports may stand as a role: the subject, or behind "in". */
  readonly by: readonly Token[];
  /** Told in the indicative: it counts only of parts that are there. */
  readonly told: boolean;
  /** By a verb that says it of parts of the repository alone. */
  readonly weak: boolean;
  /** Of the database: its types may be known. */
  readonly access: boolean;
}

const HAS_NO =
  /\b(?:has|have|takes?|keeps?) (?:no|zero) (?:\w+ )?(?:dependenc(?:y|ies) (?:on|to)|imports? (?:from|of)|knowledge of)\b/i;
const DOES_NOT =
  /\b(?:do|does)(?: not|n't|n’t) (?:\w+ly )?(?:depend on|import|rely on|know about|know of|reference)\b/i;
const ACCESS = /^(?:database|db) (?:access|calls?|quer(?:y|ies)|connections?|operations?|logic)$/;

function saying(read: ReadClause): Said | undefined {
  const { clause, setting } = read;
  const behindWord = (...relations: readonly string[]) =>
    clause.adjuncts.filter((each) => relations.includes(each.relation)).flatMap((each) => each.tokens);
  const by = clause.subject.length > 0 ? clause.subject : behindWord('in');
  const base = { from: clause.subject, to: behind(read), by, told: false, weak: false, access: false };
  if (HAS_NO.test(setting.statement)) return { ...base, ...halves(read), told: true };
  if (read.stance === 'neutral' && DOES_NOT.test(setting.statement)) return { ...base, told: true };
  if (read.stance !== 'forbid') return undefined;
  const verb = clause.verb ?? '';
  // "No direct database access in components".
  const spoken = clause.object.filter((token) => !/^(?:direct|raw|any|the)$/.test(token.low));
  if (clause.verb === undefined && ACCESS.test(spoken.map((token) => token.low).join(' ')))
    return { ...base, to: spoken, by: behindWord('in', 'from'), weak: true, access: true };
  const database = databaseIn(spoken.map((token) => token.low).join(' '), setting.knowledge).length > 0;
  if (IMPORTING.has(verb)) return { ...base, access: false };
  return REACHING.has(verb) ? { ...base, weak: true, access: database } : undefined;
}

/** What plain words name: a role that files play, the database, or the path that stands behind in parentheses. */
function playing(tokens: readonly Token[], read: ReadClause): readonly Mention[] {
  const { statement, knowledge } = read.setting;
  const shown = targetsOf(read.clause.examples, statement, knowledge).filter((each) => each.kind === 'path');
  if (shown.length > 0) return shown;
  const words = tokens.filter((token) => token.kind === 'word' && !/^(?:directly|direct|the)$/.test(token.low));
  const database = databaseIn(words.map((token) => token.low).join(' '), knowledge);
  return database.length > 0 ? database : rolesIn(words, statement, knowledge);
}

function isOurs(mention: Mention): boolean {
  return mention.kind === 'path' || mention.kind === 'package';
}

function testsOf({ setting }: ReadClause): readonly Mention[] {
  const { lexicon, globsOf: globs } = setting.knowledge;
  const { tests } = lexicon.fileKinds;
  return tests ? [{ kind: 'files', id: tests.id, text: 'tests', globs: globs(tests) }] : [];
}

/** The words behind "on" and "from". */
export function behind({ clause }: ReadClause): readonly Token[] {
  return [
    ...clause.object,
    ...clause.adjuncts
      .filter((each) => each.relation === 'from' || precededBy(clause.body, each.tokens, 'on'))
      .flatMap((each) => each.tokens),
  ];
}

function precededBy(body: readonly Token[], tokens: readonly Token[], word: string): boolean {
  const [first] = tokens;
  const at = first === undefined ? 0 : body.indexOf(first);
  return at > 0 && body[at - 1]?.low === word;
}

/** Who has none, and of what: before "has no …" and behind "dependency on", "imports from". */
function halves(read: ReadClause): Pick<Said, 'from' | 'to'> {
  const all = everyToken(read);
  const has = all.findIndex((token) => /^(?:has|have|takes?|keeps?)$/.test(token.low));
  const of = all.findIndex((token, index) => index > has && /^(?:on|to|from|of)$/.test(token.low));
  return { from: has < 0 ? read.clause.subject : all.slice(0, has), to: of < 0 ? [] : all.slice(of + 1) };
}

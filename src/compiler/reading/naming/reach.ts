import type { Mention, Reach, Spots, Within } from '../../../model/intent.ts';
import type { Language } from '../../../model/language.ts';
import type { Clause } from '../grammar/clause.ts';
import type { Adjunct } from '../grammar/segment.ts';
import { filesOfAreas } from './areas.ts';
import { FRAMEWORK_FILES, isOfFramework } from './framework-files.ts';
import type { Knowledge } from './knowledge.ts';
import { readItems } from './mention.ts';
import { andBelow } from './path-globs.ts';
import { everyRoleIn } from './roles.ts';
import { isProgramming, spokenLanguages } from './spoken-languages.ts';
import { isHowever, spotsOf } from './spots.ts';
import { withinOf } from './within.ts';

/** Circumstances that say nothing a check could use: they hold everywhere, or leave it to the user. */
const EVERYWHERE = new Set(
  'short brief particular summary your our my its their the this that these those an a of and or it code codebase repository repo project projects workspace prose general practice place mind advance principle files file source sources tree trees everything everywhere anywhere cases case context consistency clarity readability simplicity safety performance here now there monorepo application app library package response responses task tasks work development user users change changes new first order time times way ways all any anything maintainability purposes reasons reference instance branch branches pull requests prs pr commit commits commands command terminal shell imports import statements committed checked-in merged shipped final finished'.split(
    ' ',
  ),
);
export const CONSENT =
  /\b(ask|asked|asking|request|requested|requests|approv\w*|permission|instruct\w*|told|tells|consent|authori[sz]\w*|explicit\w*|confirm\w*|consult\w*|user|human|maintainer|discuss\w*|agree\w*|say so|says so)\b/;
/** "Without a reason": one that is written down, not a good one. */
const GIVEN = /^an? (?:written )?(?:reason|justification|explanation|comment|message)$/;
/** What users bring along is no consent of theirs. */
const OF_USERS =
  /\busers?(?:['’]s?)?[- ](?:input|data|content|text|html|values?|strings?|supplied|provided|generated|controlled)\b/;
/** Circumstances that only leave room for judgement: "unless absolutely necessary", "when possible". */
const WEAK =
  /^(?:(?:absolutely|strictly|really|truly|clearly|explicitly|it|is|its|it's|are|be|there|there's|a|an|the|where|when|whenever|if|as|no|good|other|else|way|option|alternative|reason|in|doubt|unsure|you|have|to|possible|appropriate|applicable|practical|feasible|needed|necessary|required|relevant|reasonable|sensible|useful|helpful|makes|make|sense|unavoidable|justified|justification|need|specific|strong|very) ?)+$/;

/** "No `nolint` without a reason": the reason stands beside it. */
const SUPPRESSION =
  /\b(?:noqa|nolint|eslint-disable|ts-ignore|ts-expect-error|type: ?ignore|biome-ignore|suppress\w*|pragma|rubocop:disable)\b|\ballow\(/i;

/** "If the tests hang": something befalls the files; nobody works on them. */
const HAPPENING =
  /\b(?:hangs?|fails?|failing|failed|breaks?|broken|crash(?:es)?|times? out|pass(?:es)?|(?:is|are|turns?) (?:red|green|slow|flaky|stuck))\b/;

const ABOUT: ReadonlySet<Adjunct['relation']> = new Set<Adjunct['relation']>(['in', 'for', 'when', 'from']);
const SPARED: ReadonlySet<Adjunct['relation']> = new Set<Adjunct['relation']>(['unless', 'outside', 'except']);
/** Circumstances that name a place, if they name one. */
const PLACES: ReadonlySet<string> = new Set(['in', 'outside', 'except']);

export interface ReachReading {
  readonly reach: Reach;
  /** Things the circumstances name that are neither files nor languages: `git push` in "with `git push`". */
  readonly on: readonly Mention[];
  /** Forms that are allowed: "except `as const`". */
  readonly except: readonly Mention[];
  /** Forms without which it is forbidden. */
  readonly lacking: readonly Mention[];
  readonly spots: Spots | undefined;
  readonly weakened: boolean;
}

/** Behind these a part of the repository may stand by its plain name. */
const PLACING: ReadonlySet<Adjunct['relation']> = new Set(['in', 'outside', 'except']);
const NOWHERE: Reach = { include: [], exclude: [], languages: [], unclear: [] };

/** Turns the circumstances of a clause into files, languages, allowed forms; says what it could not. */
export function readReach(clause: Pick<Clause, 'adjuncts'>, statement: string, knowledge: Knowledge): ReachReading {
  const include: (readonly string[])[] = [];
  const exclude: string[] = [];
  const languages: Language[] = [];
  const unclear: string[] = [];
  const on: Mention[] = [];
  const except: Mention[] = [];
  const within: Within[] = [];
  const lacking: Mention[] = [];
  let spots: Spots | undefined;
  let tests: boolean | undefined;
  let weakened = false;
  for (const adjunct of clause.adjuncts) {
    const text = wordsOf(adjunct, statement);
    // "unless asked to in the current task": what follows belongs to the asking.
    if ((adjunct.relation === 'unless' || adjunct.relation === 'without') && CONSENT.test(text)) break;
    // "By defining constants with names": what follows belongs to the means.
    if (adjunct.relation === 'by' && /^(?:\w+ly )?\w+ing\b/.test(text)) break;
    if (isHowever(adjunct, statement)) {
      // "In loops" is said of commands, which it does not narrow down, and of code.
      const loop = withinOf(adjunct, [], text, knowledge);
      if (loop) within.push(loop);
      continue;
    }
    if (adjunct.relation === 'in' && branchesIn(text.replaceAll('`', '')).length > 0) {
      unclear.push(`on ${text}`);
      continue;
    }
    const spotted = spotsOf(adjunct, statement);
    if (spotted) {
      spots = { ...spots, ...spotted };
      continue;
    }
    const spoken = spokenLanguages(writtenIn(adjunct, statement), knowledge.lexicon);
    if (spoken && ABOUT.has(adjunct.relation)) {
      languages.push(...spoken.flatMap((each) => each.languages));
      continue;
    }
    if (spoken?.every(isProgramming) && SPARED.has(adjunct.relation)) {
      exclude.push(...spoken.flatMap((each) => each.globs));
      continue;
    }
    const mentions = readItems(adjunct.tokens, statement, knowledge).flatMap((item) => item.mentions);
    const named = mentions.flatMap((mention) => globsOf(mention));
    const files = named.length > 0 || !PLACING.has(adjunct.relation) ? named : filesOfAreas(mentions, knowledge.facts);
    const among = mentions.flatMap((mention) =>
      mention.kind === 'language' ? (knowledge.lexicon.languages[mention.id]?.languages ?? []) : [],
    );
    const part = files.length === 0 ? withinOf(adjunct, mentions, text, knowledge) : undefined;
    if (part) {
      within.push(part);
      continue;
    }
    const roles =
      PLACES.has(adjunct.relation) && files.length === 0 ? everyRoleIn(adjunct.tokens, statement, knowledge) : [];
    if (roles.length > 0) {
      if (adjunct.relation === 'in') include.push(roles.flatMap(globsOf));
      else exclude.push(...roles.flatMap(globsOf));
      continue;
    }
    const isTests = mentions.some((mention) => mention.kind === 'files' && mention.id.includes('test'));
    switch (adjunct.relation) {
      case 'unless':
      case 'without':
        if (
          adjunct.relation === 'without' &&
          SUPPRESSION.test(statement) &&
          /\b(?:reason|justification)s?\b/.test(text)
        )
          unclear.push(`without ${text}`);
        else if (adjunct.relation === 'without' && GIVEN.test(text)) unclear.push(`without ${text}`);
        else if (WEAK.test(text)) weakened = true;
        else if (files.length > 0) exclude.push(...files.flatMap(andBelow));
        else if (among.length > 0) unclear.push(`${adjunct.relation} ${text}`);
        else if (mentions.some(isForm)) (adjunct.relation === 'unless' ? except : lacking).push(...mentions);
        else unclear.push(`${adjunct.relation} ${text}`);
        break;
      case 'outside':
      case 'except':
        if (CONSENT.test(text)) break;
        if (isTests) tests = false;
        if (isOfFramework(text)) exclude.push(...FRAMEWORK_FILES);
        else if (files.length > 0) exclude.push(...files.flatMap(andBelow));
        else if (among.length > 0) unclear.push(`${adjunct.relation} ${text}`);
        else if (mentions.some(isForm)) except.push(...mentions.filter(isForm));
        else if (WEAK.test(text)) weakened = true;
        else unclear.push(`${adjunct.relation} ${text}`);
        break;
      case 'when':
      case 'in':
      case 'for':
      case 'from':
        if (
          /\b(production|library|application|app|shipped|non-test|runtime)\b/.test(text) &&
          /\b(code|source|builds?|files?)\b/.test(text) &&
          files.length === 0
        ) {
          const kind = Object.values(knowledge.lexicon.fileKinds).find((each) => /^tests?$/.test(each.id));
          if (kind) exclude.push(...knowledge.globsOf(kind));
          tests = false;
        } else if (files.length > 0 && adjunct.relation === 'when' && HAPPENING.test(text))
          unclear.push(`when ${text}`);
        else if (files.length > 0) {
          include.push(files);
          if (isTests) tests = true;
        } else if (among.length > 0) languages.push(...among);
        else if (WEAK.test(text) && adjunct.relation === 'when') weakened = true;
        else if (mentions.some(isHost)) on.push(...mentions.filter(isHost));
        else if (saysNothing(text)) break;
        else if (mentions.some((mention) => mention.kind === 'code' || mention.kind === 'concept'))
          unclear.push(`${adjunct.relation} ${text}`);
        else if (
          (adjunct.relation !== 'for' || adjunct.leads === true) &&
          adjunct.relation !== 'from' &&
          !saysNothing(text) &&
          (!CONSENT.test(text) || OF_USERS.test(text))
        )
          unclear.push(`${adjunct.relation} ${text}`);
        break;
      case 'with':
      case 'to':
      case 'by':
      case 'via':
      case 'as':
      case 'than':
        on.push(...mentions.filter(isForm), ...(adjunct.relation === 'to' ? branchesIn(text) : []));
        if (adjunct.relation === 'with' && !mentions.some(isForm) && !CONSENT.test(text)) unclear.push(`with ${text}`);
        break;
      case 'that':
        unclear.push(statement.toLowerCase().includes(`that ${text}`) ? `that ${text}` : text);
        break;
      default:
        break;
    }
  }
  return {
    reach: {
      include,
      exclude,
      languages,
      unclear,
      ...(within.length > 0 && { within }),
      ...(tests !== undefined && { tests }),
    },
    on,
    except,
    lacking,
    spots,
    weakened,
  };
}

/** Cuts two reaches together. */
export function meet(one: Reach, other: Reach): Reach {
  const tests = one.tests ?? other.tests;
  const within = [...(one.within ?? []), ...(other.within ?? [])].filter(
    (part, index, all) => all.findIndex((each) => each.text === part.text && each.inside === part.inside) === index,
  );
  return {
    include: [...one.include, ...other.include],
    exclude: [...new Set([...one.exclude, ...other.exclude])],
    languages:
      one.languages.length > 0 && other.languages.length > 0
        ? one.languages.filter((language) => other.languages.includes(language))
        : [...one.languages, ...other.languages],
    unclear: [...one.unclear, ...other.unclear],
    ...(within.length > 0 && { within }),
    ...(tests !== undefined && { tests }),
  };
}

/** What a heading says about where its section holds: "## Python", "### Tests", "## `packages/web`". */
export function reachOfHeading(heading: string, knowledge: Knowledge, tokens: Adjunct['tokens']): Reach {
  const mentions = readItems(tokens, heading, knowledge).flatMap((item) => item.mentions);
  const files = mentions.flatMap((mention) =>
    mention.kind === 'path' && !mention.exists
      ? []
      : mention.kind === 'files' || mention.kind === 'path'
        ? globsOf(mention)
        : [],
  );
  const languages = mentions.flatMap((mention) =>
    mention.kind === 'language' ? (knowledge.lexicon.languages[mention.id]?.languages ?? []) : [],
  );
  const isPath = mentions.some((mention) => mention.kind === 'path' && mention.folder);
  return { ...NOWHERE, include: isPath && files.length > 0 ? [files] : [], languages };
}

export function globsOf(mention: Mention): readonly string[] {
  if (mention.kind === 'path' || mention.kind === 'files') return mention.globs;
  if (mention.kind === 'package' && mention.folder !== undefined)
    return [mention.folder === '' ? '**' : `${mention.folder}/**`];
  return [];
}

/** A thing that says on what something is done: a command, a branch, a package. */
function isHost(mention: Mention): boolean {
  return ['command', 'flag', 'tool', 'branch', 'package'].includes(mention.kind);
}

/** Branches that go by their usual names: "to main", "to main/master". */
function branchesIn(text: string): Mention[] {
  const names = text.replace(/^the | branch(?:es)?$/g, '').split(/\s*(?:\/|,| or | and )\s*/);
  return names.every((name) => /^(?:main|master|develop|trunk)$/.test(name))
    ? names.map((name) => ({ kind: 'branch', name, text: name }))
    : [];
}

function saysNothing(text: string): boolean {
  return text.split(' ').every((word) => EVERYWHERE.has(word));
}

function isForm(mention: Mention): boolean {
  return !['phrase', 'quantity'].includes(mention.kind);
}

function wordsOf(adjunct: Adjunct, statement: string): string {
  return writtenIn(adjunct, statement).toLowerCase();
}

function writtenIn({ tokens }: Adjunct, statement: string): string {
  const [first] = tokens;
  const last = tokens.at(-1);
  return first && last ? statement.slice(first.start, last.end) : '';
}

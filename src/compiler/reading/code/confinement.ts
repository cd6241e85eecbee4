import type { Intent, Mention } from '../../../model/intent.ts';
import type { Knowledge } from '../naming/knowledge.ts';
import { readMentions } from '../naming/mention.ts';
import { readReach } from '../naming/reach.ts';
import { isThing, type ReadClause } from '../setting.ts';

/** What is raised only there may be caught and spoken of anywhere. */
const RAISES: ReadonlySet<string> = new Set(['throw', 'raise', 'return', 'catch']);
const WRAPS: ReadonlySet<string> = new Set('wrap nest enclose surround'.split(' '));

/** "Wrap `parse()` in `guard()`", "`eval` only in `src/sandbox`": ruled out anywhere else. */
export function readConfinement(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const gone = readThrough(read);
  if (gone) return gone;
  const wraps = clause.verb !== undefined && (WRAPS.has(clause.verb) || isWrapped(read));
  const places = clause.adjuncts.filter((each) => each.relation === 'in' && (wraps || each.only === true));
  if (places.length === 0 || read.stance === 'forbid') return undefined;
  const { reach } = readReach({ adjuncts: places }, setting.statement, setting.knowledge);
  const shown =
    wraps && ![...read.object, ...read.subject].some(isThing) ? [...examplesOf(read), ...callsOf(read)] : [];
  const things = shown.length > 0 ? shown : (read.object.some(isThing) ? read.object : read.subject).filter(isThing);
  const code = things.filter((thing) => thing.kind === 'code' || thing.kind === 'concept');
  if (code.length === 0 || code.length !== things.length || reach.unclear.length > 0 || reach.languages.length > 0)
    return undefined;
  const within = (reach.within ?? []).map((part) => ({ ...part, inside: !part.inside }));
  if (within.length === 0 && (wraps || reach.include.length !== 1)) return undefined;
  const outside = {
    ...setting.reach,
    exclude: [...setting.reach.exclude, ...reach.include.flat()],
    ...(within.length > 0 && { within }),
  };
  return [
    {
      ...read.common,
      ...(RAISES.has(clause.verb ?? '') && { verb: clause.verb }),
      reach: outside,
      shape: 'forbid',
      doing: 'use',
      things: code,
      except: [],
      instead: [],
      on: [],
    },
  ];
}

/** That a thing is come by in one place alone: "goes through `src/env.ts`", "only in `src/env.ts`". */
const THROUGH =
  /\b(?:go|goes|(?:is|are|be|being|gets?) (?:only |always )?(?:read|accessed|used|made|done|called|performed|handled|routed|sent|kept|defined|loaded|obtained)|(?:access|read|use|call|make|perform|get|obtain|route|send)(?:ed|s)?\b[^.;`]*(?:`[^`]+`)?)\s+(?:only |exclusively |always )?(?:through|via|in|inside|from|by|using) (?:the )?(?:\w+ (?:in|at) )?`([^`]+)`/i;
const EVERY =
  /^\W*(?:all|any|every|each|only)\b|\bonly\b|\bexclusively\b|\b(?:must|should|always)\b[^.;]*\bgo through\b/i;

/** "All HTTP calls go through `src/http.ts`", "Only read `process.env` in `src/env.ts`": nowhere else. */
function readThrough(read: ReadClause): readonly Intent[] | undefined {
  const { setting, stance } = read;
  const { statement, knowledge } = setting;
  const found = stance === 'forbid' ? null : THROUGH.exec(statement);
  if (!found || !EVERY.test(statement) || /\b(?:import|depend|commit|push|branch|pr|prs)\w*\b/i.test(statement))
    return undefined;
  const [, path = ''] = found;
  const [place, ...more] = knowledge.facts.find(path, knowledge.from);
  if (place === undefined || more.length > 0) return undefined;
  const said = statement.slice(0, found.index + found[0].lastIndexOf(`\`${path}\``));
  const noun = statement
    .slice(0, found.index)
    .replace(/^\W*(?:(?:all|any|every|each|only|the|direct) )*/i, '')
    .trim();
  const bans = [said, noun].map((text) => namedIn(text, knowledge)).find((each) => each.length > 0) ?? [];
  // "All views use `cn` from `src/cn.ts`" says where it comes from, not that views may not use it.
  const isName = bans.some(({ kind }) => kind === 'code');
  const alone = /\b(?:only|exclusively)\b/i.test(statement) && !/\bfrom (?:the )?`[^`]+`\W*$/i.test(statement);
  if (bans.length === 0 || (isName && !alone)) return undefined;
  const home = knowledge.facts.folders().has(place) ? `${place}/**` : place;
  const reach = {
    ...setting.reach,
    include: [...setting.reach.include, ['**']],
    exclude: [...setting.reach.exclude, home, ...testsIn(knowledge)],
  };
  return [{ ...read.common, reach, shape: 'forbid', doing: 'use', things: bans, except: [], instead: [], on: [] }];
}

/** The one notion that words name, as it can be ruled out; else the one piece of code. */
function namedIn(text: string, { concepts, lexicon }: Knowledge): readonly Mention[] {
  const found = concepts.in(text).filter((each) => lexicon.concepts[each.concept]?.means === 'forbid');
  const [first] = found;
  if (first && found.every(({ start, end }) => start === first.start && end === first.end))
    return found.map(({ concept }) => ({ kind: 'concept', id: concept, text: text.slice(first.start, first.end) }));
  const [code, ...more] = first ? [] : [...text.matchAll(/`([^`]+)`/g)].map((span) => span[1] ?? '');
  return code === undefined || more.length > 0 ? [] : [{ kind: 'code', text: code }];
}

/** Tests put something else in its place. */
function testsIn({ lexicon, globsOf }: Knowledge): readonly string[] {
  const { tests } = lexicon.fileKinds;
  return tests ? globsOf(tests) : [];
}

/** "Calls to `fetchPage()` are wrapped in `withRetry()`." */
function isWrapped({ clause }: ReadClause): boolean {
  return clause.verb === 'be' && /^(?:wrapped|nested|enclosed|surrounded)$/.test(clause.object[0]?.low ?? '');
}

/** "Wrap waits (`signal.wait()`) in …": what stands before the dot is an example, too. */
function examplesOf({ clause }: ReadClause): readonly Mention[] {
  return clause.examples
    .filter((token) => token.kind === 'code')
    .map((token) => ({ kind: 'code', text: token.text.replace(/^[a-z_]\w*(?=\.\w+\()/, '') }));
}

/** "Calls to `fetchPage()` …", "Every use of `fetchPage()` …". */
function callsOf({ clause, setting }: ReadClause): readonly Mention[] {
  const spoken = clause.subject.some((token) => /^(?:calls?|uses?|usages?|invocations?)$/.test(token.low));
  const to = clause.adjuncts.filter((each) => each.relation === 'to').flatMap((each) => each.tokens);
  const tokens = [...to, ...clause.subject];
  return spoken ? readMentions(tokens, setting.statement, setting.knowledge).filter(isThing) : [];
}

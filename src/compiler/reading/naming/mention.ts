import type { Mention } from '../../../model/intent.ts';
import { stretch, type Token } from '../grammar/tokens.ts';
import type { Knowledge } from './knowledge.ts';

/** One coordinated item of a phrase: its things, and the nouns that go with them. */
export interface Item {
  readonly mentions: readonly Mention[];
  /** The plain words of the item in lower case, articles left out. */
  readonly words: readonly string[];
  readonly text: string;
}

const JOINTS = new Set([',', '/', '&', '+', 'and', 'or', 'nor', '|', 'and/or']);
const ARTICLES = new Set([
  'a',
  'an',
  'the',
  'any',
  'all',
  'every',
  'each',
  'our',
  'your',
  'its',
  'their',
  'this',
  'that',
  'these',
  'those',
  'some',
  'such',
  'both',
  'either',
  'neither',
  'new',
  'existing',
  'other',
  'own',
  'direct',
  'raw',
  'ever',
  'please',
  'anymore',
  'whatsoever',
  'anywhere',
  'directly',
  'manually',
  'instead',
  'locally',
  'accordingly',
]);

const STEPS: ReadonlySet<string> = new Set(['major', 'minor', 'patch', 'prerelease']);

/** Nouns and adjectives that say what kind of thing a name is without narrowing it down. */
const HEADS = new Set(
  `statement call function usage use keyword operator type comment directive block macro method attribute annotation decorator
  expression cast assertion import flag option hook component element tag prop property rule pragma clause declaration command
  package library module tool class syntax pattern variable helper api gem crate branch file folder directory script code
  package-manager manager dependency dependencies export marker suppression modifier constructor string literal value object alia
  line escape argument construct feature instance reference form kind here there too also at all in of to the it
  lookup access trigger invocation conversion coercion selector listener request utility left behind
  explicit bare plain naked inline manual external third-party legacy native vanilla built-in builtin`.split(/\s+/),
);

function isHead(word: string): boolean {
  return HEADS.has(word);
}

/** No word of prose: `useRef`, `bind_param`. */
const WRITTEN_AS_CODE = /^(?:[a-z]{2,}[a-z0-9]*(?:[A-Z][a-z0-9]+)+|[a-z]+(?:_[a-z0-9]+)+)$/;

/** What was read before, by statement and tokens: headings and lead-ins are read again for each statement below them. */
const known = new WeakMap<Knowledge, Map<string, Map<string, readonly Item[]>>>();

/** The things named by a phrase, item by item. */
export function readItems(tokens: readonly Token[], statement: string, knowledge: Knowledge): readonly Item[] {
  if (tokens.length === 0) return [];
  const statements = known.get(knowledge) ?? new Map<string, Map<string, readonly Item[]>>();
  known.set(knowledge, statements);
  const before = statements.get(statement) ?? new Map<string, readonly Item[]>();
  statements.set(statement, before);
  let key = '';
  for (const token of tokens) key += `${token.start},`;
  key += tokens.at(-1)?.end;
  const items = before.get(key) ?? itemsOf(tokens, statement, knowledge);
  before.set(key, items);
  return items;
}

function itemsOf(tokens: readonly Token[], statement: string, knowledge: Knowledge): readonly Item[] {
  const covered = conceptsOver(tokens, statement, knowledge);
  const items: Item[] = [];
  let run: Token[] = [];
  const flush = () => {
    if (run.length > 0) items.push(itemOf(run, statement, knowledge, covered));
    run = [];
  };
  for (const token of tokens) {
    const inside = covered.some((concept) => token.start > concept.start && token.end < concept.end);
    if (JOINTS.has(token.low) && token.kind !== 'code' && token.kind !== 'quote' && !inside) flush();
    else run.push(token);
  }
  flush();
  return items;
}

/** All mentions of a phrase. */
export function readMentions(tokens: readonly Token[], statement: string, knowledge: Knowledge): readonly Mention[] {
  return readItems(tokens, statement, knowledge).flatMap((item) => item.mentions);
}

interface Covered {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
}

function conceptsOver(tokens: readonly Token[], statement: string, knowledge: Knowledge): readonly Covered[] {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!first || !last) return [];
  const found = new Map<string, { start: number; end: number; ids: string[] }>();
  for (const mention of knowledge.concepts.in(statement.slice(first.start, last.end))) {
    const start = first.start + mention.start;
    const key = `${start}:${mention.end}`;
    const known = found.get(key) ?? { start, end: first.start + mention.end, ids: [] };
    known.ids.push(mention.concept);
    found.set(key, known);
  }
  return [...found.values()].map(({ ids, ...span }) => ({ ...span, ids: here(ids, knowledge) }));
}

/** Of the notions that share a wording (`any` of two languages), those of the languages at hand. */
function here(ids: readonly string[], knowledge: Knowledge): readonly string[] {
  if (ids.length < 2) return ids;
  const fitting = ids.filter((id) => {
    const arms = knowledge.lexicon.concepts[id]?.arms ?? [];
    const of = ({ check }: (typeof arms)[number]) =>
      check.kind !== 'code' ||
      check.match.some((matcher) => matcher.languages.some((language) => knowledge.languages.has(language)));
    return arms.length === 0 || arms.some(of);
  });
  return fitting.length > 0 ? fitting : ids;
}

function itemOf(tokens: readonly Token[], statement: string, knowledge: Knowledge, covered: readonly Covered[]): Item {
  const text = stretch(tokens, statement);
  const words = tokens.filter((token) => token.kind === 'word' && !ARTICLES.has(token.low)).map((token) => token.low);
  const concepts = covered.filter((each) => tokens.some((token) => within(token, each)));
  const mentions: Mention[] = concepts.flatMap((each) =>
    each.ids.map((id): Mention => ({ kind: 'concept', id, text: statement.slice(each.start, each.end) })),
  );
  const free = tokens.filter((token) => !concepts.some((each) => within(token, each)));
  const plain = free.filter((token) => token.kind === 'word');
  let unread = plain;
  for (const [index, token] of free.entries()) {
    if (token.kind === 'word' || token.kind === 'punct') continue;
    if (token.kind === 'number') {
      const count = Number(token.text.replaceAll(/[,_]/g, ''));
      mentions.push({ kind: 'quantity', count, unit: unitAfter(free, index), text: token.text });
    } else mentions.push(...knowledge.typeAtom(token, words));
  }
  if (!mentions.some((mention) => mention.kind !== 'quantity')) {
    const typed = knowledge.typeWords(plain);
    mentions.push(...typed.mentions);
    unread = [...typed.unread];
  }
  const narrows = ({ low }: Token) =>
    !ARTICLES.has(low) && ![low, low.replace(/s$/, ''), low.replace(/ies$/, 'y')].some(isHead);
  const unmarked = mentions.length === 0 ? unread.filter(({ text: name }) => WRITTEN_AS_CODE.test(name)) : [];
  if (unmarked.length > 0 && !unread.some((token) => narrows(token) && !unmarked.includes(token))) {
    mentions.push(...unmarked.map((token): Mention => ({ kind: 'code', text: token.text })));
    unread = unread.filter((token) => !unmarked.includes(token));
  }
  if (mentions.length === 0 && words.length > 0) mentions.push({ kind: 'phrase', text: words.join(' ') });
  const narrowing = unread.filter(narrows).map((token) => token.low);
  // "A `major` version bump" is not any version bump.
  const step = concepts.length > 0 ? free.filter((token) => token.kind === 'code' && STEPS.has(token.low)) : [];
  const qualified = [...step.map((token) => token.low), ...narrowing].join(' ');
  return {
    mentions:
      qualified === ''
        ? mentions
        : mentions.map((mention) => (mention.kind === 'phrase' ? mention : { ...mention, qualified })),
    words,
    text,
  };
}

function within(token: Token, span: Covered): boolean {
  return token.start >= span.start && token.end <= span.end;
}

function unitAfter(tokens: readonly Token[], at: number): string {
  const next = tokens[at + 1];
  return next?.kind === 'word' ? next.low.replace(/s$/, '') : '';
}

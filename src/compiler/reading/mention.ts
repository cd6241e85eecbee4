import type { Mention } from '../../model/intent.ts';
import type { Knowledge } from './knowledge.ts';
import type { Token } from './tokens.ts';

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
]);

/** The things named by a phrase, item by item. */
export function readItems(tokens: readonly Token[], statement: string, knowledge: Knowledge): readonly Item[] {
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
  for (const mention of knowledge.findConcepts(statement.slice(first.start, last.end))) {
    const start = first.start + mention.start;
    const key = `${start}:${mention.end}`;
    const known = found.get(key) ?? { start, end: first.start + mention.end, ids: [] };
    known.ids.push(mention.concept);
    found.set(key, known);
  }
  return [...found.values()];
}

function itemOf(tokens: readonly Token[], statement: string, knowledge: Knowledge, covered: readonly Covered[]): Item {
  const [first] = tokens;
  const last = tokens.at(-1);
  const text = first && last ? statement.slice(first.start, last.end) : '';
  const words = tokens.filter((token) => token.kind === 'word' && !ARTICLES.has(token.low)).map((token) => token.low);
  const concepts = covered.filter((concept) =>
    tokens.some((token) => token.start >= concept.start && token.end <= concept.end),
  );
  const mentions: Mention[] = concepts.flatMap((concept) =>
    concept.ids.map((id): Mention => ({ kind: 'concept', id, text: statement.slice(concept.start, concept.end) })),
  );
  const free = tokens.filter(
    (token) => !concepts.some((concept) => token.start >= concept.start && token.end <= concept.end),
  );
  for (const [index, token] of free.entries()) {
    if (token.kind === 'word' || token.kind === 'punct') continue;
    if (token.kind === 'number')
      mentions.push({
        kind: 'quantity',
        count: Number(token.text.replaceAll(/[,_]/g, '')),
        unit: unitAfter(free, index),
        text: token.text,
      });
    else mentions.push(...knowledge.typeAtom(token, words));
  }
  if (!mentions.some((mention) => mention.kind !== 'quantity'))
    mentions.push(
      ...knowledge.typeWords(
        free.filter((token) => token.kind === 'word'),
        words,
      ),
    );
  if (mentions.length === 0 && words.length > 0) mentions.push({ kind: 'phrase', text: words.join(' ') });
  return { mentions, words, text };
}

function unitAfter(tokens: readonly Token[], at: number): string {
  const next = tokens[at + 1];
  return next?.kind === 'word' ? next.low.replace(/s$/, '') : '';
}

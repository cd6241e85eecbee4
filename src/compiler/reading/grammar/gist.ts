import type { Mention } from '../../../model/intent.ts';
import type { Knowledge } from '../naming/knowledge.ts';
import type { Clause } from './clause.ts';
import type { Token } from './tokens.ts';
import { lemma } from './verbs.ts';

/** Notions that a clause tells with its verb or its circumstances, not by a noun phrase alone. */
export interface Told {
  readonly mentions: readonly Mention[];
  /** The tokens that the wording covers. */
  readonly tokens: ReadonlySet<Token>;
  /** Nothing of the clause but circumstances is left over. */
  readonly whole: boolean;
  /** The wording has the verb. */
  readonly deed: boolean;
  /** Number of words of the wording. */
  readonly length: number;
}

/** Verbs that add nothing to what stands in them: "imports go at the top" tells of imports at the top. */
const BLAND = new Set(
  'be go live belong stay remain place put keep sit reside have use write make add create prefer stick follow ensure contain include define give declare store carry need require'.split(
    ' ',
  ),
);
const IDLE = new Set([
  'a',
  'an',
  'the',
  'any',
  'all',
  'every',
  'each',
  'your',
  'our',
  'its',
  'new',
  'please',
  'consistent',
]);
const HELPING = new Set(['be', 'been', 'being', 'is', 'are', 'have', 'has', 'had', 'always', 'never', 'not', 'ever']);

/**
 * The notions of a clause, whatever its word order: "rewrite shared history", "secrets must never be logged" (log
 * secrets), "imports go at the top", "place imports at the top", "Sessions: always close" (sessions close).
 */
export function toldBy(clause: Clause, statement: string, knowledge: Knowledge): Told | undefined {
  return inOrder(clause, statement, knowledge) ?? turned(clause, knowledge);
}

/** As written, from the first word on. */
function inOrder(clause: Clause, statement: string, knowledge: Knowledge): Told | undefined {
  const tokens = plain([...clause.subject, ...clause.body]);
  const [first] = tokens;
  const last = tokens.at(-1);
  if (!first || !last || (first.kind !== 'word' && first.kind !== 'code')) return undefined;
  // "`await` in a loop is forbidden": code opens a wording only where a verdict on all of it follows.
  if (first.kind === 'code' && clause.subject.length === 0) return undefined;
  const from = first.start - (OPENS.exec(statement.slice(0, first.start))?.[0].length ?? 0);
  const found =
    [...new Set([from, first.start])]
      .map((start) => opening(statement.slice(start, last.end), start, first.start, knowledge))
      .find((each) => each.length > 0) ?? [];
  const end = Math.max(0, ...found.map((each) => each.end));
  const before = found.some((each) => each.from < first.start) ? 1 : 0;
  const alone = first.low.includes('-') || before > 0 || tokens.length === 1;
  if (end < first.end - first.start + (alone ? 0 : 1)) return undefined;
  // What lies in the subject alone is what is spoken of, not what is asked of it.
  const spoken = clause.subject.length > 0 && first.start + end <= (clause.body[0]?.start ?? 0);
  if (spoken && !isJudged(clause, statement, first.start + end)) return undefined;
  if (!spoken && first.kind === 'code') return undefined;
  const around = clause.adjuncts.flatMap((each) => each.tokens);
  const covered = [...new Set([...tokens, ...around])].filter(
    (token) => token.start >= first.start && token.end <= first.start + end,
  );
  const mentions = found.map((each) => mentionOf(each.concept, statement.slice(first.start, first.start + each.end)));
  const all = told(mentions, covered, clause);
  return { ...all, length: all.length + before };
}

/** A word that says nothing of what is asked, unless a wording begins with it: "never silently catch errors". */
const OPENS = /\b(?:[a-z]+ly|warning|banned)\s$/i;

/** The notions that a text opens with. They end where they end counted from the first word, and begin at or before it. */
function opening(text: string, from: number, first: number, knowledge: Knowledge) {
  return knowledge.concepts
    .opening(text)
    .map((each) => ({ ...each, from, end: each.end - (first - from) }))
    .filter((each) => each.start === 0 && each.end > 0);
}

/** "Whitespace at the end of lines is forbidden": the verdict is on all that stands before it. */
function isJudged({ verb, polarity, body, adjuncts }: Clause, statement: string, end: number): boolean {
  const between = statement.slice(end, body[0]?.start ?? end);
  return verb === undefined && polarity !== 'neutral' && adjuncts.length > 0 && /^\W*(?:is|are)\b/i.test(between);
}

function turned(clause: Clause, knowledge: Knowledge): Told | undefined {
  const { subject, label, body, verb, object } = clause;
  const bland = verb === undefined || BLAND.has(verb);
  const start = verb === undefined || body[0]?.kind !== 'word' || lemma(body[0].low) !== verb ? 0 : 1;
  const rest = withoutHelpers(body.slice(start));
  const topic = subject.length > 0 ? plain(subject) : ofTopic(label);
  if (topic.length === 0) {
    const beyond = rest.filter((token) => !object.includes(token));
    return bland && beyond.length > 0 ? read(plain(rest), [], beyond, clause, knowledge) : undefined;
  }
  const passive = subject.length > 0 && verb !== undefined && start === 1;
  // "Prose must not be hard-wrapped": of a verb that no list has, the participle itself is part of the wording.
  const [participle] = withoutHelpers(body);
  const coined = subject.length > 0 && start === 0 && participle !== undefined && /ed$/.test(participle.low);
  const forms = [
    coined ? read([participle, ...topic], topic, [participle], clause, knowledge) : undefined,
    passive ? read([verb, ...topic, ...rest], topic, [], clause, knowledge) : undefined,
    read([...topic, ...withoutHelpers(body)], topic, body, clause, knowledge),
    bland ? read([...topic, ...rest], topic, rest, clause, knowledge) : undefined,
    label.length > 0 && subject.length === 0 ? ofLabel(clause, knowledge) : undefined,
  ];
  // What is left over may change the meaning: "functions need type hints" is not about function types.
  return forms.find((form) => form?.whole === true);
}

/** "Use English in the repository: code, comments, docs": the label says it, what follows only lists. */
function ofLabel(clause: Clause, knowledge: Knowledge): Told | undefined {
  const { label } = clause;
  const [first] = label;
  if (first?.kind !== 'word' || lemma(first.low) === undefined || clause.polarity !== 'neutral') return undefined;
  const found = read(label, label, [], clause, knowledge);
  return found && { ...found, whole: true };
}

/** "Follow consistent table naming: …": what a label is about, without the verb that only introduces it. */
function ofTopic(label: readonly Token[]): readonly Token[] {
  const [first] = label;
  const opens = first?.kind === 'word' && label.length > 1 && BLAND.has(first.low);
  return plain(opens ? label.slice(1) : label);
}

function withoutHelpers(tokens: readonly Token[]): readonly Token[] {
  let start = 0;
  while (tokens[start]?.kind === 'word' && HELPING.has(tokens[start]?.low ?? '')) start += 1;
  return tokens.slice(start);
}

/** Reads the pieces as one phrase. It counts if it covers all of `topic` and something of `beyond`. */
function read(
  pieces: readonly (Token | string)[],
  topic: readonly Token[],
  beyond: readonly Token[],
  clause: Clause,
  knowledge: Knowledge,
): Told | undefined {
  let text = '';
  const ends = pieces.map((piece) => {
    const written = typeof piece === 'string' ? piece : piece.kind === 'code' ? `\`${piece.text}\`` : piece.text;
    const joins = typeof piece !== 'string' && piece.kind === 'punct' && ',.;:'.includes(piece.low);
    text += `${text === '' || joins ? '' : ' '}${written}`;
    return text.length;
  });
  const found = knowledge.concepts.opening(text);
  const end = Math.max(0, ...found.map((each) => each.end));
  const covered = pieces
    .filter((_, index) => (ends[index] ?? 0) <= end + 1)
    .filter((piece) => typeof piece !== 'string');
  const wide = topic.every((token) => covered.includes(token)) && beyond.some((token) => covered.includes(token));
  const counts = beyond.length > 0 ? wide : topic.every((token) => covered.includes(token)) && end > 0;
  if (!counts || covered.length === 0) return undefined;
  const opening = typeof pieces[0] === 'string' ? clause.body.slice(0, 1) : [];
  return told(
    found.filter((each) => each.end === end).map((each) => mentionOf(each.concept, text.slice(0, each.end))),
    [...opening, ...covered],
    clause,
  );
}

function told(mentions: readonly Mention[], covered: readonly Token[], clause: Clause): Told {
  const tokens = new Set(covered);
  // "Create it in `x` (not at module level)": a place set aside is no other thing.
  const aside = clause.contrast[0]?.kind === 'word' && /^(?:at|in|on|with|inside|under)$/.test(clause.contrast[0].low);
  const left = [...clause.subject, ...clause.object, ...(aside ? [] : clause.contrast)].filter(
    (token) => !tokens.has(token) && !(token.kind === 'word' && IDLE.has(token.low)) && token.kind !== 'punct',
  );
  const [first] = clause.body;
  const deed = clause.verb !== undefined && first !== undefined && tokens.has(first);
  return { mentions, tokens, whole: left.length === 0, deed, length: covered.length };
}

/** Does the wording say it all, and is it long enough to be meant as a sentence? Commands and messages have readers of their own. */
export function saysAll({ whole, length, mentions, deed }: Told, { lexicon }: Knowledge): boolean {
  const kinds = mentions.flatMap((mention) =>
    mention.kind === 'concept' ? (lexicon.concepts[mention.id]?.arms.map((arm) => arm.kind) ?? []) : [],
  );
  return whole && length >= (deed ? 2 : 3) && kinds.every((kind) => kind !== 'command' && kind !== 'order');
}

/** A notion that is there to be asked for: "one sentence per line" is a norm without a verb, as is "Docstrings: Google style". */
export function isNorm({ mentions, length }: Told, clause: Clause, { lexicon }: Knowledge): boolean {
  const labelled = clause.label.length > 0 && clause.verb === undefined;
  return mentions.every((mention) => {
    const concept = mention.kind === 'concept' ? lexicon.concepts[mention.id] : undefined;
    // "DTOs are records": the subject and what is said of it make the notion.
    const stated = clause.verb === 'be';
    const positive = concept?.arms.length === 0 && concept.contrary.length > 0 && (labelled || stated || length >= 4);
    const style = labelled && (concept?.contrary.length ?? 0) > 0;
    return concept?.means === 'require' || positive || style;
  });
}

function plain(tokens: readonly Token[]): readonly Token[] {
  let start = 0;
  while (tokens[start]?.kind === 'word' && IDLE.has(tokens[start]?.low ?? '')) start += 1;
  return tokens.slice(start);
}

function mentionOf(id: string, text: string): Mention {
  return { kind: 'concept', id, text };
}

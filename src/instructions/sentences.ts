import { type Flat, HARD_BREAK } from './markdown/flat.ts';
import { marksIn } from './polarity.ts';

/** A stretch of flattened text: `from` inclusive, `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

// What must not end a sentence though it holds a full stop, and what may begin one though it is in lower case.
const CODE = /(`+)[\s\S]*?\1/g;
const SOLID =
  /\b(?:e\.\s?g|i\.\s?e|vs|cf|approx|incl|excl|resp|ca|fig|sec|ch|no|nr|vol|ed|est|dr|mr|mrs|ms|st|eg|ie|a\.k\.a|w\.r\.t)\.|\betc\.(?=\s*[a-z,;)])|\.{2,}|https?:\/\/\S+|\b[\w-]+(?:[./\\][\w*{}[\]-]+)+/gi;
const LOWER_START = /([.!?][)"'”’]*\s+)([a-z])/g;

/** `> [!IMPORTANT]`: the kind of a callout is no part of what it says. */
const CALLOUT = /^\s*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/i;

/** The sentences of a flattened paragraph. */
export function sentencesOf(flat: Flat): readonly Stretch[] {
  const masked = maskOf(flat.text);
  const stretches: Stretch[] = [];
  for (const part of partsOf(flat.text, masked)) {
    for (const { from, to } of segmentsOf(masked.slice(part.from, part.to))) {
      const trimmed = trim(flat.text, part.from + from, part.from + to);
      if (trimmed) stretches.push(trimmed);
    }
  }
  return stretches;
}

/** Without a sign within that may end a sentence there is one: most items of lists need no segmenter. */
const MAY_END = /[.?!][^.?!]|[\n\r\u0085\u0100-\uffff]/;

function segmentsOf(text: string): readonly Stretch[] {
  if (!MAY_END.test(text)) return [{ from: 0, to: text.length }];
  return [...segmenter.segment(text)].map(({ index, segment }) => ({ from: index, to: index + segment.length }));
}

/** Same length as the text; code, paths and abbreviations have become plain words. */
function maskOf(text: string): string {
  const word = (found: string) => 'X'.padEnd(found.length, 'x');
  return text
    .replace(CODE, word)
    .replace(SOLID, word)
    .replace(/\n/g, ' ')
    .replace(LOWER_START, (_, before: string, first: string) => before + first.toUpperCase());
}

/** Cuts at hard breaks, at line breaks that the author meant, and at marks like ❌. */
function partsOf(text: string, masked: string): readonly Stretch[] {
  const cuts = new Set<number>([...meantBreaks(text)]);
  for (let at = text.indexOf(HARD_BREAK); at >= 0; at = text.indexOf(HARD_BREAK, at + 1)) cuts.add(at);
  const marks = marksIn(masked);
  const last = marks.at(-1);
  // "`a` ❌ / `b` ✅": each mark stands behind what it judges.
  const trailing =
    masked.slice(0, marks[0]?.at).trim() !== '' && last && masked.slice(last.at + last.length).trim() === '';
  for (const mark of marks) {
    const cut = trailing ? mark.at + mark.length : mark.at;
    if (cut > 0 && masked.slice(mark.at + mark.length).trim() !== '') cuts.add(cut);
  }
  const parts: Stretch[] = [];
  let from = CALLOUT.exec(text)?.[0].length ?? 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    parts.push({ from, to: cut });
    from = cut;
  }
  return [...parts, { from, to: text.length }];
}

/**
 * A line break is meant where the next word would still have fitted on the line, and the next line
 * begins like a statement. Wrapped prose fills its lines.
 */
function meantBreaks(text: string): readonly number[] {
  if (!text.includes('\n')) return [];
  const lines = text.split('\n');
  const width = Math.max(60, ...lines.map((line) => line.length));
  const breaks: number[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    at += line.length;
    if (next === undefined) break;
    const fits = line.length + 1 + (/^\s*\S+/.exec(next)?.[0].length ?? 0) <= width - 10;
    const begins = /^\s*(?:[\p{Lu}`"“\p{Extended_Pictographic}✗✓✔☑✘•–—-])/u.test(next);
    const goesOn = /(?:[,(/&+]|\b(?:and|or|the|a|an|of|to|in|with|for|by|from|as|at|is|are|not|use|than))\s*$/i.test(
      line,
    );
    if (fits && begins && !goesOn) breaks.push(at);
    at += 1;
  }
  return breaks;
}

function trim(text: string, from: number, to: number): Stretch | undefined {
  let first = from;
  let last = to;
  while (first < last && /[\s\v]/.test(text[first] ?? '')) first++;
  while (last > first && /[\s\v]/.test(text[last - 1] ?? '')) last--;
  return last > first && /[\p{L}\p{N}`]/u.test(text.slice(first, last)) ? { from: first, to: last } : undefined;
}

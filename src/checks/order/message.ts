import type { MessageKind, OrderCheck } from '../../model/checks/order.ts';
import { GAP } from '../command/unknown.ts';
import { compileRegex } from '../text/regex.ts';
import { unconventional } from './conventional.ts';
import { isGenerated, type Parts, partsOf } from './parts.ts';

export type MessageContract = Extract<OrderCheck['contract'], { type: 'message' }>;

export const WORDS: Readonly<Record<MessageKind, string>> = {
  commit: 'commit message',
  'pull-request-title': 'pull request title',
  'pull-request-body': 'pull request body',
  branch: 'branch name',
  tag: 'tag message',
  'tag-name': 'tag name',
  'issue-title': 'issue title',
  'issue-body': 'issue body',
  comment: 'comment',
};

/** Says what is wrong with a text of a kind; nothing where the contract is about other kinds. */
export type MessageJudge = (of: MessageKind, text: string) => readonly string[];

/** Throws a SyntaxError for a pattern that is none. A part of the text that cannot be known breaks nothing. */
export function judgeMessage(contract: MessageContract): MessageJudge {
  const { of: kinds, part = 'all', maxLength, minLength, conventional } = contract;
  const wanted = contract.pattern === undefined ? undefined : compileRegex(contract.pattern, contract.flags);
  const forbidden = contract.forbid === undefined ? undefined : compileRegex(contract.forbid, contract.flags);
  return (of, text) => {
    if (!kinds.includes(of)) return [];
    const parts = partsOf(text);
    const worded = isWorded(of) && isGenerated(parts.subject);
    if (worded && part === 'subject') return [];
    const judged = parts[part];
    const name = nameOf(of, part);
    const problems: string[] = [];
    const say = (problem: string | undefined, shown = judged) => {
      if (problem !== undefined) problems.push(`${name}${quote(shown)}: ${problem}`);
    };
    if (forbidden) {
      const hit = firstKnown(forbidden.ranges(judged), judged);
      if (hit !== undefined) problems.push(`${name}: unexpected${quote(hit)}`);
    }
    if (worded) return problems;
    const unknown = judged.includes(GAP);
    if (conventional && !parts.subject.includes(GAP)) say(unconventional(parts.subject, conventional), parts.subject);
    if (wanted && !unknown && !wanted.test(judged)) say(`expected a match of /${contract.pattern}/`);
    if (minLength !== undefined && !unknown && lengthOf(judged) < minLength) {
      say(judged === '' ? 'is missing' : `expected at least ${minLength} characters, found ${lengthOf(judged)}`);
    }
    const longest = maxLength === undefined ? undefined : longestOf(of, part, parts);
    if (maxLength !== undefined && longest !== undefined && lengthOf(longest) > maxLength) {
      say(`expected at most ${maxLength} characters, found ${lengthOf(longest)}`, longest);
    }
    return problems;
  };
}

/** Kinds whose first line git may have worded. */
function isWorded(of: MessageKind): boolean {
  return of === 'commit' || of === 'tag' || of === 'pull-request-title';
}

function nameOf(of: MessageKind, part: NonNullable<MessageContract['part']>): string {
  if (of !== 'commit' && of !== 'tag') return WORDS[of];
  return part === 'all' ? WORDS[of] : `${of} ${part}`;
}

/** The longest line of a message; a line without a blank inside (an address) cannot be broken and does not count. */
function longestOf(of: MessageKind, part: NonNullable<MessageContract['part']>, parts: Parts): string | undefined {
  const text = parts[part];
  if (of !== 'commit' && of !== 'tag') return text;
  const lines = text.split('\n').filter((line, index) => (part !== 'body' && index === 0) || /\S\s+\S/.test(line));
  return lines.reduce<string | undefined>(
    (most, line) => (lengthOf(line) > lengthOf(most ?? '') ? line : most),
    undefined,
  );
}

/** Length in characters (code points), unknown parts left out. */
function lengthOf(text: string): number {
  return [...text.replaceAll(GAP, '')].length;
}

function firstKnown(ranges: Iterable<readonly [number, number]>, text: string): string | undefined {
  for (const [start, end] of ranges) {
    const hit = text.slice(start, end);
    if (!hit.includes(GAP)) return hit;
  }
  return undefined;
}

function quote(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line === '' ? '' : ` \`${line.length > 100 ? `${line.slice(0, 100)}…` : line}\``;
}

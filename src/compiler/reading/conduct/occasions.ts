import type { Trigger } from '../../../model/intent.ts';
import type { Adjunct } from '../grammar/segment.ts';
import { stretch } from '../grammar/tokens.ts';
import { readItems } from '../naming/mention.ts';
import type { ReadClause } from '../setting.ts';
import { changeIn, speaksOfChange } from './changes.ts';

export type Occasion = Extract<Trigger, { kind: 'commit' | 'push' | 'pull-request' | 'merge' | 'stop' }>['kind'];

const OCCASIONS: readonly (readonly [RegExp, Occasion])[] = [
  [/\bmerg(?:e|ing) (?:to|into|in|a|an|any|the|your|it|prs?|pull)\b|\bmerging$|\bmerge$/, 'merge'],
  [/\b(?:pull[ -]requests?|prs?|merge requests?|opening a pr|review|merging)\b/, 'pull-request'],
  [/\bpush(?:ing|es|ed)?\b/, 'push'],
  [/\bcommit(?:ting|s|ted)?\b|\bcheck(?:ing)? in\b/, 'commit'],
  [
    /\b(?:finish\w*|finali[sz]\w*|complet\w*|wrapping up|wrap up|done|hand(?:ing)?[ -]?off|handoff|marking|ready|report(?:ing)?|submit\w*|declar\w*|claim\w*|stop\w*|end(?:ing)?|conclud\w*|deliver\w*|final)\b/,
    'stop',
  ],
];

/** The moment of the work that words such as "committing" or "opening a PR" mean. */
export function occasionOf(text: string): Occasion | undefined {
  // Reporting a bug is no end of the work.
  if (/\breporting (?:an? |any )?(?:security )?(?:issues?|bugs?|vulnerabilit\w+|problems?)\b/.test(text))
    return undefined;
  return OCCASIONS.find(([pattern]) => pattern.test(text))?.[1];
}

/** A circumstance of time, with the text it stands in. */
export interface Time {
  readonly adjunct: Adjunct;
  readonly statement: string;
}

export function timesOf(adjuncts: readonly Adjunct[], statement: string): readonly Time[] {
  return adjuncts.flatMap((adjunct, index) =>
    ['before', 'after', 'when'].includes(adjunct.relation)
      ? [{ adjunct: { ...adjunct, tokens: whole(adjuncts, index, statement) }, statement }]
      : [],
  );
}

/** "After changing files" "in `src/db`": what follows a circumstance at once says more of it. */
function whole(adjuncts: readonly Adjunct[], from: number, statement: string): Adjunct['tokens'] {
  const tokens = [...(adjuncts[from]?.tokens ?? [])];
  for (const next of adjuncts.slice(from + 1)) {
    const last = tokens.at(-1);
    const [first] = next.tokens;
    if (!last || !first || !FURTHER.has(next.relation)) break;
    if (!/^\s+\w+\s+$/.test(statement.slice(last.end, first.start))) break;
    tokens.push(...next.tokens);
  }
  return tokens;
}

const FURTHER = new Set<Adjunct['relation']>(['in', 'to', 'for', 'from', 'with', 'that', 'outside']);

/** What a circumstance of time means: a moment of the work, a change of files, a command that has run. */
export function triggersOf({ adjunct, statement }: Time, read: ReadClause): readonly Trigger[] {
  const { knowledge } = read.setting;
  const text = stretch(adjunct.tokens, statement).toLowerCase();
  const mentions = readItems(adjunct.tokens, statement, knowledge).flatMap((item) => item.mentions);
  const command = mentions.find((mention) => mention.kind === 'command');
  if (command) return [{ kind: 'ran', text: command.text }];
  const occasion = occasionOf(text);
  // "If Go files affect discovery" speaks of no change.
  const ofChange = adjunct.relation === 'before' || speaksOfChange(text);
  const change = ofChange ? changeIn(adjunct.tokens, statement, knowledge) : undefined;
  if (change) {
    // "Before committing docs": due at the commit, if such files have changed.
    const act = adjunct.relation === 'before' && !changes(text) ? occasion : undefined;
    if (act !== undefined && change.globs[0] !== '**') return [{ kind: act }, change];
    if (act === undefined) return [change];
  }
  return occasion === undefined || (adjunct.relation === 'when' && occasion === 'stop' && speaksOfChange(text))
    ? []
    : [{ kind: occasion }];
}

/** Is it the change itself, and not the committing of it? */
function changes(text: string): boolean {
  return /\b(?:chang(?:e|ing)|edit(?:ing)?|modify(?:ing)?|touch(?:ing)?|updat(?:e|ing)|add(?:ing)?|creat(?:e|ing)|mov(?:e|ing)|renam(?:e|ing)|delet(?:e|ing)|remov(?:e|ing)|writ(?:e|ing)|alter(?:ing)?)\b/.test(
    text,
  );
}

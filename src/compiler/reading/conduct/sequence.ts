import type { MentionOf } from '../../../model/intent.ts';
import type { ReadClause } from '../setting.ts';
import { commandsToRun } from './to-run.ts';

/** Are several steps to be taken one after the other? */
export function inSequence(text: string): boolean {
  return /\b(?:in (?:this|the following|that|exact)?\s*(?:exact )?(?:order|sequence)|in order|in sequence|then)\b/i.test(
    text,
  );
}

/** Words that make a step one of some occasions only. */
const AT_TIMES = /\b(?:only|if|when|unless|optional(?:ly)?|where applicable|as needed)\b/i;

/** Is it done only at times? What stands in code marks says nothing of that. */
export function atTimes(text: string): boolean {
  return AT_TIMES.test(text.replaceAll(/`[^`]*`/g, ''));
}

/** The last command of the items before, if those are done at all times. */
export function stepBefore(read: ReadClause): readonly MentionOf<'command'>[] {
  const { setting } = read;
  for (const text of [...setting.earlier].reverse()) {
    const span = /`([^`]+)`/.exec(text)?.[1];
    if (span === undefined || atTimes(text)) continue;
    const token = { kind: 'code', text: span, low: span.toLowerCase(), start: 0, end: 0 } as const;
    const mentions = setting.knowledge.typeAtom(token, []);
    const [command] = commandsToRun(mentions, { ...read, setting: { ...setting, statement: text } }, true);
    if (command) return [command];
  }
  return [];
}

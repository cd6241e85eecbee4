import type { Event } from '../model/event.ts';
import type { Violation } from '../model/verdict.ts';

/** Commands and quotes longer than this (characters) are cut in a trace. */
const MAX_SHOWN = 200;

/** A violation as an agent reads it: where the prose stands, what breaks it, what to do, how to see it again. */
export function traceText(violation: Violation, event?: Event): string {
  const { source, location, fix, reproduce, message, rule } = violation;
  const place = location ? `${location.path}${location.line === undefined ? '' : `:${location.line}`}: ` : '';
  const what = event?.kind === 'command' && !location ? `command \`${shortened(event.command)}\`: ` : place;
  return [
    `${source.file}:${source.line} "${shortened(source.quote)}"`,
    `${what}${message}${fix === undefined || message.includes(fix) ? '' : ` (instead: ${fix})`}`,
    ...(reproduce === undefined ? [] : [`again: ${shortened(reproduce)}   (rule ${rule})`]),
  ].join('\n');
}

export function shortened(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ');
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line;
}

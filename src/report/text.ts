import type { Event } from '../model/event.ts';
import type { Violation } from '../model/verdict.ts';
import { codeFrame } from './frame.ts';
import type { Paint } from './paint.ts';

/** Commands and quotes longer than this (UTF-16 units) are cut in a trace. */
const MAX_SHOWN = 200;

/**
 * A violation as an agent reads it, in three lines of facts: the prose, what breaks it and what to do
 * instead, how to see it again.
 */
export function agentTrace(violation: Violation, event?: Event): string {
  const { source, rule, reproduce } = violation;
  return [
    `${source.file}:${source.line} "${shortened(source.quote)}"`,
    `${breakerOf(violation, event)} breaks it${remedyOf(violation, event)}`,
    ...(reproduce === undefined ? [] : [`again: ${shortened(reproduce)}   (rule ${rule})`]),
  ].join('\n');
}

/** A violation as a person reads it: the same, with the code framed and the quote underlined. `text` is the file's content. */
export function personTrace(violation: Violation, paint: Paint, event?: Event, text?: string): string {
  const { source, severity, message, location, fix, reproduce, rule } = violation;
  const mark = severity === 'error' ? paint.red('✖ error') : paint.yellow('▲ warning');
  const frame = location && text !== undefined ? codeFrame(text, location) : undefined;
  return [
    `${mark} ${paint.bold(breakerOf(violation, event))}`,
    `  ${message}`,
    ...(frame === undefined ? [] : [paint.dim(frame)]),
    `  ${paint.cyan(`${source.file}:${source.line}`)} "${paint.underline(shortened(source.quote))}"`,
    ...(fix === undefined || message.includes(fix) ? [] : [`  instead: ${paint.green(fix)}`]),
    paint.dim(`  again: ${shortened(reproduce ?? `bylaw explain ${rule}`)}   (rule ${rule})`),
  ].join('\n');
}

function breakerOf({ location }: Violation, event: Event | undefined): string {
  if (location) {
    const { path, line, column } = location;
    return [path, ...(line === undefined ? [] : [line]), ...(column === undefined ? [] : [column])].join(':');
  }
  switch (event?.kind) {
    case 'command':
      return `command \`${shortened(event.command)}\``;
    case 'write':
    case 'delete':
    case 'read':
      return `${event.kind} ${event.path}`;
    case 'rename':
      return `rename ${event.from} to ${event.to}`;
    case 'stop':
      return 'to stop now';
    default:
      return 'this';
  }
}

function remedyOf({ fix, message }: Violation, event: Event | undefined): string {
  if (fix === undefined) return `: ${shortened(message)}`;
  const command = event?.kind === 'command' && !fix.includes('`');
  return command
    ? `; use \`${shortened(fix)}\`.`
    : `: ${shortened(message)}${message.includes(fix) ? '' : `; instead: ${shortened(fix)}`}`;
}

function shortened(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ');
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line;
}

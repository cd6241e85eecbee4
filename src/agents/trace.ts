import type { Violation } from '../model/verdict.ts';

/** A violation as shown to an agent: where it is from, what breaks it, what to do instead. Facts, no shouting. */
export function traceOf(violation: Violation): string {
  const { source, location } = violation;
  const lines = [`${source.file}:${source.line} ${JSON.stringify(oneLine(source.quote, 200))}`];
  const place = location === undefined ? '' : `${placeOf(location)}: `;
  const fix =
    violation.fix === undefined || violation.message.includes(violation.fix) ? '' : ` Instead: ${violation.fix}`;
  lines.push(`${place}${violation.message}${fix}`);
  if (violation.reproduce !== undefined)
    lines.push(`again: ${oneLine(violation.reproduce, 200)}   (rule ${violation.rule})`);
  else lines.push(`(rule ${violation.rule})`);
  return lines.join('\n');
}

/** Traces of several violations within a host's limit (characters); what does not fit is counted. */
export function tracesOf(violations: readonly Violation[], limit: number): string {
  const said: string[] = [];
  let length = 0;
  for (const [index, violation] of violations.entries()) {
    const trace = traceOf(violation);
    const rest = `… and ${violations.length - index} more: bylaw check`;
    if (length + trace.length + rest.length + 2 > limit && index > 0) {
      said.push(rest);
      break;
    }
    said.push(trace.slice(0, limit));
    length += trace.length + 2;
  }
  return said.join('\n\n');
}

function placeOf(location: NonNullable<Violation['location']>): string {
  const line = location.line === undefined ? '' : `:${location.line}`;
  return `${location.path}${line}${location.line !== undefined && location.column !== undefined ? `:${location.column}` : ''}`;
}

function oneLine(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

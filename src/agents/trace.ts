import type { Event } from '../model/event.ts';
import type { Violation } from '../model/verdict.ts';
import { agentTrace } from '../report/text.ts';

/** A violation with the event that showed it. */
export interface Told {
  readonly violation: Violation;
  readonly event?: Event | undefined;
}

/** Traces of several violations within a host's limit (characters), each said once; what does not fit is counted. */
export function tracesOf(told: readonly Told[], limit: number): string {
  const traces = [...new Set(distinct(told).map(({ violation, event }) => agentTrace(violation, event)))];
  const said: string[] = [];
  let length = 0;
  for (const [index, trace] of traces.entries()) {
    const rest = `… and ${traces.length - index} more: bylaw check`;
    if (index > 0 && length + trace.length + rest.length + 4 > limit) {
      said.push(rest);
      break;
    }
    said.push(trace.slice(0, limit));
    length += trace.length + 2;
  }
  return said.join('\n\n');
}

function distinct(told: readonly Told[]): readonly Told[] {
  const keyed = told.map((one) => {
    const { rule, location, found, message } = one.violation;
    return [JSON.stringify([rule, location?.path, location?.line, found, message]), one] as const;
  });
  return [...new Map(keyed).values()];
}

import type { Directive } from '../model/directive.ts';
import type { Source } from '../model/span.ts';

/** The source that a draft names by the id of its directive (`AGENTS.md:12`, `AGENTS.md:12#2`), or by a line of it. */
export function citedSource(id: string, directives: readonly Directive[]): Source | undefined {
  const wanted = id.trim().replace(/^\.\//, '');
  const exact = directives.find((directive) => directive.id === wanted);
  if (exact) return exact.source;
  const [, file, digits] = /^(.+):(\d+)$/.exec(wanted) ?? [];
  const line = Number(digits);
  return directives.find(({ source }) => source.file === file && source.line <= line && line <= source.endLine)?.source;
}

/** A drafted rule with what it cites put in full; other places, and what cites nothing known, stay as they are. */
export function withSource(value: unknown, directives: readonly Directive[]): unknown {
  if (typeof value !== 'object' || value === null || !('source' in value)) return value;
  const full = (place: unknown): unknown =>
    typeof place === 'string' ? (citedSource(place, directives) ?? place) : place;
  const also = 'also' in value && Array.isArray(value.also) ? { also: value.also.map(full) } : {};
  return { ...value, source: full(value.source), ...also };
}

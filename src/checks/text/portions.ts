import type { TextCheck } from '../../model/checks/text.ts';
import type { Language } from '../../model/language.ts';
import { blanked } from '../code/blank.ts';
import { type Range, regionsOf } from './regions.ts';

export type Portion = Exclude<NonNullable<TextCheck['in']>, 'name'>;

/** Where the prose of a Markdown text stands; given only where a rule asks for it, for its parser is large. */
export type ProseRanges = (text: string) => readonly Range[];

/**
 * The text with all but one portion of it blanked (line ends stay), so that offsets stay true.
 * `undefined` where the file has no such portion: comments of an unknown language, prose of what is no Markdown.
 */
export function portionOf(
  portion: Portion,
  language: Language | undefined,
  text: string,
  place: string,
  prose: ProseRanges | undefined,
): string | undefined {
  if (portion === 'file') return text;
  if (portion === 'source' && language === 'markdown') return undefined;
  // The grammar of PHP takes a Blade template for one text.
  if (portion === 'source' && place.endsWith('.blade.php')) return withoutMarkedComments(text);
  if (portion === 'prose') return language === 'markdown' ? keep(text, prose?.(text) ?? []) : undefined;
  const regions = language === undefined ? undefined : regionsOf(language, text, place);
  if (!regions && portion === 'source') return withoutMarkedComments(text);
  if (!regions) return portion === 'code' && language !== undefined && language !== 'markdown' ? text : undefined;
  if (portion === 'comment') return keep(text, regions.comments);
  if (portion === 'string') return keep(text, regions.strings);
  if (portion === 'source') return keep(text, gaps(regions.comments, text.length));
  const away = [...regions.comments, ...regions.strings].sort((a, b) => a[0] - b[0]);
  return keep(text, gaps(away, text.length));
}

/** Comments by their usual marks, for files without a grammar: templates, dotfiles, scripts. */
const MARKED_COMMENTS = /<!--[\s\S]*?-->|<%#[\s\S]*?%>|\{#[\s\S]*?#\}|\{\{!?--[\s\S]*?--\}\}|^[ \t]*(?:#|\/\/).*$/gm;

function withoutMarkedComments(text: string): string {
  return text.replace(MARKED_COMMENTS, blanked);
}

function gaps(ranges: readonly Range[], length: number): Range[] {
  const between: Range[] = [];
  let from = 0;
  for (const [start, end] of ranges) {
    if (from < start) between.push([from, start]);
    from = Math.max(from, end);
  }
  if (from < length) between.push([from, length]);
  return between;
}

function keep(text: string, ranges: readonly Range[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const [start, end] of ranges) {
    parts.push(blanked(text.slice(from, start)), text.slice(start, end));
    from = end;
  }
  parts.push(blanked(text.slice(from)));
  return parts.join('');
}

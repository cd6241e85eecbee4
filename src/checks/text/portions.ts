import type { Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { TextCheck } from '../../model/checks/text.ts';
import type { Language } from '../../model/language.ts';
import { type Range, regionsOf } from './regions.ts';

export type Portion = Exclude<NonNullable<TextCheck['in']>, 'name'>;

/**
 * The text with all but one portion of it blanked (line ends stay), so that offsets stay true.
 * `undefined` where the file has no such portion: comments of an unknown language, prose of what is no Markdown.
 */
export function portionOf(
  portion: Portion,
  language: Language | undefined,
  text: string,
  place: string,
): string | undefined {
  if (portion === 'file') return text;
  if (portion === 'prose') return language === 'markdown' ? keep(text, proseRanges(text)) : undefined;
  const regions = language === undefined ? undefined : regionsOf(language, text, place);
  if (!regions) return portion === 'code' && language !== undefined && language !== 'markdown' ? text : undefined;
  if (portion === 'comment') return keep(text, regions.comments);
  if (portion === 'string') return keep(text, regions.strings);
  const away = [...regions.comments, ...regions.strings].sort((a, b) => a[0] - b[0]);
  return keep(text, gaps(away, text.length));
}

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']);
const NO_PROSE = new Set(['code', 'inlineCode', 'yaml', 'toml', 'html']);

function proseRanges(text: string): Range[] {
  const away: Range[] = [];
  const visit = (node: Root | RootContent) => {
    const { position } = node;
    if (NO_PROSE.has(node.type) && position?.start.offset !== undefined && position.end.offset !== undefined)
      away.push([position.start.offset, position.end.offset]);
    else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(markdown.parse(text));
  return gaps(away, text.length);
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
    parts.push(blank(text.slice(from, start)), text.slice(start, end));
    from = end;
  }
  parts.push(blank(text.slice(from)));
  return parts.join('');
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

import type { Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Range } from './regions.ts';

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze();
const NO_PROSE = new Set(['code', 'inlineCode', 'yaml', 'toml', 'html']);

/** The stretches of a Markdown text that are no code, no front matter and no HTML. */
export function proseRanges(text: string): readonly Range[] {
  const prose: Range[] = [];
  let from = 0;
  const visit = (node: Root | RootContent) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (NO_PROSE.has(node.type) && start !== undefined && end !== undefined) {
      if (from < start) prose.push([from, start]);
      from = end;
    } else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(markdown.parse(text));
  if (from < text.length) prose.push([from, text.length]);
  return prose;
}

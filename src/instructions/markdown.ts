import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(withoutTransforms)
  .freeze();

/** GFM goes over each tree once more to link bare addresses, a sixth of the time; links are read as their words anyway. */
function withoutTransforms(this: Processor): undefined {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...extension, transforms: [] }));
}

/** Stands for a tag beside text: no white space to Markdown, nothing to a reader. */
export const FILLER = '\u200B';

/**
 * Parses Markdown (GFM, front matter). Prose between tags (`<rules>` … `</rules>`) would be one raw
 * block to Markdown; the tags are taken out, everything else stays at its offset.
 */
export function parseMarkdown(text: string): Root {
  const tree = processor.parse(text);
  const blocks = htmlBlocks(tree);
  if (blocks.length === 0) return tree;
  let masked = '';
  let at = 0;
  for (const [start, end] of blocks) {
    masked += text.slice(at, start) + withoutTags(text.slice(start, end));
    at = end;
  }
  return processor.parse(masked + text.slice(at));
}

function htmlBlocks(node: Nodes): readonly (readonly [number, number])[] {
  if (node.type === 'html') {
    const { start, end } = node.position ?? {};
    // A block of comments or bare tags holds nothing to read: no need to parse again for it.
    if (start?.offset === undefined || end?.offset === undefined || withoutTags(node.value).trim() === '') return [];
    return [[start.offset, end.offset]];
  }
  // Raw tags inside a paragraph are left to the reading of the paragraph.
  if (!('children' in node) || node.type === 'paragraph' || node.type === 'heading' || node.type === 'table') return [];
  return node.children.flatMap(htmlBlocks);
}

const INVISIBLE =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|pre)\b[\s\S]*?(?:<\/\1>|$)|<\/?[A-Za-z][^<>]*>|<![^>]*>|<\?[\s\S]*?\?>/gi;

function withoutTags(html: string): string {
  const filled = html.replace(INVISIBLE, (tag) => tag.replace(/[^\r\n]/g, FILLER));
  return filled.replace(/^[ \t\u200B]+$/gm, (blank) => ' '.repeat(blank.length));
}

import { nodesOf } from './blocks.ts';
import { labelsIn } from './brackets.ts';
import { grammarWith } from './grammar.ts';
import type { Block, Root } from './tree.ts';

/** Stands for a tag beside text: no white space to Markdown, nothing to a reader. */
export const FILLER = '\u200B';

/**
 * Parses Markdown (GFM, footnotes, front matter) with LF line ends. Prose between tags (`<rules>` … `</rules>`) would be
 * one raw block to Markdown; the tags are taken out, everything else stays at its offset.
 */
export function parseMarkdown(text: string): Root {
  const body = withoutFrontMatter(text);
  const tree = parse(body);
  const blocks = htmlBlocks(tree.children);
  if (blocks.length === 0) return tree;
  let masked = '';
  let at = 0;
  for (const { from, to } of blocks) {
    masked += body.slice(at, from) + withoutTags(body.slice(from, to));
    at = to;
  }
  return parse(masked + body.slice(at));
}

/** Line ends as `parseMarkdown` takes them. Lines and columns stay what they are. */
export function withPlainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function parse(text: string): Root {
  return nodesOf(grammarWith(labelsIn(text)).parse(text), text);
}

const FRONT_MATTER = /^\uFEFF?(---|\+\+\+)[ \t]*\n(?:[\s\S]*?\n)?\1[ \t]*(?:\n|$)/;

/** Blanked, so that offsets stay. */
function withoutFrontMatter(text: string): string {
  const length = FRONT_MATTER.exec(text)?.[0].length ?? (text.startsWith('\uFEFF') ? 1 : 0);
  return length === 0 ? text : text.slice(0, length).replace(/[^\n]/g, ' ') + text.slice(length);
}

/** Raw tags inside a paragraph are left to the reading of the paragraph. */
function htmlBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'html':
        // A block of comments or bare tags holds nothing to read: no need to parse again for it.
        return withoutTags(block.value).trim() === '' ? [] : [block];
      case 'list':
        return block.children.flatMap((item) => htmlBlocks(item.children));
      case 'quote':
        return htmlBlocks(block.children);
      default:
        return [];
    }
  });
}

const INVISIBLE =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|pre)\b[\s\S]*?(?:<\/\1>|$)|<\/?[A-Za-z][^<>]*>|<![^>]*>|<\?[\s\S]*?\?>/gi;

function withoutTags(html: string): string {
  const filled = html.replace(INVISIBLE, (tag) => tag.replace(/[^\r\n]/g, FILLER));
  return filled.replace(/^[ \t\u200B]+$/gm, (blank) => ' '.repeat(blank.length));
}

import { GFM, parser } from '@lezer/markdown';
import type { Range } from './regions.ts';

const markdown = parser.configure(GFM);
const NO_PROSE = /^(?:FencedCode|CodeBlock|InlineCode|HTML(?:Block|Tag)|(?:Comment|ProcessingInstruction)(?:Block)?)$/;
const FRONT_MATTER = /^(---|\+\+\+)[ \t]*\r?\n(?:[\s\S]*?\n)?\1[ \t]*(?:\r?\n|$)/;

/** The stretches of a Markdown text that are no code, no front matter and no HTML. */
export function proseRanges(text: string): readonly Range[] {
  const prose: Range[] = [];
  const front = FRONT_MATTER.exec(text)?.[0] ?? '';
  let from = front.length;
  // As long as the text itself, with the line ends that the grammar knows.
  const lines = (front.replace(/[^\r\n]/g, ' ') + text.slice(from)).replace(/\r\n/g, ' \n').replace(/\r/g, '\n');
  markdown.parse(lines).iterate({
    enter: (node) => {
      if (!NO_PROSE.test(node.name)) return true;
      if (from < node.from) prose.push([from, node.from]);
      from = node.to;
      return false;
    },
  });
  if (from < text.length) prose.push([from, text.length]);
  return prose;
}

import { parseMarkdown, withPlainLineEnds } from './markdown/parse.ts';
import type { Block, Inline } from './markdown/tree.ts';
import { placesIn } from './places.ts';

/** Imports nest at most this deep, as in Claude Code. */
export const MAX_IMPORT_DEPTH = 4;

export interface ImportMention {
  /** As written behind the `@`, without trailing punctuation. */
  readonly target: string;
  /** 1-based line. */
  readonly line: number;
}

const MENTION =
  /(?<=^|[\s(*_"'>:-])@((?:~\/|\.{0,2}\/)?[\w.\-/\\ ]*?[\w\-/](?:\.\w+)?)(?=$|[\s,;:!?)*_"'<]|\.(?:\s|$))/g;

/** The `@path` mentions of a file, outside code. Whether they name a file is for the caller to see. */
export function importMentions(text: string): readonly ImportMention[] {
  if (!text.includes('@')) return [];
  const plain = withPlainLineEnds(text);
  const places = placesIn(plain);
  const mentions: ImportMention[] = [];
  for (const run of runsIn(parseMarkdown(plain).children)) {
    for (const found of run.text.matchAll(MENTION)) {
      const before = run.text.slice(0, found.index).split('\n').length - 1;
      if (found[1] !== undefined) mentions.push({ target: found[1], line: places.lineOf(run.from) + before });
    }
  }
  return mentions;
}

interface Run {
  text: string;
  readonly from: number;
}

/** The stretches of text that no other inline node cuts. */
function runsIn(blocks: readonly Block[]): readonly Run[] {
  const runs: Run[] = [];
  const inline = (nodes: readonly Inline[]): void => {
    let run: Run | undefined;
    for (const node of nodes) {
      if (node.type === 'text') {
        if (run) run.text += node.value;
        else {
          run = { text: node.value, from: node.from };
          runs.push(run);
        }
      } else {
        run = undefined;
        if ('children' in node) inline(node.children);
      }
    }
  };
  const visit = (block: Block): void => {
    if (block.type === 'paragraph' || block.type === 'heading') inline(block.children);
    else if (block.type === 'table') for (const row of block.rows) row.cells.forEach(inline);
    else if (block.type === 'quote') block.children.forEach(visit);
    else if (block.type === 'list') for (const item of block.children) item.children.forEach(visit);
  };
  blocks.forEach(visit);
  return runs;
}

/** Does a mention look like a file of prose, so that it is worth a warning if there is none? */
export function looksLikeProse(target: string): boolean {
  return /\.(?:md|mdc|mdx|markdown|txt)$/i.test(target);
}

/** May a file be read as prose? Sources and manifests are shown to agents, but state no rules. */
export function isProse(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return looksLikeProse(name) || !name.includes('.', 1);
}

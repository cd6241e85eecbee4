import type { Nodes } from 'mdast';
import { parseMarkdown } from './markdown.ts';

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
  const mentions: ImportMention[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'text') {
      const line = node.position?.start.line ?? 1;
      for (const found of node.value.matchAll(MENTION)) {
        const before = node.value.slice(0, found.index).split('\n').length - 1;
        if (found[1] !== undefined) mentions.push({ target: found[1], line: line + before });
      }
    } else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(parseMarkdown(text));
  return mentions;
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

import { applyEdits } from './apply-edits.ts';
import type { Edit } from './call.ts';

const SEARCH = /^(?:<{3,}|-{3,}) SEARCH>?\s*$/;
const MIDDLE = /^={3,}\s*$/;
const REPLACE = /^(?:>{3,}|\+{3,}) REPLACE>?\s*$/;

/**
 * Applies SEARCH/REPLACE blocks, as Cline's `replace_in_file` takes them (`------- SEARCH`, `=======`,
 * `+++++++ REPLACE`; older: `<<<<<<<`, `>>>>>>>`). A block with nothing to search is the whole file.
 */
export function applyBlocks(before: string | undefined, diff: string): string | undefined {
  const blocks = readBlocks(diff);
  if (blocks === undefined || blocks.length === 0) return undefined;
  let content = before;
  for (const block of blocks) {
    content = block.old === '' ? block.new : (applyEdits(content, [block]) ?? byTrimmedLines(content, block));
    if (content === undefined) return undefined;
  }
  return content;
}

function readBlocks(diff: string): readonly Edit[] | undefined {
  const blocks: Edit[] = [];
  let old: string[] | undefined;
  let fresh: string[] | undefined;
  for (const line of diff.split('\n')) {
    if (SEARCH.test(line)) {
      old = [];
      fresh = undefined;
    } else if (old && !fresh && MIDDLE.test(line)) fresh = [];
    else if (old && fresh && REPLACE.test(line)) {
      blocks.push({ old: joined(old), new: joined(fresh) });
      old = undefined;
      fresh = undefined;
    } else if (fresh) fresh.push(line);
    else old?.push(line);
  }
  return old === undefined ? blocks : undefined;
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** Where the text differs in white space at the ends of lines only, the host takes it too. */
function byTrimmedLines(before: string | undefined, block: Edit): string | undefined {
  if (before === undefined) return undefined;
  const lines = before.split('\n');
  const wanted = block.old.replace(/\n$/, '').split('\n');
  for (let start = 0; start + wanted.length <= lines.length; start++) {
    if (wanted.every((line, index) => lines[start + index]?.trim() === line.trim())) {
      const fresh = block.new === '' ? [] : block.new.replace(/\n$/, '').split('\n');
      return [...lines.slice(0, start), ...fresh, ...lines.slice(start + wanted.length)].join('\n');
    }
  }
  return undefined;
}

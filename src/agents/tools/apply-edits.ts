import type { Edit } from './call.ts';

/**
 * The text with these replacements made one after the other. `undefined` where one does not apply:
 * its old text is not there, or it wants an empty file. Of several places the first is meant unless `all`.
 */
export function applyEdits(before: string | undefined, edits: readonly Edit[]): string | undefined {
  let content = before;
  for (const edit of edits) {
    content = applyEdit(content, edit);
    if (content === undefined) return undefined;
  }
  return content;
}

function applyEdit(before: string | undefined, edit: Edit): string | undefined {
  if (edit.old === '') return before === undefined || before === '' ? edit.new : undefined;
  if (before === undefined) return undefined;
  if (before.includes(edit.old)) return replaced(before, edit.old, edit.new, edit.all === true);
  // Hosts show a model line feeds only, and write back the line ends that the file has.
  const [old, fresh] = [crlf(edit.old), crlf(edit.new)];
  return before.includes(old) ? replaced(before, old, fresh, edit.all === true) : undefined;
}

function replaced(text: string, old: string, fresh: string, all: boolean): string {
  if (all) return text.split(old).join(fresh);
  const at = text.indexOf(old);
  return text.slice(0, at) + fresh + text.slice(at + old.length);
}

function crlf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}

/** The text with lines put in after a line (1-based; 0 puts them first). `undefined` for a line that is not there. */
export function insertLines(before: string, afterLine: number | 'end', added: string): string | undefined {
  if (afterLine === 'end') {
    const glue = before === '' || before.endsWith('\n') ? '' : '\n';
    return `${before}${glue}${added}`;
  }
  const lines = before.split('\n');
  if (afterLine < 0 || afterLine > lines.length) return undefined;
  return [...lines.slice(0, afterLine), added.replace(/\n$/, ''), ...lines.slice(afterLine)].join('\n');
}

import { parseRepoPath } from '../model/path.ts';
import type { Source } from '../model/span.ts';
import { type RepositoryView, textOf } from '../repository/view.ts';

/** Where a quote stands: on its lines, on others of the same file (1-based), nowhere, or the file is gone. */
export type Standing =
  | { readonly kind: 'there' }
  | { readonly kind: 'moved'; readonly line: number; readonly endLine: number }
  | { readonly kind: 'gone' }
  | { readonly kind: 'no-file' };

/** Looks for a quote at its place, then elsewhere in its file. Marks, white space and list dashes do not count. */
export function standingOf({ file, line, endLine, quote }: Source, view: RepositoryView): Standing {
  const path = parseRepoPath(file);
  const text = path === undefined ? undefined : textOf(view, path);
  if (text === undefined) return { kind: 'no-file' };
  const lines = text.split(/\r?\n/);
  const wanted = bare(quote);
  if (wanted !== '' && holds(lines.slice(line - 1, endLine), wanted)) return { kind: 'there' };
  const length = Math.max(1, endLine - line + 1);
  for (const span of new Set([1, length])) {
    for (let at = 0; at + span <= lines.length; at++) {
      if (wanted !== '' && holds(lines.slice(at, at + span), wanted)) {
        return { kind: 'moved', line: at + 1, endLine: at + span };
      }
    }
  }
  return { kind: 'gone' };
}

/** Do these lines say the words wanted, whole? */
function holds(lines: readonly string[], wanted: string): boolean {
  const text = bare(lines.join(' '));
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const [before = ' ', after = ' '] = [text[at - 1], text[at + wanted.length]];
    if (!/\w/.test(before) && !/\w/.test(after)) return true;
  }
  return false;
}

/** The words of a text: without Markdown marks, and with single blanks. */
function bare(text: string): string {
  return text
    .replaceAll(/[*_`>|#~[\]]+/g, ' ')
    .replaceAll(/(^|\s)[-+]\s/g, ' ')
    .replaceAll(/\s+([.,;:!?)])/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

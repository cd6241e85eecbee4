import type { Location } from '../model/verdict.ts';

/** Lines wider than this (UTF-16 units) are cut. */
const MAX_WIDTH = 140;

/** The line a violation stands on with one line before it, and a marker under the offending part. */
export function codeFrame(text: string, location: Location): string | undefined {
  const { line, column, endLine, endColumn } = location;
  const lines = text.split(/\r?\n/);
  const own = line === undefined ? undefined : lines[line - 1];
  if (line === undefined || own === undefined) return undefined;
  const gutter = String(line).length;
  const numbered = (number: number, content: string) =>
    `  ${String(number).padStart(gutter)} │ ${content.replaceAll('\t', ' ').slice(0, MAX_WIDTH)}`.trimEnd();
  const before = lines[line - 2];
  const rows = [...(before?.trim() ? [numbered(line - 1, before)] : []), numbered(line, own)];
  if (column !== undefined && column <= MAX_WIDTH) {
    const end =
      endLine === line && endColumn !== undefined ? endColumn : endLine === undefined ? column + 1 : own.length + 1;
    const width = Math.max(1, Math.min(end, MAX_WIDTH + 1) - column);
    rows.push(`  ${' '.repeat(gutter)} │ ${' '.repeat(column - 1)}${'^'.repeat(width)}`);
  }
  return rows.join('\n');
}

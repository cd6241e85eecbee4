import { isWide, narrow } from '../../../instructions/narrow.ts';
import type { Directive } from '../../../model/directive.ts';
import { table } from '../../../model/table.ts';

const SIGNS = /((`+)[^`]*\2)|((?<=\d)–(?=\d))|(\s?[—–]\s?)|[→⇒…‑‘’“”]/g;

const PLAIN: Readonly<Record<string, string>> = table({
  '→': '->',
  '⇒': '->',
  '…': '...',
  '‑': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
});

/**
 * Long dashes, arrows, typographic quotes and the like are read as what authors type instead: ` - `, `->`, `"`. Text that
 * takes one byte per sign is also matched by the patterns that V8 has compiled already: for other text it compiles each anew.
 */
export function withPlainSigns(directive: Directive): Directive {
  const { text, headings, parents, earlier, opening, follows, row } = directive;
  const all = [
    text,
    ...headings,
    ...parents,
    ...(earlier ?? []),
    opening ?? '',
    follows ?? '',
    ...Object.entries(row ?? {}).flat(),
  ];
  if (!all.some(isWide)) return directive;
  return {
    ...directive,
    text: inPlainSigns(text),
    headings: allInPlainSigns(headings),
    parents: allInPlainSigns(parents),
    ...(earlier && { earlier: allInPlainSigns(earlier) }),
    ...(opening !== undefined && { opening: inPlainSigns(opening) }),
    ...(follows !== undefined && { follows: inPlainSigns(follows) }),
    ...(row && { row: Object.fromEntries(Object.entries(row).map((cell) => cell.map(inPlainSigns))) }),
  };
}

function allInPlainSigns(texts: readonly string[]): string[] {
  return texts.map(inPlainSigns);
}

/** What stands in backticks is left as it is. */
function inPlainSigns(text: string): string {
  if (!isWide(text)) return text;
  const plain = text.replaceAll(SIGNS, (sign, code?: string, _ticks?: string, range?: string, dash?: string) => {
    if (code !== undefined) return code;
    if (range !== undefined) return '-';
    return dash === undefined ? (PLAIN[sign] ?? sign) : ' - ';
  });
  return narrow(plain);
}

/** Lines of ours in somebody else's text file, between two marks, so that they can be found and taken out again. */
export interface TextBlock {
  readonly lines: readonly string[];
  /** `top`: after a `#!` line; `bottom`: at the end. */
  readonly where: 'top' | 'bottom';
}

const BEGIN = '# >>> bylaw >>>';
const END = '# <<< bylaw <<<';
const BLOCK = /(^|\n)# >>> bylaw >>>\r?\n[\s\S]*?\n# <<< bylaw <<<\r?\n/;

/** The text with the block in it, in the place of an older one of ours. */
export function withBlock(before: string, block: TextBlock): string {
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  const text = [BEGIN, ...block.lines, END, ''].join(eol);
  if (holdsBlock(before)) return before.replace(BLOCK, (_, start: string) => `${start}${text}`);
  if (block.where === 'top') {
    const shebang = /^#!.*\r?\n/.exec(before)?.[0] ?? '';
    return shebang + text + before.slice(shebang.length);
  }
  // The line end that is missing stands inside the block, so that taking it out gives back what was there.
  return before === '' || before.endsWith('\n') ? before + text : `${before}${eol}${text.slice(0, -eol.length)}`;
}

export function withoutBlock(before: string): string {
  if (BLOCK.test(before)) return before.replace(BLOCK, (_, start: string) => start);
  return before.replace(/\r?\n# >>> bylaw >>>\r?\n[\s\S]*?\n# <<< bylaw <<<$/, '');
}

export function holdsBlock(text: string): boolean {
  return text.includes(BEGIN) && text.includes(END);
}

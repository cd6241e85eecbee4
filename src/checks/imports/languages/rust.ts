import type { ImportFact, ImportLanguage } from '../fact.ts';
import { type Lexis, mask } from '../mask.ts';
import { resolveRust } from './rust-resolve.ts';

const LEXIS: Lexis = {
  line: ['//'],
  block: [['/*', '*/']],
  nested: true,
  strings: [
    { open: 'r##"', close: '"##', raw: true, lines: true },
    { open: 'r#"', close: '"#', raw: true, lines: true },
    { open: 'r"', close: '"', raw: true, lines: true },
    { open: '"', close: '"', lines: true },
  ],
};

const STATEMENT =
  /(?:^|[;{}\]])\s*((?:pub(?:\s*\([^)]*\))?\s+)?(?:use\s+([^;]+);|mod\s+(\w+)\s*;|extern\s+crate\s+(\w+)[^;]*;))/g;

/** `use`, `mod` and `extern crate`. Each path of a tree of `use` is an import of its own. */
export const rust: ImportLanguage = {
  id: 'rust',
  byFile: true,
  reads: (path) => path.endsWith('.rs'),
  facts(_path, text) {
    const code = mask(
      text.replace(/'(?:\\.|[^'\\])'/g, (char) => `'${' '.repeat(char.length - 2)}'`),
      LEXIS,
    );
    const imports: ImportFact[] = [];
    STATEMENT.lastIndex = 0;
    for (let found = STATEMENT.exec(code); found; found = STATEMENT.exec(code)) {
      const [whole, statement = '', tree, module, crate] = found;
      const end = found.index + whole.length;
      const start = end - statement.length;
      const place = { typeOnly: false, lazy: false, start, end };
      // The end of one statement is the beginning of the next.
      STATEMENT.lastIndex = end - 1;
      if (module !== undefined) {
        const path = /#\[path\s*=\s*"([^"]+)"\]\s*(?:pub\S*\s+)?$/.exec(
          text.slice(Math.max(0, start - 200), start),
        )?.[1];
        imports.push({
          specifier: path === undefined ? `self::${module}` : `path:${path}`,
          names: [],
          part: true,
          ...place,
        });
      } else if (crate !== undefined) imports.push({ specifier: crate, names: ['*'], ...place });
      else
        for (const path of leaves(tree ?? ''))
          imports.push({ specifier: path, names: [path.split('::').at(-1) ?? '*'], ...place });
    }
    return { imports };
  },
  resolve: resolveRust,
};

/** `a::{b, c::{self, d as e}}` → a::b, a::c, a::c::d */
function leaves(tree: string): readonly string[] {
  const text = tree.replace(/\s+as\s+\w+/g, '').replace(/\s+/g, '');
  const open = text.indexOf('{');
  if (open < 0) return [text.replace(/^::/, '').replace(/::self$/, '')];
  const prefix = text.slice(0, open);
  const inner = text.slice(open + 1, text.lastIndexOf('}'));
  return parts(inner)
    .flatMap((part) => leaves(part).map((leaf) => (leaf === 'self' ? prefix.replace(/::$/, '') : prefix + leaf)))
    .map((leaf) => leaf.replace(/^::/, ''));
}

/** Splits at commas that are in no braces. */
function parts(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const char = text[at];
    if (char === '{') depth++;
    else if (char === '}') depth--;
    else if ((char === ',' && depth === 0) || char === undefined) {
      if (at > start) found.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return found;
}

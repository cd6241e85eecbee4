import type { Facts, ImportFact, ImportLanguage } from '../fact.ts';
import { type Lexis, mask } from '../mask.ts';
import { resolvePython } from './python-resolve.ts';

const LEXIS: Lexis = {
  line: ['#'],
  block: [],
  strings: [
    { open: '"""', close: '"""', lines: true },
    { open: "'''", close: "'''", lines: true },
    { open: '"', close: '"' },
    { open: "'", close: "'" },
  ],
};

const STATEMENT =
  /(^[ \t]*|[;:][ \t]*)(?:from[ \t]+(\.*)[ \t]*([\w.]*)[ \t]*\bimport\b[ \t]*(\([^)]*\)|(?:[^\n;\\]|\\\r?\n)*)|import[ \t]+((?:[^\n;\\]|\\\r?\n)*))/gm;
const DYNAMIC = /\b(?:import_module|__import__)\s*\(\s*(?=["'])/g;

/** Absolute and relative imports, those under `if TYPE_CHECKING` and inside functions, and `import_module('…')`. */
export const python: ImportLanguage = {
  id: 'python',
  reads: (path) => /\.pyi?$/.test(path),
  byName: true,
  facts(_path, text) {
    if (!/\bimport/.test(text)) return { imports: [] };
    return readPython(text);
  },
  resolve: resolvePython,
};

function readPython(text: string): Facts {
  const code = mask(text, LEXIS);
  const typing = typingBlocks(code);
  const imports: ImportFact[] = [];
  for (const found of code.matchAll(STATEMENT)) {
    const [whole, lead = '', dots = '', module = '', names, modules] = found;
    const start = found.index + lead.length;
    const place = {
      typeOnly: typing.some(([from, to]) => start >= from && start < to),
      lazy: lead.trim() === '' && lead !== '' && isInFunction(code, found.index, lead.length),
      start,
      end: found.index + whole.trimEnd().length,
    };
    if (names !== undefined) {
      if (dots + module !== '') imports.push({ specifier: dots + module, names: imported(names), ...place });
    } else {
      for (const name of imported(modules ?? '')) imports.push({ specifier: name, names: ['*'], ...place });
    }
  }
  for (const found of code.matchAll(DYNAMIC)) {
    const start = found.index;
    const literal = /^["']([\w.]+)["']/.exec(text.slice(start + found[0].length));
    const end = start + found[0].length + (literal?.[0].length ?? 0);
    if (literal) imports.push({ specifier: literal[1] ?? '', names: ['*'], typeOnly: false, lazy: true, start, end });
  }
  return { imports };
}

/** `(a as b, c)` → a, c */
function imported(list: string): readonly string[] {
  return list
    .replace(/[()\\]/g, ' ')
    .split(',')
    .flatMap((item) => /^\s*([\w.]+|\*)(?:\s+as\s+\w+)?\s*$/.exec(item)?.[1] ?? []);
}

/** Where `if TYPE_CHECKING:` blocks begin and end. */
function typingBlocks(code: string): readonly (readonly [number, number])[] {
  return [...code.matchAll(/^([ \t]*)if[ \t]+(?:\w+\.)?TYPE_CHECKING[ \t]*:.*$/gm)].map((found) => {
    const indent = (found[1] ?? '').length;
    let end = found.index + found[0].length + 1;
    for (const line of code.slice(end).split('\n')) {
      if (line.trim() !== '' && line.search(/\S/) <= indent) break;
      end += line.length + 1;
    }
    return [found.index, end] as const;
  });
}

/** Is the line at an offset, indented so far, part of a function? */
function isInFunction(code: string, offset: number, indent: number): boolean {
  let depth = indent;
  for (let end = offset; end > 0 && depth > 0; ) {
    const start = code.lastIndexOf('\n', end - 2) + 1;
    const line = code.slice(start, end);
    const here = line.search(/\S/);
    if (here >= 0 && here < depth) {
      if (/^\s*(?:async[ \t]+)?def\b/.test(line)) return true;
      depth = here;
    }
    end = start;
  }
  return false;
}

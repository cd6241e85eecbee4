import type { Token } from './tokens.ts';

/** What is known of an argument: one text, a list of them, or nothing. */
export interface Argument {
  /** The keyword or key it is given under. */
  readonly name: string | undefined;
  readonly text: string | undefined;
  readonly list: readonly (string | undefined)[] | undefined;
  /** Its code without strings: `true`, `O_WRONLY`. */
  readonly code: string;
}

/** A call found in code: `fs.rmSync('x', { recursive: true })`. */
export interface Call {
  /** Dotted name; `()` stands for a call before it: `Path().write_text`. */
  readonly name: string;
  readonly args: readonly Argument[];
  /** Arguments of the call that it is called on. */
  readonly on: readonly Argument[];
}

/** A call, or a string that a shell runs (backticks). */
export type Found = { readonly kind: 'call'; readonly call: Call } | { readonly kind: 'shell'; readonly text: string };

/** Names under which modules and their members are known in the code: `sp` → `subprocess`, `rm` → `os.remove`. */
export type Aliases = ReadonlyMap<string, string>;

/** All calls of some code, in order, innermost arguments too. `bare`: a call may do without parentheses. */
export function calls(all: readonly Token[], bare: boolean): readonly Found[] {
  const found: Found[] = [];
  let closed: readonly Argument[] | undefined;
  const ends = new Map<number, readonly Argument[]>();
  for (let at = 0; at < all.length; at += 1) {
    const token = all[at];
    if (token?.kind === 'text' && token.code) found.push({ kind: 'shell', text: token.value ?? token.source });
    if (token?.kind !== 'name') continue;
    const before = all[at - 1];
    const chained = before?.kind === 'mark' && before.text === '.' ? ends.get(at - 2) : undefined;
    closed = chained;
    const next = all[at + 1];
    const open = next?.kind === 'mark' && next.text === '(';
    if (!open && !(bare && (next?.kind === 'text' || (next?.kind === 'mark' && next.text === '[')))) continue;
    const { args, end } = argumentsAt(all, open ? at + 2 : at + 1, open);
    if (open) ends.set(end, args);
    found.push({ kind: 'call', call: { name: chained ? `().${token.text}` : token.text, args, on: closed ?? [] } });
  }
  return found;
}

function argumentsAt(all: readonly Token[], from: number, open: boolean): { args: Argument[]; end: number } {
  const args: Argument[] = [];
  let depth = 0;
  let start = from;
  let at = from;
  for (; at < all.length; at += 1) {
    const token = all[at];
    if (token?.kind !== 'mark') continue;
    const { text } = token;
    if (depth === 0 && (text === ')' || (!open && /[;}\]|]/.test(text)))) break;
    if (/[([{]/.test(text)) depth += 1;
    else if (/[)\]}]/.test(text)) depth -= 1;
    else if (text === ',' && depth === 0) {
      args.push(argumentOf(all.slice(start, at)));
      start = at + 1;
    }
  }
  if (at > start) args.push(argumentOf(all.slice(start, at)));
  return { args, end: at };
}

function argumentOf(part: readonly Token[]): Argument {
  const code = part.map((token) => (token.kind === 'text' ? '""' : token.text)).join('');
  const [first, second] = part;
  if (
    first?.kind === 'name' &&
    second?.kind === 'mark' &&
    (second.text === '=' || second.text === ':') &&
    part.length > 2
  ) {
    return { ...argumentOf(part.slice(2)), name: first.text };
  }
  if (first?.kind === 'mark' && first.text === '[') {
    return { name: undefined, text: undefined, list: listOf(part.slice(1, -1)), code };
  }
  return { name: undefined, text: joined(part), list: undefined, code };
}

function listOf(part: readonly Token[]): (string | undefined)[] {
  const items: (string | undefined)[] = [];
  let start = 0;
  for (let at = 0; at <= part.length; at += 1) {
    const token = part[at];
    if (at < part.length && !(token?.kind === 'mark' && token.text === ',')) continue;
    if (at > start) items.push(joined(part.slice(start, at)));
    start = at + 1;
  }
  return items;
}

/** The text of strings that stand side by side or are joined by `+` or `.`. */
function joined(part: readonly Token[]): string | undefined {
  let text = '';
  let some = false;
  for (const token of part) {
    if (token.kind === 'mark' && /[+.]/.test(token.text)) continue;
    if (token.kind !== 'text' || token.value === undefined) return undefined;
    text += token.value;
    some = true;
  }
  return some ? text : undefined;
}

/** `import a as b`, `from a import b as c`, `const { x: y } = require('a')`, `import { x } from 'a'`. */
export function aliases(code: string): Aliases {
  const found = new Map<string, string>();
  const bind = (module: string, list: string): void => {
    for (const item of list.split(',')) {
      const [name = '', as] = item.trim().split(/\s+as\s+|\s*:\s*/);
      if (/^\w+$/.test(name)) found.set(as ?? name, `${module.replace(/^node:/, '').replace(/\//g, '.')}.${name}`);
    }
  };
  const whole = (module: string, as: string): void => {
    found.set(as, module.replace(/^node:/, '').replace(/\//g, '.'));
  };
  for (const [, module = '', list = ''] of code.matchAll(/\bfrom\s+([\w.]+)\s+import\s+\(?([\w ,]+)/g))
    bind(module, list);
  for (const [, list = ''] of code.matchAll(/\bimport\s+([\w., ]+)/g)) {
    for (const item of list.split(',')) {
      const [module = '', as] = item.trim().split(/\s+as\s+/);
      if (as) whole(module, as);
    }
  }
  for (const [, list = '', module = ''] of code.matchAll(
    /\{([\w ,:]+)\}\s*=\s*(?:await\s+)?(?:require|import)\(\s*["']([\w:/.-]+)["']/g,
  ))
    bind(module, list);
  for (const [, list = '', module = ''] of code.matchAll(/\bimport\s*\{([\w ,]+)\}\s*from\s*["']([\w:/.-]+)["']/g))
    bind(module, list);
  for (const [, as = '', module = ''] of code.matchAll(
    /\b(\w+)\s*=\s*(?:await\s+)?(?:require|import)\(\s*["']([\w:/.-]+)["']/g,
  ))
    whole(module, as);
  for (const [, as = '', module = ''] of code.matchAll(/\bimport\s+(?:\*\s+as\s+)?(\w+)\s+from\s*["']([\w:/.-]+)["']/g))
    whole(module, as);
  return found;
}

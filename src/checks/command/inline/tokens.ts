import type { CallsSource } from '../source.ts';

/** A piece of source code: just enough of the lexical structure that most scripting languages share. */
export type Token =
  | { readonly kind: 'name'; readonly text: string }
  /** `value` is `undefined` where something is put into it at run time. `code`: it is run by a shell. */
  | { readonly kind: 'text'; readonly value: string | undefined; readonly source: string; readonly code: boolean }
  | { readonly kind: 'mark'; readonly text: string };

const MAX_TOKENS = 50_000;

/** Splits code into names (dotted ones whole), strings and marks. Comments are left out. */
export function tokens(code: string, language: CallsSource, name: string): readonly Token[] {
  const found: Token[] = [];
  const comment = language.comment;
  let at = 0;
  while (at < code.length && found.length < MAX_TOKENS) {
    const char = code[at] ?? '';
    if (/\s/.test(char)) {
      if (char === '\n' && name !== 'javascript') found.push({ kind: 'mark', text: ';' });
      at += 1;
      continue;
    }
    if (code.startsWith(comment, at) && !(comment === '#' && name === 'perl' && code[at - 1] === '$')) {
      const end = code.indexOf('\n', at);
      at = end < 0 ? code.length : end;
      continue;
    }
    if (code.startsWith('/*', at) && comment === '//') {
      const end = code.indexOf('*/', at + 2);
      at = end < 0 ? code.length : end + 2;
      continue;
    }
    const quoted = quotedAt(code, at, language, name);
    if (quoted) {
      found.push(quoted.token);
      at = quoted.end;
      continue;
    }
    const word = /^[A-Za-z_$@][\w$]*(?:(?:\.|::|->)[A-Za-z_$][\w$]*)*[!?]?/.exec(code.slice(at, at + 400))?.[0];
    if (word) {
      found.push({ kind: 'name', text: word.replaceAll('::', '.').replaceAll('->', '.') });
      at += word.length;
      continue;
    }
    found.push({ kind: 'mark', text: char });
    at += 1;
  }
  return found;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']', '<': '>' };

function quotedAt(
  code: string,
  at: number,
  language: CallsSource,
  name: string,
): { token: Token; end: number } | undefined {
  const rest = code.slice(at, at + 8);
  const prefix = name === 'python' ? (/^([rbfuRBFU]{0,2})(?=["'])/.exec(rest)?.[1] ?? '') : '';
  const formatted = /f/i.test(prefix);
  const start = at + prefix.length;
  const char = code[start] ?? '';
  const special = name === 'perl' || name === 'ruby' ? /^(?:%x|%q|%Q|qx|qq|q)\s?([({[<|!/])/.exec(rest) : null;
  if (special && !/[\w$]/.test(code[at - 1] ?? '')) {
    const open = special[1] ?? '';
    const from = at + special[0].length;
    const end = endOf(code, from, CLOSING[open] ?? open);
    const source = code.slice(from, end);
    const raw = special[0].startsWith('q') && !/^q[qx]/.test(special[0]) ? source : undefined;
    return {
      token: textToken(source, raw ?? plainOf(source, name, true), /x/.test(special[0].slice(0, 2))),
      end: end + 1,
    };
  }
  if (char !== '"' && char !== "'" && char !== '`') return undefined;
  const triple = name === 'python' && code.startsWith(char.repeat(3), start);
  const quote = triple ? char.repeat(3) : char;
  const from = start + quote.length;
  const end = endOf(code, from, quote);
  const source = code.slice(from, end);
  const interpolates = formatted || (char !== "'" && name !== 'python') || char === '`';
  const value =
    char === "'" && name !== 'python' && name !== 'javascript'
      ? source.replace(/\\(['\\])/g, '$1')
      : plainOf(source, name, interpolates);
  return { token: textToken(source, value, char === '`' && language.backticks === 'shell'), end: end + quote.length };
}

function textToken(source: string, value: string | undefined, code: boolean): Token {
  return { kind: 'text', value, source, code };
}

function endOf(code: string, from: number, quote: string): number {
  for (let at = from; at < code.length; at += 1) {
    if (code[at] === '\\') at += 1;
    else if (code.startsWith(quote, at)) return at;
  }
  return code.length;
}

function plainOf(source: string, name: string, interpolates: boolean): string | undefined {
  if (interpolates && interpolation(name).test(source)) return undefined;
  return source.replace(/\\(n|t|.)/gs, (_whole, char: string) => (char === 'n' ? '\n' : char === 't' ? '\t' : char));
}

function interpolation(name: string): RegExp {
  if (name === 'python') return /\{/;
  if (name === 'javascript') return /\$\{/;
  return name === 'ruby' ? /#\{/ : /(?<!\\)[$@]\w/;
}

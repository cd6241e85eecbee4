import { QueryProblem } from './syntax.ts';

/** A tree-sitter query read as what it is: an S-expression. Offsets are into the query's source. */
export interface QueryItem {
  readonly kind: 'node' | 'group' | 'choice' | 'token' | 'wildcard' | 'anchor' | 'negated' | 'word';
  /** Kind of node, text of a token as written, field of a negation. */
  readonly text: string;
  readonly field?: string;
  readonly quantifier?: string;
  readonly captures: readonly string[];
  readonly children: readonly QueryItem[];
}

export interface QueryPredicate {
  readonly name: string;
  readonly args: readonly ({ readonly capture: string } | { readonly text: string })[];
}

/** One top-level pattern of a query, its predicates taken out. */
export interface QueryPattern {
  readonly item: QueryItem;
  readonly predicates: readonly QueryPredicate[];
}

interface Lexeme {
  readonly text: string;
  readonly at: number;
}

const LEXEME = /\s+|;[^\n]*|"(?:\\.|[^"\\])*"|[@#][\w.\-?!]+|![\w.-]+|[\w\-./]+:?|[()[\]*+?.]/gy;

/** Reads a query. Throws {@link QueryProblem} for what cannot be one, whatever the grammar. */
export function readQuery(source: string): readonly QueryPattern[] {
  const reader = new Reader(lexemes(source), source.length);
  const patterns: QueryPattern[] = [];
  while (!reader.done()) {
    if (reader.atPredicate())
      throw new QueryProblem('a predicate must stand inside the parentheses of its pattern', reader.at());
    const predicates: QueryPredicate[] = [];
    const item = reader.item(predicates);
    if (item) patterns.push({ item, predicates });
  }
  if (patterns.length === 0) throw new QueryProblem('the query is empty', 0);
  return patterns;
}

function lexemes(source: string): Lexeme[] {
  const found: Lexeme[] = [];
  LEXEME.lastIndex = 0;
  while (LEXEME.lastIndex < source.length) {
    const at = LEXEME.lastIndex;
    const text = LEXEME.exec(source)?.[0];
    if (text === undefined) throw new QueryProblem(`unexpected ${JSON.stringify(source.charAt(at))}`, at);
    if (!/^[\s;]/.test(text)) found.push({ text, at });
  }
  return found;
}

class Reader {
  readonly #lexemes: readonly Lexeme[];
  readonly #end: number;
  #next = 0;

  constructor(all: readonly Lexeme[], end: number) {
    this.#lexemes = all;
    this.#end = end;
  }

  done(): boolean {
    return this.#next >= this.#lexemes.length;
  }

  at(): number {
    return this.#lexemes[this.#next]?.at ?? this.#end;
  }

  atPredicate(): boolean {
    return this.#peek() === '(' && (this.#lexemes[this.#next + 1]?.text.startsWith('#') ?? false);
  }

  #peek(): string | undefined {
    return this.#lexemes[this.#next]?.text;
  }

  #take(): string {
    const text = this.#peek();
    if (text === undefined) throw new QueryProblem('the query ends too early', this.#end);
    this.#next++;
    return text;
  }

  /** One item with its field, quantifier and captures; `undefined` for a predicate, which goes to `predicates`. */
  item(predicates: QueryPredicate[]): QueryItem | undefined {
    if (this.atPredicate()) {
      predicates.push(this.#predicate());
      return undefined;
    }
    let field: string | undefined;
    if (this.#peek()?.endsWith(':')) field = this.#take().slice(0, -1);
    const core = this.#core(predicates);
    let quantifier: string | undefined;
    const captures: string[] = [];
    for (let next = this.#peek(); next !== undefined; next = this.#peek()) {
      if (next === '*' || next === '+' || next === '?') quantifier = this.#take();
      else if (next.startsWith('@')) captures.push(this.#take().slice(1));
      else break;
    }
    return {
      ...core,
      captures,
      ...(field !== undefined && { field }),
      ...(quantifier !== undefined && { quantifier }),
    };
  }

  #core(predicates: QueryPredicate[]): Omit<QueryItem, 'captures'> {
    const at = this.at();
    const text = this.#take();
    if (text === '(') return this.#parenthesis(predicates);
    if (text === '[') return { kind: 'choice', text: '', children: this.#until(']', predicates) };
    if (text.startsWith('"')) return { kind: 'token', text, children: [] };
    if (text.startsWith('!')) return { kind: 'negated', text: text.slice(1), children: [] };
    if (text === '.') return { kind: 'anchor', text, children: [] };
    if (text === '_') return { kind: 'wildcard', text, children: [] };
    if (/^[\w]/.test(text)) return { kind: 'word', text, children: [] };
    throw new QueryProblem(`unexpected ${text}`, at);
  }

  #parenthesis(predicates: QueryPredicate[]): Omit<QueryItem, 'captures'> {
    const next = this.#peek();
    if (next !== undefined && /^\w/.test(next) && !next.endsWith(':')) {
      const text = this.#take();
      return { kind: 'node', text, children: this.#until(')', predicates) };
    }
    return { kind: 'group', text: '', children: this.#until(')', predicates) };
  }

  #until(close: string, predicates: QueryPredicate[]): QueryItem[] {
    const items: QueryItem[] = [];
    while (this.#peek() !== close) {
      if (this.done()) throw new QueryProblem(`expected ${close} before the end of the query`, this.#end);
      const item = this.item(predicates);
      if (item) items.push(item);
    }
    this.#next++;
    return items;
  }

  #predicate(): QueryPredicate {
    this.#take();
    const name = this.#take().slice(1);
    const args: ({ capture: string } | { text: string })[] = [];
    while (this.#peek() !== ')') {
      const text = this.#take();
      args.push(text.startsWith('@') ? { capture: text.slice(1) } : { text: unquoted(text) });
    }
    this.#next++;
    return { name, args };
  }
}

/** The text that a quoted string of a query stands for. */
export function unquoted(text: string): string {
  if (!text.startsWith('"')) return text;
  const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' };
  return text.slice(1, -1).replace(/\\(.)/gs, (_, char: string) => escapes[char] ?? char);
}

/** A text as a quoted string of a query. */
export function quotedText(text: string): string {
  const escaped = text
    .replace(/["\\]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escaped}"`;
}

import type { Language } from '../../model/language.ts';

/** Zero-based row and column; columns count UTF-16 code units. */
export interface Point {
  readonly row: number;
  readonly column: number;
}

/** What both parser backends say of a node. Offsets count UTF-16 code units from the start of the text. */
export interface SyntaxNode {
  readonly id: number;
  readonly type: string;
  readonly isNamed: boolean;
  readonly isExtra: boolean;
  readonly isError: boolean;
  readonly isMissing: boolean;
  readonly hasError: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly startPosition: Point;
  readonly endPosition: Point;
  readonly text: string;
  readonly parent: SyntaxNode | null;
  readonly children: readonly SyntaxNode[];
  readonly namedChildren: readonly SyntaxNode[];
  readonly previousNamedSibling: SyntaxNode | null;
  fieldNameForChild(index: number): string | null;
}

/** A parsed text. It holds memory outside the garbage collector: `delete` it. */
export interface SyntaxTree {
  readonly root: SyntaxNode;
  readonly text: string;
  delete(): void;
}

export interface SyntaxCapture {
  readonly name: string;
  readonly node: SyntaxNode;
}

export interface SyntaxMatch {
  readonly pattern: number;
  readonly captures: readonly SyntaxCapture[];
}

/** The matches of a query; `complete` is false if the time ran out first. */
export interface Matches {
  readonly matches: readonly SyntaxMatch[];
  readonly complete: boolean;
}

export interface SyntaxQuery {
  /** `milliseconds` bounds the run. Predicates are not looked at: a query is given without them. */
  run(tree: SyntaxTree, milliseconds: number): Matches;
  delete(): void;
}

/** A query that the grammar does not take. `index` is the offset in its source. */
export class QueryProblem extends Error {
  override readonly name = 'QueryProblem';
  readonly index: number | undefined;

  constructor(message: string, index?: number) {
    super(message);
    this.index = index;
  }
}

export interface Grammar {
  readonly language: Language;
  /** Names of all kinds of node, each with whether it is named (not a bare token). */
  readonly kinds: readonly { readonly name: string; readonly named: boolean }[];
  /**
   * Parses a text, reusing an earlier tree of nearly the same text if given (it stays valid).
   * `undefined` if it takes longer than `milliseconds`.
   */
  parse(text: string, milliseconds: number, earlier?: SyntaxTree): SyntaxTree | undefined;
  /** Throws {@link QueryProblem}. */
  query(source: string): SyntaxQuery;
}

/** A way of parsing: `web` (WebAssembly, always there) or `native` (where the user has installed it). */
export interface SyntaxBackend {
  readonly name: 'web' | 'native';
  /** `undefined` where it has no grammar for the language. */
  grammar(language: Language): Grammar | undefined;
}

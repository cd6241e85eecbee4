import type { Language } from '../../model/language.ts';
import { type Grammar, QueryProblem, type SyntaxBackend, type SyntaxNode, type SyntaxTree } from './syntax.ts';

/** Grammar packages by language, with the export that holds the grammar where it is not the package itself. */
const PACKAGES: Readonly<Partial<Record<Language, readonly [name: string, member?: string]>>> = {
  typescript: ['tree-sitter-typescript', 'typescript'],
  tsx: ['tree-sitter-typescript', 'tsx'],
  javascript: ['tree-sitter-javascript'],
  python: ['tree-sitter-python'],
  go: ['tree-sitter-go'],
  rust: ['tree-sitter-rust'],
  java: ['tree-sitter-java'],
  c: ['tree-sitter-c'],
  cpp: ['tree-sitter-cpp'],
  ruby: ['tree-sitter-ruby'],
  php: ['tree-sitter-php', 'php'],
  bash: ['tree-sitter-bash'],
};

interface NativeTree {
  readonly rootNode: SyntaxNode;
}

interface NativeParser {
  setLanguage(language: object): void;
  parse(text: string, earlier: NativeTree | null, options: object): NativeTree | null;
  reset(): void;
}

interface NativeQuery {
  matches(
    node: SyntaxNode,
    options: object,
  ): readonly { pattern: number; captures: readonly { name: string; node: SyntaxNode }[] }[];
}

interface NativeModule {
  new (): NativeParser;
  readonly Query: new (language: object, source: string) => NativeQuery;
}

interface NativeLanguage {
  readonly nodeTypeInfo?: readonly { readonly type: string; readonly named: boolean }[];
}

/** The parser of the `tree-sitter` package, if the user has installed it with the grammars; else `undefined`. */
export async function nativeBackend(): Promise<SyntaxBackend | undefined> {
  const module = await imported('tree-sitter');
  if (!isNativeModule(module)) return undefined;
  const grammars = new Map<Language, Grammar>();
  for (const [language, [name, member]] of Object.entries(PACKAGES) as [Language, readonly [string, string?]][]) {
    const loaded = await imported(name);
    const found = member === undefined ? loaded : propertyOf(loaded, member);
    const grammar = isObject(found) ? grammarOver(language, module, found) : undefined;
    if (grammar) grammars.set(language, grammar);
  }
  return { name: 'native', grammar: (language) => grammars.get(language) };
}

/** `undefined` if the parser does not take the grammar (another ABI). */
function grammarOver(language: Language, Parser: NativeModule, loaded: NativeLanguage): Grammar | undefined {
  const parser = new Parser();
  try {
    parser.setLanguage(loaded);
  } catch {
    return undefined;
  }
  return {
    language,
    kinds: (loaded.nodeTypeInfo ?? []).map(({ type, named }) => ({ name: type, named })),
    // The native tree cannot be copied, and an earlier one must stay valid: each text is parsed whole.
    parse(text, milliseconds) {
      const deadline = performance.now() + milliseconds;
      const tree = parser.parse(text, null, {
        bufferSize: Math.max(32 * 1024, text.length + 1),
        progressCallback: () => performance.now() > deadline,
      });
      if (tree === null) parser.reset();
      return tree === null ? undefined : treeOver(tree, text);
    },
    query(source) {
      const query = compile(Parser, loaded, source);
      return {
        run(tree: SyntaxTree, milliseconds) {
          const started = performance.now();
          const matches = query.matches(tree.root, { timeoutMicros: milliseconds * 1000 });
          return { matches, complete: performance.now() - started < milliseconds };
        },
        delete: () => {},
      };
    },
  };
}

function treeOver(tree: NativeTree, text: string): SyntaxTree {
  return { root: tree.rootNode, text, delete: () => {} };
}

function compile(Parser: NativeModule, language: object, source: string): NativeQuery {
  try {
    return new Parser.Query(language, source);
  } catch (error) {
    throw new QueryProblem(error instanceof Error ? error.message : String(error));
  }
}

async function imported(name: string): Promise<unknown> {
  try {
    const module: unknown = await import(name);
    return propertyOf(module, 'default') ?? module;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function propertyOf(value: unknown, name: string): unknown {
  return (isObject(value) || typeof value === 'function') && value !== null ? Reflect.get(value, name) : undefined;
}

function isNativeModule(value: unknown): value is NativeModule {
  return typeof value === 'function' && typeof propertyOf(value, 'Query') === 'function';
}

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Edit, Parser, Query, type Tree, Language as WebLanguage, Node as WebNode } from 'web-tree-sitter';
import { Failure } from '../../model/failure.ts';
import type { Language } from '../../model/language.ts';
import { editBetween } from './edit.ts';
import { type Grammar, QueryProblem, type SyntaxBackend, type SyntaxNode, type SyntaxTree } from './syntax.ts';

/** Where the `.wasm` files lie: beside the bundle, beside its chunks, or built, seen from the sources. */
const FOLDERS = ['./grammars/', '../grammars/', '../../../dist/grammars/'];

export interface WebTree extends SyntaxTree {
  readonly tree: Tree;
}

let started: Promise<void> | undefined;
let running = false;

/** Starts the WebAssembly parser (about 15 ms, once). Everything else of the backend is synchronous. */
export function startWebBackend(): Promise<void> {
  started ??= Parser.init().then(() => {
    running = true;
  });
  return started;
}

const grammars = new Map<Language, Grammar | undefined>();

export const webBackend: SyntaxBackend = {
  name: 'web',
  grammar(language) {
    if (!grammars.has(language)) grammars.set(language, load(language));
    return grammars.get(language);
  },
};

/** The file of a grammar; `undefined` where there is none for the language. */
export function grammarFile(language: Language): string | undefined {
  for (const folder of FOLDERS) {
    const file = new URL(`${folder}${language}.wasm`, import.meta.url);
    if (existsSync(file)) return fileURLToPath(file);
  }
  return undefined;
}

function load(language: Language): Grammar | undefined {
  if (!running) throw new Failure('unavailable', 'the parser is not started: call startSyntax() first');
  const file = grammarFile(language);
  if (file === undefined) return undefined;
  const loaded = WebLanguage.loadSync(new WebAssembly.Module(readFileSync(file)));
  const parser = new Parser();
  parser.setLanguage(loaded);
  return grammarOver(language, loaded, parser);
}

function grammarOver(language: Language, loaded: WebLanguage, parser: Parser): Grammar {
  const queries = new Map<string, Query>();
  return {
    language,
    kinds: loaded.types.map((name, id) => ({ name, named: loaded.nodeTypeIsNamed(id) })),
    parse(text, milliseconds, earlier) {
      const edited = earlier && isWebTree(earlier) ? editedCopy(earlier, text) : undefined;
      const deadline = performance.now() + milliseconds;
      try {
        const tree = parser.parse(text, edited ?? null, { progressCallback: () => performance.now() > deadline });
        if (tree === null) parser.reset();
        return tree === null ? undefined : webTree(tree, text);
      } finally {
        edited?.delete();
      }
    },
    query(source) {
      const { query, kept } = compiledOnce(loaded, queries, source);
      return {
        run(tree, milliseconds) {
          if (!isWebTree(tree)) throw new TypeError('the tree is of another backend');
          const deadline = performance.now() + milliseconds;
          let complete = true;
          const matches = query.matches(tree.tree.rootNode, {
            progressCallback: () => {
              if (performance.now() <= deadline) return false;
              complete = false;
              return true;
            },
          });
          return {
            complete: complete && !query.didExceedMatchLimit(),
            matches: matches.map(({ patternIndex, captures }) => ({ pattern: patternIndex, captures })),
          };
        },
        // Kept: compiling one costs up to 50 ms, whatever its size.
        delete: () => {
          if (!kept) query.delete();
        },
      };
    },
  };
}

/** Compiled queries kept for one language. */
const MAX_QUERIES = 300;

/** The query of a source, from the kept ones where there is room; `kept` ones are never freed while in use. */
function compiledOnce(
  language: WebLanguage,
  queries: Map<string, Query>,
  source: string,
): { query: Query; kept: boolean } {
  const known = queries.get(source);
  if (known) return { query: known, kept: true };
  const query = compile(language, source);
  const kept = queries.size < MAX_QUERIES;
  if (kept) queries.set(source, query);
  return { query, kept };
}

function compile(language: WebLanguage, source: string): Query {
  try {
    return new Query(language, source);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new QueryProblem(
      error.message,
      'index' in error && typeof error.index === 'number' ? error.index : undefined,
    );
  }
}

function webTree(tree: Tree, text: string): WebTree {
  const root: SyntaxNode = tree.rootNode;
  return { tree, text, root, delete: () => tree.delete() };
}

function isWebTree(tree: SyntaxTree): tree is WebTree {
  return 'tree' in tree && tree.root instanceof WebNode;
}

function editedCopy(earlier: WebTree, text: string): Tree {
  const copy = earlier.tree.copy();
  copy.edit(new Edit(editBetween(earlier.text, text)));
  return copy;
}

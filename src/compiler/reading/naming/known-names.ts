import type { FileKind, Lexicon, Tool, ToolGroup } from '../../../lexicon/lexicon.ts';

/** What a name stands for; `asWord` is false for names that are too ordinary to count outside a code span. */
export interface Named<T> {
  readonly of: T;
  readonly asWord: boolean;
}

/** Names in lower case; those written with backticks count as code only. The first bearer of a name keeps it. */
function named<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, Named<T>> {
  const found = new Map<string, Named<T>>();
  for (const [name, of] of pairs) {
    const key = name.replaceAll('`', '').toLowerCase();
    if (!found.has(key)) found.set(key, { of, asWord: !name.includes('`') });
  }
  return found;
}

/** The names of tools, kinds of files and languages. */
export interface Names {
  readonly tools: ReadonlyMap<string, Named<{ readonly tool: Tool; readonly group: ToolGroup }>>;
  readonly kinds: ReadonlyMap<string, Named<FileKind>>;
  readonly names: ReadonlyMap<string, Named<LanguageNames>>;
  /** The words that names of several words begin with, in the singular. */
  readonly firstWords: ReadonlySet<string>;
}

type LanguageNames = Lexicon['languages'][string];

/** A lexicon's names are put in order once for all repositories. */
const ordered = new WeakMap<Lexicon, Names>();

export function namesOf(lexicon: Lexicon): Names {
  const known = ordered.get(lexicon) ?? orderedNames(lexicon);
  ordered.set(lexicon, known);
  return known;
}

function orderedNames(lexicon: Lexicon): Names {
  const tools = named(
    Object.values(lexicon.groups).flatMap((group) =>
      group.tools.flatMap((tool) =>
        [tool.id, ...tool.names, ...tool.programs].map((name) => [name, { tool, group }] as const),
      ),
    ),
  );
  const kinds = named(
    Object.values(lexicon.fileKinds).flatMap((kind) => kind.names.map((name) => [name, kind] as const)),
  );
  const names = named(
    Object.values(lexicon.languages).flatMap((language) => language.names.map((name) => [name, language] as const)),
  );
  const firstWords = new Set([...tools.keys(), ...kinds.keys(), ...names.keys()].map(firstWord));
  return { tools, kinds, names, firstWords };
}

/** What names of several words are looked up by. */
export function firstWord(name: string): string {
  const end = name.search(/[\s-]/);
  return (end < 0 ? name : name.slice(0, end)).replace(/s$/, '');
}

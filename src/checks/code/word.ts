import type { CodeMatcher } from '../../model/checks/code.ts';
import { isGlobalName } from './global-names.ts';
import { MANY_HOLE } from './holes.ts';
import { readingsOf } from './pattern.ts';
import { quotedText } from './query-tree.ts';
import type { Grammar } from './syntax.ts';

/** Kinds of node that are names in one grammar or another. Those behind a dot are not among them. */
const NAMES = [
  'identifier',
  'type_identifier',
  'simple_identifier',
  'constant',
  'name',
  'shorthand_property_identifier',
  'namespace_identifier',
];

type Query = Pick<CodeMatcher, 'query' | 'where'>;

/** What a bare word is in a language, and the queries that find it. */
export interface WordReading {
  readonly kind: 'keyword' | 'name';
  readonly queries: readonly Query[];
}

/** Reads a bare word: as a keyword, a built-in type or value, else as a name. `undefined` where it is neither. */
export function readWord(grammar: Grammar, word: string): WordReading | undefined {
  if (DATA.has(grammar.language)) return undefined;
  if (grammar.language === 'bash') return { kind: 'name', queries: [{ query: commandNamed(word) }] };
  const token = grammar.kinds.some((kind) => !kind.named && kind.name === word);
  const kinds = readingsOf(grammar, word).flatMap(({ query }) => /^\(\((\w+)\)/.exec(query)?.slice(1) ?? []);
  const own = kindsOfText(grammar, word).filter((kind) => !NAMES.includes(kind) && !/field|property|label/.test(kind));
  const isName = kinds.some((kind) => NAMES.includes(kind));
  if (token) {
    const calls = isName ? freeCall(grammar, word) : [];
    return { kind: 'keyword', queries: [{ query: `(${quotedText(word)} @match)` }, ...calls] };
  }
  if (own.length > 0) return { kind: 'keyword', queries: own.map((kind) => ({ query: textQuery(kind, word) })) };
  return isName ? { kind: 'name', queries: nameQueries(grammar, word) } : undefined;
}

const DATA = new Set<string>(['css', 'html', 'json', 'yaml', 'toml', 'markdown', 'sql', 'dockerfile', 'text']);

/** Queries for uses of a name: as such, as a called method (not for what the language itself provides), in JSX. */
function nameQueries(grammar: Grammar, name: string): Query[] {
  const has = (kind: string) => grammar.kinds.some((known) => known.named && known.name === kind);
  const kinds = NAMES.filter(has).map((kind) => `(${kind})`);
  const text = `(#eq? @match ${quotedText(name)})`;
  const queries: Query[] = [{ query: `([${kinds.join(' ')}] @match ${text})`, where: { use: true } }];
  if (!isGlobalName(grammar.language, name) && /^[a-z]/.test(name)) queries.push(...methodCalls(grammar, name));
  if (has('jsx_attribute')) queries.push({ query: `(jsx_attribute (property_identifier) @match ${text})` });
  return queries;
}

/** Queries for calls of a function, and of methods of that name unless the language itself provides the function. */
export function callQueries(grammar: Grammar, name: string, args: string): Query[] {
  const queries = freeCall(grammar, name, args);
  return isGlobalName(grammar.language, name) ? queries : [...queries, ...methodCalls(grammar, name, args)];
}

const CALLS = /^\(\(?(\w*call|\w*invocation|new_|macro|token_tree|command|object_creation)/;

function freeCall(grammar: Grammar, name: string, args = MANY_HOLE): Query[] {
  return readingsOf(grammar, `${name}(${args})`)
    .filter(({ query }) => CALLS.test(query))
    .map(({ query }) => ({ query: withoutReceiver(grammar, name, query) }));
}

function methodCalls(grammar: Grammar, name: string, args = MANY_HOLE): Query[] {
  const access = grammar.language === 'php' ? '->' : '.';
  return readingsOf(grammar, `${access}${name}(${args})`).map(({ query }) => ({ query }));
}

/** A call of what the language provides has no receiver; grammars with one kind of call for both need telling. */
function withoutReceiver(grammar: Grammar, name: string, query: string): string {
  if (!isGlobalName(grammar.language, name)) return query;
  if (grammar.language === 'ruby') return query.replace(/^\(\(call /, '((call !receiver ');
  if (grammar.language === 'java') return query.replace(/^\(\(method_invocation /, '((method_invocation !object ');
  return query;
}

/** Kinds of leaf that the word is, where the grammar knows it: `null`, `undefined`, `None`, `void`. */
function kindsOfText(grammar: Grammar, word: string): string[] {
  const kinds = readingsOf(grammar, word).flatMap(({ query }) => /^\(\((\w+)\)/.exec(query)?.slice(1) ?? []);
  return [...new Set(kinds)].filter((kind) => kind !== 'predefined_type' || word !== 'any');
}

function textQuery(kind: string, word: string): string {
  return `((${kind}) @match (#eq? @match ${quotedText(word)}))`;
}

function commandNamed(word: string): string {
  return `((command name: (command_name (word) @name)) @match (#eq? @name ${quotedText(word)}))`;
}

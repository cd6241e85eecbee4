import { compilePredicate, type Predicate } from './predicates.ts';
import { type QueryItem, type QueryPattern, type QueryPredicate, readQuery, unquoted } from './query-tree.ts';

/**
 * A pattern split into its shape, which the grammar's query engine finds, and its predicates, which we test.
 * Patterns of many rules share a shape, so that a combined query stays small.
 */
export interface Probe {
  /** The shape: no predicates, captures named by position, only those that are needed. */
  readonly skeleton: string;
  /** Capture that is the match. */
  readonly target: string;
  /** Own capture names by those of the pattern as written. */
  readonly captures: ReadonlyMap<string, string>;
  readonly predicates: readonly Predicate[];
  /** Texts of which a capture must have one: the key under which a match finds the probes it concerns. */
  readonly keys: readonly { readonly capture: string; readonly texts: readonly string[] }[];
  /** Each clause lists texts of which a file must hold at least one for the pattern to match. */
  readonly literals: readonly (readonly string[])[];
}

/** Which node a pattern stands for when it has no `@match`: its first capture, or its outermost node. */
export type DefaultTarget = 'first-capture' | 'root';

/** Captures that are needed beside those of predicates. */
export type Wanted = readonly string[] | 'all';

/** The probes of a query, one for each of its patterns. Throws QueryProblem or SyntaxError. */
export function probesOf(query: string, target: DefaultTarget, wanted: Wanted = []): readonly Probe[] {
  return readQuery(query).map((pattern) => probeOf(pattern, target, wanted));
}

const ROOT = '\0root';

function probeOf(pattern: QueryPattern, defaultTarget: DefaultTarget, wanted: Wanted): Probe {
  const item = unwrapped(pattern.item);
  const written = capturesOf(item);
  const target = written.includes('match')
    ? 'match'
    : ((defaultTarget === 'first-capture' ? written[0] : undefined) ?? ROOT);
  const needed = new Set([
    target,
    ...(wanted === 'all' ? written : wanted),
    ...pattern.predicates.flatMap(captureArgs),
  ]);
  const names = new Map<string, string>();
  const renamed = (name: string) => {
    const known = names.get(name) ?? `c${names.size}`;
    names.set(name, known);
    return known;
  };
  const keep = (name: string) => needed.has(name);
  const rooted = target === ROOT ? { ...item, captures: [...item.captures, ROOT] } : item;
  const skeleton = printed(rooted, (captures) => captures.filter(keep).map(renamed));
  const predicates = pattern.predicates.map((predicate) => renamedPredicate(predicate, renamed));
  // A predicate over a capture that a match may lack says nothing of such a match.
  const certain = new Set(certainCaptures(item).map((name) => names.get(name)));
  const keys = predicates.flatMap(keyOf).filter((key) => certain.has(key.capture));
  return {
    skeleton,
    target: names.get(target) ?? '',
    captures: names,
    predicates: predicates.map(compilePredicate).filter((predicate) => predicate !== undefined),
    keys,
    literals: [...tokenLiterals(item), ...keys.map((key) => key.texts)],
  };
}

/** `((x) @a (#…))` is `(x) @a`. */
function unwrapped(item: QueryItem): QueryItem {
  const [only, ...others] = item.children;
  const bare = item.kind === 'group' && item.captures.length === 0 && item.quantifier === undefined;
  return bare && only && others.length === 0 ? unwrapped(only) : item;
}

function capturesOf(item: QueryItem): string[] {
  return [...item.captures, ...item.children.flatMap(capturesOf)];
}

function captureArgs(predicate: QueryPredicate): string[] {
  return predicate.args.flatMap((arg) => ('capture' in arg ? [arg.capture] : []));
}

function renamedPredicate(predicate: QueryPredicate, renamed: (name: string) => string): QueryPredicate {
  return {
    name: predicate.name,
    args: predicate.args.map((arg) => ('capture' in arg ? { capture: renamed(arg.capture) } : arg)),
  };
}

function printed(item: QueryItem, captures: (names: readonly string[]) => readonly string[]): string {
  const field = item.field === undefined ? '' : `${item.field}: `;
  const own = captures(item.captures).map((name) => ` @${name}`);
  const inner = item.children.map((child) => printed(child, captures)).join(' ');
  const core = (): string => {
    switch (item.kind) {
      case 'node':
        return inner === '' ? `(${item.text})` : `(${item.text} ${inner})`;
      case 'group':
        return `(${inner})`;
      case 'choice':
        return `[${inner}]`;
      case 'negated':
        return `!${item.text}`;
      default:
        return item.text;
    }
  };
  return `${field}${core()}${item.quantifier ?? ''}${own.join('')}`;
}

function keyOf(predicate: QueryPredicate): { capture: string; texts: string[] }[] {
  if (predicate.name !== 'eq?' && predicate.name !== 'any-of?') return [];
  const [subject, ...rest] = predicate.args;
  const texts = rest.flatMap((arg) => ('text' in arg ? [arg.text] : []));
  if (!subject || !('capture' in subject) || texts.length !== rest.length) return [];
  return [{ capture: subject.capture, texts }];
}

/** Captures that every match has: those outside alternatives and optional parts. */
function certainCaptures(item: QueryItem): readonly string[] {
  if (item.quantifier === '*' || item.quantifier === '?') return [];
  if (item.kind === 'choice') return item.captures;
  return [...item.captures, ...item.children.flatMap(certainCaptures)];
}

/** Words that must stand in the text: tokens of no alternative and of no optional part. */
function tokenLiterals(item: QueryItem): readonly (readonly string[])[] {
  if (item.kind === 'choice' || item.quantifier === '*' || item.quantifier === '?') return [];
  if (item.kind === 'token') {
    const word = unquoted(item.text);
    return /^\w{2,}$/.test(word) ? [[word]] : [];
  }
  return item.children.flatMap(tokenLiterals);
}

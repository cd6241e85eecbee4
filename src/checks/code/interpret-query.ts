import { type QueryItem, unquoted } from './query-tree.ts';
import type { Grammar, SyntaxCapture, SyntaxNode, SyntaxTree } from './syntax.ts';

/**
 * Tells whether a query matches in a small text, by walking its tree. Compiling a query costs up to 50 ms whatever its
 * size, for the engine looks through the whole grammar; an example of one line is matched in microseconds here.
 * The meaning is that of tree-sitter's documentation; of several matches of optional parts the longest comes first.
 */

/** A node with what the engine asks about it, asked once. */
interface Place {
  readonly node: SyntaxNode;
  readonly type: string;
  readonly named: boolean;
  readonly error: boolean;
  readonly field: string | undefined;
  readonly children: readonly Place[];
}

/** Captures so far, the last one first. */
interface Captured extends SyntaxCapture {
  readonly before: Captures;
}
type Captures = Captured | undefined;

/** Goes on behind a match: from sibling number `at`; false to have other ways of matching tried. */
type Next = (at: number, captures: Captures) => boolean;

/** Ways of matching tried in one tree. Small texts need some hundreds. */
const MOST_TRIES = 50_000;

/** Can the query be told by the kinds that nodes really have? Names for several kinds (`expression`) are for the engine. */
export function isInterpretable(item: QueryItem, grammar: Grammar): boolean {
  if (item.kind === 'word') return false;
  if (item.kind === 'node' && item.text !== '_' && !concreteKinds(grammar).has(item.text)) return false;
  return item.children.every((child) => isInterpretable(child, grammar));
}

const concrete = new WeakMap<Grammar, ReadonlySet<string>>();

function concreteKinds(grammar: Grammar): ReadonlySet<string> {
  const known = concrete.get(grammar) ?? new Set(grammar.kinds.filter(({ named }) => named).map(({ name }) => name));
  concrete.set(grammar, known);
  return known;
}

/**
 * Does any match of a query's pattern in the tree pass the test? Matches are tried until one does.
 * `undefined` if there were too many ways of matching to try them all.
 */
export function matchesIn(
  tree: SyntaxTree,
  item: QueryItem,
  holds: (captures: readonly SyntaxCapture[]) => boolean,
): boolean | undefined {
  const matcher = new Matcher((captures) => holds(listed(captures)));
  const { root, byType } = placesOf(tree);
  const found =
    item.kind === 'node' && item.text !== '_'
      ? (byType.get(item.text) ?? []).some((place) => matcher.at(place, item))
      : matcher.anywhere([root], item);
  return found || !matcher.gaveUp ? found : undefined;
}

/** The places of a tree, in the order of the text: several queries walk over one tree. */
interface Places {
  readonly root: Place;
  readonly byType: ReadonlyMap<string, readonly Place[]>;
}

const places = new WeakMap<SyntaxTree, Places>();

function placesOf(tree: SyntaxTree): Places {
  const known = places.get(tree);
  if (known) return known;
  const root = placeOf(tree.root, () => undefined);
  const byType = new Map<string, Place[]>();
  const note = (place: Place): void => {
    const alike = byType.get(place.type);
    if (alike) alike.push(place);
    else byType.set(place.type, [place]);
    for (const child of place.children) note(child);
  };
  note(root);
  const made = { root, byType };
  places.set(tree, made);
  return made;
}

function placeOf(node: SyntaxNode, fieldOf: () => string | undefined): Place {
  let children: readonly Place[] | undefined;
  return {
    node,
    type: node.type,
    named: node.isNamed,
    error: node.isError,
    get field() {
      return fieldOf();
    },
    get children() {
      children ??= node.children.map((child, index) =>
        placeOf(child, () => node.fieldNameForChild(index) ?? undefined),
      );
      return children;
    },
  };
}

function listed(captures: Captures): SyntaxCapture[] {
  const list: SyntaxCapture[] = [];
  for (let at = captures; at; at = at.before) list.push({ name: at.name, node: at.node });
  return list.reverse();
}

class Matcher {
  readonly #holds: (captures: Captures) => boolean;
  #tries = 0;

  constructor(holds: (captures: Captures) => boolean) {
    this.#holds = holds;
  }

  /** Were ways of matching left untried? */
  get gaveUp(): boolean {
    return this.#tries > MOST_TRIES;
  }

  /** Right here. */
  at(place: Place, item: QueryItem): boolean {
    return this.#once(item, [place], 0, true, undefined, (_, captures) => this.#holds(captures));
  }

  /** Among these siblings or anywhere below them. */
  anywhere(siblings: readonly Place[], item: QueryItem): boolean {
    const top: Next = (_, captures) => this.#holds(captures);
    for (let at = 0; at < siblings.length; at += 1) {
      if (this.#once(item, siblings, at, true, undefined, top)) return true;
    }
    return siblings.some((place) => place.children.length > 0 && this.anywhere(place.children, item));
  }

  /** Items from number `index` on, as later siblings in their order. `strict`: an anchor stands before the next. */
  #sequence(
    items: readonly QueryItem[],
    index: number,
    siblings: readonly Place[],
    at: number,
    strict: boolean,
    captures: Captures,
    next: Next,
  ): boolean {
    const item = items[index];
    if (!item) return (!strict || siblings.slice(at).every((place) => !place.named)) && next(at, captures);
    if (item.kind === 'anchor') return this.#sequence(items, index + 1, siblings, at, true, captures, next);
    if (item.kind === 'negated') return this.#sequence(items, index + 1, siblings, at, strict, captures, next);
    const rest: Next = (after, then) => this.#sequence(items, index + 1, siblings, after, false, then, next);
    const skip = () => this.#sequence(items, index + 1, siblings, at, strict, captures, next);
    const { quantifier } = item;
    if (quantifier === undefined) return this.#from(item, siblings, at, strict, captures, rest);
    const more: Next = (after, then) =>
      (quantifier !== '?' && after > at && this.#from(item, siblings, after, false, then, more)) || rest(after, then);
    if (this.#from(item, siblings, at, strict, captures, more)) return true;
    return quantifier !== '+' && skip();
  }

  /** The item at this sibling or a later one; behind an anchor only tokens are passed over. */
  #from(
    item: QueryItem,
    siblings: readonly Place[],
    from: number,
    strict: boolean,
    captures: Captures,
    next: Next,
  ): boolean {
    for (let at = from; at < siblings.length; at += 1) {
      if (this.#once(item, siblings, at, true, captures, next)) return true;
      if (strict && siblings[at]?.named) return false;
    }
    return false;
  }

  /** The item right at this sibling, its quantifier left aside. */
  #once(
    item: QueryItem,
    siblings: readonly Place[],
    at: number,
    strict: boolean,
    captures: Captures,
    next: Next,
  ): boolean {
    const place = siblings[at];
    if (!place || ++this.#tries > MOST_TRIES) return false;
    if (item.field !== undefined && place.field !== item.field) return false;
    const captured = item.captures.reduce<Captures>((before, name) => ({ name, node: place.node, before }), captures);
    switch (item.kind) {
      case 'group':
        return this.#sequence(item.children, 0, siblings, at, strict, captured, next);
      case 'choice':
        return item.children.some((each) => this.#once(each, siblings, at, strict, captured, next));
      case 'token':
        return !place.named && place.type === unquoted(item.text) && next(at + 1, captured);
      case 'wildcard':
        return !place.error && next(at + 1, captured);
      case 'node':
        return this.#node(item, place, captured, (then) => next(at + 1, then));
      default:
        return false;
    }
  }

  #node(item: QueryItem, place: Place, captures: Captures, next: (captures: Captures) => boolean): boolean {
    if (!place.named || (item.text === '_' ? place.error : place.type !== item.text)) return false;
    if (item.children.length === 0) return next(captures);
    const absent = item.children.filter(({ kind }) => kind === 'negated').map(({ text }) => text);
    if (place.children.some(({ field }) => field !== undefined && absent.includes(field))) return false;
    return this.#sequence(item.children, 0, place.children, 0, false, captures, (_, then) => next(then));
  }
}

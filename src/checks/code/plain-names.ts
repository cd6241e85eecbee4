import type { Grammar } from './syntax.ts';

/** A fragment with stand-ins for its plain names: what one is read as, all of its shape are. */
export interface Shaped {
  readonly fragment: string;
  /** A text about the shape as a text about the fragment. */
  named(text: string): string;
}

/** Names that no grammar makes anything of: of several parts, as people write them. `size_t` and its kin are types of C. */
const FORMS: readonly (readonly [form: RegExp, standIn: string])[] = [
  [/^[a-z][a-z0-9]+(?:[A-Z][a-z0-9]+)+$/, 'bylawName'],
  [/^(?:[A-Z][a-z0-9]+){2,}$/, 'BylawName'],
  [/^[a-z][a-z0-9]+(?:_[a-z0-9]+)*_(?!t$)[a-z0-9]+$/, 'bylaw_name'],
];
const NAME = /(?<![\w$])[A-Za-z]\w*(?![\w$])/g;
const STAND_IN = /bylaw_?name/i;
const MOST_NAMES = 20;

/** The shape of a fragment; `undefined` where it holds no plain name. Words that the grammar knows stay. */
export function shapeOf(fragment: string, grammar: Grammar): Shaped | undefined {
  if (STAND_IN.test(fragment)) return undefined;
  const standIns = new Map<string, string>();
  const shape = fragment.replace(NAME, (name) => {
    const known = standIns.get(name);
    if (known !== undefined) return known;
    const form = FORMS.find(([pattern]) => pattern.test(name));
    if (!form || isHole(name) || standIns.size >= MOST_NAMES || isKnownTo(grammar, name)) return name;
    const standIn = `${form[1]}${letters(form[1], standIns.size)}`;
    standIns.set(name, standIn);
    return standIn;
  });
  if (standIns.size === 0) return undefined;
  const names = new Map([...standIns].map(([name, standIn]) => [standIn, name]));
  return {
    fragment: shape,
    named: (text) =>
      text.replaceAll(/bylaw_name_[a-z]|bylawName[A-Z]x|BylawName[A-Z]x/g, (each) => names.get(each) ?? each),
  };
}

function letters(standIn: string, number: number): string {
  const letter = String.fromCharCode(97 + number);
  return standIn.includes('_') ? `_${letter}` : `${letter.toUpperCase()}x`;
}

function isHole(name: string): boolean {
  return name.startsWith('bylawHole_') || name.startsWith('bylawMany_');
}

const words = new WeakMap<Grammar, ReadonlySet<string>>();

/** Is it the beginning of a token, or the name of a kind of node? */
function isKnownTo(grammar: Grammar, name: string): boolean {
  const known =
    words.get(grammar) ?? new Set(grammar.kinds.flatMap((kind) => [kind.name, /^\w+/.exec(kind.name)?.[0] ?? '']));
  words.set(grammar, known);
  return known.has(name);
}

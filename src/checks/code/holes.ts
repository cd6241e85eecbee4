/** Stand-ins for metavariables while a pattern is parsed: names that every grammar takes for an identifier. */
const ONE = 'bylawHole';
const MANY = 'bylawMany';

export type Hole = { readonly kind: 'one' | 'many'; readonly name: string };

/** A hole without a name, as source text. */
export const HOLE = `${ONE}_`;
export const MANY_HOLE = `${MANY}_`;

/** Puts stand-ins in place of `$$$`, `$$$NAME` and `$NAME` (upper case, digits, `_`), ast-grep's conventions. */
export function withHoles(pattern: string): string {
  return pattern
    .replace(/\$\$\$([A-Z_][A-Z0-9_]*)?/g, (_, name: string | undefined) => `${MANY}_${name ?? ''}`)
    .replace(/\$([A-Z_][A-Z0-9_]*)(?![\w$])/g, (_, name: string) => `${ONE}_${name === '_' ? '' : name}`);
}

/** The hole that a piece of source text is, if it is one and nothing else. */
export function holeOf(text: string): Hole | undefined {
  const found = /^(bylawHole|bylawMany)_([A-Z0-9_]*)\s*;?$/.exec(text.trim());
  return found ? { kind: found[1] === MANY ? 'many' : 'one', name: found[2] ?? '' } : undefined;
}

/** Fills the holes of a piece of source text with names that read like code. */
export function filled(text: string): string {
  return text
    .replace(/bylawMany_[A-Z0-9_]*/g, 'value')
    .replace(/bylawHole_([A-Z0-9_]*)/g, (_, name: string) => (name === '' ? 'sample' : `sample${name}`));
}

import { HOLE, MANY_HOLE } from './holes.ts';

/**
 * Surroundings in which a fragment of code can be parsed. `common` ones are all tried; of the `rare` ones
 * the first that parses counts. Words that the fragment does not bring are holes.
 */
export interface Context {
  readonly tier: 'common' | 'rare';
  readonly before: string;
  readonly after: string;
}

/** `§` marks the fragment, `_` a hole, `…` any number of things, `TAG` the name of the element the fragment opens. */
function contexts(tier: Context['tier'], templates: readonly string[]): Context[] {
  return templates.map((template) => {
    const [before = '', after = ''] = template.split('§').map(withHoleNames);
    return { tier, before, after };
  });
}

function withHoleNames(text: string): string {
  return text.replaceAll('…', MANY_HOLE).replace(/(?<![\w])_(?![\w])/g, HOLE);
}

/** The surroundings that these templates stand for. */
export function all(common: readonly string[], rare: readonly string[] = []): readonly Context[] {
  return [...contexts('common', common), ...contexts('rare', rare)];
}

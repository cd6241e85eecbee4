import type { ConfigCheck } from '../../model/checks/config.ts';
import { compilePattern } from '../paths/pattern.ts';
import { type ConfigNode, deepest, isGlob, keySegments, type Selected, sameValue, select, valueText } from './tree.ts';

/** What is wrong at a key of a file; `at` is absent where the file has nothing to point at. */
export interface Fault {
  readonly at: { readonly start: number; readonly end: number } | undefined;
  readonly message: string;
  readonly found: string;
}

export interface ConfigJudge {
  faults(documents: readonly ConfigNode[]): readonly Fault[];
  /** What an edit changed that has to stay. */
  changes(before: readonly ConfigNode[], after: readonly ConfigNode[]): readonly Fault[];
}

/** Throws a RangeError for a pattern that is no RE2. */
export function compileConfig({ key, expect }: ConfigCheck): ConfigJudge {
  const segments = keySegments(key);
  const matches = expect.matches === undefined ? undefined : compilePattern(expect.matches);
  const notMatches = expect.notMatches === undefined ? undefined : compilePattern(expect.notMatches);
  const keyMatches = expect.keyMatches === undefined ? undefined : compilePattern(expect.keyMatches);
  const keyNotMatches = expect.keyNotMatches === undefined ? undefined : compilePattern(expect.keyNotMatches);
  const found = (document: ConfigNode) =>
    select(document, segments).filter(
      (entry) => (!keyMatches || keyMatches.finds(entry.key)) && !keyNotMatches?.finds(entry.key),
    );

  /** What was expected of a value that is there; `undefined` if it is so. */
  const expectation = (value: unknown): string | undefined => {
    if (expect.present === false) return 'this key must not be there';
    if (expect.equals !== undefined && !sameValue(value, expect.equals)) return `expected ${shown(expect.equals)}`;
    if (expect.notEquals !== undefined && sameValue(value, expect.notEquals)) return 'expected any other value';
    const text = valueText(value);
    if (matches && !matches.finds(text)) return `expected a value that matches \`${expect.matches}\``;
    if (notMatches?.finds(text)) return `expected a value that does not match \`${expect.notMatches}\``;
    return undefined;
  };

  return {
    faults(documents) {
      const faults = documents.flatMap((document) =>
        found(document).flatMap((entry): readonly Fault[] => {
          const expected = expectation(entry.node.value);
          if (expected === undefined) return [];
          const name = entry.keys.join('.');
          const at = expect.present === false ? entry : entry.node;
          return [
            fault(
              at,
              `\`${name}\` is ${shown(entry.node.value)}; ${expected}.`,
              `${name}: ${valueText(entry.node.value)}`,
            ),
          ];
        }),
      );
      if (expect.present !== true || documents.some((document) => found(document).length > 0)) return faults;
      const wanted = expect.equals === undefined ? '' : ` with the value ${shown(expect.equals)}`;
      const near = documents[0] && deepest(documents[0], segments);
      return [...faults, fault(near, `\`${key}\` is missing; expected it${wanted}.`, `missing ${key}`)];
    },
    changes(before, after) {
      if (!expect.unchanged) return [];
      const old = before.flatMap(found);
      const now = after.flatMap(found);
      const nameOf = (entry: Selected) => entry.keys.join('.');
      const faults = old.flatMap((entry): readonly Fault[] => {
        const same = now.find((other) => nameOf(other) === nameOf(entry));
        if (same && sameValue(same.node.value, entry.node.value)) return [];
        const what = same ? `changed to ${shown(same.node.value)}` : 'removed';
        return [
          fault(
            same?.node,
            `\`${nameOf(entry)}\` was ${what}; it must stay ${shown(entry.node.value)}.`,
            nameOf(entry),
          ),
        ];
      });
      // `a.*` leaves room for new entries; a single key does not.
      const added = old.length === 0 && before.length > 0 && !segments.some(isGlob) ? now[0] : undefined;
      return added ? [fault(added.node, `\`${key}\` was added; it must stay absent.`, key)] : faults;
    },
  };
}

function fault(
  at: { readonly start: number; readonly end: number } | undefined,
  message: string,
  found: string,
): Fault {
  return { at: at && { start: at.start, end: at.end }, message, found };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``;
}

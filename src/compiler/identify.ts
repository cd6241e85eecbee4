import type { Directive } from '../model/directive.ts';
import type { Rule } from '../model/rule.ts';
import type { Source } from '../model/span.ts';
import type { Understanding } from './status.ts';

export interface Identified {
  readonly rules: readonly Rule[];
  /** Ids of the rules that stand for a directive. */
  readonly of: ReadonlyMap<Directive, readonly string[]>;
  /** Rule id → the concept it looks for. */
  readonly concepts: ReadonlyMap<string, string>;
}

/** Gives drafts their ids. What several directives ask alike is one rule; `also` tells the other places. */
export function rulesOf(understood: readonly Understanding[]): Identified {
  const rules = new Map<string, Rule>();
  const byMeaning = new Map<string, string>();
  const of = new Map<Directive, readonly string[]>();
  const concepts = new Map<string, string>();
  for (const { directive, drafts } of understood) {
    const ids = drafts.map(({ subject, concept, ...draft }) => {
      const meaning = JSON.stringify([draft.check, draft.scope, draft.severity]);
      const known = rules.get(byMeaning.get(meaning) ?? '');
      if (known) {
        const places = [known.source, ...(known.also ?? [])];
        const here = places.some(
          (place) => place.file === directive.source.file && place.line === directive.source.line,
        );
        if (!here) rules.set(known.id, { ...known, also: [...(known.also ?? []), directive.source] });
        return known.id;
      }
      const id = ruleId(subject, directive.source, rules);
      byMeaning.set(meaning, id);
      if (concept !== undefined) concepts.set(id, concept);
      rules.set(id, { id, source: directive.source, ...draft, origin: 'compiled' });
      return id;
    });
    of.set(directive, [...new Set(ids)]);
  }
  return { rules: [...rules.values()], of, concepts };
}

/** A short id from what a rule is about: `git-push-force`, with a number behind it where it is taken. */
function ruleId(subject: string, source: Source, taken: ReadonlyMap<string, unknown>): string {
  const words = subject
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .split('-')
    .slice(0, 6)
    .join('-');
  const base = words === '' ? `line-${source.line}` : words;
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}

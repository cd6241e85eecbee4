import type { Directive } from '../model/directive.ts';
import type { Rule } from '../model/rule.ts';
import type { Source } from '../model/span.ts';
import type { Draft } from './lowering/draft.ts';
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
  const places = new Map<string, Places>();
  const freeId = idGiver();
  for (const { directive, drafts } of understood) {
    const { source } = directive;
    const ids = eachOnce(drafts).map(({ subject, concept, ...draft }) => {
      const meaning = JSON.stringify([draft.check, draft.scope, draft.severity]);
      const known = byMeaning.get(meaning);
      if (known !== undefined) {
        places.get(known)?.add(source);
        return known;
      }
      const id = freeId(subject, source);
      byMeaning.set(meaning, id);
      if (concept !== undefined) concepts.set(id, concept);
      rules.set(id, { id, source, ...draft, origin: 'compiled' });
      places.set(id, new Places(source));
      return id;
    });
    of.set(directive, [...new Set(ids)]);
  }
  const told = [...rules.values()].map((rule) => {
    const also = places.get(rule.id)?.others ?? [];
    return also.length > 0 ? { ...rule, also } : rule;
  });
  return { rules: told, of, concepts };
}

/** What one statement asks in two ways is asked once, as strictly as in either. */
function eachOnce(drafts: readonly Draft[]): readonly Draft[] {
  const found = new Map<string, Draft>();
  for (const draft of drafts) {
    const meaning = JSON.stringify([draft.check, draft.scope]);
    const known = found.get(meaning);
    if (!known || (known.severity === 'warning' && draft.severity === 'error')) found.set(meaning, draft);
  }
  return [...found.values()];
}

/** The lines that ask for a rule besides its first. */
class Places {
  readonly others: Source[] = [];
  readonly #seen: Set<string>;

  constructor(first: Source) {
    this.#seen = new Set([lineOf(first)]);
  }

  add(source: Source): void {
    if (this.#seen.has(lineOf(source))) return;
    this.#seen.add(lineOf(source));
    this.others.push(source);
  }
}

function lineOf({ file, line }: Source): string {
  return `${line} ${file}`;
}

/** Gives short ids from what rules are about: `git-push-force`, with a number behind it where it is taken. */
function idGiver(): (subject: string, source: Source) => string {
  const taken = new Set<string>();
  const last = new Map<string, number>();
  return (subject, source) => {
    const base = baseOf(subject, source);
    let id = base;
    for (let number = last.get(base) ?? 2; taken.has(id); number += 1) {
      id = `${base}-${number}`;
      last.set(base, number);
    }
    taken.add(id);
    return id;
  };
}

function baseOf(subject: string, source: Source): string {
  const words = subject
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .split('-')
    .slice(0, 6)
    .join('-');
  return words === '' ? `line-${source.line}` : words;
}

import { isDeepStrictEqual } from 'node:util';
import type { Rule } from '../model/rule.ts';
import type { Source } from '../model/span.ts';

/** What a change does to a rule. `weakened`: it holds for less, or no longer denies. */
export interface RuleChange {
  readonly rule: string;
  readonly how: 'removed' | 'weakened' | 'changed' | 'added';
  readonly why: string;
  readonly source: Source;
}

/** Compares the rules in force before and after; disarmed ones are not in force. */
export function compareRules(before: readonly Rule[], after: readonly Rule[]): readonly RuleChange[] {
  const now = new Map(after.map((rule) => [rule.id, rule]));
  const known = new Set(before.map((rule) => rule.id));
  const changes = before.flatMap((rule): readonly RuleChange[] => {
    const next = now.get(rule.id);
    if (!next) {
      const twin = after.find((other) => !known.has(other.id) && isDeepStrictEqual(other.check, rule.check));
      return twin ? [] : [{ rule: rule.id, how: 'removed', why: 'it is no longer in force', source: rule.source }];
    }
    const weaker = weakening(rule, next);
    if (weaker !== undefined) return [{ rule: rule.id, how: 'weakened', why: weaker, source: rule.source }];
    return isDeepStrictEqual([rule.check, rule.scope], [next.check, next.scope])
      ? []
      : [{ rule: rule.id, how: 'changed', why: 'it looks for something else', source: rule.source }];
  });
  const added = after.flatMap((rule): readonly RuleChange[] =>
    known.has(rule.id) ? [] : [{ rule: rule.id, how: 'added', why: 'it is new', source: rule.source }],
  );
  return [...changes, ...added];
}

function weakening(before: Rule, after: Rule): string | undefined {
  if (before.severity === 'error' && after.severity === 'warning') return 'error became warning';
  const [old, fresh] = [before.scope ?? {}, after.scope ?? {}];
  const excluded = (fresh.exclude ?? []).filter((glob) => !old.exclude?.includes(glob));
  if (excluded.length > 0) return `it no longer holds for ${excluded.join(', ')}`;
  if (old.include === undefined && fresh.include !== undefined)
    return `it holds only for ${fresh.include.join(', ')} now`;
  const dropped = (old.include ?? []).filter((glob) => fresh.include !== undefined && !fresh.include.includes(glob));
  return dropped.length > 0 ? `it no longer holds for ${dropped.join(', ')}` : undefined;
}

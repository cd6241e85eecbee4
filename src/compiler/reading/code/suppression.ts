import type { Token } from '../grammar/tokens.ts';
import type { ReadClause } from '../setting.ts';
import type { Form } from './forms.ts';

const SILENCES: ReadonlySet<string> = new Set('disable suppress ignore silence turn'.split(' '));
const CURES: ReadonlySet<string> = new Set('fix resolve address repair'.split(' '));
const FAULTS =
  /^(?:lint|linter|eslint|biome|ruff|clippy|warnings?|errors?|violations?|findings?|issues?|rules?|checks?)$/;

/** Names of linter rules: `no-console`, `hooks/exhaustive-deps`, `E501`, `clippy::unwrap_used`, `noExplicitAny`. */
const RULE =
  /^(?:(?:no|prefer|require|consistent|valid)(?:-[a-z0-9]+)+|(?:@?[\w-]+\/)+[a-z][\w]*(?:-\w+)+|[A-Z]{1,4}\d{3,5}|clippy::\w+|(?:no|use)[A-Z]\w{4,})$/;
/** Beside a word for it, a plain name will do: "the `reportMissing` check". */
const PLAIN = /^[a-z][\w-]{3,}(?:\[[\w-]+\])?$/i;

/** "Never disable `no-console`", "Always fix `E501` errors": its suppressions are ruled out. */
export function readSuppression(read: ReadClause): Form | undefined {
  const { clause, stance } = read;
  const [verb] = clause.body;
  const silences = stance === 'forbid' && SILENCES.has(clause.verb ?? verb?.low ?? '');
  const cures = stance === 'require' && CURES.has(verb?.low ?? '');
  if (!silences && !cures) return undefined;
  const tokens = clause.object.filter((token) => token !== verb);
  const rules = tokens.filter((token) => isRule(token, tokens, cures));
  const rest = tokens.filter((token) => token.kind === 'word' && !rules.includes(token));
  const only = rest.every((token) => FAULTS.test(token.low) || FILLS.has(token.low));
  if (rules.length === 0 || !only || clause.adjuncts.some((each) => NARROWS.has(each.relation))) return undefined;
  return { how: 'unsuppressed', things: rules.map((token) => ({ kind: 'code', text: token.text })), with: [] };
}

const FILLS: ReadonlySet<string> = new Set('the a an any or and off out all every of for in'.split(' '));
/** Circumstances that leave some suppressions allowed. */
const NARROWS: ReadonlySet<string> = new Set(['without', 'unless', 'except']);

function isRule(token: Token, among: readonly Token[], told: boolean): boolean {
  if (token.kind !== 'code' && token.kind !== 'name') return false;
  const next = among[among.indexOf(token) + 1];
  const called = next?.kind === 'word' && FAULTS.test(next.low);
  if (told && !called) return false;
  return RULE.test(token.text) || (called && token.kind === 'code' && PLAIN.test(token.text));
}

import { prove } from '../engine/proof.ts';
import { titlesOfLanguages } from '../lexicon/language-title.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { CodeMatcher } from '../model/checks/code.ts';
import type { Evidence, Example } from '../model/evidence.ts';
import { EMBEDDING_LANGUAGES, type Language } from '../model/language.ts';
import { parseRepoPath } from '../model/path.ts';
import type { Rule, RuleOf } from '../model/rule.ts';
import { languageOf } from '../repository/languages.ts';
import type { RepositoryView } from '../repository/view.ts';

export interface Proven {
  /** The rules whose evidence holds, without the languages in which it does not. */
  readonly rules: readonly Rule[];
  /** The ids of these rules. */
  readonly held: ReadonlySet<string>;
  /** Rule id → why it does not hold, or in which languages it does not. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** Proves rules. One over several languages that fails is kept for those in which it holds alone. */
export async function proven(drafted: readonly Rule[], view: RepositoryView, lexicon: Lexicon): Promise<Proven> {
  const failures = await prove(drafted, view, { briefly: true });
  const reasons = new Map(failures.map(({ rule, reason }) => [rule.id, `not proven: ${reason}`]));
  const failed = new Set(reasons.keys());
  const kept = new Map<string, Rule>();
  for (const { rule } of failures) {
    const remains = isOfCode(rule) ? await languagesThatHold(rule, view) : undefined;
    if (!remains) continue;
    kept.set(rule.id, remains.rule);
    const titles = titlesOfLanguages(remains.dropped, lexicon);
    reasons.set(rule.id, `not held to in ${titles}: code written so is read as something else there`);
  }
  const rules = drafted.flatMap((rule) => (failed.has(rule.id) ? (kept.get(rule.id) ?? []) : [rule]));
  return { rules, held: new Set(rules.map(({ id }) => id)), reasons };
}

function isOfCode(rule: Rule): rule is RuleOf<'code'> {
  return rule.check.kind === 'code';
}

async function languagesThatHold(
  rule: RuleOf<'code'>,
  view: RepositoryView,
): Promise<{ readonly rule: Rule; readonly dropped: readonly Language[] } | undefined> {
  const languages = new Set(rule.check.match.flatMap((matcher) => matcher.languages.filter(isOwn)));
  if (languages.size < 2) return undefined;
  const alone = [...languages].map((language) => ({ language, rule: heldIn(rule, [language]) }));
  const failures = await prove(
    alone.map((each) => ({ ...rule, ...each.rule, id: idIn(rule, each.language) })),
    view,
  );
  const failed = new Map(failures.map((failure) => [failure.rule.id, failure.outcome]));
  // Where no example is at hand, only a refused query speaks against a language.
  const holds = ({ language, rule: own }: (typeof alone)[number]): boolean => {
    const outcome = failed.get(idIn(rule, language));
    return outcome === undefined || (outcome !== 'rejected' && own.evidence.violating.length === 0);
  };
  const remaining = alone.filter(holds).map(({ language }) => language);
  const cut = heldIn(rule, remaining);
  if (cut.evidence.violating.length === 0 || cut.evidence.compliant.length === 0) return undefined;
  if ((await prove([cut], view)).length > 0) return undefined;
  return { rule: cut, dropped: [...languages].filter((language) => !remaining.includes(language)) };
}

function idIn(rule: Rule, language: Language): string {
  return `${rule.id}-${language}`;
}

/** A rule over code held to some of its languages, and to what embeds them. */
function heldIn(rule: RuleOf<'code'>, languages: readonly Language[]): RuleOf<'code'> {
  const kept = (matchers: readonly CodeMatcher[]): CodeMatcher[] =>
    matchers
      .map((matcher) => ({
        ...matcher,
        languages: matcher.languages.filter((language) => !isOwn(language) || languages.includes(language)),
      }))
      .filter((matcher) => matcher.languages.some(isOwn));
  const { match, unless, when } = rule.check;
  return {
    ...rule,
    check: {
      ...rule.check,
      match: kept(match),
      ...(unless && { unless: kept(unless) }),
      ...(when && { when: kept(when) }),
    },
    evidence: evidenceIn(rule.evidence, languages),
  };
}

function isOwn(language: Language): boolean {
  return !EMBEDDING_LANGUAGES.has(language);
}

function evidenceIn({ violating, compliant }: Evidence, languages: readonly Language[]): Evidence {
  const isThere = ({ steps }: Example): boolean =>
    steps.every((step) => {
      const path = 'write' in step ? parseRepoPath(step.write) : undefined;
      const language = path === undefined ? undefined : languageOf(path);
      return language === undefined || !isOwn(language) || languages.includes(language);
    });
  return { violating: violating.filter(isThere), compliant: compliant.filter(isThere) };
}

import { EMBEDDING_LANGUAGES, type Language } from '../../model/language.ts';
import type { RepoPath } from '../../model/path.ts';
import type { RuleOf } from '../../model/rule.ts';
import { languageOf } from '../../repository/languages.ts';
import type { Finding, Inspection, PrepareContext } from '../contract.ts';
import { type Combine, combine } from './combined.ts';
import { embeddedTexts } from './embedded.ts';
import { grammarOf, startSyntax } from './grammars.ts';
import { judgeText } from './judge.ts';
import { type LanguageRules, looksAt, type Place, placeRules } from './language-rules.ts';
import { combineForExamples } from './walk-examples.ts';

type Reject = (rule: RuleOf<'code'>, reason: string) => void;

/** Code rules ready to judge texts. Grammars are loaded and queries compiled when a text first needs them. */
export interface Inspector {
  inspect(path: RepoPath, text: string): Inspection;
  /** Compiles all that is left, so that every rule that cannot work has been rejected. */
  complete(): void;
}

/** Results kept in memory, each with its text as the key. */
const MOST_RECENT = 32;
const NOTHING: Inspection = { findings: [] };

/** Starts the parser; what it resolves to makes the inspectors of one context. */
export async function inspectorsFor(context: PrepareContext): Promise<(rules: readonly RuleOf<'code'>[]) => Inspector> {
  await startSyntax();
  const by = context.examplesOnly ? combineForExamples : combine;
  return (rules) => createInspector(rules, context.reject, by);
}

export function createInspector(
  all: readonly RuleOf<'code'>[],
  report: Reject,
  combined: Combine = combine,
): Inspector {
  const placed = new Map<string, LanguageRules | undefined>();
  const rejected = new Set<string>();
  const named = new Set(all.flatMap(({ check }) => check.match.flatMap(({ languages }) => languages)));

  const reject: Reject = (rule, reason) => {
    if (!rejected.has(rule.id)) report(rule, reason);
    rejected.add(rule.id);
  };
  const rulesFor = (place: Place): LanguageRules | undefined => {
    const key = `${place.host ?? ''}/${place.language}`;
    if (!placed.has(key)) {
      const open = all.filter(
        (rule) => !rejected.has(rule.id) && rule.check.match.some((matcher) => looksAt(matcher, place)),
      );
      placed.set(key, open.length === 0 ? undefined : placeRules(open, place, reject, combined));
    }
    return placed.get(key);
  };

  // What a file held after one write is what it holds before the next.
  const recent = new Map<string, Inspection>();
  const inspect = (path: RepoPath, text: string): Inspection => {
    const language = languageOf(path, text);
    if (language === undefined || !named.has(language)) return NOTHING;
    const findings: Finding[] = [];
    for (const [index, part] of partsOf(language, text).entries()) {
      const rules = rulesFor(part.place);
      const judged = rules && judgeText(rules, path, part.text, index === 0 ? path : `${path}#${index}`);
      if (judged?.notLookedAt !== undefined) return { findings, notLookedAt: judged.notLookedAt };
      findings.push(...(judged?.findings ?? []).filter(({ rule }) => !rejected.has(rule.id)));
    }
    return { findings };
  };

  return {
    inspect(path, text) {
      const key = `${path}\0${text}`;
      const known = recent.get(key) ?? inspect(path, text);
      recent.delete(key);
      recent.set(key, known);
      for (const oldest of recent.keys()) {
        if (recent.size <= MOST_RECENT) break;
        recent.delete(oldest);
      }
      return known;
    },
    complete() {
      for (const language of named) if (grammarOf(language)) rulesFor({ language });
      for (const rule of all) {
        const languages = rule.check.match.flatMap((matcher) => matcher.languages);
        const without = languages.filter((language) => !EMBEDDING_LANGUAGES.has(language) && !grammarOf(language));
        if (without.length > 0)
          reject(rule, `there is no grammar for ${[...new Set(without)].join(', ')}: write a text rule for it`);
      }
    },
  };
}

function partsOf(language: Language, text: string): readonly { readonly place: Place; readonly text: string }[] {
  return [
    { place: { language }, text },
    ...embeddedTexts(language, text).map((part) => ({
      place: { language: part.language, host: language },
      text: part.text,
    })),
  ];
}

import type { Language } from '../../model/language.ts';
import type { RepoPath } from '../../model/path.ts';
import type { RuleOf } from '../../model/rule.ts';
import { isGenerated } from '../../repository/attributes.ts';
import { languageOf } from '../../repository/languages.ts';
import type { RepositoryView } from '../../repository/view.ts';
import type { CheckModule, Finding, Inspection, PrepareContext, PreparedChecks } from '../contract.ts';
import { embeddedTexts } from './embedded.ts';
import { grammarOf, startSyntax } from './grammars.ts';
import { judgeText } from './judge.ts';
import { type LanguageRules, looksAt, type Place, placeRules } from './language-rules.ts';

const NOTHING: Inspection = { findings: [] };

/** Syntax-tree queries over source text. Grammars are loaded and queries compiled when a file first needs them. */
export const codeChecks: CheckModule<'code'> = {
  kind: 'code',
  async prepare(rules, context) {
    await startSyntax();
    return preparedCode(rules, context);
  },
};

function preparedCode(all: readonly RuleOf<'code'>[], context: PrepareContext): PreparedChecks {
  const placed = new Map<string, LanguageRules | undefined>();
  const rejected = new Set<string>();
  const named = new Set(all.flatMap(({ check }) => check.match.flatMap(({ languages }) => languages)));

  const reject = (rule: RuleOf<'code'>, reason: string) => {
    rejected.add(rule.id);
    context.reject(rule, reason);
  };
  const rulesFor = (place: Place): LanguageRules | undefined => {
    const key = `${place.host ?? ''}/${place.language}`;
    if (!placed.has(key)) {
      const open = all.filter(
        (rule) => !rejected.has(rule.id) && rule.check.match.some((matcher) => looksAt(matcher, place)),
      );
      placed.set(key, open.length === 0 ? undefined : placeRules(open, place, reject));
    }
    return placed.get(key);
  };

  return {
    inspect(path, view) {
      const text = codeText(path, view, named);
      if (typeof text !== 'string') return text;
      const language = languageOf(path, text);
      if (language === undefined || !named.has(language)) return NOTHING;
      const parts = [
        { place: { language }, text },
        ...embeddedTexts(language, text).map((part) => ({
          place: { language: part.language, host: language },
          text: part.text,
        })),
      ];
      const findings: Finding[] = [];
      for (const [index, part] of parts.entries()) {
        const rules = rulesFor(part.place);
        const judged = rules && judgeText(rules, path, part.text, index === 0 ? path : `${path}#${index}`);
        if (judged?.notLookedAt !== undefined) return { findings, notLookedAt: judged.notLookedAt };
        findings.push(...(judged?.findings ?? []).filter(({ rule }) => !rejected.has(rule.id)));
      }
      return { findings };
    },
    complete() {
      for (const language of named) if (grammarOf(language)) rulesFor({ language });
      for (const rule of all) {
        const without = rule.check.match.flatMap(({ languages }) => languages).filter((other) => !isReadable(other));
        if (without.length > 0 && !rejected.has(rule.id))
          reject(rule, `there is no grammar for ${[...new Set(without)].join(', ')}: write a text rule for it`);
      }
    },
  };
}

const HOSTS: ReadonlySet<Language> = new Set(['vue', 'svelte', 'astro', 'markdown', 'notebook']);

function isReadable(language: Language): boolean {
  return HOSTS.has(language) || grammarOf(language) !== undefined;
}

/** The text to judge; or the inspection that says that there is nothing to judge, or why it cannot be. */
function codeText(path: RepoPath, view: RepositoryView, named: ReadonlySet<Language>): string | Inspection {
  const byName = languageOf(path);
  if (byName !== undefined && !named.has(byName) && byName !== 'c') return NOTHING;
  const content = view.read(path);
  if (!content) return NOTHING;
  if (content.kind === 'unreadable')
    return byName === undefined ? NOTHING : { findings: [], notLookedAt: content.reason };
  return isGenerated(path, view) ? NOTHING : content.text;
}

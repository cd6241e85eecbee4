import { stringify } from 'yaml';
import type { CodeMatcher } from '../../model/checks/code.ts';
import type { Language } from '../../model/language.ts';
import type { Rule } from '../../model/rule.ts';
import type { Exported } from './exported.ts';

/** Names that ast-grep has for languages. */
const LANGUAGES: Partial<Record<Language, string>> = {
  typescript: 'TypeScript',
  tsx: 'Tsx',
  javascript: 'JavaScript',
  python: 'Python',
  go: 'Go',
  rust: 'Rust',
  java: 'Java',
  kotlin: 'Kotlin',
  c: 'C',
  cpp: 'Cpp',
  csharp: 'CSharp',
  ruby: 'Ruby',
  php: 'Php',
  swift: 'Swift',
  bash: 'Bash',
  css: 'Css',
  html: 'Html',
  json: 'Json',
  yaml: 'Yaml',
};

/** ast-grep rules, one document a rule and language; code patterns have the same metavariables there. */
export function astGrepRules(rules: readonly Rule[]): Exported {
  const left: { rule: string; why: string }[] = [];
  const documents = rules.flatMap((rule) => {
    const why = obstacle(rule);
    if (why !== undefined || rule.check.kind !== 'code') {
      left.push({ rule: rule.id, why: why ?? 'it is not about code' });
      return [];
    }
    return [...grouped(rule.check.match)].map(([language, patterns]) => document(rule, language, patterns));
  });
  return { text: documents.map((one) => stringify(one)).join('---\n'), left };
}

function obstacle({ check }: Rule): string | undefined {
  if (check.kind !== 'code') return `it is about ${check.kind}, not about code`;
  if (check.mode === 'require' || check.when) return 'it asks for something in a file';
  if (check.unless?.some((matcher) => !isPlain(matcher))) return 'its exceptions are queries';
  if (!check.match.every(isPlain)) return 'it is a tree-sitter query, which ast-grep does not take';
  return undefined;
}

function isPlain({ pattern, where }: CodeMatcher): boolean {
  return pattern !== undefined && where === undefined;
}

function grouped(matchers: readonly CodeMatcher[]): ReadonlyMap<string, readonly string[]> {
  const patterns = new Map<string, string[]>();
  for (const { languages, pattern } of matchers) {
    for (const language of languages) {
      const name = LANGUAGES[language];
      if (name !== undefined && pattern !== undefined) patterns.set(name, [...(patterns.get(name) ?? []), pattern]);
    }
  }
  return patterns;
}

function document(
  { id, severity, message, source, scope, check }: Rule,
  language: string,
  patterns: readonly string[],
): object {
  const any = patterns.map((pattern) => ({ pattern }));
  const not =
    check.kind === 'code'
      ? (check.unless ?? []).flatMap(({ pattern }) => (pattern === undefined ? [] : [{ pattern }]))
      : [];
  const found = any.length === 1 ? { ...any[0] } : { any };
  return {
    id: `${id}-${language.toLowerCase()}`,
    language,
    severity,
    message,
    note: `${source.file}:${source.line} "${source.quote}"`,
    ...(scope?.include && { files: scope.include }),
    ...(scope?.exclude && { ignores: scope.exclude }),
    rule: not.length === 0 ? found : { ...found, not: { any: not } },
  };
}

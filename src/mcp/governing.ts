import type { RepoPath } from '../model/path.ts';
import type { Rule } from '../model/rule.ts';
import { globTest, scopeTest } from '../repository/globs.ts';
import { languageOf } from '../repository/languages.ts';

/** The rules that have something to say about a file: its content, its name, its place, or what may be done to it. */
export function governing(rules: readonly Rule[], path: RepoPath): readonly Rule[] {
  return rules.filter((rule) => scopeTest(rule.scope)(path) && concerns(rule, path));
}

function concerns({ check }: Rule, path: RepoPath): boolean {
  switch (check.kind) {
    case 'command':
      return false;
    case 'order':
      return check.contract.type !== 'message' && touches(JSON.stringify(check.contract), path);
    case 'code': {
      const language = languageOf(path);
      return language !== undefined && check.match.some((matcher) => matcher.languages.includes(language));
    }
    case 'paths': {
      const { include, exclude } = check.contract.files;
      return globTest(include)(path) && !(exclude !== undefined && globTest(exclude)(path));
    }
    case 'config':
      return globTest(check.files)(path);
    case 'imports':
    case 'text':
      return true;
  }
}

/** Does an order contract name this file as changed or read? */
function touches(contract: string, path: RepoPath): boolean {
  const globs = [...contract.matchAll(/"(?:changed|read)":(\[[^\]]*\])/g)].flatMap(([, list]) => {
    const parsed: unknown = JSON.parse(list ?? '[]');
    return Array.isArray(parsed) ? parsed.filter((glob) => typeof glob === 'string') : [];
  });
  return globs.length > 0 && globTest(globs)(path);
}

import type { RepoPath } from '../model/path.ts';
import type { Rule } from '../model/rule.ts';
import { isGenerated } from '../repository/attributes.ts';
import { globTest, scopeTest } from '../repository/globs.ts';
import { languageOf } from '../repository/languages.ts';
import { type RepositoryView, textOf } from '../repository/view.ts';

/** Why a rule finds nothing in a file, as far as that can be told without running it. */
export function whyNot({ check, scope }: Rule, path: RepoPath, view: RepositoryView): string {
  if (check.kind === 'command' || check.kind === 'order') return `a rule of kind ${check.kind} looks at no file`;
  if (!scopeTest(scope)(path)) {
    const excluded = scope?.exclude !== undefined && globTest(scope.exclude)(path);
    return excluded ? `scope.exclude leaves it out` : `it is not in scope.include: ${scope?.include?.join(', ') ?? ''}`;
  }
  const text = textOf(view, path);
  if (text === undefined) return 'there is no such file, or it is not text';
  if (isGenerated(path, view)) return 'it is marked as generated';
  if (check.kind === 'code') {
    const language = languageOf(path, text);
    const languages = [...new Set(check.match.flatMap((matcher) => matcher.languages))];
    if (language === undefined || !languages.includes(language)) {
      return `it is ${language ?? 'of no known language'}, the rule is for ${languages.join(', ')}`;
    }
    return 'no node matches; bylaw tree shows what there is';
  }
  if (check.kind === 'config') {
    return globTest(check.files)(path) ? `its \`${check.key}\` is as asked` : `it is not in ${check.files.join(', ')}`;
  }
  if (check.kind === 'paths') {
    const { include, exclude } = check.contract.files;
    if (!globTest(include)(path)) return `it is not in files.include: ${include.join(', ')}`;
    return exclude !== undefined && globTest(exclude)(path)
      ? 'files.exclude leaves it out'
      : 'it keeps to the contract';
  }
  return check.kind === 'text'
    ? `no ${check.in ?? 'text'} of it matches`
    : 'none of its imports is against the contract';
}

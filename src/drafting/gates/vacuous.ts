import type { Check } from '../../model/check.ts';
import { folderOf, parseRepoPath } from '../../model/path.ts';
import type { Rule } from '../../model/rule.ts';
import { globTest, scopeTest } from '../../repository/globs.ts';
import { languageOf } from '../../repository/languages.ts';
import { type RepositoryView, textOf } from '../../repository/view.ts';
import type { Objection } from '../objection.ts';

/** A rule that no file of this repository can ever be judged by is misaddressed. */
export function vacuousObjections(rule: Rule, view: RepositoryView): readonly Objection[] {
  const told = (reason: string, remedy: string): readonly Objection[] => [{ gate: 'vacuous', reason, remedy }];
  const { check, scope } = rule;
  if (check.kind !== 'command' && check.kind !== 'order') {
    const inScope = view.files().filter(scopeTest(scope));
    if (inScope.length === 0 && !couldCome(scope?.include ?? [], rule, view)) {
      return told(
        `no file of this repository is in its scope: ${[scope?.include ?? []].flat().join(', ')}`,
        'correct scope.include; globs are relative to the root: `packages/*/src/**`',
      );
    }
    if (check.kind === 'code' && inScope.length > 0) {
      const languages = new Set(check.match.flatMap((matcher) => matcher.languages));
      const here = new Set(inScope.map((file) => languageOf(file) ?? languageOf(file, textOf(view, file) ?? '')));
      if (![...languages].some((language) => here.has(language))) {
        return told(`no file in its scope is ${[...languages].join(' or ')}`, 'name the languages of the files meant');
      }
    }
  }
  for (const globs of addressed(check)) {
    if (!view.files().some(globTest(globs)) && !couldCome(globs, rule, view)) {
      return told(
        `nothing in this repository is named by ${globs.join(', ')}`,
        'correct the globs; see the tree above',
      );
    }
  }
  return [];
}

/** Globs that must name something for the check to have a meaning. */
function addressed(check: Check): readonly (readonly string[])[] {
  if (check.kind === 'paths') {
    // What is forbidden, or is never committed, is not there if all is well.
    const absent =
      check.contract.type === 'forbidden' || ('commit' in check.contract && check.contract.commit === true);
    return absent ? [] : [check.contract.files.include];
  }
  if (check.kind === 'config') return [check.files];
  if (check.kind !== 'imports') return [];
  const { contract } = check;
  switch (contract.type) {
    case 'layers':
      return contract.layers;
    case 'independent':
      return [contract.modules];
    case 'entry-points':
      return [contract.module];
    default:
      return 'from' in contract && contract.from ? [contract.from] : [];
  }
}

/**
 * A glob whose folder is there may name files to come, and so does one that the prose itself names. What git ignores
 * is not among the files of the repository, but may be there.
 */
function couldCome(globs: readonly string[], { source }: Rule, view: RepositoryView): boolean {
  return globs.some((glob) => {
    const fixed = glob.split(/[*?[{]/, 1)[0] ?? '';
    const named = fixed.replace(/\/+$/, '');
    if (/\w{3}/.test(named) && source.quote.includes(named)) return true;
    const start = parseRepoPath(fixed);
    if (start !== undefined && start !== '' && view.ignored(start)) return true;
    const folder = start === undefined || fixed.endsWith('/') ? start : folderOf(start);
    // A glob from the root says nothing about where.
    return folder !== undefined && folder !== '' && view.kind(folder) === 'folder';
  });
}

import type { IntentOf, Mention } from '../../../model/intent.ts';
import { nameOf } from '../../../model/path.ts';
import type { Scope } from '../../../model/rule.ts';
import { globTest } from '../../../repository/globs.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { globsOf } from '../../reading/naming/reach.ts';
import { type Lowered, left, severityOf } from '../draft.ts';
import { meetGlobs } from '../files/meet-globs.ts';
import { covers, wrote } from './wording.ts';

/**
 * "New tests are named `tests/e2e/test_*.py`": all files of that kind in that folder. Without a folder: files that
 * other customs would give such a file, `a.spec.ts` where `*.test.ts` is asked for.
 */
export function lowerNamePattern(
  intent: IntentOf<'name'>,
  named: readonly Mention[],
  scope: Scope | undefined,
  knowledge: Knowledge,
): Lowered {
  const [pattern, ...more] = intent.patterns;
  if (pattern === undefined || more.length > 0 || !/^[\w./*-]+\.[a-z]+$/i.test(pattern))
    return left('the name asked for is not one pattern of file names');
  const folder = pattern.includes('/') ? pattern.slice(0, pattern.lastIndexOf('/')) : undefined;
  const name = nameOf(pattern as Parameters<typeof nameOf>[0]);
  const extension = /\.[a-z]+$/i.exec(name)?.[0] ?? '';
  const rivals = named
    .filter((mention) => mention.kind === 'files')
    .flatMap(globsOf)
    .filter(
      (glob) => /^\*\*\/[^/]*\*[^/]*\.[a-z]+$/.test(glob) && glob.endsWith(extension) && !glob.endsWith(`/${name}`),
    );
  const files = meetGlobs(scope?.include ?? ['**'], folder === undefined ? rivals : [`${folder}/**/*${extension}`]);
  const regex = `^${name
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.+')}$`;
  const isOne = globTest(files);
  const contrary = knowledge.facts.view
    .files()
    .filter(
      (file) =>
        isOne(file) &&
        !new RegExp(regex).test(nameOf(file)) &&
        !/^(?:__init__|conftest|index|mod)\./.test(nameOf(file)),
    );
  if (files.length === 0 || contrary.length > 0) return left('which files are to have such a name cannot be told');
  const at = (own: string) =>
    files.map((glob) => glob.replace('**/', '').replace(/[^/]*$/, own)).find((path) => covers(files, path));
  const wrong =
    folder === undefined
      ? files.map((glob) => glob.replaceAll('**/', '').replaceAll('*', 'example')).find((path) => covers(files, path))
      : at(`wrong-name${extension}`);
  const right = folder === undefined ? `src/${name.replaceAll('*', 'example')}` : at(name.replaceAll('*', 'example'));
  if (wrong === undefined || right === undefined) return left('no example could be made for the name');
  return {
    drafts: [
      {
        subject: `file name ${name}`,
        severity: severityOf(intent),
        message: `such files are named \`${pattern}\``,
        check: {
          kind: 'paths',
          contract: {
            type: 'named',
            files: { include: [...files], ...(scope?.exclude && { exclude: scope.exclude }) },
            pattern: regex,
          },
        },
        evidence: { violating: [wrote(wrong, '\n')], compliant: [wrote(right, '\n')] },
      },
    ],
    left: [],
  };
}

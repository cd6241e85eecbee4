import type { IntentOf } from '../../model/intent.ts';
import type { Knowledge } from '../reading/knowledge.ts';
import { globsOf } from '../reading/reach.ts';
import { instances, type Lowered, left, scopeOf, severityOf } from './draft.ts';
import { meetGlobs } from './meet-globs.ts';
import { covers, wrote } from './wording.ts';

/** "Components live in `src/components`": such files anywhere else are new violations. */
export function lowerPlace(intent: IntentOf<'place'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf(intent.reach, knowledge, true);
  if (typeof scope === 'string') return left(scope);
  const kinds = intent.what.filter(
    (mention) => mention.kind === 'files' || (mention.kind === 'path' && /[*]/.test(mention.text)),
  );
  const what = [...new Set(kinds.flatMap(globsOf))];
  const under = intent.under.flatMap(globsOf);
  if (what.length === 0) return left('which files are meant cannot be told from their names');
  if (under.length === 0) return left('the place is not a folder of this repository');
  // A kind told only by the folder it lies in says nothing about files elsewhere.
  const telling = what.filter((glob) => !glob.endsWith('/**'));
  if (telling.length === 0) return left('such files can only be told by the folder they lie in');
  const base = scope?.include ? meetGlobs(scope.include, telling) : telling;
  const outside = base
    .flatMap((glob) => [
      ...instances(glob.replace(/^\*\*\//, 'misplaced/'), 'example', ''),
      ...instances(glob, 'example', ''),
    ])
    .find((path) => covers(base, path) && !covers(under, path));
  const inside = under
    .flatMap((folder) =>
      base.flatMap((glob) => instances(folder.replace(/\*\*$/, glob.replace(/^\*\*\//, '')), 'example', '')),
    )
    .find((path) => covers(base, path) && covers(under, path));
  if (outside === undefined || inside === undefined) return left('no example could be made for the place');
  return {
    drafts: [
      {
        subject: `${kinds.map((mention) => mention.text).join(' ')} place`,
        severity: severityOf(intent),
        message: `${kinds.map((mention) => mention.text).join(', ')} belong under ${intent.under.map((mention) => `\`${mention.text}\``).join(' or ')}`,
        check: {
          kind: 'paths',
          contract: {
            type: 'placed',
            files: { include: [...base], ...(scope?.exclude && { exclude: scope.exclude }) },
            under: [...under],
          },
        },
        evidence: { violating: [wrote(outside, '\n')], compliant: [wrote(inside, '\n')] },
      },
    ],
    left: [],
  };
}

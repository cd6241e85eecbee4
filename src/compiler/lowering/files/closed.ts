import type { IntentOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { globsOf } from '../../reading/naming/reach.ts';
import { type Lowered, left, scopeOf, severityOf } from '../draft.ts';
import { meetGlobs } from './meet-globs.ts';

/** Only the mark is matched, so that an entry that is worded better is the same entry. */
const ENTRY = '^(?:#{1,6} |[-*+] |\\d+[.)] |\\|)';

/** "Closed to new entries": no more headings, items or rows than there are. */
export function lowerClosed(intent: IntentOf<'closed'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf({ ...intent.reach, languages: [] }, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const include = meetGlobs(scope?.include ?? ['**'], intent.files.flatMap(globsOf));
  const [file] = include;
  const [mention] = intent.files;
  if (file === undefined || mention === undefined) return left('the file it names is not one of this repository');
  const old = '# Notes\n\n- One\n';
  return {
    drafts: [
      {
        subject: `${mention.text} closed`,
        severity: severityOf(intent),
        message: `\`${mention.text}\` takes no new entries`,
        scope: { include: [...include], ...(scope?.exclude && { exclude: scope.exclude }) },
        check: { kind: 'text', pattern: ENTRY },
        evidence: {
          violating: [{ files: { [file]: old }, steps: [{ write: file, content: `${old}- Two\n` }] }],
          compliant: [
            { files: { [file]: old }, steps: [{ write: file, content: '# Notes\n\n- One, worded better\n' }] },
          ],
        },
      },
    ],
    left: [],
  };
}

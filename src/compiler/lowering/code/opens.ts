import { escapeRegex } from '../../../checks/text/regex.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { instances, type Lowered, left, scopeOf, severityOf } from '../draft.ts';
import { covers, wrote } from './wording.ts';

/** "Every `.rb` file starts with `x`": what stands there first, remarks and blank lines aside. */
export function lowerOpens(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  const [thing] = intent.things;
  const scope = scopeOf(intent.reach, knowledge, true);
  if (typeof scope === 'string') return left(scope);
  const include = scope?.include;
  const path = include?.flatMap((glob) => instances(glob, 'example', '')).find((each) => covers(include, each));
  if (!thing || !scope || path === undefined) return left('which files begin so is not said');
  const pattern = thing.text.split(/\s+/).map(escapeRegex).join('\\s+');
  return {
    drafts: [
      {
        subject: `${thing.text} first`,
        severity: severityOf(intent),
        message: `such files start with \`${thing.text}\``,
        scope,
        check: { kind: 'text', pattern, mode: 'require', at: 'start', when: '\\S' },
        evidence: { violating: [wrote(path, 'other\n')], compliant: [wrote(path, `${thing.text}\n\nother\n`)] },
      },
    ],
    left: [],
  };
}

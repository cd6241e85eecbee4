import type { IntentOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { wrote } from '../code/wording.ts';
import { type Draft, type Lowered, left, scopeOf, severityOf } from '../draft.ts';

/** "Tests mirror the sources": a new test has its source, and none lies among the sources. */
export function lowerMirrored(intent: IntentOf<'mirrored'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf({ ...intent.reach, languages: [] }, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const { tests, sources, prefix, suffix, ending } = intent;
  const name = (stem: string) => `${prefix}${stem}${suffix}${ending}`;
  const severity = severityOf(intent);
  const source = `${sources}/example-part/thing${ending}`;
  const exclude = scope?.exclude && { exclude: scope.exclude };
  const drawn = (subject: string, include: string, need: string[], wrong: string, right: string): Draft => ({
    subject,
    severity,
    message: `tests below \`${tests}\` lie as their sources do below \`${sources}\``,
    check: {
      kind: 'paths',
      contract: {
        type: 'companion',
        files: { include: [include], ...exclude },
        change: ['create', 'rename'],
        need,
        at: ['write'],
      },
    },
    evidence: {
      violating: [wrote(wrong, '\n')],
      compliant: [{ files: { [source]: '\n' }, steps: [{ write: right, content: '\n' }] }],
    },
  });
  const folders = drawn(
    `${tests} folders mirror ${sources}`,
    `${tests}/*/**/${name('*')}`,
    [`${sources}/{1}/**`],
    `${tests}/missing-part/${name('thing')}`,
    `${tests}/example-part/${name('thing')}`,
  );
  // Which module a test is for is not always its name; at the top, where there are no folders, nothing else tells.
  const top = drawn(
    `${tests} mirrors ${sources}`,
    `${tests}/${name('*')}`,
    [`${sources}/{1}${ending}`, `${sources}/{1}/**`],
    `${tests}/${name('missing')}`,
    `${tests}/${name('example-part')}`,
  );
  const stray = `${sources}/example-part/${name('thing')}`;
  const absent: Draft = {
    subject: `${tests} not in ${sources}`,
    severity,
    message: `tests lie below \`${tests}\`, not among the sources`,
    check: {
      kind: 'paths',
      contract: { type: 'forbidden', new: true, files: { include: [`${sources}/**/${name('*')}`] } },
    },
    evidence: { violating: [wrote(stray, '\n')], compliant: [wrote(source, '\n')] },
  };
  return { drafts: [folders, top, absent], left: [] };
}

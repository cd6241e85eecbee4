import type { Step } from '../../../model/evidence.ts';
import type { IntentOf } from '../../../model/intent.ts';
import { parseRepoPath } from '../../../model/path.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { changeStep, inside } from '../conduct/change-step.ts';
import { draftsOfCommits } from '../conduct/typed-commits.ts';
import { instances, type Lowered, left, scopeOf, severityOf } from '../draft.ts';
import { meetGlobs } from './meet-globs.ts';

/** Kinds of files that lie in one place, whether or not one is there yet. */
const FIXED_PLACE = /^(?:changesets|changelogs|env-examples|tests|docs)$/;

/** "Changing `packages/**` needs a changeset": two files that change together. */
export function lowerCompanion(intent: IntentOf<'companion'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf({ ...intent.reach, unclear: [] }, knowledge, true);
  if (typeof scope === 'string') return left(scope);
  const changed = intent.when.find((trigger) => trigger.kind === 'changed');
  const need = intent.need.flatMap((mention) =>
    (mention.kind === 'path' && mention.exists) || (mention.kind === 'files' && FIXED_PLACE.test(mention.id))
      ? [...mention.globs]
      : [],
  );
  if (!changed || need.length === 0)
    return left('the files that change together are not named by paths of this repository');
  const when = meetGlobs(changed.globs, scope?.include ?? ['**']);
  const isNew = changed.how?.[0] === 'create';
  const sample = when
    .flatMap((glob) => instances(glob, 'example.txt', '.txt'))
    .flatMap((path) => [path, `example/${path}`])
    .find((path) => inside(when, path) && !inside(need, path) && !(isNew && stands(path, knowledge)));
  const companion = need.flatMap((glob) => instances(glob, 'example.txt', '.txt')).find((path) => inside(need, path));
  if (sample === undefined || companion === undefined)
    return left('no example could be made for the files that change together');
  const change = changeStep(sample, changed);
  const called = intent.need.map(({ kind, text }) => (kind === 'path' ? `\`${text}\`` : text)).join(' and ');
  const many = intent.need.length > 1 || /[^s]s$/.test(called);
  const made: Step = { write: companion, content: 'new\n' };
  if (intent.commits)
    return {
      drafts: draftsOfCommits(intent.commits, {
        need,
        when: { changed: [...when], ...(changed.except && { except: [...changed.except, ...need] }) },
        change,
        made,
        message: `${called} ${many ? 'change' : 'changes'} along with`,
        subject: called,
        severity: severityOf(intent),
      }),
      left: [],
    };
  const commit: Step = { run: "git commit -m 'feat: example'" };
  return {
    drafts: [
      {
        subject: `${intent.need.some(({ kind }) => kind === 'path') ? need.join(' ') : called} companion`,
        severity: severityOf(intent),
        message: `${called} ${many ? 'have' : 'has'} to change along with it`,
        check: {
          kind: 'paths',
          contract: {
            type: 'companion',
            files: { include: [...when], exclude: [...need, ...(changed.except ?? []), ...(scope?.exclude ?? [])] },
            change: [...(changed.how ?? (['create', 'modify', 'delete', 'rename'] as const))],
            need,
            changed: true,
            at: ['commit', 'stop'],
          },
        },
        evidence: {
          violating: [{ ...change.files, steps: [...change.steps, commit] }],
          compliant: [{ ...change.files, steps: [...change.steps, made, commit] }],
        },
      },
    ],
    left: [],
  };
}

function stands(text: string, { facts }: Knowledge): boolean {
  const path = parseRepoPath(text);
  return path !== undefined && facts.view.kind(path) !== 'absent';
}

import { patternsSaid } from '../../../checks/command/pattern.ts';
import type { Happening } from '../../../model/checks/order.ts';
import type { Step } from '../../../model/evidence.ts';
import type { IntentOf, Trigger } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { listed } from '../code/wording.ts';
import { type Draft, instances, type Lowered, left, scopeOf, severityOf } from '../draft.ts';
import { meetGlobs } from '../files/meet-globs.ts';
import { type ChangeStep, changeStep, inside } from './change-step.ts';
import { type Need, needsOf } from './need.ts';

const DONE: Readonly<Record<'commit' | 'push' | 'pull-request' | 'merge' | 'stop', readonly Happening[]>> = {
  commit: [{ ran: [{ program: 'git', subcommand: ['commit'] }], ok: false }],
  push: [{ ran: [{ program: 'git', subcommand: ['push'] }], ok: false }],
  'pull-request': [{ ran: [{ program: 'gh', subcommand: ['pr', 'create'] }], ok: false }],
  merge: [{ ran: [{ program: 'gh', subcommand: ['pr', 'merge'] }], ok: false }],
  stop: [{ stop: true }],
};
const SHOWN: Readonly<Record<keyof typeof DONE, Step>> = {
  commit: { run: "git commit -m 'feat: example'" },
  push: { run: 'git push' },
  'pull-request': { run: 'gh pr create --fill' },
  merge: { run: 'gh pr merge 1 --squash' },
  stop: { stop: true },
};

const CALLED: Readonly<Record<keyof typeof DONE, string>> = {
  commit: 'a commit',
  push: 'a push',
  'pull-request': 'a pull request',
  merge: 'a merge',
  stop: 'the work is done',
};

/** "Run X before committing", "after changing Y run X". */
export function lowerOrder(intent: IntentOf<'order'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf({ ...intent.reach, unclear: [] }, knowledge, true);
  if (typeof scope === 'string') return left(scope);
  const needs = intent.need.flatMap((mention) => needsOf(mention, knowledge));
  if (needs.length === 0) return left('what has to be done first is not a command or a file');
  const ends = intent.before.filter((trigger) => trigger.kind !== 'changed' && trigger.kind !== 'ran');
  const changed = intent.since.find((trigger) => trigger.kind === 'changed');
  const ran = intent.since.find((trigger) => trigger.kind === 'ran');
  const occasions = ends.length > 0 ? ends.map((trigger) => trigger.kind) : (['commit', 'stop'] as const);
  const editing = intent.before.find((trigger) => trigger.kind === 'changed');
  const globs = [...meetGlobs(changed ? changed.globs : ['**'], scope?.include ?? ['**'])];
  if (globs.length === 0) return left('the changes that it speaks of do not lie where it holds');
  const sample =
    globs.flatMap((glob) => instances(glob, 'example.txt', '.txt')).find((path) => inside(globs, path)) ??
    'src/example.txt';
  const reading = needs.every((need) => 'read' in need.happening);
  const running = ends.length === 0 && !editing ? intent.before.find((trigger) => trigger.kind === 'ran') : undefined;
  const lines = running && patternsSaid(running.text);
  if (running && !lines) return left(`what \`${running.text}\` runs is not something we know`);
  const trigger: Happening[] = editing
    ? [{ changed: [...editing.globs] }]
    : lines
      ? [{ ran: [...lines], ok: false }]
      : occasions.flatMap((kind) => [...DONE[kind]]);
  const since = reading ? [] : sinceOf(intent.since, globs, scope?.exclude);
  // A commit says itself that there are changes, whoever made them; the end of the work does not.
  const always =
    lines !== undefined || (ends.length > 0 && ends.every(({ kind }) => kind !== 'stop') && intent.since.length === 0);
  const first = occasions[0] ?? 'commit';
  const target = editing ? instances(editing.globs[0] ?? '**', 'example.txt', '.txt')[0] : undefined;
  const done: Step = running ? { run: running.text } : SHOWN[first];
  const end: Step = target !== undefined ? { write: target, content: 'x\n' } : done;
  const change: ChangeStep =
    ran && !changed ? { files: {}, steps: [{ run: ran.text, exit: 0 }] } : changeStep(sample, changed);
  const before = reading ? [] : change.steps;
  const all = needs.map((need) => need.step);
  const draft: Draft = {
    subject: `${needs.map((need) => need.name).join(' ')} first`,
    severity: severityOf(intent),
    message: `${named(needs)} ${needs.length > 1 || needs.some(({ plain }) => plain) ? 'have' : 'has'} to ${reading ? 'be read' : 'succeed'} before ${editing ? 'this edit' : running ? `\`${running.text}\`` : occasions.map((kind) => CALLED[kind]).join(' or ')}`,
    instead: needs.some(({ plain }) => plain) ? `run ${named(needs)}` : needs.map((need) => need.name).join(' && '),
    check: {
      kind: 'order',
      contract: {
        type: 'before',
        trigger,
        need: needs.map((need) => need.happening),
        ...(intent.ordered && { ordered: true }),
        ...(since.length > 0 && { since: since.length === 1 ? since[0] : since }),
        ...(since.length > 0 && always && { always: true }),
      },
    },
    evidence: {
      violating: [{ ...change.files, steps: [...before, end] }],
      compliant: [{ ...change.files, steps: [...before, ...all, end] }],
    },
  };
  return { drafts: [draft], left: [] };
}

function named(needs: readonly Need[]): string {
  const plain = needs.filter((need) => need.plain).map(({ name }) => name);
  const [last, ...others] = [...plain].reverse();
  if (last === undefined) return listed(needs.map((need) => need.name));
  return others.length > 0 ? `${others.reverse().join(', ')} and ${last}` : last;
}

/** What opens the obligation: changes of such files, and commands. Dependencies are changed by package managers, too. */
function sinceOf(
  since: readonly Trigger[],
  globs: readonly string[],
  except: readonly string[] | undefined,
): Happening[] {
  const ran = since.flatMap((trigger) => (trigger.kind === 'ran' ? (patternsSaid(trigger.text) ?? []) : []));
  const changed = since.filter((trigger) => trigger.kind === 'changed');
  const [first] = changed;
  const whole: Happening = {
    changed: [...globs],
    ...((except || first?.except) && { except: [...(except ?? []), ...(first?.except ?? [])] }),
    ...(first?.how && { how: [...first.how] }),
    ...(first?.part && { part: first.part }),
  };
  return [
    ...(changed.length > 0 || ran.length === 0 ? [whole] : []),
    ...(ran.length > 0 ? [{ ran }] : []),
    ...(first?.part ? [{ ran: [{ does: ['add-dependency', 'remove-dependency'] }] }] : []),
  ];
}

import { parsePattern } from '../../checks/command/pattern.ts';
import type { CommandPattern } from '../../model/checks/command.ts';
import type { Happening } from '../../model/checks/order.ts';
import type { Step } from '../../model/evidence.ts';
import type { IntentOf, Mention, Trigger } from '../../model/intent.ts';
import { parseRepoPath } from '../../model/path.ts';
import { globTest } from '../../repository/globs.ts';
import type { Knowledge } from '../reading/knowledge.ts';
import { type Draft, instances, type Lowered, left, scopeOf, severityOf } from './draft.ts';
import { meetGlobs } from './meet-globs.ts';
import { listed } from './wording.ts';

const DONE: Readonly<Record<'commit' | 'push' | 'pull-request' | 'stop', readonly Happening[]>> = {
  commit: [{ ran: [{ program: 'git', subcommand: ['commit'] }], ok: false }],
  push: [{ ran: [{ program: 'git', subcommand: ['push'] }], ok: false }],
  'pull-request': [{ ran: [{ program: 'gh', subcommand: ['pr', 'create'] }], ok: false }],
  stop: [{ stop: true }],
};
const SHOWN: Readonly<Record<keyof typeof DONE, Step>> = {
  commit: { run: "git commit -m 'feat: example'" },
  push: { run: 'git push' },
  'pull-request': { run: 'gh pr create --fill' },
  stop: { stop: true },
};

const CALLED: Readonly<Record<keyof typeof DONE, string>> = {
  commit: 'a commit',
  push: 'a push',
  'pull-request': 'a pull request',
  stop: 'the work is done',
};

/** "Run X before committing", "after changing Y run X". */
export function lowerOrder(intent: IntentOf<'order'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf({ ...intent.reach, unclear: [] }, knowledge, true);
  if (typeof scope === 'string') return left(scope);
  const needs = intent.need.flatMap((mention) => needOf(mention, knowledge));
  if (needs.length === 0) return left('what has to be done first is not a command or a file');
  const ends = intent.before.filter((trigger) => trigger.kind !== 'changed' && trigger.kind !== 'ran');
  const changed = intent.since.find((trigger) => trigger.kind === 'changed');
  const occasions = ends.length > 0 ? ends.map((trigger) => trigger.kind) : (['commit', 'stop'] as const);
  const editing = intent.before.find((trigger) => trigger.kind === 'changed');
  const globs = [...meetGlobs(changed ? changed.globs : ['**'], scope?.include ?? ['**'])];
  const sample =
    globs.flatMap((glob) => instances(glob, 'example.txt', '.txt')).find((path) => inside(globs, path)) ??
    'src/example.txt';
  const reading = needs.every((need) => 'read' in need.happening);
  const trigger: Happening[] = editing
    ? [{ changed: [...editing.globs] }]
    : occasions.flatMap((kind) => [...DONE[kind]]);
  const since: Happening | undefined = reading
    ? undefined
    : {
        changed: globs,
        ...(scope?.exclude && { except: scope.exclude }),
        ...(changed?.how && { how: [...changed.how] }),
      };
  const first = occasions[0] ?? 'commit';
  const target = editing ? instances(editing.globs[0] ?? '**', 'example.txt', '.txt')[0] : undefined;
  const end: Step = target !== undefined ? { write: target, content: 'x\n' } : SHOWN[first];
  const change = changeStep(sample, changed);
  const before: Step[] = reading ? [] : change.steps;
  const all = needs.map((need) => need.step);
  const draft: Draft = {
    subject: `${needs.map((need) => need.name).join(' ')} first`,
    severity: severityOf(intent),
    message: `${listed(needs.map((need) => need.name))} ${needs.length > 1 ? 'have' : 'has'} to ${reading ? 'be read' : 'succeed'} before ${editing ? 'this edit' : occasions.map((kind) => CALLED[kind]).join(' or ')}`,
    instead: needs.map((need) => need.name).join(' && '),
    check: {
      kind: 'order',
      contract: {
        type: 'before',
        trigger,
        need: needs.map((need) => need.happening),
        ...(intent.ordered && { ordered: true }),
        ...(since && { since }),
      },
    },
    evidence: {
      violating: [{ ...change.files, steps: [...before, end] }],
      compliant: [{ ...change.files, steps: [...before, ...all, end] }],
    },
  };
  return { drafts: [draft], left: [] };
}

function changeStep(
  sample: string,
  changed: Extract<Trigger, { kind: 'changed' }> | undefined,
): { files: { files?: Record<string, string> }; steps: Step[] } {
  const how = changed?.how?.[0];
  if (how === 'delete') return { files: { files: { [sample]: 'old\n' } }, steps: [{ delete: sample }] };
  if (how === 'rename')
    return {
      files: { files: { [sample]: 'old\n' } },
      steps: [{ rename: sample, to: sample.replace(/([^/]*)$/, 'moved-$1') }],
    };
  return { files: {}, steps: [{ write: sample, content: 'new\n' }] };
}

function needOf(
  mention: Mention,
  knowledge: Knowledge,
): { readonly happening: Happening; readonly step: Step; readonly name: string }[] {
  if (mention.kind === 'path' && mention.exists)
    return [
      { happening: { read: [...mention.globs] }, step: { read: mention.globs[0] ?? mention.text }, name: mention.text },
    ];
  if (mention.kind !== 'command') return [];
  // `a && b` asks for both; alternatives would let one do.
  return mention.text.split(/\s*(?:&&|;)\s*/).flatMap((text) => {
    const patterns = parsePattern(text, knowledge.facts.view);
    if (!patterns || patterns.length === 0) return [];
    return [
      {
        happening: { ran: [...patterns], ...(patterns.every(onlyLooks) && { ok: false }) },
        step: { run: text.replaceAll(/<[^>]*>/g, 'example'), exit: 0 },
        name: text,
      },
    ];
  });
}

/** The exit status of a program that only looks says what it found, not whether it succeeded. */
function onlyLooks({ program, subcommand }: CommandPattern): boolean {
  if (program === 'git') return ['diff', 'log', 'status', 'grep', 'show'].includes(String(subcommand?.[0]));
  return (
    typeof program === 'string' && ['grep', 'rg', 'diff', 'find', 'ls', 'cat', 'test', 'git-diff'].includes(program)
  );
}

/** Kinds of files that lie in one place, whether or not one is there yet. */
const FIXED_PLACE = /^(?:changesets|changelogs|env-examples)$/;

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
  const sample = when
    .flatMap((glob) => instances(glob, 'example.txt', '.txt'))
    .find((path) => inside(when, path) && !inside(need, path));
  const companion = need.flatMap((glob) => instances(glob, 'example.txt', '.txt')).find((path) => inside(need, path));
  if (sample === undefined || companion === undefined)
    return left('no example could be made for the files that change together');
  const change = changeStep(sample, changed);
  const commit: Step = { run: "git commit -m 'feat: example'" };
  return {
    drafts: [
      {
        subject: `${need.join(' ')} companion`,
        severity: severityOf(intent),
        message: `${listed(intent.need.map((mention) => mention.text))} ${intent.need.length > 1 ? 'have' : 'has'} to change along with it`,
        check: {
          kind: 'paths',
          contract: {
            type: 'companion',
            files: { include: [...when], exclude: [...need, ...(scope?.exclude ?? [])] },
            change: [...(changed.how ?? (['create', 'modify', 'delete', 'rename'] as const))],
            need,
            changed: true,
            at: ['commit', 'stop'],
          },
        },
        evidence: {
          violating: [{ ...change.files, steps: [...change.steps, commit] }],
          compliant: [{ ...change.files, steps: [...change.steps, { write: companion, content: 'new\n' }, commit] }],
        },
      },
    ],
    left: [],
  };
}

function inside(globs: readonly string[], text: string): boolean {
  const path = parseRepoPath(text);
  return path !== undefined && path !== '' && globTest(globs)(path);
}

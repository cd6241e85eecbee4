import type { Happening } from '../../../model/checks/order.ts';
import type { Step } from '../../../model/evidence.ts';
import type { Rule } from '../../../model/rule.ts';
import type { Draft } from '../draft.ts';
import type { ChangeStep } from './change-step.ts';

interface Demand {
  /** Globs of the files that have to change, too. */
  readonly need: readonly string[];
  /** The changes that make the commit one of such work. */
  readonly when: Happening;
  readonly change: ChangeStep;
  /** A step that meets the need. */
  readonly made: Step;
  readonly subject: string;
  /** "`docs/` changes along with"; the kind of work follows. */
  readonly message: string;
  readonly severity: Rule['severity'];
}

const WORK: Readonly<Record<string, string>> = { feat: 'a feature', fix: 'a bug fix' };

/** What goes with commits of a type: asked at the commit, and at the end of the work once there is such a commit. */
export function draftsOfCommits(types: readonly string[], demand: Demand): readonly Draft[] {
  const { need, when, change, made, severity } = demand;
  const [type = 'feat'] = types;
  // `feat: x`, `feat(ui): x`, `feat!: x`
  const flags = [types.flatMap((each) => [':', '(', '!'].map((next) => `--message=${each}${next}*`))];
  const commit: Step = { run: `git commit -m '${type}: example'`, exit: 0 };
  const stop: Step = { stop: true };
  const common = {
    severity,
    message: `${demand.message} ${types.map((each) => WORK[each] ?? each).join(' or ')}`,
  };
  const ran: Happening = { ran: [{ program: 'git', subcommand: ['commit'], flags }], ok: false };
  const drafts = [
    { subject: `${demand.subject} with ${type}`, trigger: ran, when, end: { run: commit.run } },
    {
      subject: `${demand.subject} with committed ${type}`,
      trigger: { stop: true } as const,
      when: { ...ran, ok: true },
      end: stop,
    },
  ];
  return drafts.map(({ subject, trigger, when: once, end }) => {
    const before = end === stop ? [commit] : [];
    return {
      ...common,
      subject,
      check: {
        kind: 'order',
        contract: { type: 'before', trigger: [trigger], need: [{ changed: [...need] }], when: once },
      },
      evidence: {
        violating: [{ ...change.files, steps: [...change.steps, ...before, end] }],
        compliant: [{ ...change.files, steps: [...change.steps, made, ...before, end] }],
      },
    };
  });
}

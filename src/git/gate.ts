import { quoted } from '../checks/command/quoted.ts';
import type { Engine } from '../engine/engine.ts';
import { newSession, remember } from '../engine/session.ts';
import { decisionOf } from '../engine/verdict.ts';
import type { Rule } from '../model/rule.ts';
import type { Happening, Session } from '../model/session.ts';
import type { Verdict, Violation } from '../model/verdict.ts';
import type { RepositoryView } from '../repository/view.ts';
import type { Changed } from './changes.ts';
import { judgeChange, type Transition } from './judge-change.ts';

/** Paths named in one made-up command line. */
const AT_ONCE = 500;

/** The rules that a change as such can break, whoever made it and with whatever. */
export function gateRules(rules: readonly Rule[]): readonly Rule[] {
  return rules.filter((rule) => {
    // People compile rulebooks and commit them.
    if (rule.origin === 'builtin') return false;
    // Files that nobody edits by hand are generated anew and committed: a commit does not tell how they changed.
    // Files that may only be added, migrations say, are changed wrongly by whatever changes them.
    const { check } = rule;
    if (check.kind !== 'paths' || check.contract.type !== 'protected' || check.contract.commit) return true;
    return check.contract.by === undefined && check.contract.allow?.includes('create') === true;
  });
}

/**
 * Judges a change on its way into history: what it brings into files, which files may not be committed,
 * and which companions are missing from it. `engine` holds the rules of {@link gateRules}.
 */
export async function judgeCommit(transition: Transition, engine: Engine): Promise<Verdict> {
  const { after, changes } = transition;
  const content = await judgeChange(transition, engine);
  const session = remember(newSession('commit'), changes.flatMap(happeningOf));
  const violations: Violation[] = [...content.violations];
  const kinds = kindsOf(engine.rules);
  const ask = async (command: string, at: RepositoryView, wanted: (rule: Rule) => boolean): Promise<void> => {
    const verdict = await engine.judge(
      { kind: 'command', phase: 'before', session: session.id, command, cwd: '.' },
      at,
      session,
    );
    for (const violation of verdict.violations) {
      const rule = kinds.get(violation.rule);
      if (rule !== undefined && wanted(rule)) violations.push(withoutReproduction(violation));
    }
  };
  const added = changes.flatMap((change) => (change.kind === 'delete' || change.kind === 'other' ? [] : [change.path]));
  for (let from = 0; from < added.length; from += AT_ONCE) {
    const words = added.slice(from, from + AT_ONCE).map((path) => quoted(path));
    await ask(`git add -- ${words.join(' ')}`, after, isCommitProtection);
  }
  await ask('git commit', after, (rule) => rule.check.kind === 'paths' && !isCommitProtection(rule));
  const said = distinct(violations);
  return { ...content, violations: said, decision: decisionOf(said) };
}

/** What a command as such breaks: by its branch, its flags, its place in a session. */
export async function judgeGitCommand(
  command: string,
  engine: Engine,
  view: RepositoryView,
  wanted: (rule: Rule) => boolean,
  session: Session = newSession('git'),
): Promise<readonly Violation[]> {
  const kinds = kindsOf(engine.rules);
  const event = { kind: 'command', phase: 'before', session: session.id, command, cwd: '.' } as const;
  const verdict = await engine.judge(event, view, session);
  return verdict.violations.filter((violation) => {
    const rule = kinds.get(violation.rule);
    return rule !== undefined && wanted(rule);
  });
}

export function isMessageRule({ check }: Rule): boolean {
  return check.kind === 'order' && check.contract.type === 'message';
}

export function isOrderRule(rule: Rule): boolean {
  return rule.check.kind === 'order' && !isMessageRule(rule);
}

function isCommitProtection({ check }: Rule): boolean {
  return check.kind === 'paths' && check.contract.type === 'protected' && check.contract.commit === true;
}

function kindsOf(rules: readonly Rule[]): ReadonlyMap<string, Rule> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

function happeningOf(change: Changed): readonly Happening[] {
  switch (change.kind) {
    case 'other':
      return [];
    case 'rename':
      return [{ kind: 'changed', path: change.path, change: 'rename', from: change.from }];
    case 'delete':
      return [{ kind: 'changed', path: change.path, change: 'delete' }];
    case 'write':
      return [{ kind: 'changed', path: change.path, change: change.isNew ? 'create' : 'modify' }];
  }
}

/** The command was made up here; nobody can run it again. */
function withoutReproduction({ reproduce: _, ...violation }: Violation): Violation {
  return { ...violation, reproduce: `bylaw explain ${violation.rule}` };
}

function distinct(violations: readonly Violation[]): Violation[] {
  const keyed = violations.map(
    (one) => [JSON.stringify([one.rule, one.location, one.found, one.message]), one] as const,
  );
  return [...new Map(keyed).values()];
}

import type { OrderCheck } from '../../model/checks/order.ts';
import { appended } from '../../model/history.ts';
import type { RuleOf } from '../../model/rule.ts';
import type { History } from '../../model/session.ts';
import { folderScopeTest, scopeTest } from '../../repository/globs.ts';
import type { ActContext, Action, CheckModule, Finding } from '../contract.ts';
import { type Before, type Judge, judgeBefore, listOf } from './before.ts';
import { changed, happeningsOf } from './line.ts';
import { type Candidate, createMatchers, type Matchers } from './match.ts';
import { judgeNeverAfter, type NeverAfter } from './never-after.ts';
import { judgeWording, type PreparedMessage, prepareMessage } from './wording.ts';

interface Prepared {
  readonly rule: RuleOf<'order'>;
  readonly judge: Judge;
}

/** What must come before what in a session, and what commit messages and their kin look like. */
export const orderChecks: CheckModule<'order'> = {
  kind: 'order',
  prepare(rules, { reject }) {
    const matchers = createMatchers();
    const ordering: Prepared[] = [];
    const wording: PreparedMessage[] = [];
    for (const rule of rules) {
      try {
        const { contract } = rule.check;
        if (contract.type === 'message') wording.push(prepareMessage(rule, contract));
        else ordering.push({ rule, judge: scoped(rule, judgeOf(rule, contract, matchers)) });
      } catch (error) {
        reject(rule, error instanceof Error ? error.message : String(error));
      }
    }
    return {
      act: (action, context) => {
        const ordered = judgeAction(ordering, action, context);
        const worded = action.kind === 'command' ? judgeWording(wording, action.command, context.before) : [];
        return [...ordered, ...worded];
      },
    };
  },
};

function judgeOf({ scope }: RuleOf<'order'>, contract: Before | NeverAfter, matchers: Matchers): Judge {
  return contract.type === 'before'
    ? judgeBefore(contract, scope, matchers)
    : judgeNeverAfter(contract, scope, matchers);
}

/**
 * What runs outside the repository is not asked about. A scope restricts which changes count; a contract that speaks
 * of no change is held to the folder that the command runs in instead, and at the end of the work to sessions that
 * changed something in scope.
 */
function scoped(rule: RuleOf<'order'>, judge: Judge): Judge {
  const byFolder = rule.scope !== undefined && !speaksOfChanges(rule.check.contract);
  const inFolder = folderScopeTest(rule.scope);
  const inScope = scopeTest(rule.scope);
  return (candidate, history) => {
    if (candidate.kind === 'ran') {
      const { cwd } = candidate.invocation;
      if (cwd === undefined || (byFolder && !inFolder(cwd))) return undefined;
    } else if (byFolder) {
      if (!(candidate.kind === 'stop' ? anyChange(history, inScope) : inScope(candidate.path))) return undefined;
    }
    return judge(candidate, history);
  };
}

function anyChange(history: History, inScope: ReturnType<typeof scopeTest>): boolean {
  for (const fact of history) if (fact.kind === 'changed' && inScope(fact.path)) return true;
  return false;
}

function speaksOfChanges(contract: OrderCheck['contract']): boolean {
  if (contract.type === 'message') return false;
  const frame = contract.type === 'before' ? (listOf(contract.since) ?? []) : [contract.after];
  return [...contract.trigger, ...frame].some((pattern) => 'changed' in pattern);
}

function judgeAction(prepared: readonly Prepared[], action: Action, context: ActContext): readonly Finding[] {
  const { happened } = context.session;
  switch (action.kind) {
    case 'command':
      return judgeLine(prepared, action, context);
    case 'stop':
      return judgeOne(prepared, { kind: 'stop' }, happened);
    case 'read':
      return action.by ? [] : judgeOne(prepared, { kind: 'read', path: action.path }, happened);
    case 'change': {
      // What a command changes was judged with its line, where what stands before it counts.
      if (action.by) return [];
      return judgeOne(
        prepared,
        changed(action.path, action.change, action.from, context.before, action.content, true),
        happened,
      );
    }
  }
}

function judgeOne(prepared: readonly Prepared[], candidate: Candidate, history: History): readonly Finding[] {
  return prepared.flatMap(({ rule, judge }): Finding[] => {
    const objection = judge(candidate, history);
    const location = 'path' in candidate && { location: { path: candidate.path } };
    return objection ? [{ rule, found: foundIn(candidate), ...location, ...objection }] : [];
  });
}

/** Each part of a line is judged with all before it in the line; the first objection of a rule is enough. */
function judgeLine(
  prepared: readonly Prepared[],
  { command }: Extract<Action, { kind: 'command' }>,
  { before, session }: ActContext,
): readonly Finding[] {
  const findings: Finding[] = [];
  let open = prepared;
  let history = session.happened;
  for (const happening of happeningsOf(command, undefined, before)) {
    const objections = judgeOne(open, happening, history);
    findings.push(...objections);
    if (objections.length > 0) open = open.filter(({ rule }) => !objections.some((found) => found.rule === rule));
    history = appended(history, { ...happening, at: history.end + 1 });
  }
  return findings;
}

function foundIn(candidate: Candidate): string {
  if (candidate.kind === 'ran') return candidate.invocation.text;
  return candidate.kind === 'stop' ? 'stop' : candidate.path;
}

import type { MessageKind } from '../../model/checks/order.ts';
import type { CommandLine } from '../../model/invocation.ts';
import type { Rule, RuleOf } from '../../model/rule.ts';
import { folderScopeTest, type PathTest } from '../../repository/globs.ts';
import type { RepositoryView } from '../../repository/view.ts';
import type { Finding } from '../contract.ts';
import { judgeMessage, type MessageContract, type MessageJudge } from './message.ts';
import { wordedIn } from './worded.ts';

export interface PreparedMessage {
  readonly rule: Rule;
  readonly judge: MessageJudge;
  readonly inFolder: PathTest;
}

/** Throws a SyntaxError for a pattern that is none. */
export function prepareMessage(rule: Rule, contract: MessageContract): PreparedMessage {
  return { rule, judge: judgeMessage(contract), inFolder: folderScopeTest(rule.scope) };
}

/** Judges the texts that a line gives to commits, pull requests and the like, in the folders where the rules hold. */
export function judgeWording(
  prepared: readonly PreparedMessage[],
  command: CommandLine,
  before: RepositoryView,
): readonly Finding[] {
  if (prepared.length === 0) return [];
  return wordedIn(command, before).flatMap(({ of, text, by }) =>
    prepared.flatMap(({ rule, judge, inFolder }) =>
      by.cwd !== undefined && inFolder(by.cwd) ? findingsOf(rule, judge(of, text), text) : [],
    ),
  );
}

/**
 * Judges a message as such, for doors that hold it in their hands: git's commit-msg hook, a forge.
 * Rules of other kinds are passed over; scopes do not restrict, since no folder is known.
 */
export function messageFindings(rules: readonly Rule[], of: MessageKind, text: string): readonly Finding[] {
  return rules.flatMap((rule) =>
    isMessageRule(rule) ? findingsOf(rule, judgeMessage(rule.check.contract)(of, text), text) : [],
  );
}

function findingsOf(rule: Rule, problems: readonly string[], found: string): readonly Finding[] {
  return problems.map((message) => ({ rule, message, found }));
}

type MessageRule = RuleOf<'order'> & { readonly check: { readonly contract: MessageContract } };

function isMessageRule(rule: Rule): rule is MessageRule {
  return rule.check.kind === 'order' && rule.check.contract.type === 'message';
}

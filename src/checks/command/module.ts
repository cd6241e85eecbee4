import type { CommandLine, Invocation } from '../../model/invocation.ts';
import { repoPath } from '../../model/path.ts';
import type { CheckModule, Finding } from '../contract.ts';
import { fixFor } from './fix.ts';
import { couldMatch, type MatchContext, matchesCommand } from './match.ts';
import { indexRules, type ReadyRule, type RuleIndex } from './rule-index.ts';

const ROOT = repoPath('');

/** Commands that must not be run. A rule's scope asks for the folder that the command runs in. */
export const commandChecks: CheckModule<'command'> = {
  kind: 'command',
  prepare(rules) {
    const index = indexRules(rules);
    return {
      act(action, { before }) {
        if (action.kind !== 'command') return [];
        let branch: { name: string | undefined } | undefined;
        const context: MatchContext = {
          get branch() {
            branch ??= { name: before.branch() };
            return branch.name;
          },
        };
        return [...forbidden(action.command, index, context), ...unknown(action.command, index, context)];
      },
    };
  },
};

function forbidden(line: CommandLine, index: RuleIndex, context: MatchContext): Finding[] {
  const findings: Finding[] = [];
  for (const invocation of line.invocations) {
    for (const { ready, pattern } of index.candidates(invocation)) {
      if (!applies(ready, invocation) || !matchesCommand(pattern, invocation, context)) continue;
      if (isAllowed(ready, invocation, context)) continue;
      if (findings.some((other) => other.rule === ready.rule && other.found === invocation.text)) continue;
      findings.push(findingOf(ready, invocation));
    }
  }
  return findings;
}

function applies(ready: ReadyRule, invocation: Invocation): boolean {
  if (!ready.follows && (invocation.scripts?.length ?? 0) > 0) return false;
  return ready.inScope(invocation.cwd ?? ROOT);
}

function isAllowed(ready: ReadyRule, invocation: Invocation, context: MatchContext): boolean {
  const is = (pattern: Parameters<typeof matchesCommand>[0]): boolean => matchesCommand(pattern, invocation, context);
  if (ready.allow.some(is)) return true;
  // `python3` in place of `python`: the family matches, but this is what was asked for.
  return ready.instead.some(
    (pattern) => typeof pattern.program === 'string' && pattern.program === invocation.program && is(pattern),
  );
}

function findingOf(ready: ReadyRule, invocation: Invocation): Finding {
  const { rule } = ready;
  const way =
    invocation.chain.length > 0 ? ` (reached by ${invocation.chain.map((link) => `\`${link}\``).join(' → ')})` : '';
  const fix = fixFor(rule, invocation);
  return {
    rule,
    message: `\`${invocation.text}\`${way}: ${rule.message}`,
    found: invocation.text,
    ...(fix !== undefined && { fix }),
  };
}

/** What cannot be known breaks only rules that ask for it. */
function unknown(line: CommandLine, index: RuleIndex, context: MatchContext): Finding[] {
  const strict = index.rules.filter(({ rule }) => rule.check.unresolved === 'violation');
  return strict.flatMap((ready) => {
    const part =
      line.unresolved[0] ??
      line.invocations.find(
        (invocation) =>
          applies(ready, invocation) &&
          ready.rule.check.forbid.some((pattern) => couldMatch(pattern, invocation, context)),
      )?.text;
    if (part === undefined) return [];
    return [
      { rule: ready.rule, message: `\`${part}\` cannot be known beforehand: ${ready.rule.message}`, found: part },
    ];
  });
}

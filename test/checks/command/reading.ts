import { commandChecks } from '../../../src/checks/command/module.ts';
import { readCommandLine } from '../../../src/checks/command/read.ts';
import type { Finding, PreparedChecks } from '../../../src/checks/contract.ts';
import { newSession } from '../../../src/engine/session.ts';
import type { CommandCheck } from '../../../src/model/checks/command.ts';
import type { CommandLine } from '../../../src/model/invocation.ts';
import { repoPath } from '../../../src/model/path.ts';
import type { RuleOf, Scope } from '../../../src/model/rule.ts';
import { memoryView } from '../../../src/repository/overlay.ts';
import type { RepositoryView } from '../../../src/repository/view.ts';

export const EMPTY = memoryView({}, 'main');

/** Reads a line at the root of an empty repository, or of the one given. */
export function read(line: string, view: RepositoryView = EMPTY, cwd = ''): CommandLine {
  return readCommandLine(line, repoPath(cwd), view);
}

/** What a line runs, as words, wrappers left out. */
export function runs(line: string, view: RepositoryView = EMPTY): readonly string[] {
  return read(line, view)
    .invocations.filter((invocation) => !invocation.wraps)
    .map(({ program, args }) => [program ?? '?', ...args.map((arg) => arg ?? '?')].join(' '));
}

export function ruleOf(check: Omit<CommandCheck, 'kind'>, scope?: Scope, id = 'rule'): RuleOf<'command'> {
  return {
    id,
    severity: 'error',
    message: 'not here',
    source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: 'Not here.' },
    check: { kind: 'command', ...check },
    evidence: { violating: [{ steps: [{ run: 'x' }] }], compliant: [{ steps: [{ run: 'y' }] }] },
    ...(scope && { scope }),
  };
}

/** Judges lines by rules, as the engine would. */
export function judgeBy(
  rules: readonly RuleOf<'command'>[],
  view: RepositoryView = EMPTY,
): (line: string, cwd?: string) => Promise<readonly Finding[]> {
  let prepared: PreparedChecks | undefined;
  return async (line, cwd = '') => {
    prepared ??= await commandChecks.prepare(rules, { view, reject: () => {} });
    const action = { kind: 'command', command: read(line, view, cwd) } as const;
    return (await prepared.act?.(action, { before: view, after: view, session: newSession('test') })) ?? [];
  };
}

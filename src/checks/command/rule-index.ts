import type { CommandPattern } from '../../model/checks/command.ts';
import type { Invocation } from '../../model/invocation.ts';
import type { RuleOf } from '../../model/rule.ts';
import { folderScopeTest, type PathTest } from '../../repository/globs.ts';
import { parsePattern } from './pattern.ts';
import { familyOf } from './programs.ts';
import { hasWildcard } from './wildcard.ts';

/** A rule with what can be worked out before the first command. */
export interface ReadyRule {
  readonly rule: RuleOf<'command'>;
  readonly allow: readonly CommandPattern[];
  readonly inScope: PathTest;
  /** What scripts of the repository run is judged too. */
  readonly follows: boolean;
  /** Patterns of the command that stands in for the forbidden one: doing that is never a violation. */
  readonly instead: readonly CommandPattern[];
}

export interface ReadyPattern {
  readonly ready: ReadyRule;
  readonly pattern: CommandPattern;
}

/** Patterns by the program they are about, so that a command meets only those that can match it. */
export interface RuleIndex {
  readonly rules: readonly ReadyRule[];
  candidates(invocation: Invocation): Iterable<ReadyPattern>;
}

export function indexRules(rules: readonly RuleOf<'command'>[]): RuleIndex {
  const byProgram = new Map<string, ReadyPattern[]>();
  const others: ReadyPattern[] = [];
  const ready = rules.map(readyRule);
  for (const one of ready) {
    for (const pattern of one.rule.check.forbid) {
      const names = typeof pattern.program === 'string' ? [pattern.program] : pattern.program;
      if (names === undefined || names.some((name) => hasWildcard(name) || name.includes('/'))) {
        others.push({ ready: one, pattern });
        continue;
      }
      for (const name of new Set(names.map((each) => each.toLowerCase()))) {
        const known = byProgram.get(name) ?? [];
        known.push({ ready: one, pattern });
        byProgram.set(name, known);
      }
    }
  }
  return {
    rules: ready,
    *candidates({ program }) {
      if (program !== undefined) {
        const name = program.toLowerCase();
        const family = familyOf(program).toLowerCase();
        yield* byProgram.get(name) ?? [];
        if (family !== name) yield* byProgram.get(family) ?? [];
      }
      yield* others;
    },
  };
}

function readyRule(rule: RuleOf<'command'>): ReadyRule {
  const { check, scope } = rule;
  const instead = check.instead === undefined ? [] : (parsePattern(check.instead.replace(/\{\w+\}/g, '…')) ?? []);
  return {
    rule,
    allow: check.allow ?? [],
    inScope: folderScopeTest(scope),
    follows: (check.scripts ?? (check.instead === undefined ? 'follow' : 'ignore')) === 'follow',
    instead: instead.filter((pattern) => pattern.program !== undefined),
  };
}

import type { Invocation } from '../../model/invocation.ts';
import { type Arguments, hasFlag, holds, takeApart } from './arguments.ts';
import { type ProgramSpec, programSpec } from './programs.ts';

interface Known {
  readonly parsed: Arguments;
  classes?: ReadonlySet<string>;
}

const known = new WeakMap<Invocation, Known>();

/** The arguments of an invocation taken apart; remembered, since many rules ask. */
export function argumentsOf(invocation: Invocation): Arguments {
  return knowledgeOf(invocation).parsed;
}

function knowledgeOf(invocation: Invocation): Known {
  const found = known.get(invocation);
  if (found) return found;
  const spec = invocation.program === undefined ? undefined : programSpec(invocation.program);
  const fresh: Known = { parsed: takeApart(spec, invocation.args) };
  known.set(invocation, fresh);
  return fresh;
}

/** What an invocation does, as classes of `rules/commands`: `read`, `write`, `delete`, `vcs`, `install` … */
export function classesOf(invocation: Invocation): ReadonlySet<string> {
  const knowledge = knowledgeOf(invocation);
  knowledge.classes ??= classify(invocation, knowledge.parsed);
  return knowledge.classes;
}

/** Is it known to change nothing? */
export function isReadOnly(invocation: Invocation): boolean {
  const classes = classesOf(invocation);
  if (invocation.wraps) return !classes.has('write') && !classes.has('delete');
  return classes.has('read') && classes.size === 1;
}

function classify(invocation: Invocation, parsed: Arguments): ReadonlySet<string> {
  const classes = new Set<string>();
  for (const touch of invocation.touches ?? []) {
    if (touch.kind !== 'read') classes.add(touch.kind === 'delete' ? 'delete' : 'write');
  }
  if (asksForHelp(invocation, parsed)) classes.add('read');
  else {
    for (let spec: ProgramSpec | undefined = parsed.spec; spec; spec = spec.parent) {
      for (const clause of spec.does) if (holds(clause, parsed)) classes.add(clause.is);
    }
  }
  return classes;
}

function asksForHelp(invocation: Invocation, parsed: Arguments): boolean {
  return (
    hasFlag(parsed, '--help') ||
    (hasFlag(parsed, '--version') && parsed.operands.length === 0) ||
    (invocation.args.length === 1 &&
      /^(-v|-V|-h|-\?|\/\?|help|version)$/.test(invocation.args[0] ?? '') &&
      invocation.program !== 'rm')
  );
}

import type { Invocation } from '../../model/invocation.ts';
import { type Arguments, hasFlag, holds, takeApart } from './arguments.ts';
import type { Clause } from './notation.ts';
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
  if (invocation.wraps) return !classes.has('write') && !classes.has('delete') && !classes.has('scratch');
  return classes.has('read') && classes.size === 1;
}

function classify(invocation: Invocation, parsed: Arguments): ReadonlySet<string> {
  const classes = new Set<string>();
  const touches = (invocation.touches ?? []).filter((touch) => touch.kind !== 'read');
  for (const touch of touches) {
    if (!isScratch(touch.to ?? touch.path)) classes.add(touch.kind === 'delete' ? 'delete' : 'write');
  }
  if (asksForHelp(invocation, parsed)) classes.add('read');
  else {
    for (const { clause, spec } of clausesOf(parsed.spec)) if (holds(clause, parsed, spec)) classes.add(clause.is);
  }
  // The files that it touches say more than the program's name: `tee /tmp/x` writes nothing that matters.
  if (touches.length > 0 && touches.every((touch) => isScratch(touch.to ?? touch.path))) {
    classes.delete('write');
    classes.delete('delete');
    classes.add('scratch');
  }
  return classes;
}

/** What the sub-command does; what holds for the program as a whole, only as far as options of it say so. */
function clausesOf(deepest: ProgramSpec | undefined): readonly { clause: Clause; spec: ProgramSpec }[] {
  for (let level = deepest; level; level = level.parent) {
    const spec = level;
    if (spec.does.length === 0) continue;
    const own = spec.does.map((clause) => ({ clause, spec }));
    let root = spec;
    while (root.parent) root = root.parent;
    if (root === spec) return own;
    const whole = root.does.filter((clause) => clause.flags.length > 0);
    return [...own, ...whole.map((clause) => ({ clause, spec: root }))];
  }
  return [];
}

/** Folders for temporary files are nobody's files. */
function isScratch(path: string | undefined): boolean {
  return path !== undefined && /^\/(?:tmp|var\/tmp|dev|private\/tmp)(?:\/|$)/.test(path);
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

import type { Concept } from '../../../lexicon/lexicon.ts';
import type { CommandPattern } from '../../../model/checks/command.ts';
import type { Example } from '../../../model/evidence.ts';

const bare = (text: string): string =>
  text
    .replaceAll('`', '')
    .replace(/^[.#/\s]+/, '')
    .replace(/\(.*\)$/, '')
    .trim()
    .toLowerCase();

/**
 * Is the notion a family of which the span names one member: `# noqa` of lint suppressions, `waitForTimeout()` of
 * sleeps? Who names a member does not speak of the others.
 */
export function isMemberOf(concept: Concept, span: string): boolean {
  const [title] = concept.names;
  const members = new Set(concept.names.filter((name) => name.startsWith('`')).map(bare));
  const told = concept.arms.every((arm) => arm.check.kind === 'code' || arm.check.kind === 'command');
  return title !== undefined && told && members.size > 2 && bare(title) !== bare(span);
}

/** The notion held to the programs that the span runs: `rails server` of all servers. */
export function onlyOf(concept: Concept, patterns: readonly CommandPattern[]): Concept | undefined {
  const programs = new Set(patterns.flatMap((pattern) => programsOf(pattern)));
  const arms = concept.arms.flatMap((arm) => {
    if (arm.check.kind !== 'command') return [arm];
    const forbid = arm.check.forbid.filter((pattern) => programsOf(pattern).some((program) => programs.has(program)));
    const samples = arm.samples
      .map((sample) => ({ ...sample, violating: sample.violating.filter((example) => runsOne(example, programs)) }))
      .filter((sample) => sample.violating.length > 0);
    return forbid.length > 0 && samples.length > 0 ? [{ ...arm, samples, check: { ...arm.check, forbid } }] : [];
  });
  return arms.length > 0 ? { ...concept, arms } : undefined;
}

/** The notion without the spellings of a flag that are to be used instead: a force push, but not with a lease. */
export function sparing(concept: Concept, flags: readonly string[]): Concept {
  const named = (pattern: CommandPattern) => (pattern.flags ?? []).flat().some((flag) => flags.includes(flag));
  if (!concept.arms.some(({ check }) => check.kind === 'command' && check.forbid.some(named))) return concept;
  const arms = concept.arms.flatMap((arm) => {
    if (arm.check.kind !== 'command') return [arm];
    const forbid = arm.check.forbid.flatMap((pattern) => {
      if (!pattern.flags) return [pattern];
      const left = pattern.flags.map((each) => [each].flat().filter((flag) => !flags.includes(flag)));
      return left.every((each) => each.length > 0)
        ? [{ ...pattern, flags: left, without: [...(pattern.without ?? []), ...flags] }]
        : [];
    });
    const samples = arm.samples.map((sample) => ({
      ...sample,
      violating: sample.violating.filter(
        ({ steps }) =>
          !steps.some((step) => 'run' in step && flags.some((flag) => step.run.split(/\s+/).includes(flag))),
      ),
    }));
    return forbid.length > 0 ? [{ ...arm, samples, check: { ...arm.check, forbid } }] : [];
  });
  return { ...concept, arms };
}

function runsOne(example: Example, programs: ReadonlySet<string>): boolean {
  return example.steps.some((step) => 'run' in step && programs.has(step.run.split(/\s+/)[0] ?? ''));
}

function programsOf(pattern: CommandPattern): readonly string[] {
  const { program } = pattern;
  return program === undefined ? [] : typeof program === 'string' ? [program] : program;
}

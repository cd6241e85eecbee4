import { readCommandLine } from '../checks/command/read.ts';
import { breaks } from '../engine/proof.ts';
import type { Example } from '../model/evidence.ts';
import type { Invocation } from '../model/invocation.ts';
import { parseRepoPath, repoPath } from '../model/path.ts';
import { type Rule, ruleSchema } from '../model/rule.ts';
import type { RepositoryView } from '../repository/view.ts';
import { engineOf } from './trial.ts';

/** A place in a rule: keys and indexes from its top. */
type Path = readonly (string | number)[];

/** So many variants of a rule are tried: an author waits for the answer. */
const MOST_VARIANTS = 40;

/** Parts of a rule without which an example would be caught that is not. Each alone is enough. */
export async function obstaclesTo(rule: Rule, example: Example, view: RepositoryView): Promise<readonly string[]> {
  const found: Path[] = [];
  for (const path of partsOf(rule).slice(0, MOST_VARIANTS)) {
    // What holds a part that stands in the way stands in the way too; the smallest says most.
    if (found.some((inner) => path.every((step, at) => inner[at] === step))) continue;
    if (await flags(without(rule, path), example, view)) found.push(path);
  }
  return found.map(named);
}

/** The alternatives of a rule that flag an example each by itself, where it has several. */
export async function culpritsOf(rule: Rule, example: Example, view: RepositoryView): Promise<readonly string[]> {
  const { check } = rule;
  const key = check.kind === 'code' ? 'match' : 'forbid';
  const list = check.kind === 'code' ? check.match : check.kind === 'command' ? check.forbid : [];
  if (list.length < 2) return [];
  const found: string[] = [];
  for (const [index, one] of list.entries()) {
    if (await flags({ ...rule, check: { ...check, [key]: [one] } }, example, view))
      found.push(named(['check', key, index]));
  }
  return found;
}

/** How the command of an example's last step is read: each invocation with what patterns can ask of it. */
export function commandsOf({ steps }: Example, view: RepositoryView): readonly string[] {
  const last = steps.at(-1);
  if (last === undefined || !('run' in last)) return [];
  const { invocations } = readCommandLine(last.run, parseRepoPath(last.cwd ?? '.') ?? repoPath(''), view);
  return invocations.filter(({ wraps }) => wraps !== true).map(invocationText);
}

async function flags(variant: unknown, example: Example, view: RepositoryView): Promise<boolean> {
  const read = ruleSchema.safeParse(variant);
  if (!read.success) return false;
  const engine = await engineOf([read.data], view);
  return engine.rejected.size === 0 && breaks(read.data, example, engine, view);
}

/** The parts of the check and the scope that can be left out, the deepest first. */
function partsOf({ check, scope }: Rule): readonly Path[] {
  const parts: Path[] = [];
  const walk = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (path.at(-1) === 'program') return;
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      walk(inner, at);
      // Without a program a pattern is about any; that says nothing.
      if (key !== 'program') parts.push(at);
    }
  };
  walk(scope, ['scope']);
  walk(check, ['check']);
  return parts.sort((a, b) => b.length - a.length);
}

function without(rule: Rule, path: Path): unknown {
  const copy: unknown = structuredClone(rule);
  let holder = copy;
  for (const step of path.slice(0, -1)) holder = property(holder, step);
  const last = path.at(-1);
  if (Array.isArray(holder) && typeof last === 'number') holder.splice(last, 1);
  else if (typeof holder === 'object' && holder !== null && last !== undefined) Reflect.deleteProperty(holder, last);
  return copy;
}

function property(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function named(path: Path): string {
  return `\`${path.join('.')}\``;
}

function invocationText({ program, args, env, under, cwd, file }: Invocation): string {
  const given = [
    ...Object.entries(env).map(([name, value]) => `${name}=${value ?? '?'}`),
    file ?? program ?? '?',
    ...args.map((arg) => arg ?? '?'),
  ];
  const around = under.map((words) => `under ${words.join(' ')}`);
  const where = cwd === undefined ? ['in an unknown folder'] : cwd === '' || cwd === '.' ? [] : [`in ${cwd}`];
  return [`\`${given.join(' ')}\``, ...around, ...where].join(' ');
}

import type { Engine } from '../../engine/engine.ts';
import { breaks } from '../../engine/proof.ts';
import { parseRepoPath } from '../../model/path.ts';
import type { Rule } from '../../model/rule.ts';
import { scopeTest } from '../../repository/globs.ts';
import type { RepositoryView } from '../../repository/view.ts';
import type { Objection } from '../objection.ts';

/** Commands that hardly any rule is about. */
const HARMLESS = ['ls -la', 'pwd', 'cat notes.txt', 'git status', 'git diff', 'date', 'wc -l notes.txt', 'true'];
/** Contents that hardly any rule is about. */
const PLAIN = [
  ['notes.txt', 'Some words.\n'],
  ['sample.ts', 'export const sample = 1;\n'],
  ['sample.py', 'sample = 1\n'],
  ['sample.md', '# Sample\n\nSome words.\n'],
] as const;

/** A share of harmless things above this is no rule but a wall. */
const WALL = 0.5;
/** Fewer files than this are no tree to judge by. */
const FEW = 4;
/** A rule that more than this share of the files in its scope break is probably misread. */
const WIDE = 0.4;

export interface Standing {
  /** Places of the present tree that break the rule, and files with one. */
  readonly places: number;
  readonly files: number;
  /** Files that were looked at. */
  readonly looked: number;
  /** The first three, as `path:line: text`. */
  readonly samples: readonly string[];
  /** So widely broken that a person should confirm it. */
  readonly wide: boolean;
}

/** A rule that forbids nearly everything it can see. */
export async function broadObjections(rule: Rule, engine: Engine, view: RepositoryView): Promise<readonly Objection[]> {
  const told = (what: string, flagged: string): Objection => ({
    gate: 'broad',
    reason: `it forbids nearly every ${what}, \`${flagged}\` too`,
    remedy: 'name what is meant: a program and its sub-command, a whole word, the files in scope.include',
  });
  const commands: string[] = [];
  for (const run of HARMLESS) if (await breaks(rule, { steps: [{ run }] }, engine, view)) commands.push(run);
  if (commands.length > HARMLESS.length * WALL) return [told('command', commands[0] ?? '')];
  if (rule.check.kind !== 'text' || rule.check.mode === 'require') return [];
  const folder = rule.scope?.include?.[0]?.split(/[*?[{]/, 1)[0]?.replace(/[^/]*$/, '') ?? '';
  const files: string[] = [];
  let seen = 0;
  const inScope = scopeTest(rule.scope);
  for (const [name, content] of PLAIN) {
    const write = parseRepoPath(`${folder}bylaw-${name}`);
    if (write === undefined || !inScope(write)) continue;
    seen += 1;
    if (await breaks(rule, { steps: [{ write, content }] }, engine, view)) files.push(write);
  }
  return seen > 0 && files.length > seen * WALL ? [told('file', files[0] ?? '')] : [];
}

/** What of the present tree breaks the rule. */
export async function standingViolations(rule: Rule, engine: Engine, view: RepositoryView): Promise<Standing> {
  const inScope = view.files().filter((file) => !file.startsWith('.bylaw/') && scopeTest(rule.scope)(file));
  const { violations } = await engine.inspect(inScope, view);
  const own = violations.filter((violation) => violation.rule === rule.id);
  const files = new Set(own.map(({ location }) => location?.path));
  const judged = Math.max(1, inScope.length);
  return {
    places: own.length,
    files: files.size,
    looked: inScope.length,
    samples: own.slice(0, 3).map(({ location, found, message }) => {
      const place = [location?.path, location?.line].filter((part) => part !== undefined).join(':');
      return `${place}: ${(found ?? message).slice(0, 120)}`;
    }),
    wide: files.size >= FEW && files.size / judged > WIDE,
  };
}

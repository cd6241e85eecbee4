import type { Compilation } from '../compiler/compilation.ts';
import { compile } from '../compiler/compile.ts';
import { viewOf } from '../engine/open.ts';
import { readInstructions } from '../instructions/read.ts';
import { Failure } from '../model/failure.ts';
import type { Rule } from '../model/rule.ts';
import type { Settings } from '../model/settings.ts';
import type { DiskView } from '../repository/disk.ts';
import { loadRules } from '../rulebook/load.ts';
import type { House } from './examine.ts';
import { nearestDirective } from './nearest.ts';

/** What the author of rules works with: the prose as compiled now, and the rules written so far. */
export interface Desk {
  readonly view: DiskView;
  readonly settings: Settings;
  readonly compilation: Compilation;
  readonly written: readonly Rule[];
  /** The line (1-based) on which the prose of a written rule stands now, or what is most like it. */
  lineOf(rule: Rule): number;
}

/** Opens a repository for a work order. Throws what reading its rules and settings throws, and `no-instructions`. */
export async function openDesk(root: string): Promise<Desk> {
  const view = viewOf(root);
  const { settings, written } = await loadRules(view);
  const compilation = await compile(view, settings);
  if (compilation.files.length === 0) {
    throw new Failure('no-instructions', 'there is no instruction file', {
      place: view.root,
      remedy: 'write down your rules in AGENTS.md, or name your own file in bylaw.yaml',
    });
  }
  return {
    view,
    settings,
    compilation,
    written: written.map(({ rule }) => rule),
    lineOf: (rule) => nearestDirective(rule, compilation.readings, view),
  };
}

/** What drafts are examined against. The rules in force are those of the rulebook, not of the prose as it is now. */
export async function openHouse(
  root: string,
): Promise<House & { readonly view: DiskView; readonly settings: Settings }> {
  const view = viewOf(root);
  const { rules, settings } = await loadRules(view);
  const { files, directives } = readInstructions(view, settings);
  return { view, rules, settings, instructions: new Set(files.map(({ path }) => String(path))), directives };
}

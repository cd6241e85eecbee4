import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { createEngine, type Engine } from '../engine/engine.ts';
import { createGuard, type Guard } from '../engine/guard.ts';
import { Failure } from '../model/failure.ts';
import type { Rule } from '../model/rule.ts';
import { rulebookSchema, ruleFileSchema } from '../model/rulebook.ts';
import { type DiskView, diskView } from '../repository/disk.ts';

export interface Opened {
  readonly root: string;
  readonly view: DiskView;
  readonly engine: Engine;
  readonly guard: Guard;
  readonly rules: readonly Rule[];
  /** Instruction file → SHA-256 of its bytes when the rulebook was compiled. */
  readonly prose: Readonly<Record<string, string>>;
}

export async function openRepository(root: string): Promise<Opened> {
  const rules: Rule[] = [];
  let prose: Record<string, string> = {};
  const main = path.join(root, '.bylaw/rulebook.yaml');
  const extra = path.join(root, '.bylaw/rules');
  try {
    if (existsSync(main)) {
      const rulebook = rulebookSchema.parse(parse(readFileSync(main, 'utf8')));
      rules.push(...rulebook.rules);
      prose = rulebook.prose;
    }
    if (existsSync(extra))
      for (const name of readdirSync(extra).sort())
        rules.push(...ruleFileSchema.parse(parse(readFileSync(path.join(extra, name), 'utf8'))).rules);
  } catch (error) {
    throw new Failure('invalid-rulebook', `cannot read the rulebook: ${String(error)}`, { cause: error });
  }
  const view = diskView(root);
  const engine = createEngine(rules, view);
  return { root: view.root, view, engine, guard: createGuard(engine, view), rules, prose };
}

/** SHA-256 of the rules in force: two daemons with the same hash judge alike. */
export function hashOf(rules: readonly Rule[]): string {
  return createHash('sha256').update(JSON.stringify(rules)).digest('hex');
}

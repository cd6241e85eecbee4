import { createEngine } from '../../../src/engine/engine.ts';
import { newSession } from '../../../src/engine/session.ts';
import type { ImportsCheck } from '../../../src/model/checks/imports.ts';
import { eventSchema } from '../../../src/model/event.ts';
import { repoPath } from '../../../src/model/path.ts';
import type { Rule, Scope } from '../../../src/model/rule.ts';
import type { Violation } from '../../../src/model/verdict.ts';
import { memoryView } from '../../../src/repository/overlay.ts';

export type Contract = ImportsCheck['contract'];
export type Files = Readonly<Record<string, string>>;

export function importsRule(contract: Contract, scope?: Scope): Rule {
  return {
    id: 'imports-rule',
    source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: 'as it says' },
    severity: 'error',
    message: 'the rule is broken',
    check: { kind: 'imports', contract },
    ...(scope && { scope }),
    evidence: { violating: [{ steps: [{ stop: true }] }], compliant: [{ steps: [{ stop: true }] }] },
  };
}

/** All violations that stand in the files. */
export async function standing(contract: Contract, files: Files, scope?: Scope): Promise<readonly Violation[]> {
  const view = memoryView(files);
  const paths = Object.keys(files).sort().map(repoPath);
  return (await createEngine([importsRule(contract, scope)], view).inspect(paths, view)).violations;
}

/** What an event adds to files that are there. */
export async function introducedBy(contract: Contract, files: Files, event: object): Promise<readonly Violation[]> {
  const view = memoryView(files);
  const engine = createEngine([importsRule(contract)], view);
  return (await engine.judge(eventSchema.parse(event), view, newSession('s'))).violations;
}

/** A graph drawn as `a > b c`: files of JavaScript that import others. Folders make the layers. */
export function drawn(...lines: readonly string[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const line of lines) {
    const [from = '', targets = ''] = line.split('>').map((part) => part.trim());
    const up = '../'.repeat(from.split('/').length - 1) || './';
    files[`${from}.ts`] = targets
      .split(/\s+/)
      .filter((target) => target !== '')
      .map((target) => {
        const [, kind, name = ''] = /^(?:(type|lazy|export):)?(.*)$/.exec(target) ?? [];
        const specifier = name.startsWith('#') ? name.slice(1) : `${up}${name}`;
        if (kind === 'type') return `import type { T } from '${specifier}';`;
        if (kind === 'lazy') return `export const l = () => import('${specifier}');`;
        if (kind === 'export') return `export * from '${specifier}';`;
        return `import { x } from '${specifier}';`;
      })
      .join('\n');
    for (const target of targets.split(/\s+/)) {
      const name = target.replace(/^(?:type|lazy|export):/, '');
      if (name !== '' && !name.startsWith('#')) files[`${name}.ts`] ??= '';
    }
  }
  return files;
}

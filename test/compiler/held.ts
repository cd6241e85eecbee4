import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { createGuard } from '../../src/engine/guard.ts';
import { eventSchema } from '../../src/model/event.ts';
import { memoryView } from '../../src/repository/overlay.ts';

/** Prose, events that break it and events that do not: `path: content` writes a file, `$ command` runs a command. */
export type Case = readonly [prose: string | readonly string[], broken: readonly string[], kept: readonly string[]];

/** Each sentence, in each of its forms, against its events. */
export function heldTo(cases: readonly Case[], files: Readonly<Record<string, string>>): void {
  const single = cases.flatMap(([prose, broken, kept]) => [prose].flat().map((form) => ({ form, broken, kept })));
  describe.each(single)('$form', ({ form, broken, kept }) => {
    const view = memoryView({ ...files, 'AGENTS.md': form.includes('\n') ? form : `# Style\n\n- ${form}\n` }, 'main');
    let compiled: ReturnType<typeof compile> | undefined;
    const judged = async (event: string) => {
      compiled ??= compile(view, {});
      const { rules } = await compiled;
      const guard = createGuard(createEngine(rules, view), view);
      const [path = '', ...content] = event.split(': ');
      const command = event.startsWith('$ ');
      return guard.take(
        eventSchema.parse(
          command ? { kind: 'command', command: event.slice(2) } : { kind: 'write', path, content: content.join(': ') },
        ),
      );
    };
    if (broken.length > 0) {
      it.each(broken)('refuses %s', async (event) => {
        expect((await judged(event)).decision).not.toBe('allow');
      });
    }
    it.each(kept)('lets %s pass', async (event) => {
      expect((await judged(event)).violations.map((violation) => violation.message)).toEqual([]);
    });
  });
}

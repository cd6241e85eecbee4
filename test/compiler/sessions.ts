import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { createGuard } from '../../src/engine/guard.ts';
import { type Event, eventSchema } from '../../src/model/event.ts';
import { memoryView } from '../../src/repository/overlay.ts';

/**
 * Prose in each of its forms, sessions that break it and sessions that do not. A session is a line of steps: `+a.ts`
 * writes, `-a.ts` deletes, `<a.md` reads, `!make` runs and fails, `stop` ends, anything else runs; only the last is judged.
 */
export type Told = readonly [forms: readonly string[], broken: readonly string[], kept: readonly string[]];

export function heldInSessions(
  cases: readonly Told[],
  files: Readonly<Record<string, string>>,
  branch = 'topic',
): void {
  const single = cases.flatMap(([forms, broken, kept]) => forms.map((form) => ({ form, broken, kept })));
  describe.each(single)('$form', ({ form, broken, kept }) => {
    const view = memoryView({ ...files, 'AGENTS.md': form.includes('\n') ? form : `- ${form}\n` }, branch);
    let compiled: ReturnType<typeof compile> | undefined;
    const judged = async (session: string) => {
      compiled ??= compile(view, {});
      const { rules } = await compiled;
      const guard = createGuard(createEngine(rules, view), view);
      const steps = session.split(/\s+;\s+/);
      for (const step of steps.slice(0, -1)) await guard.take(eventOf(step, 'after'));
      return (await guard.take(eventOf(steps.at(-1) ?? 'stop', 'before'))).violations.map(({ message }) => message);
    };
    if (broken.length > 0)
      it.each(broken)('refuses %s', async (session) => expect(await judged(session)).not.toEqual([]));
    it.each(kept)('lets %s pass', async (session) => expect(await judged(session)).toEqual([]));
  });
}

function eventOf(step: string, phase: 'before' | 'after'): Event {
  const rest = step.slice(1);
  if (step === 'stop') return eventSchema.parse({ kind: 'stop', phase });
  if (step.startsWith('+')) {
    const [path = '', ...content] = rest.split('=');
    return eventSchema.parse({ kind: 'write', path, content: content.join('=') || 'new text\n', phase });
  }
  if (step.startsWith('-')) return eventSchema.parse({ kind: 'delete', path: rest, phase });
  if (step.startsWith('<')) return eventSchema.parse({ kind: 'read', path: rest, phase });
  const failed = step.startsWith('!');
  const command = failed ? rest : step;
  return eventSchema.parse({ kind: 'command', command, phase, ...(phase === 'after' && { exitCode: failed ? 1 : 0 }) });
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/compiler/compile.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { createGuard } from '../../../src/engine/guard.ts';
import { eventSchema } from '../../../src/model/event.ts';
import { memoryView } from '../../../src/repository/overlay.ts';
import { COMMANDS, COMMON, FILES } from './events.ts';
import { REPOSITORIES, type Repository } from './repositories.ts';

type Deed = { readonly command: string } | { readonly path: string; readonly content: string };

function deedsIn(repository: Repository): readonly Deed[] {
  return [
    ...[...COMMANDS, ...repository.own].map((command) => ({ command })),
    ...[...COMMON, ...repository.languages.flatMap((language) => FILES[language] ?? [])].map(([path, content]) => ({
      path,
      content,
    })),
  ];
}

describe('ordinary work raises no alarm', () => {
  test.each(REPOSITORIES)('in $name', async (repository) => {
    const view = memoryView({ ...repository.files, 'AGENTS.md': repository.prose }, 'topic');
    const { rules } = await compile(view, {});
    const engine = createEngine(rules, view);
    const deeds = deedsIn(repository);
    let session = 0;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...deeds], { minLength: deeds.length }), async (order) => {
        const guard = createGuard(engine, view);
        session += 1;
        for (const deed of order) {
          const event = eventSchema.parse({
            kind: 'command' in deed ? 'command' : 'write',
            session: `s${session}`,
            ...deed,
          });
          const { violations } = await guard.take(event);
          expect(violations.map((each) => `${each.source.quote} — ${each.message}`)).toEqual([]);
        }
      }),
      { numRuns: 2 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import { prove } from '../../src/engine/proof.ts';
import { newSession } from '../../src/engine/session.ts';
import { eventSchema } from '../../src/model/event.ts';
import { memoryView } from '../../src/repository/overlay.ts';
import { BUILTIN_RULES, CONFIRMED_ADOPTION } from '../../src/rulebook/builtin.ts';

describe('the confirmation of an adoption', () => {
  const rules = BUILTIN_RULES.filter(({ id }) => id === CONFIRMED_ADOPTION);
  const engine = createEngine(rules, memoryView({}));
  it.each([
    ['bylaw adopt --yes', true],
    ['npx bylaw adopt --yes', true],
    ['npx @x/bylaw@2 adopt -y', true],
    ['pnpm exec bylaw adopt a.yaml --yes', true],
    ['node bin/bylaw.js adopt --yes', true],
    ['node --no-warnings ./node_modules/.bin/bylaw adopt --yes', true],
    ['node_modules/.bin/bylaw adopt --wide', true],
    ['bunx bylaw adopt -y && git commit -am x', true],
    ['bylaw adopt', false],
    ['bylaw adopt --dry-run', false],
    ['node bin/bylaw.js adopt --json', false],
    ['node bin/bylaw.js init --yes', false],
    ["echo 'bylaw adopt --yes'", false],
    ['git commit -m "bylaw adopt --yes"', false],
  ])('is for people: %s', async (command, denied) => {
    const event = eventSchema.parse({ kind: 'command', command });
    const { decision } = await engine.judge(event, memoryView({}), newSession('s'));
    expect(decision).toBe(denied ? 'deny' : 'allow');
  });
});

describe('the built-in rules', () => {
  it('stand the proof that all rules stand', async () => {
    const failures = await prove(BUILTIN_RULES, memoryView({}));
    expect(failures.map(({ rule, reason }) => `${rule.id}: ${reason}`)).toEqual([]);
  });
});

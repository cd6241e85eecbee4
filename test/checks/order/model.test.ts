import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgedIn, line, ruleOf, type Step, sessionOf } from './acting.ts';

/** What may happen, by one letter each: `a`, `b` and `c` are commands, capitals are the same with exit status 1. */
const STEPS: Readonly<Record<string, Step>> = {
  a: { run: 'make a', exit: 0 },
  b: { run: 'make b' },
  c: { run: 'make c', exit: 0 },
  A: { run: 'make a', exit: 1 },
  B: { run: 'make b', exit: 1 },
  s: { change: 'src/x.ts' },
  d: { change: 'docs/x.md' },
  r: { read: 'GUIDE.md' },
};
const PATTERNS: Readonly<Record<string, object>> = {
  a: { ran: [{ program: 'make', subcommand: ['a'] }] },
  b: { ran: [{ program: 'make', subcommand: ['b'] }] },
  s: { changed: ['src/**'] },
  r: { read: ['GUIDE.md'] },
};
const story = fc.array(fc.constantFrom(...Object.keys(STEPS)), { maxLength: 200 });
const short = fc.array(fc.constantFrom(...Object.keys(STEPS)), { maxLength: 12 });
const pattern = fc.constantFrom(...Object.keys(PATTERNS));
const stepsOf = (letters: readonly string[]) => letters.flatMap((letter) => STEPS[letter] ?? []);

/** Does the story hold the needs in this order, as a subsequence? */
function inOrder(letters: readonly string[], needs: readonly string[]): boolean {
  const [first, ...rest] = needs;
  return first === undefined || letters.some((letter, at) => letter === first && inOrder(letters.slice(at + 1), rest));
}

describe('contracts against their definition', () => {
  it('before: all needs lie behind the last `since`', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(story, short),
        fc.uniqueArray(pattern, { minLength: 1, maxLength: 3 }),
        fc.option(pattern, { nil: undefined }),
        fc.boolean(),
        async (letters, need, since, ordered) => {
          const rule = ruleOf({
            type: 'before',
            trigger: [{ stop: true }],
            need: need.map((letter) => PATTERNS[letter]),
            ordered,
            ...(since !== undefined && { since: PATTERNS[since] }),
          });
          const start = since === undefined ? -1 : letters.lastIndexOf(since);
          const rest = letters.slice(start + 1);
          const met = ordered ? inOrder(rest, need) : need.every((letter) => rest.includes(letter));
          const asked = since === undefined || start >= 0;
          // Without a `since`, only what was tried and failed is objected to.
          const failed = need.some((letter) => letters.lastIndexOf(letter.toUpperCase()) > letters.lastIndexOf(letter));
          const wrong = asked ? !met : failed;
          const findings = await judgedIn(rule, sessionOf(stepsOf(letters)), 'stop');
          expect(findings.length, `${letters.join('')} | ${need.join('')} since ${since}`).toBe(wrong ? 1 : 0);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('never-after: no Y without a later Z', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(story, short),
        pattern,
        fc.option(pattern, { nil: undefined }),
        async (letters, after, until) => {
          const rule = ruleOf({
            type: 'never-after',
            trigger: [{ stop: true }],
            after: PATTERNS[after],
            ...(until !== undefined && { until: PATTERNS[until] }),
          });
          const barred = letters.lastIndexOf(after);
          const released = until !== undefined && letters.lastIndexOf(until) > barred;
          const findings = await judgedIn(rule, sessionOf(stepsOf(letters)), 'stop');
          expect(findings).toHaveLength(barred >= 0 && !released ? 1 : 0);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('a line is judged as its parts would be, one after the other', async () => {
    const rule = ruleOf({
      type: 'before',
      trigger: [{ ran: [{ program: 'make', subcommand: ['c'] }] }],
      need: [PATTERNS.a],
      since: PATTERNS.b,
    });
    const commands = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(commands, commands, async (earlier, letters) => {
        const session = sessionOf(stepsOf(earlier));
        const whole = await judgedIn(rule, session, { run: line(...letters.map((letter) => `make ${letter}`)) });
        let apart = 0;
        for (const [at, letter] of letters.entries()) {
          const past = sessionOf(stepsOf([...earlier, ...letters.slice(0, at)]));
          apart += letter === 'c' ? (await judgedIn(rule, past, { run: 'make c' })).length : 0;
        }
        expect(whole).toHaveLength(Math.min(apart, 1));
      }),
      { numRuns: 40 },
    );
  });
});

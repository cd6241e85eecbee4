import type { Rule } from '../../src/model/rule.ts';

/** A rule that forbids a program; `over` replaces what a test is about. */
export function sampleRule(over: Partial<Rule> = {}): Rule {
  return {
    id: 'npm-is-forbidden',
    source: { file: 'AGENTS.md', line: 3, endLine: 3, quote: 'Use pnpm, never `npm`.' },
    severity: 'error',
    message: '`npm` is forbidden here',
    check: { kind: 'command', forbid: [{ program: 'npm' }] },
    evidence: {
      violating: [{ steps: [{ run: 'npm install' }] }],
      compliant: [{ steps: [{ run: 'pnpm install' }] }],
    },
    origin: 'compiled',
    ...over,
  };
}

import { describe, expect, it } from 'vitest';
import { readInstructions } from '../../src/instructions/read.ts';
import { memoryView } from '../../src/repository/overlay.ts';
import { describeDrift, driftOf, hasDrifted, knownDriftOf } from '../../src/rulebook/drift.ts';

const compiled = {
  'AGENTS.md': 'Use a.\n',
  'web/AGENTS.md': 'Use b.\n',
  'CLAUDE.md': '@docs/x.md',
  'docs/x.md': 'Use c.',
};
const prose = Object.fromEntries(
  readInstructions(memoryView(compiled), {}).files.map((file) => [file.path, file.hash]),
);
const drift = (files: Record<string, string>) => driftOf({ version: 1, prose, rules: [] }, memoryView(files), {});

describe('drift', () => {
  const { 'docs/x.md': _, ...withoutImport } = compiled;
  const cases: readonly [string, Record<string, string>, string][] = [
    ['nothing', compiled, ''],
    ['other line ends', { ...compiled, 'AGENTS.md': 'Use a.\r\n' }, ''],
    ['other files', { ...compiled, 'README.md': 'x' }, ''],
    ['a word', { ...compiled, 'AGENTS.md': 'Use z.\n' }, 'AGENTS.md has changed'],
    ['an imported file', { ...compiled, 'docs/x.md': 'Use d.' }, 'docs/x.md has changed'],
    ['a new file', { ...compiled, '.cursorrules': 'Use d.' }, '.cursorrules is new'],
    ['a file gone', withoutImport, 'docs/x.md is gone'],
  ];
  it.each(cases)('%s', (_, files, expected) => {
    expect(describeDrift(drift(files))).toBe(expected);
    expect(hasDrifted(drift(files))).toBe(expected !== '');
  });

  it('of the known files needs no list of all', () => {
    const files = { ...compiled, 'AGENTS.md': 'Use z.\n', '.cursorrules': 'Use d.' };
    const view = { ...memoryView(files), files: () => expect.unreachable() };
    expect(describeDrift(knownDriftOf({ version: 1, prose, rules: [] }, view))).toBe('AGENTS.md has changed');
  });
});

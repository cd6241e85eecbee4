import type { TextCheck } from '../../../model/checks/text.ts';
import { type FieldExample, write } from '../example.ts';

function text(shows: string, check: Omit<TextCheck, 'kind'>, path: string, bad: string, good: string): FieldExample {
  return {
    shows: shows.split(' ').map((field) => `TextCheck.${field}`),
    check: { kind: 'text', ...check },
    violating: write(path, bad),
    compliant: write(path, good),
  };
}

/** Text: what has no syntax of its own. */
export const TEXT_EXAMPLES: readonly FieldExample[] = [
  text(
    'pattern',
    { pattern: String.raw`\bwhitelist\b` },
    'docs/a.md',
    'Add it to the whitelist.\n',
    'Whitelisted hosts.\n',
  ),
  text('flags', { pattern: String.raw`\bwhitelist\b`, flags: 'i' }, 'docs/a.md', 'Whitelist it.\n', 'Allow it.\n'),
  text(
    'unless in',
    { pattern: String.raw`\bTODO\b`, unless: String.raw`TODO\(#\d+\)`, in: 'comment' },
    'src/a.py',
    '# TODO tidy\n',
    '# TODO(#12) tidy\ntodo = "TODO"\n',
  ),
  text(
    'mode at',
    { pattern: 'SPDX-License-Identifier: MIT', mode: 'require', at: 'start' },
    'src/a.py',
    'x = 1\n',
    '#!/usr/bin/env python\n# SPDX-License-Identifier: MIT\nx = 1\n',
  ),
  text(
    'when',
    { pattern: '^status:', mode: 'require', when: '^# Decision' },
    'docs/a.md',
    '# Decision 7\n',
    '# Notes\n',
  ),
  {
    shows: ['TextCheck.mode'],
    check: { kind: 'text', pattern: '^[A-Z]+(_[A-Z]+)*=', mode: 'keep' },
    violating: write('.env.example', 'DECK_PORT=1\n', { '.env.example': 'DECK_URL=\nDECK_PORT=\n' }),
    compliant: write('.env.example', 'DECK_PORT=1\nDECK_URL=\nDECK_KEY=\n', {
      '.env.example': 'DECK_URL=\nDECK_PORT=\n',
    }),
  },
  text('max', { pattern: '^# ', max: 1 }, 'docs/a.md', '# Deck\n\n# Crew\n', '# Deck\n\n## Crew\n'),
  {
    shows: ['TextCheck.unlessBefore'],
    check: { kind: 'text', pattern: String.raw`[^\x00-\x7F]`, unlessBefore: String.raw`[^\x00-\x7F]` },
    violating: write('docs/a.md', 'Deck – upper.\n', { 'docs/a.md': 'Deck.\n' }),
    compliant: write('docs/a.md', 'Bühne – oben.\n', { 'docs/a.md': 'Bühne.\n' }),
  },
];

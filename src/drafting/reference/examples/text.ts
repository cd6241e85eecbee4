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
];

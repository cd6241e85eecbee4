import type { Rule } from '../model/rule.ts';
import { RULEBOOK } from './files.ts';

/** The first line of every rulebook; the built-in rule quotes it. */
export const OWN_FILES_PROSE = 'Agents do not change the rules they are held to.';

/** Rules that hold in every repository with a rulebook, before all others. */
export const BUILTIN_RULES: readonly Rule[] = [
  {
    id: 'own-files-are-protected',
    source: { file: RULEBOOK, line: 1, endLine: 1, quote: OWN_FILES_PROSE },
    severity: 'error',
    message: 'the rulebook and its settings are changed by people, not by agents',
    instead: 'change the prose of the instruction file, or put a proposal under .bylaw/drafts/',
    check: {
      kind: 'paths',
      contract: {
        type: 'protected',
        files: { include: ['.bylaw/**', 'bylaw.yaml'], exclude: ['.bylaw/drafts/**'] },
      },
    },
    evidence: {
      violating: [
        { steps: [{ write: RULEBOOK, content: 'version: 1\n' }] },
        { steps: [{ delete: '.bylaw/rules/ours.yaml' }] },
        { steps: [{ run: 'rm -rf .bylaw' }] },
      ],
      compliant: [{ steps: [{ write: '.bylaw/drafts/idea.yaml', content: 'rules: []\n' }] }],
    },
    origin: 'builtin',
  },
];

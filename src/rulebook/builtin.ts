import type { Rule } from '../model/rule.ts';
import { RULEBOOK } from './own-files.ts';

/** The first lines of every rulebook; the built-in rules quote them, in this order. */
export const OWN_PROSE = [
  'Agents do not change the rules they are held to.',
  'Nor do they take out the hooks that hold them to it.',
] as const;

const source = (line: 1 | 2) => ({ file: RULEBOOK, line, endLine: line, quote: OWN_PROSE[line === 1 ? 0 : 1] });

const HOOKED =
  '{ "hooks": { "PreToolUse": [{ "hooks": [{ "type": "command", "command": "bylaw hook claude" }] }] } }\n';

/** What lets `bylaw adopt` go on without asking. */
const CONSENT = ['--yes', '-y', '--wide'];

/** Falls away where `adopt: agent` stands in `bylaw.yaml`. */
export const CONFIRMED_ADOPTION = 'adoption-is-confirmed';

/** Rules that hold in every repository with a rulebook, before all others. */
export const BUILTIN_RULES: readonly Rule[] = [
  {
    id: 'own-files-are-protected',
    source: source(1),
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
        { files: { 'bylaw.yaml': 'rules: {}\n' }, steps: [{ delete: 'bylaw.yaml' }] },
        { files: { [RULEBOOK]: 'version: 1\n' }, steps: [{ run: 'rm -rf .bylaw' }] },
      ],
      compliant: [{ steps: [{ write: '.bylaw/drafts/idea.yaml', content: 'rules: []\n' }] }],
    },
    origin: 'builtin',
  },
  {
    id: 'installed-hooks-are-protected',
    source: source(2),
    severity: 'error',
    message: 'the hooks of bylaw are installed and taken out by people, not by agents',
    check: {
      kind: 'paths',
      contract: {
        type: 'protected',
        files: {
          include: [
            '.claude/settings*.json',
            '.codex/hooks.json',
            '.codex/config.toml',
            '.cursor/hooks.json',
            '.gemini/settings.json',
            '.github/hooks/**',
            '.windsurf/hooks.json',
            '.devin/hooks*.json',
            '.kiro/hooks/**',
            '.clinerules/hooks/**',
            '.amp/plugins/**',
            '.opencode/plugins/**',
            '.git/hooks/**',
            '.husky/**',
            'lefthook.y*ml',
            '.pre-commit-config.yaml',
          ],
          // Only where bylaw has an entry: files of other hooks are none of its business.
          holds: '\\bbylaw\\b',
        },
      },
    },
    evidence: {
      violating: [
        { files: { '.claude/settings.json': HOOKED }, steps: [{ write: '.claude/settings.json', content: '{}\n' }] },
        {
          files: { '.git/hooks/pre-commit': 'exec bylaw git-hook pre-commit\n' },
          steps: [{ run: 'rm .git/hooks/pre-commit' }],
        },
      ],
      compliant: [
        {
          files: { '.claude/settings.json': '{}\n' },
          steps: [{ write: '.claude/settings.json', content: '{ "model": "x" }\n' }],
        },
      ],
    },
    origin: 'builtin',
  },
  {
    id: CONFIRMED_ADOPTION,
    source: source(1),
    severity: 'error',
    message: 'a person adopts drafted rules: an agent does not confirm its own',
    instead: 'run `bylaw adopt --dry-run` until the drafts are proven, then ask for `bylaw adopt` in a terminal',
    check: {
      kind: 'command',
      forbid: [
        { program: ['bylaw', 'bylaw.*js'], subcommand: ['adopt'], flags: [CONSENT] },
        // The program handed to an interpreter by its file.
        {
          program: ['node', 'nodejs', 'bun', 'deno', 'tsx'],
          operands: [['bylaw.*js', '**/bylaw.*js', '**/bylaw'], ['adopt'], CONSENT],
        },
      ],
    },
    evidence: {
      violating: [
        { steps: [{ run: 'bylaw adopt --yes' }] },
        { steps: [{ run: 'npx bylaw adopt a.yaml -y' }] },
        { steps: [{ run: 'node bin/bylaw.js adopt --yes' }] },
      ],
      compliant: [{ steps: [{ run: 'bylaw adopt --dry-run' }] }, { steps: [{ run: 'bylaw init --yes' }] }],
    },
    origin: 'builtin',
  },
];

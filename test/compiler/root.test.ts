import { describe } from 'vitest';
import { heldInSessions, type Told } from './sessions.ts';

const FILES = {
  'package.json': '{"name":"orchard"}',
  '.gitignore': 'out/\n',
  'README.md': '# Orchard\n',
  'src/pears/graft.ts': 'export {};\n',
  'docs/guide.md': '# Guide\n',
  Makefile: 'check:\n\ttrue\n',
};

const CASES: readonly Told[] = [
  [
    [
      "Don't add new top-level folders.",
      'Do not create new directories at the repository root.',
      'No new top-level directories without approval.',
      'Never create folders in the root of the repository.',
      'Avoid adding root-level folders.',
    ],
    ['+tools/a.ts', '+tools/deep/a.ts', 'mkdir -p tools && touch tools/a.ts', 'git mv src/pears pears'],
    ['+src/plums/a.ts', '+docs/images/a.svg', '+notes.md', '+.storybook/main.ts', '+src/pears/b.ts', 'ls tools'],
  ],
  [
    ["Don't create new folders under `src/`.", 'Never add directories in `src/`.'],
    ['+src/plums/a.ts', '+src/pears/old/a.ts'],
    ['+src/a.ts', '+src/pears/b.ts', '+tools/a.ts'],
  ],
  [
    ['No new files in the repository root.', "Don't put files in the root.", 'Never add files to the project root.'],
    ['+notes.md', '+vite.config.ts'],
    ['+README.md', '+src/a.ts', '+tools/a.ts', '-Makefile', 'npm install', '+.env.local'],
  ],
  [['No new files or folders in the root.'], ['+notes.md', '+tools/a.ts'], ['+src/plums/a.ts']],
  [
    ['No scratch files in the root.', "Don't leave temporary files in the repo root."],
    ['+tmp.txt', '+scratch.ts', '+debug-output.json', '+graft.ts.bak'],
    ['+vite.config.ts', '+CONTRIBUTING.md', '+src/tmp.ts', '+template.html'],
  ],
  [
    ["Don't put scripts in the root.", 'Never add shell scripts to the repository root.'],
    ['+release.sh'],
    ['+scripts/release.sh', '+vite.config.ts'],
  ],
  [
    ["Don't add Markdown files to the root."],
    ['+PLAN.md'],
    ['+docs/plan.md', '+CHANGELOG.md', '+README.md', '+CONTRIBUTING.md'],
  ],
  [
    [
      'Run commands in the repository root.',
      'No files in the root are generated.',
      'Only add top-level folders for new apps.',
      'Do not add new folders unless a module needs one.',
      'Do not create new directories at the root, except for apps.',
      'Top-level folders are documented in the guide.',
    ],
    [],
    ['+tools/a.ts', '+notes.md', '+tmp.txt'],
  ],
];

describe('what comes to the root', () => heldInSessions(CASES, FILES));

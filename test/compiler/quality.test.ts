import { heldInSessions, type Told } from './sessions.ts';

const TREE: Readonly<Record<string, string>> = {
  'package.json': '{"name":"kiln","private":true,"scripts":{"lint":"eslint .","typecheck":"tsc","test":"vitest run"}}',
  Makefile: 'test:\n\tpytest\n',
  'src/glaze.ts': 'export {};\n',
  'tools/fire.py': 'x = 1\n',
  'README.md': '# Kiln\n',
};

const CASES: readonly Told[] = [
  [
    [
      'Tests must pass before committing.',
      'All tests must pass before you commit.',
      'Run the tests before committing.',
      'Always run the full test suite before committing.',
      'Before committing, run all tests.',
      'Make sure that all tests pass before committing.',
      'Never commit without running the tests.',
      'Do not commit if tests fail.',
      'Never commit with failing tests.',
      '## Before committing\n\n- All tests pass\n',
    ],
    [
      '+src/glaze.ts ; git commit -m x',
      '+src/glaze.ts ; !npm test ; git commit -m x',
      'npm test ; +src/glaze.ts ; git commit -m x',
      '+src/glaze.ts ; npm run lint ; git commit -m x',
    ],
    [
      '+src/glaze.ts ; npm test ; git commit -m x',
      '+tools/fire.py ; make test ; git commit -m x',
      '+tools/fire.py ; uv run pytest -q tests ; git commit -m x',
      '+src/glaze.ts ; npx vitest run ; git commit -m x',
      '+src/glaze.ts ; ./scripts/run-tests.sh ; git commit -m x',
      '+README.md ; git commit -m x',
      'git commit -m x',
      '+src/glaze.ts ; stop',
    ],
  ],
  [
    ['Always lint and type-check before finishing a task.', 'Run linting and type checks before you finish.'],
    ['+src/glaze.ts ; stop', '+src/glaze.ts ; npm run lint ; stop', '+src/glaze.ts ; npm run typecheck ; stop'],
    ['+src/glaze.ts ; npm run lint ; npx tsc --noEmit ; stop', 'stop', '+src/glaze.ts ; git commit -m x'],
  ],
  [
    [
      'Write tests before committing to a design.',
      'Add tests before fixing a bug.',
      'Update the tests and docs before merging.',
      'Run the tests where possible before committing.',
      'Never commit secrets without encrypting them.',
    ],
    [],
    ['+src/glaze.ts ; git commit -m x', '+src/glaze.ts ; stop'],
  ],
];

heldInSessions(CASES, TREE);

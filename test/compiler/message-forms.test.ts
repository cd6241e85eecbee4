import { heldInSessions, type Told } from './sessions.ts';

const TREE: Readonly<Record<string, string>> = {
  'package.json': '{"name":"kiln","private":true}',
  'src/glaze.ts': 'export {};\n',
};

const CASES: readonly Told[] = [
  [
    [
      '## Commits\n\n- Conventional Commits. Allowed scopes: `wheel`, `oven`, `shop`.\n',
      '## Commit messages\n\n- Scope must be one of: wheel, oven, shop\n',
    ],
    ['git commit -m "fix(clay): dry it"'],
    ['git commit -m "fix(oven): cool it"'],
  ],
  [
    ['## Commit messages\n\n- Scopes such as `wheel`, `oven`, etc.\n', 'OAuth scopes: `read`, `write`.'],
    [],
    ['git commit -m "fix(clay): dry it"'],
  ],
  [
    [
      'Commit messages start with the ticket number, e.g. `CLAY-12: Cool it`.',
      'Prefix commit messages with the Jira key (`CLAY-123: …`).',
    ],
    ['git commit -m "Cool it"', 'git commit -m "Cool it (CLAY-12)"'],
    ['git commit -m "CLAY-9: Cool it"', 'git log'],
  ],
  [
    ['Prefix commit subjects with the package: `oven: cool down`.'],
    ['git commit -m "Cool it"'],
    ['git commit -m "wheel: turn it"', "git commit -m 'Merge branch a'"],
  ],
  [
    [
      'Branches are named `feat/<topic>`, `fix/<topic>` or `chore/<topic>`.',
      'Branch naming: `feat/`, `fix/`, `chore/` prefixes.',
      'Name branches `feat/...`, `fix/...` or `chore/...`.',
    ],
    ['git switch -c topic', 'git checkout -b feature/oven', 'git branch topic'],
    ['git switch -c feat/oven', 'git checkout -b fix/oven origin/main', 'git switch main', 'git branch --list'],
  ],
  [
    [
      'Use descriptive branch names (e.g. `feat/oven`).',
      'Release branches are named `release/x` and deployed by a bot.',
      'Never push to `feat/` branches of others.',
    ],
    [],
    ['git switch -c topic', 'git checkout -b topic'],
  ],
  [
    ['PR titles follow Conventional Commits (they become the squash commit message).'],
    ['gh pr create --title "Cool it" --body x'],
    ['git commit -m "Cool it"', 'gh pr create --title "fix: cool it" --body x'],
  ],
];

heldInSessions(CASES, TREE);

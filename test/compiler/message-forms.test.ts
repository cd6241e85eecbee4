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
  [
    [
      'Commit messages must reference an issue.',
      'Every commit must include a ticket number.',
      'Include the issue number in every commit message (e.g. `#12`).',
      'No commits without an issue reference.',
    ],
    ['git commit -m "Cool it"'],
    ['git commit -m "Cool it (#7)"', 'git commit -m "CLAY-9: cool it"', "git commit -m 'Merge branch a'"],
  ],
  [
    ['Commits must contain the Jira ticket.', 'Every commit message must mention the ticket, e.g. `PROJ-123`.'],
    ['git commit -m "Cool it (#7)"'],
    ['git commit -m "Cool it (CLAY-9)"'],
  ],
  [
    ['Include the ticket number in the branch name.', 'Branch names must contain the issue ID.'],
    ['git switch -c cool-it', 'git checkout -b feat/cool'],
    ['git switch -c 12-cool-it', 'git checkout -b feat/CLAY-9-cool', 'git switch main', 'git commit -m "Cool it"'],
  ],
  [
    ['PR titles must include the ticket number (`CLAY-12`).'],
    ['gh pr create --title "Cool it" --body x'],
    ['gh pr create --title "CLAY-3 Cool it" --body x', 'git commit -m "Cool it"'],
  ],
  [
    [
      'Reference the issue in the commit message if there is one.',
      'Commit messages may mention a ticket.',
      'Commits reference issues where applicable.',
      'Every issue must have a story.',
    ],
    [],
    ['git commit -m "Cool it"', 'git switch -c cool-it'],
  ],
  [
    [
      'Tag releases as `vX.Y.Z`.',
      'Release tags look like `v1.2.3`.',
      'Tags must follow the format `vMAJOR.MINOR.PATCH`.',
      'Tag releases as `v<version>`, not `<version>`.',
    ],
    ['git tag 1.4.0', 'git tag release-1.4', 'git tag -a 2.0.0 -m "Second"'],
    [
      'git tag v1.4.0',
      'git tag v2.0.0-rc.1',
      'git tag v10.20.30',
      'git tag nightly',
      'git tag before-refactor-2',
      'git tag --list',
      'git push origin 1.4.0',
    ],
  ],
  [
    ['Release tags are named `<package>@<version>`.', 'Tags look like `oven@1.2.3` or `wheel@1.2.3`.'],
    ['git tag v1.2.3'],
    ['git tag oven@1.4.0', 'git tag wheel@2.0.0-beta.1'],
  ],
  [
    [
      'HTML tags are `<section>` and `<article>`.',
      'Tag releases as `latest` on the registry.',
      'Docker tags look like `kiln:1.2.3`.',
      'If you tag a release, use `vX.Y.Z`.',
    ],
    [],
    ['git tag 1.4.0', 'git tag oven@1.0.0'],
  ],
];

heldInSessions(CASES, TREE);

import { describe } from 'vitest';
import { heldInSessions, type Told } from './sessions.ts';

const FILES = {
  'package.json': '{"name":"orchard","private":true,"scripts":{"format":"x","lint":"y"}}',
  'package-lock.json': '{}',
  '.changeset/config.json': '{}',
  'packages/pears/src/index.ts': 'export {};\n',
  'docs/guide.md': '# Guide\n',
};
const OPEN = 'gh pr create --fill';
const CODE = '+packages/pears/src/index.ts';

const CHANGESETS: readonly Told[] = [
  [
    [
      'Every PR needs a changeset.',
      'All changes require a changeset.',
      'Every pull request must include a changeset file.',
      'Add a changeset for every change.',
      'Run `npx changeset` for every PR.',
      'A changeset is required for each PR.',
      'No PRs without a changeset.',
    ],
    [`${CODE} ; ${OPEN}`, `${CODE} ; npx changeset status ; ${OPEN}`, `${CODE} ; !npx changeset ; ${OPEN}`],
    [
      `${CODE} ; +.changeset/brave-pear.md ; ${OPEN}`,
      `+.changeset/brave-pear.md ; ${CODE} ; ${OPEN}`,
      `${CODE} ; npx changeset ; ${OPEN}`,
      `${CODE} ; npx changeset add --empty ; ${OPEN}`,
      `+docs/guide.md ; ${OPEN}`,
      `+packages/pears/src/index.test.ts ; ${OPEN}`,
      `${CODE} ; git commit -m "feat: graft"`,
      `${CODE} ; stop`,
      OPEN,
    ],
  ],
  [
    [
      'Add a changeset for every user-facing change.',
      'PRs may include a changeset.',
      'Breaking changes need a changeset.',
      'Every PR needs a changeset unless it only touches tests.',
      'A changeset describes every change.',
    ],
    [],
    [`${CODE} ; ${OPEN}`, `${CODE} ; stop`],
  ],
];

const LAST: readonly Told[] = [
  [
    [
      'Always run `npm run format` last.',
      'Run `npm run format` at the end.',
      'Finish by running `npm run format`.',
      'End every task with `npm run format`.',
      'Run `npm run format` at the end of each session.',
      'Run `npm run format` as the final step.',
    ],
    [`${CODE} ; stop`, `npm run format ; ${CODE} ; stop`],
    [`${CODE} ; npm run format ; stop`, 'stop', `${CODE} ; git commit -m "feat: graft"`],
  ],
  [
    [
      'End the file with `export {}`.',
      'Finish with `return`.',
      'Run `npm run format` at the end of a release.',
      '## Releasing\n\n- Bump the version.\n- Finish by running `npm run format`.\n',
      'Adding a pear:\n\n1. Copy the template.\n2. Finish by running `npm run format`.\n',
    ],
    [],
    [`${CODE} ; stop`],
  ],
];

describe('changesets', () => heldInSessions(CHANGESETS, FILES));
describe('the last step', () => heldInSessions(LAST, FILES));

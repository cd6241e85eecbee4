import { describe, expect, it } from 'vitest';
import { hold } from './hold.ts';
import { heldInSessions, type Told } from './sessions.ts';

const FILES = {
  'package.json': '{"name":"orchard","scripts":{"db:push":"x","db:generate":"y"}}',
  'package-lock.json': '{}',
  'src/pears.ts': 'export {};\n',
};
const COMMIT = 'git commit -m "feat: graft"';

/** On a branch of its own. */
const ON_TOPIC: readonly Told[] = [
  [
    [
      'Never amend pushed commits.',
      "Don't amend commits that were already pushed.",
      'Do not amend a commit after pushing.',
      'Amending published commits is forbidden.',
    ],
    ['git push ; git commit --amend --no-edit', `git push ; ${COMMIT} ; git push ; git commit --amend`],
    [
      'git commit --amend --no-edit',
      '!git push ; git commit --amend --no-edit',
      `git push ; ${COMMIT} ; git commit --amend --no-edit`,
      'git push --tags ; git commit --amend',
      'git push ; git switch other ; git commit --amend',
    ],
  ],
  [
    ['Never commit directly; open a PR.', 'Never commit directly.', 'Do not push directly; open a pull request.'],
    [],
    [COMMIT, 'git push', 'git push origin topic', '+src/pears.ts ; stop'],
  ],
  [['Do not push directly; open a pull request.'], ['git push origin main', 'git push origin HEAD:main'], ['git push']],
  [
    ['Do not commit to `main` or `release/*`.'],
    [],
    [COMMIT, '+release/notes.txt ; git add release/notes.txt ; git commit -m "docs: note"'],
  ],
  [
    ['Regenerate the lockfile with `npm install`; never edit it by hand.'],
    ['+package-lock.json={ }'],
    ['npm install', '+package.json={ }'],
  ],
  [
    ['Never force push to shared branches.'],
    ['git push --force origin main', 'git push -f origin develop'],
    ['git push --force', 'git push --force-with-lease origin topic', 'git push origin main'],
  ],
  [
    [
      "Don't commit directly to the default branch.",
      'Do not push to release branches.',
      'Never rebase after review has started.',
      'Do not delete branches you did not create.',
      'Never push before the release is announced.',
      'Sign your commits with `-S`.',
    ],
    [],
    [COMMIT, 'git commit -S -m "feat: graft"', 'git push', 'git rebase main', 'git branch -d done'],
  ],
  [
    [
      'Never merge `main` into a feature branch; rebase.',
      'Rebase instead of merging `main` into your branch.',
      'Do not merge main into topic branches.',
      'Rebase onto `main` rather than merging the main branch into your branch.',
    ],
    ['git merge main', 'git merge origin/main', 'git merge --no-edit main'],
    ['git rebase main', 'git merge other', 'git merge --ff-only main', 'git merge --abort', 'gh pr merge 3 --squash'],
  ],
  [
    ['Merge `main` into your branch before you push.', 'When others use it, rebase instead of merging `main` into it.'],
    [],
    ['git merge main'],
  ],
  [['Pull with `--rebase`.'], ['git pull', 'git pull origin main'], ['git pull --rebase', 'git fetch']],
  [
    ['Every commit must pass `npm run db:generate`.'],
    [`+src/pears.ts ; ${COMMIT}`],
    [`+src/pears.ts ; npm run db:generate ; ${COMMIT}`],
  ],
  [['Run `git fetch` before creating a branch.'], [], ['+src/pears.ts ; stop', `+src/pears.ts ; ${COMMIT}`]],
  [["Don't create new packages.", 'Never create a new package.'], [], ['npm install left']],
  [['Prefer rebase over merge.'], ['git merge main'], ['gh pr merge 3 --squash', 'git rebase main']],
  [['Never merge.'], ['git merge main', 'gh pr merge 3'], ['git rebase main']],
];
const ON_MAIN: readonly Told[] = [
  [
    [
      'Never commit directly; open a PR.',
      'Do not commit to `main` or `release/*`.',
      "Don't commit directly to the default branch.",
    ],
    [COMMIT],
    ['git status', 'git switch -c topic'],
  ],
  [['Do not push directly; open a pull request.'], ['git push'], ['git push origin topic']],
  [['Never merge `main` into a feature branch; rebase.'], [], ['git merge topic', 'git merge origin/main']],
];
const ON_RELEASE: readonly Told[] = [
  [['Do not commit to `main` or `release/*`.'], [COMMIT], ['git status']],
  [['Do not commit to `main`.', 'Never commit directly.'], [], [COMMIT]],
  [['Never merge `main` into a feature branch; rebase.'], ['git merge main'], ['git merge other']],
];
const ADVICE: readonly (readonly [prose: string, run: string, advice: string])[] = [
  ['Never push to main; open a PR instead.', 'git push origin main', 'push to main is ruled out here; open a PR'],
  [
    "Don't run `npm run db:push`; generate a migration with `npm run db:generate` instead.",
    'npm run db:push',
    '`npm run db:push` is ruled out here; use `npm run db:generate`',
  ],
  ['Prefer `rg` over `grep`.', 'grep -rn pear src', '`grep` is ruled out here; use rg'],
];

describe('a branch of its own', () => heldInSessions(ON_TOPIC, FILES));
describe('the main branch', () => heldInSessions(ON_MAIN, FILES, 'main'));
describe('a release branch', () => heldInSessions(ON_RELEASE, FILES, 'release/2'));
describe('what to do instead', () => {
  it.each(ADVICE)('%s', async (prose, run, advice) => {
    const { rules, broken } = await hold(FILES, `- ${prose}\n`);
    expect(await broken([{ run }])).toEqual([prose]);
    expect(rules.map(({ message }) => message)).toEqual([advice]);
  });
});

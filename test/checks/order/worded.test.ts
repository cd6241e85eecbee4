import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../../src/checks/command/read.ts';
import { wordedIn } from '../../../src/checks/order/worded.ts';
import { repoPath } from '../../../src/model/path.ts';
import { memoryView } from '../../../src/repository/overlay.ts';

const view = memoryView({
  'message.txt': 'fix: from a file\n',
  'docs/message.txt': 'docs: from a folder\n',
  'package.json': JSON.stringify({ scripts: { save: "git commit -am 'chore: save'" } }),
  'docs/x': '',
});
const worded = (line: string) =>
  wordedIn(readCommandLine(line, repoPath('.'), view), view).map(({ of, text }) => [of, text.trimEnd()]);

describe('texts that a line gives', () => {
  const cases: readonly [string, readonly (readonly [string, string])[]][] = [
    // commits
    ["git commit -m 'fix: it'", [['commit', 'fix: it']]],
    ["git commit -m'fix: it'", [['commit', 'fix: it']]],
    ["git commit -am 'fix: it'", [['commit', 'fix: it']]],
    ["git commit --message='fix: it'", [['commit', 'fix: it']]],
    ["git commit --message 'fix: it' -- a.ts", [['commit', 'fix: it']]],
    ["git -c user.name=me commit -m 'fix: it'", [['commit', 'fix: it']]],
    ["git commit -m 'fix: it' -m 'because' --no-verify", [['commit', 'fix: it\n\nbecause']]],
    ["git commit --amend -m 'fix: it'", [['commit', 'fix: it']]],
    ['git commit -F message.txt', [['commit', 'fix: from a file']]],
    ['git -C docs commit --file=message.txt', [['commit', 'docs: from a folder']]],
    ['cd docs && git commit -F message.txt', [['commit', 'docs: from a folder']]],
    ["git commit -F - <<'END'\nfix: it\n\nwhy\nEND", [['commit', 'fix: it\n\nwhy']]],
    ['git commit -m "$(cat <<\'END\'\nfix: it\n\nwhy\nEND\n)"', [['commit', 'fix: it\n\nwhy']]],
    ["echo 'fix: it' | git commit -F -", [['commit', 'fix: it']]],
    ["git add -A && git commit -qm 'fix: it' && git push", [['commit', 'fix: it']]],
    ["sudo -u me git commit -m 'fix: it'", [['commit', 'fix: it']]],
    ['bash -c "git commit -m \'fix: it\'"', [['commit', 'fix: it']]],
    ['npm run save', [['commit', 'chore: save']]],
    ["git commit -m 'fix: it' --trailer 'Reviewed-by: A'", [['commit', 'fix: it\n\nReviewed-by: A']]],
    [
      "git commit -m 'fix: it' --trailer Fixes=3 -s",
      [['commit', 'fix: it\n\nFixes: 3\nSigned-off-by: Committer <committer@localhost>']],
    ],
    [
      "git commit -m 'fix: it' -m 'Fixes: 3' -s",
      [['commit', 'fix: it\n\nFixes: 3\nSigned-off-by: Committer <committer@localhost>']],
    ],
    ['git commit -m "fix: $WHAT"', [['commit', 'fix: \uFFFC']]],
    ['git commit', []],
    ['git commit --amend --no-edit', []],
    ['git commit -m "$MESSAGE"', [['commit', '\uFFFC']]],
    ['git commit -F "$FILE"', []],
    ['git commit -F /tmp/message', []],
    ['git commit -F missing.txt', []],
    ['date > message.txt && git commit -F message.txt', []],
    ['git commit -C HEAD~1', []],
    ['git commit --fixup HEAD~2', []],
    ["git log --grep 'fix: it'", []],
    ["echo git commit -m 'fix: it'", []],
    // tags
    [
      "git tag -a v1.2.0 -m 'Release 1.2.0'",
      [
        ['tag', 'Release 1.2.0'],
        ['tag-name', 'v1.2.0'],
      ],
    ],
    ['git tag v1.2.0', [['tag-name', 'v1.2.0']]],
    ['git tag -d v1.2.0', []],
    ["git tag --list 'v*'", []],
    ['git tag', []],
    // pull requests and issues
    [
      "gh pr create --title 'Add a door' --body 'Why'",
      [
        ['pull-request-title', 'Add a door'],
        ['pull-request-body', 'Why'],
      ],
    ],
    [
      "gh pr create -t 'Add a door' -F message.txt",
      [
        ['pull-request-title', 'Add a door'],
        ['pull-request-body', 'fix: from a file'],
      ],
    ],
    [
      'gh pr create --title x --body "$(cat <<\'END\'\n## Why\nEND\n)"',
      [
        ['pull-request-title', 'x'],
        ['pull-request-body', '## Why'],
      ],
    ],
    [
      "gh pr create --title x --body-file - <<'END'\n## Why\nEND",
      [
        ['pull-request-title', 'x'],
        ['pull-request-body', '## Why'],
      ],
    ],
    ['gh pr create --fill', []],
    ["gh pr edit 12 --title 'Add a door'", [['pull-request-title', 'Add a door']]],
    [
      "gh issue create --title 'It creaks' --body ''",
      [
        ['issue-title', 'It creaks'],
        ['issue-body', ''],
      ],
    ],
    ["gh pr merge 3 --squash --subject 'feat: x' --body 'y'", [['commit', 'feat: x\n\ny']]],
    [
      "glab mr create --title 'Add a door' --description 'Why'",
      [
        ['pull-request-title', 'Add a door'],
        ['pull-request-body', 'Why'],
      ],
    ],
    ["gh pr comment 3 --body 'looks good'", [['comment', 'looks good']]],
    ["gh issue comment 3 -b 'it does'", [['comment', 'it does']]],
    ['gh pr review 3 --approve', []],
    ['gh pr view 3 --json title,body', []],
    // branches
    ['git checkout -b feat/door', [['branch', 'feat/door']]],
    ['git checkout -B feat/door main', [['branch', 'feat/door']]],
    ['git switch -c feat/door', [['branch', 'feat/door']]],
    ['git switch --create=feat/door', [['branch', 'feat/door']]],
    ['git branch feat/door', [['branch', 'feat/door']]],
    ['git branch feat/door origin/main', [['branch', 'feat/door']]],
    ['git branch -m feat/door', [['branch', 'feat/door']]],
    ['git branch -M old feat/door', [['branch', 'feat/door']]],
    ['git -C docs branch feat/door main', [['branch', 'feat/door']]],
    ['git -C docs -c a.b=c switch main', []],
    ['git worktree add -b feat/door ../door', [['branch', 'feat/door']]],
    ['git push origin HEAD:feat/door', [['branch', 'feat/door']]],
    ['git push -u origin +HEAD:refs/heads/feat/door', [['branch', 'feat/door']]],
    ['git checkout main', []],
    ['git checkout -b door origin/door', []],
    ['git branch', []],
    ['git branch -d door', []],
    ['git branch --list door', []],
    ['git branch -vv', []],
    ['git branch --show-current', []],
    ['git push origin door', []],
    ['git push origin HEAD:main', []],
    ['git push origin :door', []],
    ['git push origin HEAD:refs/for/main', []],
    ['git checkout -b "$NAME"', []],
  ];
  it.each(cases)('%s', (line, expected) => {
    expect(worded(line)).toEqual(expected);
  });
});

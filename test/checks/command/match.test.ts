// biome-ignore-all lint/suspicious/noTemplateCurlyInString: lines of shell
import { describe, expect, it } from 'vitest';
import { matchesCommand } from '../../../src/checks/command/match.ts';
import type { CommandPattern } from '../../../src/model/checks/command.ts';
import { memoryView } from '../../../src/repository/overlay.ts';
import { read } from './reading.ts';

const view = memoryView({ 'dist/a.js': '', 'src/a.ts': '' }, 'main');

function matches(pattern: CommandPattern, line: string): boolean {
  return read(line, view).invocations.some((invocation) =>
    matchesCommand(pattern, invocation, { branch: view.branch() }),
  );
}

type Case = readonly [name: string, pattern: CommandPattern, yes: readonly string[], no: readonly string[]];

const cases: readonly Case[] = [
  ['any program', {}, ['a', 'b c'], []],
  ['a program', { program: 'npm' }, ['npm', '/usr/bin/npm ls', 'npm.cmd ls'], ['npx x', 'grep npm f', './npm-check']],
  ['a family', { program: 'python' }, ['python3 x', 'python3.12 x', 'py x'], ['pythonic x']],
  ['not its kin', { program: 'jest' }, ['jest', 'npx jest src'], ['vitest run', 'mocha src']],
  ['one of a family', { program: 'python3' }, ['python3 x'], ['python x', 'python2 x']],
  ['a name with a wildcard', { program: 'python3*' }, ['python3.12 x'], ['python x']],
  [
    'a file of the repository',
    { program: 'scripts/x.sh' },
    ['./scripts/x.sh a', 'cd src && ../scripts/x.sh'],
    ['x.sh', 'other/x.sh'],
  ],
  [
    'a sub-command and its aliases',
    { program: 'npm', subcommand: ['install'] },
    ['npm i', 'npm add x', 'npm --prefix a install'],
    ['npm run install', 'npm ci'],
  ],
  [
    'nested sub-commands',
    { program: 'docker', subcommand: ['compose', 'up'] },
    ['docker compose -f x up -d'],
    ['docker compose down', 'docker up'],
  ],
  [
    'sub-commands nobody knows',
    { program: 'flub', subcommand: ['a', 'b'] },
    ['flub a b c', 'flub -x a b'],
    ['flub a c'],
  ],
  [
    'a flag in all spellings',
    { program: 'git', subcommand: ['push'], flags: ['--force'] },
    ['git push -f', 'git push -uf o m', 'git push --force=true', 'git push origin main --force'],
    ['git push --force-with-lease', 'git push -- --force', 'git push --force=false', 'git push origin my-feature'],
  ],
  [
    'a flag cut short',
    { program: 'git', subcommand: ['reset'], flags: ['--hard'] },
    ['git reset --har'],
    ['git reset --h', 'git reset --soft'],
  ],
  [
    'a flag of this sub-command only',
    { program: 'git', flags: ['--no-verify'] },
    ['git commit -n', 'git push --no-verify', 'git commit -anm x'],
    ['git push -n', 'git log -n 3', 'git commit -m -n'],
  ],
  [
    'both flags',
    { program: 'rm', flags: ['-r', '-f'] },
    ['rm -rf a', 'rm -fr a', 'rm -R --force a', 'rm a -r -f'],
    ['rm -r a', 'rm -f a', 'rm -- -rf'],
  ],
  ['bundled flags', { program: 'flub', flags: ['-xz'] }, ['flub -zx', 'flub -x -z'], ['flub -x']],
  [
    'a flag with its value',
    { program: 'git', flags: ['-c=core.hooksPath*'] },
    ['git -c core.hooksPath=/dev/null commit', 'git -ccore.hooksPath=x commit'],
    ['git -c user.name=x commit'],
  ],
  [
    'alternatives',
    { program: 'git', subcommand: ['add'], flags: [['-A', '-u']] },
    ['git add --all', 'git add -u'],
    ['git add a'],
  ],
  [
    'without a flag',
    { program: 'git', subcommand: ['restore'], without: ['--staged'] },
    ['git restore a'],
    ['git restore -S a'],
  ],
  [
    'a value is no operand',
    { program: 'git', subcommand: ['commit'], operands: ['main'] },
    ['git commit main'],
    ['git commit -m main'],
  ],
  [
    'an operand',
    { program: 'rm', operands: ['dist'] },
    ['rm dist', 'rm ./dist/', 'rm -rf src/../dist', 'rm d*t', 'cd src; rm ../dist'],
    ['rm dist2', 'rm src/dist2', "rm '*'"],
  ],
  [
    'an operand by glob',
    { program: 'rm', operands: ['/tmp/**'] },
    ['rm /tmp/a', 'rm /tmp', 'rm $TMPDIR/x'],
    ['rm /tmp/../etc', 'rm tmp/a'],
  ],
  [
    'the folder itself',
    { program: 'git', subcommand: ['add'], operands: ['.'] },
    ['git add .', 'git add ./', 'git add "$PWD"'],
    ['git add ./src', 'git add src'],
  ],
  [
    'the home folder',
    { program: 'rm', operands: [['/', '~']] },
    ['rm -rf ~', 'rm -rf $HOME', 'rm -rf "${HOME}/"', 'rm -rf /'],
    ['rm -rf ~/x', 'rm -rf /x'],
  ],
  [
    'an operand outside',
    { program: 'rm', operandsOutside: ['/tmp/**'] },
    ['rm a', 'rm /tmp/../etc', 'rm /tmp/a b', 'rm "$X"'],
    ['rm /tmp/a', 'cd /tmp && rm a'],
  ],
  [
    'no operand',
    { program: 'npm', subcommand: ['install'], noOperands: true },
    ['npm i', 'npm install --force'],
    ['npm i x'],
  ],
  [
    'no operand, and no further sub-command',
    { program: 'git', subcommand: ['stash'], noOperands: true },
    ['git stash', 'git stash -u'],
    ['git stash list', 'git stash pop'],
  ],
  [
    'the root as folder',
    { program: 'make', folder: ['.'] },
    ['make', 'cd engine/.. && make'],
    ['cd engine && make', 'make -C engine', 'cd "$X" && make'],
  ],
  [
    'a folder below',
    { program: 'make', folder: ['*/**'] },
    ['cd engine && make', 'make -C engine/hull'],
    ['make', 'cd /tmp && make'],
  ],
  [
    'a branch in a refspec',
    { program: 'git', subcommand: ['push'], operands: ['main'] },
    ['git push origin main', 'git push origin HEAD:main', 'git push origin +main', 'git push origin x:refs/heads/main'],
    ['git push origin main:other', 'git push origin my-main', 'git push origin x'],
  ],
  [
    'a forced refspec',
    { program: 'git', subcommand: ['push'], operands: ['+*'] },
    ['git push origin +main'],
    ['git push origin main'],
  ],
  [
    'the branch checked out',
    { program: 'git', subcommand: ['commit'], branch: ['main', 'release/*'] },
    ['git commit -m x'],
    ['git push'],
  ],
  ['another branch', { program: 'git', branch: 'topic' }, [], ['git commit -m x']],
  [
    'under a wrapper',
    { program: 'pytest', under: ['uv run'] },
    ['uv run pytest', 'uv run --frozen pytest'],
    ['pytest', 'uvx pytest', 'poetry run pytest'],
  ],
  [
    'not under a wrapper',
    { program: 'pytest', notUnder: ['uv run', 'poetry run'] },
    ['pytest', 'sudo pytest'],
    ['uv run pytest', 'poetry run pytest', 'uv run env A=1 pytest'],
  ],
  [
    'writes',
    { writes: ['src/**'] },
    ['echo > src/a.ts', 'rm src/a.ts', 'mv src/a.ts b', 'sed -i s/a/b/ src/a.ts', 'git checkout -- src/a.ts'],
    ['cat src/a.ts', 'echo > a.ts', 'git status'],
  ],
  ['writes anything here', { writes: '**' }, ['echo > a', 'touch src/x'], ['echo > /tmp/a', 'ls']],
  [
    'writes outside',
    { writesOutside: ['/tmp/**'] },
    ['echo > a', 'echo > "$X"', 'rm /etc/x', 'mv /tmp/a b'],
    ['echo > /tmp/a', 'ls', 'mv /tmp/a /tmp/b'],
  ],
  [
    'an assignment in front',
    { program: 'git', env: ['HUSKY=0'] },
    ['HUSKY=0 git commit', 'env HUSKY=0 git commit', "HUSKY=0 sh -c 'HUSKY=0 git commit'"],
    ['HUSKY=1 git commit', 'git commit -m HUSKY=0', 'echo HUSKY=0; git commit'],
  ],
  [
    'a range of commits',
    { program: 'git', subcommand: ['diff'], operands: [['main*', '*/main*']] },
    ['git diff main...HEAD', 'git diff origin/main..', 'git diff main'],
    ['git diff HEAD~1', 'git diff topic...HEAD'],
  ],
  [
    'an assignment that is exported',
    { program: 'git', env: ['HUSKY=0'] },
    ['export HUSKY=0; git commit', 'HUSKY=0; export HUSKY && git commit', 'export A=1 HUSKY=0 && (cd x && git commit)'],
    [
      'HUSKY=0; git commit',
      '(export HUSKY=0); git commit',
      'export HUSKY=0; export -n HUSKY; git commit',
      'export HUSKY=$X; git commit',
    ],
  ],
  [
    'in a loop',
    { program: 'make', looped: true },
    ['while true; do make; done', 'until make; do sleep 1; done', 'while read a; do (make "$a"); done', 'watch make'],
    [
      'make; make',
      'for i in 1 2; do make; done',
      'while true; do sleep 1; done; make',
      'for i in 1 2; do echo make; done',
    ],
  ],
  [
    'in the background',
    { program: 'make', background: true },
    ['make &', 'make a & make b', 'nohup make &', '(cd x && make) &', 'ls | xargs -P 4 make', 'parallel make ::: a b'],
    ['make', 'ls | xargs make', 'ls | xargs -P 1 make', 'sleep 1 & make', 'make && true', 'echo "make &"'],
  ],
  [
    'under a wrapper with a number',
    { program: 'make', under: ['timeout [0-9]', 'timeout [0-9]s'] },
    ['timeout 5 make', 'timeout 5s make', 'timeout -v 5 make'],
    ['timeout 50 make', 'timeout 5m make', 'make'],
  ],
  [
    'a script called by its path, or given to a shell',
    { program: 'scripts/ship', operands: ['v1'] },
    ['scripts/ship v1', './scripts/ship v1', 'bash scripts/ship v1', 'cd scripts && sh ./ship v1'],
    ['bash scripts/ship', 'cat scripts/ship v1', 'bash other/scripts/ship v1'],
  ],
  [
    'adds a dependency',
    { does: 'add-dependency' },
    [
      'npm i x',
      'pnpm add -D x',
      'yarn add x',
      'bun add x',
      'pip install x',
      'uv add x',
      'poetry add x',
      'cargo add x',
      'go get x',
      'composer require x',
      'dotnet add package X',
      'gem install x',
      'bundle add x',
    ],
    [
      'npm i',
      'npm ci',
      'pnpm install',
      'pip install -r r.txt',
      'uv sync',
      'cargo build',
      'npm i -g x',
      'poetry install',
    ],
  ],
  [
    'uploads',
    { does: 'upload' },
    [
      'curl -d @f https://x',
      'curl -X POST https://x',
      'scp f h:',
      'wget --post-file=f https://x',
      'nc h 1 < f',
      'rsync a h:',
    ],
    ['curl https://x', 'wget https://x'],
  ],
  [
    'changes what git keeps',
    { does: 'vcs' },
    ['git commit', 'git checkout x', 'git stash', 'git branch x', 'git tag v1', 'git config a b'],
    [
      'git status',
      'git log',
      'git branch',
      'git stash list',
      'git tag',
      'git config --get a',
      'git branch --list x',
      'git worktree list',
    ],
  ],
  [
    'changes nothing',
    { readOnly: true },
    [
      'ls -la',
      'git status',
      'cat a | grep b',
      'bash -c ls',
      'npm ls',
      'rm --help',
      'node --version',
      'find . -name x',
      'sudo ls',
    ],
    [],
  ],
  [
    'is not known to change nothing',
    { readOnly: false },
    [
      'flub',
      'rm x',
      'git fetch',
      'ls > f',
      'sed -i s/a/b/ f',
      'rg --pre x y',
      'git -c core.pager=x log',
      'find . -delete',
      'npm test',
    ],
    ['ls', 'git log', 'rg x', 'bash -c "git status"'],
  ],
];

describe('an invocation matches a pattern', () => {
  for (const [name, pattern, yes, no] of cases) {
    it(name, () => {
      expect(yes.filter((line) => !matches(pattern, line))).toEqual([]);
      expect(no.filter((line) => matches(pattern, line))).toEqual([]);
    });
  }
});

import { describe, expect, it } from 'vitest';
import { looksLikeCommand, parsePattern } from '../../../src/checks/command/pattern.ts';
import type { CommandPattern } from '../../../src/model/checks/command.ts';
import { memoryView } from '../../../src/repository/overlay.ts';

const view = memoryView({ 'scripts/ship.sh': '', 'src/user.ts': '' });

describe('a command as prose writes it', () => {
  const cases: readonly (readonly [text: string, patterns: readonly CommandPattern[]])[] = [
    ['npm install', [{ program: 'npm', subcommand: ['install'] }]],
    ['$ npm ci', [{ program: 'npm', subcommand: ['ci'] }]],
    ['npm install <package>', [{ program: 'npm', subcommand: ['install'] }]],
    ['rm -rf dist', [{ program: 'rm', flags: ['--recursive', '--force'], operands: ['dist'] }]],
    ['rm -rf <dir>', [{ program: 'rm', flags: ['--recursive', '--force'] }]],
    ['docker compose', [{ program: 'docker', subcommand: ['compose'] }]],
    ['docker compose up …', [{ program: 'docker', subcommand: ['compose', 'up'] }]],
    ['uv run pytest', [{ program: 'pytest', under: ['uv run'] }]],
    ['python -m pytest', [{ program: 'pytest', under: ['python -m'] }]],
    ['uv run', [{ program: 'uv', subcommand: ['run'] }]],
    ['cargo test', [{ program: 'cargo', subcommand: ['test'] }]],
    ['git add .', [{ program: 'git', subcommand: ['add'], operands: ['.'] }]],
    ['git commit -m "..."', [{ program: 'git', subcommand: ['commit'], flags: ['--message'] }]],
    ['git push [options]', [{ program: 'git', subcommand: ['push'] }]],
    ['kubectl delete', [{ program: 'kubectl', subcommand: ['delete'] }]],
    ['./scripts/ship.sh', [{ program: 'scripts/ship.sh' }]],
    ['scripts/ship.sh --now', [{ program: 'scripts/ship.sh', flags: ['--now'] }]],
    ['pnpm lint && pnpm build', []],
  ];
  it.each(cases.slice(0, -1))('%s', (text, patterns) => {
    expect(parsePattern(text, view)).toEqual(patterns);
  });
  it('a list of commands is one pattern for each', () => {
    expect(parsePattern('cargo fmt && cargo clippy')?.map(({ subcommand }) => subcommand?.[0])).toEqual([
      'fmt',
      'clippy',
    ]);
  });
  it('a forced push can be spelt with a plus', () => {
    expect(parsePattern('git push --force')).toContainEqual({ program: 'git', subcommand: ['push'], operands: ['+*'] });
  });
});

describe('telling commands from other code', () => {
  it.each([
    'npm install',
    'git push --force',
    'pytest',
    'ruff check .',
    'make build',
    'sudo',
    'rm -rf',
    './gradlew test',
    'scripts/ship.sh',
    'go test ./...',
    'tsc --noEmit',
    'docker-compose',
    'git commit -m "x"',
  ])('%s is one', (text) => {
    expect(looksLikeCommand(text, view)).toBe(true);
  });
  it.each([
    'userService',
    'console.log',
    'src/user.ts',
    'any',
    'useEffect(() => {})',
    '@ts-ignore',
    'os.path',
    'make sure that it works',
    'git',
    'test',
    'find the bug',
    'type',
    'Foo::bar',
    '<div>',
    'README.md',
    'src/components/',
    'node_modules',
    'interface Foo {}',
    'const x = 1',
    'import x from "y"',
    '',
    'install the package, then build.',
  ])('%s is none', (text) => {
    expect(looksLikeCommand(text, view)).toBe(false);
  });
});

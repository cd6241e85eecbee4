import type { CommandCheck, CommandPattern } from '../../../model/checks/command.ts';
import type { Example } from '../../../model/evidence.ts';
import { type FieldExample, run } from '../example.ts';

type Rest = Omit<CommandCheck, 'kind' | 'forbid'>;

function command(
  shows: string,
  pattern: CommandPattern,
  violating: string | Example,
  compliant: string | Example,
  rest: Rest = {},
): FieldExample {
  const example = (each: string | Example) => (typeof each === 'string' ? run(each) : each);
  return {
    shows: shows.split(' ').map((field) => (field.includes('.') ? field : `CommandPattern.${field}`)),
    check: { kind: 'command', forbid: [pattern], ...rest },
    violating: example(violating),
    compliant: example(compliant),
  };
}

/** Commands: what an invocation looks like, and what a check does with it. */
export const COMMAND_EXAMPLES: readonly FieldExample[] = [
  command('program CommandCheck.forbid', { program: ['npm', 'npx'] }, 'cd web && npm ci', 'echo npm ci'),
  command('subcommand', { program: 'git', subcommand: ['stash', ['pop', 'apply']] }, 'git stash pop', 'git stash list'),
  command('flags', { program: 'git', flags: [['--force', '-f']] }, 'git push -f origin main', 'git push origin main'),
  command(
    'without',
    { program: 'docker', subcommand: ['run'], without: ['--rm'] },
    'docker run img',
    'docker run --rm img',
  ),
  command(
    'operands',
    { program: 'git', subcommand: ['add'], operands: ['dist/**'] },
    'git add dist/a.js',
    'git add src/a.js',
  ),
  command('operandsOutside', { program: 'rm', operandsOutside: ['tmp/**'] }, 'rm src/a.js', 'rm tmp/a.js'),
  command('noOperands', { program: 'pytest', noOperands: true }, 'pytest -x', 'pytest tests/test_a.py'),
  command('under', { program: 'tool', under: ['npx'] }, 'npx tool', 'tool'),
  command('notUnder', { program: 'pytest', notUnder: ['uv run'] }, 'pytest', 'uv run pytest'),
  command('timeoutBelow', { program: 'make', timeoutBelow: 60 }, 'timeout 30 make', 'timeout 2m make'),
  command('folder', { program: 'make', folder: '.' }, 'make', 'cd core && make'),
  command('folder', { program: 'make', folder: ['core/**'] }, 'cd core && make', 'make'),
  command('looped', { program: 'make', looped: true }, 'until make test; do sleep 1; done', 'make test; make test'),
  command('background', { program: 'make', background: true }, 'make serve &', 'make serve && true'),
  command(
    'branch',
    { program: 'git', subcommand: ['commit'], branch: ['main', 'release/*'] },
    run('git commit -m x', { branch: 'main' }),
    run('git commit -m x', { branch: 'topic' }),
  ),
  command('writes', { writes: 'gen/**' }, "sed -i 's/a/b/' gen/a.ts", "sed -i 's/a/b/' src/a.ts"),
  command('writesOutside', { writesOutside: ['out/**'] }, 'echo x > notes.txt', 'echo x > out/notes.txt'),
  command('env', { env: [['HUSKY=0', 'SKIP_HOOKS']] }, 'HUSKY=0 git commit -m x', 'git commit -m HUSKY=0'),
  command('does', { does: 'add-dependency' }, 'npm install zod', 'npm install'),
  command('readOnly', { program: 'git', readOnly: false }, 'git reset --hard', 'git log'),
  command('CommandCheck.allow', { program: 'rm' }, 'rm -rf src', 'rm -rf tmp', {
    allow: [{ program: 'rm', operands: ['tmp'] }],
  }),
  command(
    'CommandCheck.scripts',
    { program: 'jest' },
    'npx jest',
    run('npm test', { files: { 'package.json': '{ "scripts": { "test": "jest" } }\n' } }),
    { scripts: 'ignore' },
  ),
  command('CommandCheck.unresolved', { program: 'npm' }, '$TOOL install', 'pnpm install', { unresolved: 'violation' }),
  command('CommandCheck.instead', { program: 'npm', subcommand: ['install'] }, 'npm install zod', 'pnpm add zod', {
    instead: 'pnpm add {args}',
  }),
];

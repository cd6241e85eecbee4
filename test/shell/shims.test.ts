import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refreshShims } from '../../src/shell/refresh.ts';
import { RULEBOOK, Scene, shellPath, stopDaemon } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.make();
});
afterAll(() => scene.close());

const ARGUMENTS: readonly (readonly [string, readonly string[]])[] = [
  ['none', []],
  ['an empty one', ['']],
  ['blanks and quotes', ['a b', "it's", '"quoted"', '`tick`', '$HOME', '\\', '!']],
  ['newlines and tabs', ['one\ntwo', '\n', '\t', 'end\n']],
  ['what looks like an option', ['--', '-n', '-e']],
  ['other scripts', ['žluť', '日本', '🦊', 'e\u0301']],
  ['globs', ['*', '?', '[a-z]', '~']],
  ['100 kB in one word', ['x'.repeat(100_000)]],
  ['100 kB of quotes', ["'".repeat(100_000)]],
  ['dozens of words', Array.from({ length: 60 }, (_, index) => `w${index}`)],
];

describe('a shim', () => {
  it.each(ARGUMENTS)('hands over its arguments as they are: %s', async (_name, words) => {
    const bare = await scene.run([path.join(scene.bin, 'blast'), 'bytes', ...words]);
    const held = await scene.run(['blast', 'bytes', ...words]);
    expect(held.stdout).toBe(bare.stdout);
    expect(held.status).toBe(bare.status);
    expect(held.ran).toEqual(bare.ran);
  });

  it.each(ARGUMENTS)('refuses whatever the arguments are: %s', async (_name, words) => {
    const outcome = await scene.run(['blast', 'off', ...words]);
    expect(outcome).toMatchObject({ status: 126, ran: [], stdout: '' });
    expect(outcome.stderr).toContain('Never run blast off.');
  });

  it('says what is wrong in the words of the prose, on standard error', async () => {
    const { stderr } = await scene.run(['packit', 'add', 'zod']);
    const [prose, what, again] = stderr.split('\n');
    expect(prose).toBe('AGENTS.md:1 "We use stowit here, never packit."');
    expect(what).toMatch(/^command `packit add zod` breaks it; use `stowit.*`\.$/);
    expect(again).toBe("again: bylaw check-command 'packit add zod'   (rule stowit-not-packit)");
  });

  it('warns and lets run', async () => {
    const outcome = await scene.run(['blast', 'slow']);
    expect(outcome.ran).toEqual(['blast slow']);
    expect(outcome.stderr).toContain('Prefer not to blast slow.');
  });

  it.each([0, 1, 42, 127, 200])('ends with the status of the program: %i', async (status) => {
    expect((await scene.run(['blast', `exit=${status}`])).status).toBe(status);
  });

  it('lets standard input through', async () => {
    const input = 'line\n'.repeat(50_000);
    expect((await scene.run(['blast', 'read'], { input })).stdout).toBe(input);
  });

  it.each(['<&-', '>&-', '2>&-', '<&- >&- 2>&-'])('works with closed streams: %s', async (closed) => {
    expect((await scene.run(['sh', '-c', `blast on exit=5 ${closed}`])).status).toBe(5);
    expect((await scene.run(['sh', '-c', `blast off ${closed}`])).status).toBe(126);
  });

  it('takes the place of itself: a signal reaches the program', async () => {
    const outcome = await scene.run(['stowit', 'wait'], {
      started: (pid) => setTimeout(() => process.kill(pid, 'SIGTERM'), 150),
    });
    expect(outcome.signal ?? outcome.status).toSatisfy((end: unknown) => end === 'SIGTERM' || end === 143);
  });

  it('passes by the shims of another repository', async () => {
    const other = await Scene.make();
    try {
      const env = { PATH: `${other.address().shims}:${scene.wrapped().PATH ?? ''}` };
      const outcome = await scene.run(['stowit', 'x'], { env });
      expect(outcome).toMatchObject({ status: 0, ran: ['stowit x'] });
    } finally {
      await other.close();
    }
  });

  it('passes by itself when its folder is on PATH by another name', async () => {
    const alias = path.join(scene.folder, 'alias');
    symlinkSync(scene.address().shims, alias);
    const outcome = await scene.run(['stowit', 'x'], { env: { PATH: `${alias}:${scene.wrapped().PATH ?? ''}` } });
    expect(outcome).toMatchObject({ status: 0, ran: ['stowit x'] });
  });

  it('says 127 where the program itself is gone', async () => {
    const outcome = await scene.run(['stowit', 'x'], { env: { PATH: `${scene.address().shims}:/usr/bin:/bin` } });
    expect(outcome.status).toBe(127);
  });

  it('leaves programs that no rule names alone', async () => {
    const { stdout } = await scene.run(['sh', '-c', 'command -v harmless']);
    expect(stdout.trim()).toBe(path.join(scene.bin, 'harmless'));
  });

  it('logs what was asked, by session', async () => {
    await scene.run(['blast', 'off', 'logged'], { session: 'of-a-test' });
    const entry = scene.log().find((one) => one.type === 'event' && one.what === 'blast off logged');
    expect(entry).toMatchObject({ session: 'of-a-test', kind: 'command', phase: 'before', decision: 'deny' });
  });
});

describe('programs that start programs', () => {
  it.each([
    [
      'node, spawn',
      'node',
      ['-e', "process.exit(require('child_process').spawnSync('packit', ['add'], { stdio: 'inherit' }).status)"],
    ],
    [
      'node, a line',
      'node',
      [
        '-e',
        "try { require('child_process').execSync('packit add', { stdio: 'inherit' }) } catch (e) { process.exit(e.status) }",
      ],
    ],
    [
      'python, a list',
      'python3',
      ['-c', "import subprocess, sys; sys.exit(subprocess.run(['packit', 'add']).returncode)"],
    ],
    ['python, a line', 'python3', ['-c', "import os, sys; sys.exit(os.system('packit add') >> 8)"]],
    ['perl', 'perl', ['-e', "exit(system('packit', 'add') >> 8)"]],
    ['find -exec', 'find', ['.', '-maxdepth', '0', '-exec', 'packit', 'add', ';']],
    ['timeout', 'timeout', ['5', 'packit', 'add']],
    ['env', 'env', ['packit', 'add']],
    ['nice', 'nice', ['packit', 'add']],
  ])('are held: %s', async (_name, program, args) => {
    const outcome = await scene.run([program, ...args]);
    expect(outcome.ran).toEqual([]);
    expect(outcome.stderr).toContain('never packit');
    if (program !== 'find') expect(outcome.status).toBe(126);
  });

  it('a script of npm is held', async () => {
    writeFileSync(
      path.join(scene.root, 'package.json'),
      '{ "scripts": { "grab": "packit add x", "fine": "blast on" } }\n',
    );
    const held = await scene.run(['npm', 'run', '--silent', 'grab']);
    expect(held).toMatchObject({ status: 126, ran: [] });
    expect((await scene.run(['npm', 'run', '--silent', 'fine'])).ran).toEqual(['blast on']);
  });

  it('a makefile is held', async () => {
    writeFileSync(path.join(scene.root, 'Makefile'), 'grab:\n\tpackit add x\nfine:\n\tblast on\n');
    expect((await scene.run(['make', '-s', 'grab'])).ran).toEqual([]);
    expect((await scene.run(['make', '-s', 'fine'])).ran).toEqual(['blast on']);
  });

  it('a program may do underneath what it is to be used for, but not by hand', async () => {
    expect((await scene.run(['probe-all'])).ran).toEqual(['probe-all', 'probe-one inner']);
    expect((await scene.run(['probe-one', 'by-hand'])).ran).toEqual([]);
  });

  it.skipIf(shellPath('bash') === undefined)('nested shells are held at each depth', async () => {
    const outcome = await scene.run(['dash', '-c', `bash -c 'sh -c "packit add deep"'`]);
    expect(outcome).toMatchObject({ ran: [], status: 126 });
  });
});

describe('the folder of shims', () => {
  it('holds one for each program that rules name and that is installed', () => {
    const names = readdirSync(scene.address().shims).filter((name) => !name.startsWith('.'));
    expect(names.sort()).toEqual([
      'bash-rc',
      'bash.sh',
      'blast',
      'fish',
      'packit',
      'probe-all',
      'probe-one',
      'settings',
      'stowit',
      'zsh',
    ]);
  });

  it('follows the rules', async () => {
    const other = await Scene.make({ daemon: false });
    try {
      other.rules(RULEBOOK.replaceAll('program: packit', 'program: harmless').replaceAll('stowit', 'ship'));
      const { openRepository } = await import('../../src/engine/open.ts');
      refreshShims(other.address(), await openRepository(other.root));
      const names = readdirSync(other.address().shims);
      expect(names).toContain('harmless');
      expect(names).toContain('ship');
      expect(names).not.toContain('packit');
    } finally {
      await other.close();
    }
  });

  it('is read by sh: quotes in paths are safe', () => {
    const settings = readFileSync(path.join(scene.address().shims, 'settings'), 'utf8');
    for (const line of settings.trim().split('\n')) expect(line).toMatch(/^bylaw_\w+='([^']|'\\'')*'$/);
  });
});

describe('without a daemon', () => {
  it('judges in process, and starts one for the next time', async () => {
    const alone = await Scene.make({ daemon: false });
    try {
      expect(await alone.run(['packit', 'add', 'x'])).toMatchObject({ status: 126, ran: [] });
      expect(await alone.run(['stowit', 'add', 'x'])).toMatchObject({ status: 0, ran: ['stowit add x'] });
      const { connectOrStart } = await import('../../src/daemon/start.ts');
      const connection = await connectOrStart(alone.root);
      expect(await connection?.ask({ ask: 'hello' })).toMatchObject({ root: alone.root });
      await connection?.ask({ ask: 'stop' });
      await connection?.closed;
    } finally {
      await alone.close();
    }
  });

  it.each(['closed', 'open'] as const)('and without anything to judge with, fails %s', async (failure) => {
    const broken = await Scene.make({ daemon: false });
    try {
      const settings = path.join(broken.address().shims, 'settings');
      const text = readFileSync(settings, 'utf8')
        .replace(/bylaw_node='.*'/, "bylaw_node='/no/node'")
        .replace(/bylaw_failure='.*'/, `bylaw_failure='${failure}'`);
      writeFileSync(settings, text);
      const outcome = await broken.run(['stowit', 'x']);
      expect(outcome.ran).toEqual(failure === 'open' ? ['stowit x'] : []);
      expect(outcome.status).toBe(failure === 'open' ? 0 : 126);
      expect(outcome.stderr).toContain('cannot be judged');
    } finally {
      await broken.close();
    }
  });
});

describe('where the end of a command matters', () => {
  it('reports exit statuses: an obligation is met by success alone', async () => {
    const ordered = await Scene.make({ order: true });
    const ship = async () => (await ordered.run(['ship'])).status;
    try {
      expect(await ship()).toBe(126);
      expect((await ordered.run(['polish', 'exit=1'])).status).toBe(1);
      expect(await ship()).toBe(126);
      expect((await ordered.run(['polish'])).status).toBe(0);
      expect(await ship()).toBe(0);
      const after = ordered.log().filter((entry) => entry.type === 'event' && entry.phase === 'after');
      expect(after.map((entry) => entry.type === 'event' && entry.exitCode)).toEqual([1, 0, 0]);
    } finally {
      await ordered.close();
    }
  });

  it('passes signals on and ends by them', async () => {
    const ordered = await Scene.make({ order: true });
    try {
      for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
        const outcome = await ordered.run(['polish', 'wait'], {
          started: (pid) => setTimeout(() => process.kill(pid, signal), 250),
        });
        expect(outcome.signal).toBe(signal);
      }
    } finally {
      await ordered.close();
    }
  });

  it('still hands over input', async () => {
    const ordered = await Scene.make({ order: true });
    try {
      expect((await ordered.run(['polish', 'read'], { input: 'fed\n' })).stdout).toBe('fed\n');
    } finally {
      await ordered.close();
    }
  });
});

describe.each([
  ['a blank', 'with blank'],
  ['a quote', "it's"],
  ['other letters', 'šířka'],
])('a repository whose path has %s in it', (_what, name) => {
  it('is held like any other', async () => {
    const odd = await Scene.make({ daemon: false });
    try {
      const root = path.join(odd.folder, name);
      mkdirSync(root);
      const moved = Object.assign(Object.create(Object.getPrototypeOf(odd)), odd, { root }) as Scene;
      mkdirSync(path.join(root, '.bylaw'));
      moved.rules(RULEBOOK);
      await moved.shims();
      chmodSync(root, 0o755);
      const env = moved.wrapped();
      for (const shell of ['sh', 'bash', 'zsh', 'fish'].filter((one) => shellPath(one) !== undefined)) {
        expect(await moved.run([shell, '-c', 'blast off'], { env: { PATH: env.PATH ?? '' } })).toMatchObject({
          status: 126,
          ran: [],
        });
      }
      await stopDaemon(root);
    } finally {
      await odd.close();
    }
  });
});

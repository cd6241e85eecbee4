import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BYLAW, Scene, shellPath } from './scene.ts';
import { Typed } from './typed.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.make();
});
afterAll(() => scene.close());

/** `bylaw …` as a user runs it, without a terminal. */
const bylaw = (...words: readonly string[]) =>
  scene.run([process.execPath, BYLAW, ...words], { env: plainEnvironment() });

function plainEnvironment(): Record<string, string> {
  const plain = scene.environment();
  return { PATH: plain.PATH ?? '', BASH_ENV: '', ZDOTDIR: scene.home, BYLAW_SESSION: '' };
}

/** `bylaw …` on a terminal. */
function onTerminal(...words: readonly string[]): Typed {
  return new Typed(process.execPath, [BYLAW, ...words], scene.environment(), scene.root);
}

describe('bylaw exec', () => {
  it.each([
    ['a program that may run', ['blast', 'on', 'exit=4'], 4, ['blast on exit=4']],
    ['a program that may not', ['blast', 'off'], 126, []],
    ['a line', ['harmless one && harmless two'], 0, ['harmless one', 'harmless two']],
    ['a line of which one part may not run', ['harmless one && packit add'], 126, []],
    ['a program that is not there', ['no-such-program'], 127, []],
    ['words with blanks in them', ['harmless', 'a b', ''], 0, ['harmless a b']],
  ] as const)('runs %s', async (_what, words, status, ran) => {
    const outcome = await bylaw('exec', '--', ...words);
    expect({ status: outcome.status, ran: outcome.ran }).toEqual({ status, ran });
  });

  it('holds what the command runs', async () => {
    writeFileSync(path.join(scene.root, 'job.sh'), '#!/bin/sh\nharmless first\npackit add x\n');
    chmodSync(path.join(scene.root, 'job.sh'), 0o755);
    const outcome = await bylaw('exec', '--', './job.sh');
    expect(outcome.ran).not.toContain('packit add x');
    expect(outcome.status).toBe(126);
  });

  it('reports how it ended', async () => {
    await bylaw('exec', '--session', 'told', '--', 'blast', 'on', 'exit=9');
    const after = scene
      .log()
      .filter((entry) => entry.type === 'event' && entry.session === 'told' && entry.phase === 'after');
    expect(after).toMatchObject([{ exitCode: 9, what: 'blast on exit=9' }]);
  });
});

describe('bylaw shell without a terminal', () => {
  it('runs a program in a session of its own and ends as it does', async () => {
    const outcome = await bylaw('shell', '--session', 'mine', '--', 'sh', '-c', 'packit add; echo "after=$?"; exit 5');
    expect(outcome).toMatchObject({ status: 5, ran: [], stdout: 'after=126\n' });
    expect(scene.log().some((entry) => entry.type === 'event' && entry.session === 'mine')).toBe(true);
  });

  it('hands over 20 MB as they are', async () => {
    const outcome = await bylaw('shell', '--', 'sh', '-c', 'head -c 20000000 /dev/zero | tr "\\0" x');
    expect(outcome.stdout.length).toBe(20_000_000);
  });
});

describe('bylaw shell on a terminal', () => {
  it('gives the program a terminal of the same size, and follows it', async () => {
    const shell = onTerminal(
      'shell',
      '--',
      'sh',
      '-c',
      'stty size; trap "stty size; exit 0" WINCH; while :; do sleep 0.05; done',
    );
    await shell.until('40 120');
    shell.resize(90, 30);
    await shell.until('30 90');
    expect(await shell.ended).toBe(0);
  });

  it('passes keys on one by one, and colours as they are', async () => {
    const shell = onTerminal(
      'shell',
      '--',
      'sh',
      '-c',
      "printf '\\033[31mred\\033[0m'; stty raw -echo; dd bs=1 count=1 2>/dev/null | od -c",
    );
    await shell.until('red');
    await shell.keys('q', /q/);
    expect(shell.raw()).toContain('\u001b[31mred\u001b[0m');
    await shell.ended;
  });

  it('ends the program with Ctrl-C, with its status', async () => {
    const shell = onTerminal('shell', '--', 'sh', '-c', 'echo begun; sleep 20');
    await shell.until('begun');
    shell.type('\u0003');
    expect(await shell.ended).toBe(130);
  });

  it('loses nothing of what a program prints before it ends', async () => {
    const shell = onTerminal('shell', '--', 'sh', '-c', 'seq 1 20000');
    expect(await shell.ended).toBe(0);
    expect(shell.raw().slice(-20)).toContain('\n20000\r\n');
  });

  it.skipIf(shellPath('less') === undefined)('runs a program that takes the whole screen', async () => {
    writeFileSync(path.join(scene.root, 'long.txt'), Array.from({ length: 500 }, (_, n) => `line ${n}`).join('\n'));
    const shell = onTerminal('shell', '--', 'less', 'long.txt');
    await shell.until('line 20');
    await shell.keys('G', 'line 499');
    shell.type('q');
    expect(await shell.ended).toBe(0);
  });

  it('holds what is typed into a shell in it', async () => {
    const shell = onTerminal('shell', '--', 'bash', '--norc', '-i');
    await shell.until(/[$#] /);
    await shell.line('packit add x', 'never packit');
    await shell.line('echo "<$?>"', '<126>');
    shell.type('exit\r');
    await shell.ended;
  });
});

describe('the program itself', () => {
  it('says what to do where there is no rulebook', () => {
    const ended = spawnSync(process.execPath, [BYLAW, 'shell', '--root', scene.home, '--', 'true'], {
      encoding: 'utf8',
    });
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain('bylaw compile');
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Scene, shellPath } from './scene.ts';

/** What becomes of a script in a shell: which programs run, and how it ends. */
interface Case {
  readonly name: string;
  readonly script: string;
  readonly ran: readonly string[];
  readonly status: number;
  readonly stdout?: string;
}

const EVERYWHERE: readonly Case[] = [
  { name: 'lets a harmless program run', script: 'harmless a', ran: ['harmless a'], status: 0 },
  { name: 'holds a forbidden program', script: 'packit add x', ran: [], status: 126 },
  { name: 'lets the one to use instead run', script: 'stowit add x', ran: ['stowit add x'], status: 0 },
  { name: 'lets another sub-command run', script: 'blast on', ran: ['blast on'], status: 0 },
  { name: 'holds a forbidden sub-command', script: 'blast off', ran: [], status: 126 },
  { name: 'keeps the exit status of what may run', script: 'blast on exit=7', ran: ['blast on exit=7'], status: 7 },
  { name: 'lets what a warning is about run', script: 'blast slow', ran: ['blast slow'], status: 0 },
  { name: 'runs a pipeline', script: 'blast on read </dev/null | cat', ran: ['blast on read'], status: 0 },
  {
    name: 'lets a program named as data be',
    script: 'echo packit add x',
    ran: [],
    status: 0,
    stdout: 'packit add x\n',
  },
  { name: 'lets a quoted mention be', script: "harmless 'packit add'", ran: ['harmless packit add'], status: 0 },
  { name: 'finds programs that are not on PATH missing', script: 'no-such-program', ran: [], status: 127 },
];

const POSIX: readonly Case[] = [
  { name: 'holds it in a subshell', script: '(packit add x); exit $?', ran: [], status: 126 },
  { name: 'holds it in a command substitution', script: 'x=$(packit add x); echo "[$x]"', ran: [], status: 0 },
  { name: 'holds it in the background', script: 'packit add x & wait $!; exit $?', ran: [], status: 126 },
  { name: 'holds it at the end of a pipeline', script: 'echo x | packit add', ran: [], status: 126 },
  { name: 'holds what variables make up', script: 'a=pack b=it; $a$b add x', ran: [], status: 126 },
  { name: 'holds what quotes make up', script: 'pa"ck"it add x', ran: [], status: 126 },
  { name: 'holds it behind env', script: 'env A=1 packit add x', ran: [], status: 126 },
  { name: 'holds it below xargs', script: 'echo x | xargs packit add; exit $(($? > 0))', ran: [], status: 1 },
  { name: 'does not go on after && ', script: 'packit add x && harmless next', ran: [], status: 126 },
  { name: 'holds it in a nested sh', script: "sh -c 'packit add x'", ran: [], status: 126 },
  { name: 'holds it in an eval', script: "eval 'packit add x'", ran: [], status: 126 },
  {
    name: 'lets the program run what it stands for',
    script: 'probe-all',
    ran: ['probe-all', 'probe-one inner'],
    status: 0,
  },
];

/** A shell that judges whole lines refuses a line at once; one that only has shims gets to the program first. */
const AFTERWARDS: readonly Case[] = [
  { name: 'goes on after a refusal where the script does', script: 'packit add x || true', ran: [], status: 0 },
];

const SHELLS: readonly { readonly shell: string; readonly cases: readonly Case[]; readonly wholeLines: boolean }[] = [
  { shell: 'dash', cases: [...EVERYWHERE, ...POSIX, ...AFTERWARDS], wholeLines: false },
  { shell: 'bash', cases: [...EVERYWHERE, ...POSIX], wholeLines: true },
  { shell: 'zsh', cases: [...EVERYWHERE, ...POSIX], wholeLines: true },
  { shell: 'fish', cases: EVERYWHERE, wholeLines: true },
];

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.make();
  mkdirSync(path.join(scene.root, 'scripts'));
});
afterAll(() => scene.close());

for (const { shell, cases, wholeLines } of SHELLS) {
  const found = shellPath(shell);
  describe.skipIf(found === undefined)(`${shell} (${found ?? 'not installed: skipped'})`, () => {
    it.each(cases)('$name: $script', async ({ script, ran, status, stdout }) => {
      // Where a whole line is refused, it is refused before any of it runs.
      const outcome = await scene.run([shell, '-c', script]);
      const lineRefused = wholeLines && /packit add|blast off/.test(script) && outcome.status === 126;
      expect({ ran: outcome.ran, status: outcome.status }).toEqual({ ran, status: lineRefused ? 126 : status });
      if (stdout !== undefined) expect(outcome.stdout).toBe(stdout);
      if (outcome.status === 126) expect(outcome.stderr).toContain('AGENTS.md:');
    });

    it('holds it in a script file, up to which the script runs', async () => {
      const file = path.join(scene.root, 'scripts', `${shell}.sh`);
      writeFileSync(file, 'harmless first\npackit add x\n');
      const outcome = await scene.run([shell, file]);
      expect(outcome.ran).toEqual(['harmless first']);
      expect(outcome.status).toBe(126);
      expect(outcome.stderr).toContain('AGENTS.md:1 "We use stowit here, never packit."');
    });

    it('reads what it is fed, and the programs read their own', async () => {
      const outcome = await scene.run([shell, '-c', 'blast on read'], { input: 'some text\n' });
      expect(outcome.stdout).toBe('some text\n');
    });

    it('works in another folder of the repository', async () => {
      const cwd = path.join(scene.root, 'sub dir');
      expect((await scene.run([shell, '-c', 'packit add x'], { cwd })).status).toBe(126);
    });

    it('asks nothing outside the repository', async () => {
      const outcome = await scene.run([shell, '-c', 'packit add x'], { cwd: scene.home });
      expect(outcome).toMatchObject({ status: 0, ran: ['packit add x'] });
    });
  });
}

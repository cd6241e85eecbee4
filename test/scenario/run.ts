import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { removeFolder } from '../setup/remove-folder.ts';
import { parseScenario, type Step } from './parse.ts';
import { bylaw, type Ended } from './program.ts';

/** Plays a scenario in a folder of its own; fails with the step that went otherwise. */
export async function playScenario(text: string): Promise<void> {
  const { steps, files } = parseScenario(text);
  const root = mkdtempSync(path.join(tmpdir(), 'bylaw-scenario-'));
  try {
    for (const [file, content] of files) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), content);
    }
    for (const step of steps) await playStep(step, root);
  } finally {
    removeFolder(root);
  }
}

async function playStep(step: Step, root: string): Promise<void> {
  const { stdout, stderr, status } = await run(step, root);
  const told = `$ ${step.line}\n${stdout}${stderr}`;
  let from = 0;
  for (const part of step.stdout) {
    const at = stdout.indexOf(part, from);
    expect(at >= 0, `expected in the output, behind what came before: ${part}\n${told}`).toBe(true);
    from = at + part.length;
  }
  for (const part of step.stderr) expect(stderr, told).toContain(part);
  expect(status, told).toBe(step.status);
}

async function run(step: Step, root: string): Promise<Ended> {
  const [program = '', ...args] = step.words;
  const input = step.stdin.map((line) => `${line}\n`).join('');
  if (program === 'bylaw') return bylaw(args, root, { input });
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, input, encoding: 'utf8' });
  return { status: status ?? -1, stdout, stderr };
}

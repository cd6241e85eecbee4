import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { bylaw as run } from '../scenario/program.ts';
import { BYLAW } from './background.ts';
import { eventually, Place } from './place.ts';

let place: Place;
let child: ChildProcess | undefined;

afterEach(() => {
  child?.kill('SIGKILL');
  place.remove();
});

/** Runs the program in the repository. */
const bylaw = (...args: readonly string[]) => run(args, place.root);
const scanned = async () => JSON.parse((await bylaw('status', '--json')).stdout).daemon.scanned.done;

/** `bylaw watch`, with what it has printed so far. */
function watch(...args: readonly string[]) {
  const started = spawn(process.execPath, [BYLAW, 'watch', '--root', place.root, ...args]);
  child = started;
  const printed = { out: '' };
  started.stdout.on('data', (chunk) => {
    printed.out += chunk;
  });
  return { printed, exited: new Promise((resolve) => started.once('exit', resolve)) };
}

describe('a person at the repository', () => {
  it('sees what is written as it comes, asks what is open, and reads what has been', { timeout: 60_000 }, async () => {
    place = new Place();
    expect(await bylaw('status')).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing is open') });

    const { printed, exited } = watch();
    await eventually(() => existsSync(place.address.state), 20_000);
    expect(JSON.parse((await bylaw('status', '--json')).stdout)).toMatchObject({
      open: [],
      daemon: { pid: child?.pid },
    });
    await expect.poll(scanned, { timeout: 20_000 }).toBeGreaterThan(0);
    place.write('src/a.txt', 'fine\nGRUMBLE\n');
    await eventually(() => printed.out.includes('GRUMBLE is not written here.'), 20_000);
    expect(printed.out).toContain('src/a.txt');
    expect(await bylaw('status')).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/Never write GRUMBLE\.[\s\S]*1 open/),
    });

    place.write('src/a.txt', 'fine\n');
    expect(await bylaw('status')).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing is open') });
    child?.kill('SIGINT');
    expect(await exited).toBe(0);
    expect(existsSync(place.address.socket)).toBe(false);

    const found = (await bylaw('log', '--denied', '--json')).stdout.trim().split('\n');
    expect(found.map((line) => JSON.parse(line))).toMatchObject([
      { type: 'opened', violation: { rule: 'no-grumble', location: { path: 'src/a.txt', line: 2 } } },
    ]);
    expect((await bylaw('log')).stdout).toMatch(/GRUMBLE[\s\S]*src\/a\.txt/);
    expect((await bylaw('log', '--last', '1', '--json')).stdout.trim().split('\n')).toHaveLength(1);
  });

  it('gets the same as JSON, one entry a line, beginning with how things are', { timeout: 60_000 }, async () => {
    place = new Place();
    const { printed, exited } = watch('--json');
    await eventually(() => printed.out.includes('"type":"status"'), 20_000);
    expect(JSON.parse(printed.out.split('\n')[0] ?? '')).toMatchObject({ type: 'status', pid: child?.pid });
    await expect.poll(scanned, { timeout: 20_000 }).toBeGreaterThan(0);
    place.write('src/b.txt', 'GRUMBLE\n');
    await eventually(() => printed.out.includes('"opened"'), 20_000);
    for (const line of printed.out.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('type');
    child?.kill('SIGTERM');
    expect(await exited).toBe(0);
  });
});

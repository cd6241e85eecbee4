import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/daemon/client.ts';
import { readState } from '../../src/daemon/state.ts';
import { removeFolder } from '../setup/remove-folder.ts';
import { type Background, background, reached } from './background.ts';
import { eventually, Place, rulebook } from './place.ts';

const ORDER = `  - id: polish-before-ship
    source: { file: AGENTS.md, line: 3, endLine: 3, quote: "Run polish before ship." }
    severity: error
    message: "polish has not succeeded yet."
    check: { kind: order, contract: { type: before, trigger: [ { ran: [ { program: ship } ] } ], need: [ { ran: [ { program: polish } ] } ] } }
    evidence: { violating: [ { steps: [ { run: ship } ] } ], compliant: [ { steps: [ { run: polish }, { run: ship } ] } ] }
`;

let place: Place;
let started: Background[] = [];
beforeEach(() => {
  place = new Place();
  place.write('.bylaw/rulebook.yaml', rulebook() + ORDER);
  place.commit('order');
});
afterEach(async () => {
  for (const { child } of started) child.kill('SIGKILL');
  await Promise.all(started.map(({ exited }) => exited));
  started = [];
  rmSync(place.address.socket, { force: true });
  place.remove();
});

function start(...args: readonly string[]): Background {
  const one = background(place.root, ...args);
  started.push(one);
  return one;
}

/** What lies in `.bylaw/run` but is meant to stay. */
function leftBehind(): readonly string[] {
  const kept = new Set(['.gitignore', 'cookies', 'sessions', 'trace.jsonl', 'daemon.log']);
  const rest = readdirSync(place.address.run).filter((name) => !kept.has(name));
  return [...rest, ...readdirSync(place.address.cookies), ...(existsSync(place.address.socket) ? ['the socket'] : [])];
}

describe('the life of a daemon', () => {
  it('begins once, however many are started at once', async () => {
    const many = Array.from({ length: 5 }, () => start());
    const connection = await reached(place.root);
    const hello = await connection.ask({ ask: 'hello' });
    await eventually(() => many.filter(({ child }) => child.exitCode === null).length === 1, 15_000);
    const survivor = many.find(({ child }) => child.exitCode === null);
    expect(survivor?.child.pid).toBe(hello.pid);
    expect(many.filter((one) => one !== survivor).map(({ child }) => child.exitCode)).toEqual([0, 0, 0, 0]);
    connection.close();
  });

  it('ends when it is asked to, and leaves nothing behind', async () => {
    const { exited } = start('--http');
    const connection = await reached(place.root);
    expect(existsSync(place.address.token)).toBe(true);
    await connection.ask({ ask: 'stop' });
    expect(await exited).toBe(0);
    expect(leftBehind()).toEqual([]);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('ends in order by %s', async (signal) => {
    const { child, exited } = start();
    (await reached(place.root)).close();
    child.kill(signal);
    expect(await exited).toBe(0);
    expect(leftBehind()).toEqual([]);
    expect(place.notes('stop')).toEqual([signal]);
  });

  it('ends when its state file is removed', async () => {
    const { exited } = start();
    (await reached(place.root)).close();
    rmSync(place.address.state);
    expect(await exited).toBe(0);
    expect(leftBehind()).toEqual([]);
  });

  it('ends when the repository is gone', async () => {
    const { exited } = start();
    (await reached(place.root)).close();
    rmSync(place.root, { recursive: true });
    expect(await exited).toBe(0);
    place = new Place();
  });

  it('ends when nobody has asked for long', async () => {
    const { exited } = start('--idle', '300');
    (await reached(place.root)).close();
    expect(await exited).toBe(0);
    expect(place.notes('stop')).toEqual(['idle']);
  });

  it('makes its socket anew when somebody removes it', async () => {
    const { child } = start();
    (await reached(place.root)).close();
    rmSync(place.address.socket);
    const connection = await reached(place.root);
    expect((await connection.ask({ ask: 'hello' })).pid).toBe(child.pid);
    connection.close();
  });

  it('takes over from one that was killed', async () => {
    const { child, exited } = start();
    (await reached(place.root)).close();
    child.kill('SIGKILL');
    await exited;
    expect(existsSync(place.address.socket) && existsSync(place.address.lock)).toBe(true);
    start();
    const connection = await reached(place.root);
    expect(await connection.ask({ id: 1, kind: 'command', command: 'packit' })).toMatchObject({ decision: 'deny' });
    connection.close();
  });

  it('is one for each work tree', async () => {
    place.git('worktree', 'add', '-q', `${place.root}-second`);
    const second = background(`${place.root}-second`);
    started.push(second);
    start();
    try {
      const [one, two] = await Promise.all([reached(place.root), reached(`${place.root}-second`)]);
      expect((await one.ask({ ask: 'hello' })).pid).not.toBe((await two.ask({ ask: 'hello' })).pid);
      one.close();
      two.close();
    } finally {
      second.child.kill('SIGKILL');
      await second.exited;
      removeFolder(`${place.root}-second`);
    }
  });

  it('says what is wrong where there is no rulebook', async () => {
    rmSync(place.file('.bylaw/rulebook.yaml'));
    expect(await start().exited).toBe(2);
    expect(await connect(place.root)).toBeUndefined();
  });
});

describe('a daemon that is killed at any moment', () => {
  /** How long it has answered, in milliseconds. */
  const MOMENTS = [0, 8, 16, 24, 32, 40, 48, 56];
  it('loses no event that it has answered, and judges as before when it is back', { timeout: 60_000 }, async () => {
    const answered: string[] = [];
    // An event that was sent may count without having been answered.
    let polished: 'never' | 'sent' | 'answered' = 'never';
    const decisions = { never: ['deny'], sent: ['deny', 'allow'], answered: ['allow'] };
    for (const moment of MOMENTS) {
      const { child, exited } = start();
      const connection = await reached(place.root);
      // What the session had done before the last daemon was killed still counts.
      const ship = await connection.ask({ id: 's', kind: 'command', command: 'ship', session: 'long' });
      expect(decisions[polished]).toContain(ship.decision);
      setTimeout(() => child.kill('SIGKILL'), moment);
      try {
        for (let index = 0; ; index += 1) {
          const id = `${moment}-${index}`;
          const event =
            index % 2 === 0
              ? { id, kind: 'command', phase: 'after', exitCode: 0, command: 'polish', session: 'long' }
              : { id, kind: 'write', phase: 'after', path: `src/${index}.txt`, content: 'x', session: 'long' };
          if (index % 2 === 0 && polished === 'never') polished = 'sent';
          await connection.ask(event);
          answered.push(id);
          if (index % 2 === 0) polished = 'answered';
        }
      } catch {
        await exited;
      }
    }
    const logged = new Set(place.log().flatMap((entry) => (entry.type === 'event' ? [entry.id] : [])));
    expect(answered.filter((id) => !logged.has(id))).toEqual([]);
    expect(answered.length).toBeGreaterThan(0);
    await start('--idle', '100').exited;
    expect(leftBehind()).toEqual([]);
  });
});

describe('a checkout of many files while events arrive', () => {
  const FILES = 2000;
  beforeEach(() => {
    place.git('switch', '-q', '-c', 'many');
    for (let index = 0; index < FILES; index += 1) place.write(`src/many/${index}.txt`, 'GRUMBLE\n');
  });
  const live = async () => {
    start();
    const connection = await reached(place.root);
    await connection.ask({ ask: 'sync' });
    return connection;
  };

  it('answers them all, takes nothing of it for anybody’s writing, and stays in step', {
    timeout: 60_000,
  }, async () => {
    place.commit('many');
    place.git('switch', '-q', 'main');
    const connection = await live();
    const asked = Array.from({ length: 300 }, (_, id) => connection.ask({ id, kind: 'command', command: 'packit' }));
    place.git('switch', '-q', 'many');
    expect((await Promise.all(asked)).every(({ decision }) => decision === 'deny')).toBe(true);
    await connection.ask({ ask: 'sync' });
    expect(await connection.ask({ ask: 'status' })).toMatchObject({ open: [], standing: FILES + 1 });
    place.write('src/many/7.txt', 'GRUMBLE\nGRUMBLE\n');
    await connection.ask({ ask: 'sync' });
    expect(place.opened()).toEqual(['src/many/7.txt: GRUMBLE']);
    connection.close();
  });

  it('judges by the rules that come with it', { timeout: 60_000 }, async () => {
    place.write('.bylaw/rulebook.yaml', rulebook());
    place.commit('many, and one rule less');
    place.git('switch', '-q', 'main');
    const connection = await live();
    const { rules } = await connection.ask({ ask: 'status' });
    place.git('switch', '-q', 'many');
    const status = () => connection.ask({ ask: 'status' });
    await expect
      .poll(status, { timeout: 10_000 })
      .toMatchObject({ open: [], rules: Number(rules) - 1, standing: FILES + 1 });
    connection.close();
  });
});

describe('what stands in the way of a start', () => {
  it('a lock, a socket and a state that nobody holds are taken over', async () => {
    start();
    (await reached(place.root)).close();
    const state = readState(place.address.state);
    for (const { child } of started) child.kill('SIGKILL');
    await Promise.all(started.map(({ exited }) => exited));
    writeFileSync(place.address.state, JSON.stringify({ ...state, pid: 1 }));
    start();
    const connection = await reached(place.root);
    expect((await connection.ask({ ask: 'hello' })).pid).toBe(started.at(-1)?.child.pid);
    connection.close();
  });
});

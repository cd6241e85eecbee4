import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Daemon } from '../../src/daemon/daemon.ts';
import type { Event } from '../../src/model/event.ts';
import { eventually, Place, PROSE, rulebook } from './place.ts';

let place: Place;
let daemon: Daemon | undefined;

async function watched(way: 'files' | 'folders' | 'polling', files?: Record<string, string>): Promise<Daemon> {
  place = new Place(files);
  daemon = await place.daemon({ way });
  return daemon;
}

afterEach(async () => {
  await daemon?.stop('the test is over');
  place.remove();
});

describe.each(['files', 'folders', 'polling'] as const)('a tree watched by %s', (way) => {
  it('tells what is written against a rule, and when it is mended', async () => {
    const { keeper } = await watched(way);
    place.write('src/a.txt', 'fine\nGRUMBLEs\n');
    await eventually(() => place.opened().length > 0);
    expect(place.opened()).toEqual(['src/a.txt: GRUMBLEs']);
    expect(keeper.status().open).toHaveLength(1);
    place.write('src/a.txt', 'fine\nagain\n');
    await eventually(() => place.closed().length > 0);
    expect(keeper.status().open).toEqual([]);
  });

  it('is silent about what stood there before, wherever the lines go', async () => {
    const { keeper } = await watched(way);
    place.write('src/old.txt', 'a new first line\nGRUMBLE\n');
    place.write('src/a.txt', 'changed\n');
    await new Promise((resolve) => setTimeout(resolve, way === 'polling' ? 800 : 100));
    await keeper.sync();
    expect(place.opened()).toEqual([]);
  });

  it('sees a file saved by renaming', async () => {
    await watched(way);
    writeFileSync(place.file('src/a.txt.tmp'), 'GRUMBLE\n');
    renameSync(place.file('src/a.txt.tmp'), place.file('src/a.txt'));
    await eventually(() => place.opened().includes('src/a.txt: GRUMBLE'));
  });

  it('sees what is written at once into new folders', async () => {
    await watched(way);
    mkdirSync(place.file('src/one/two/three'), { recursive: true });
    place.write('src/one/two/three/deep.txt', 'GRUMBLE\n');
    await eventually(() => place.opened().includes('src/one/two/three/deep.txt: GRUMBLE'));
  });

  it('closes what goes with its file or folder', async () => {
    await watched(way);
    place.write('src/one/x.txt', 'GRUMBLE\n');
    place.write('src/y.txt', 'GRUMBLE\n');
    await eventually(() => place.opened().length === 2);
    rmSync(place.file('src/one'), { recursive: true });
    rmSync(place.file('src/y.txt'));
    await eventually(() => place.closed().length === 2);
  });

  it('does not look into what git ignores', async () => {
    const { keeper } = await watched(way);
    place.write('ignored/src/a.txt', 'GRUMBLE\n');
    place.write('node_modules/src/a.txt', 'GRUMBLE\n');
    await keeper.sync();
    expect(place.opened()).toEqual([]);
  });
});

describe('what git does', () => {
  it('is not taken for anybody’s writing: a checkout of another branch and back', async () => {
    const { keeper } = await watched('files', { 'src/a.txt': 'fine\n' });
    place.git('switch', '-q', '-c', 'other');
    for (let index = 0; index < 60; index += 1) place.write(`src/n${index}.txt`, 'GRUMBLE\n');
    place.git('add', '-A');
    place.git('commit', '-q', '-m', 'many');
    place.git('switch', '-q', 'main');
    await keeper.sync();
    const before = place.opened().length;
    place.git('switch', '-q', 'other');
    await keeper.sync();
    place.git('switch', '-q', 'main');
    await keeper.sync();
    expect(place.opened().length).toBe(before);
    expect(keeper.status().open).toEqual([]);
  });

  it('rewrites a branch, and no commit of it is judged by itself: rebase', async () => {
    const { keeper } = await watched('files', { 'src/a.txt': 'fine\n' });
    place.git('switch', '-q', '-c', 'topic');
    for (const [at, text] of ['GRUMBLE\n', 'GRUMBLE\nGRUMBLES\n', 'GRUMBLES\n'].entries()) {
      place.write('src/b.txt', text);
      place.commit(`topic ${at}`);
    }
    place.git('switch', '-q', 'main');
    place.write('src/c.txt', 'fine\n');
    place.commit('meanwhile');
    place.git('switch', '-q', 'topic');
    await keeper.sync();
    const before = place.opened().length;
    place.git('rebase', '-q', 'main');
    await keeper.sync();
    expect(place.opened().length).toBe(before);
    expect(place.git('log', '--format=%s').trim().split('\n')).toEqual([
      'topic 2',
      'topic 1',
      'topic 0',
      'meanwhile',
      'first',
    ]);
    place.write('src/c.txt', 'GRUMBLE\n');
    await keeper.sync();
    expect(place.opened().slice(before)).toEqual(['src/c.txt: GRUMBLE']);
  });

  it('is waited for: while the index is held, nothing is judged', async () => {
    await watched('files');
    writeFileSync(place.file('.git/index.lock'), '');
    place.write('src/a.txt', 'GRUMBLE\n');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(place.opened()).toEqual([]);
    rmSync(place.file('.git/index.lock'));
    await eventually(() => place.opened().length === 1);
  });

  it('takes work away and brings it back: stash', async () => {
    const { keeper } = await watched('files');
    place.write('src/a.txt', 'GRUMBLE\n');
    await eventually(() => place.opened().length === 1);
    place.git('stash', '-q');
    await eventually(() => place.closed().length === 1);
    place.git('stash', 'pop', '-q');
    await eventually(() => place.opened().length === 2);
    expect(keeper.status().open).toHaveLength(1);
  });

  it('may move a file: what stood in it is still old', async () => {
    const { keeper } = await watched('files');
    place.git('mv', 'src/old.txt', 'src/renamed.txt');
    await keeper.sync();
    expect(place.opened()).toEqual([]);
  });
});

describe('rules and prose', () => {
  it('are announced to have drifted, and stay as approved', async () => {
    const { keeper } = await watched('files');
    place.write('AGENTS.md', `${PROSE}And no MUMBLE either.\n`);
    await eventually(() => place.notes('drift').length === 1);
    expect(place.notes('drift')[0]).toContain('AGENTS.md has changed');
    expect(keeper.status()).toMatchObject({ drift: 'AGENTS.md has changed' });
    const packit: Event = { kind: 'command', phase: 'before', session: 's', command: 'packit', cwd: '.' };
    expect((await keeper.answer(packit)).decision).toBe('deny');
  });

  it('are reloaded without a gap when the rulebook changes', async () => {
    const { keeper } = await watched('files');
    place.write('.bylaw/rulebook.yaml', rulebook('MUMBLE'));
    await eventually(() => place.notes('reload').length === 1);
    place.write('src/a.txt', 'GRUMBLE MUMBLE\n');
    await eventually(() => place.opened().length === 1);
    expect(place.opened()).toEqual(['src/a.txt: MUMBLE']);
    expect(keeper.status().broken).toBeUndefined();
  });

  it('stay in force when the rulebook is broken, and come back with it', async () => {
    const { keeper } = await watched('files');
    place.write('.bylaw/rulebook.yaml', 'version: 1\nrules: [');
    await eventually(() => place.notes('broken').length === 1);
    expect(keeper.status().broken).toContain('.bylaw/rulebook.yaml');
    const event: Event = { kind: 'write', phase: 'before', session: 's', path: 'src/b.txt', content: 'GRUMBLE\n' };
    expect((await keeper.answer(event)).decision).toBe('deny');
    place.write('.bylaw/rulebook.yaml', rulebook());
    await eventually(() => keeper.status().broken === undefined);
    expect((await keeper.answer(event)).decision).toBe('deny');
  });
});

describe('who is told', () => {
  const event = (rest: object): Event =>
    ({ kind: 'command', phase: 'before', session: 'one', command: 'true', cwd: '.', ...rest }) as Event;

  it('the session at work hears of it at its next event after the fact, once', async () => {
    const { keeper } = await watched('files');
    await keeper.answer(event({}));
    place.write('src/a.txt', 'GRUMBLE\n');
    await eventually(() => place.opened().length === 1);
    expect((await keeper.answer(event({}))).violations).toEqual([]);
    const told = await keeper.answer(event({ phase: 'after', exitCode: 0 }));
    expect(told).toMatchObject({
      decision: 'deny',
      violations: [{ rule: 'no-grumble', location: { path: 'src/a.txt' } }],
    });
    expect((await keeper.answer(event({ phase: 'after', exitCode: 0 }))).violations).toEqual([]);
  });

  it('hears of it again when it wants to stop, unless it is mended', async () => {
    const { keeper } = await watched('files');
    await keeper.answer(event({}));
    place.write('src/a.txt', 'GRUMBLE\n');
    await eventually(() => place.opened().length === 1);
    await keeper.answer(event({ phase: 'after', exitCode: 0 }));
    expect((await keeper.answer({ kind: 'stop', phase: 'before', session: 'one' })).decision).toBe('deny');
    place.write('src/a.txt', 'fine\n');
    expect((await keeper.answer({ kind: 'stop', phase: 'before', session: 'one' })).decision).toBe('allow');
  });

  it('a session that is about to stop is judged by all that was written before', async () => {
    const { keeper } = await watched('files');
    await keeper.answer(event({}));
    place.write('src/a.txt', 'GRUMBLE\n');
    expect((await keeper.answer({ kind: 'stop', phase: 'before', session: 'one' })).decision).toBe('deny');
  });

  it('the one that named the file, not the one heard last', async () => {
    const { keeper } = await watched('files');
    await keeper.answer({ kind: 'write', phase: 'before', session: 'writer', path: 'src/a.txt', content: 'fine\n' });
    await keeper.answer(event({ session: 'other' }));
    place.write('src/a.txt', 'GRUMBLE\n');
    await eventually(() => place.opened().length === 1);
    expect((await keeper.answer(event({ session: 'other', phase: 'after', exitCode: 0 }))).violations).toEqual([]);
    expect((await keeper.answer(event({ session: 'writer', phase: 'after', exitCode: 0 }))).violations).toHaveLength(1);
  });
});

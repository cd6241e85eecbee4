import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import { createGuard, type Guard } from '../../src/engine/guard.ts';
import { type Event, eventSchema } from '../../src/model/event.ts';
import { repoPath } from '../../src/model/path.ts';
import { type Rule, ruleSchema } from '../../src/model/rule.ts';
import { memoryView } from '../../src/repository/overlay.ts';

const readFirst: Rule = ruleSchema.parse({
  id: 'read-first',
  source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: 'Read GUIDE.md before you touch src.' },
  severity: 'error',
  message: 'read the guide',
  check: {
    kind: 'order',
    contract: { type: 'before', trigger: [{ changed: ['src/**'] }], need: [{ read: ['GUIDE.md'] }] },
  },
  evidence: {
    violating: [{ steps: [{ write: 'src/a.ts', content: '' }] }],
    compliant: [{ steps: [{ read: 'GUIDE.md' }, { write: 'src/a.ts', content: '' }] }],
  },
});

const guard = (files: Readonly<Record<string, string>> = {}): Guard => {
  const view = memoryView(files);
  return createGuard(createEngine([readFirst], view), view);
};
const event = (fields: object): Event => eventSchema.parse(fields);
const write = event({ kind: 'write', path: 'src/a.ts', content: 'x' });
const read = event({ kind: 'read', path: 'GUIDE.md' });
const done = (one: Event): Event => ({ ...one, phase: 'after' });

describe('the guard', () => {
  it('judges by what the session has done', async () => {
    const one = guard();
    expect((await one.take(write)).decision).toBe('deny');
    await one.take(done(read));
    expect((await one.take(write)).decision).toBe('allow');
  });

  it('changes nothing when asked before', async () => {
    const one = guard();
    const held = one.session('default');
    await one.take(read);
    await one.take(write);
    await one.take(event({ kind: 'stop' }));
    expect([...one.session('default').happened]).toEqual([...held.happened]);
    expect((await one.take(write)).decision).toBe('deny');
  });

  it('keeps sessions apart', async () => {
    const one = guard();
    await one.take(done({ ...read, session: 'a' }));
    expect((await one.take({ ...write, session: 'b' })).decision).toBe('deny');
    expect((await one.take({ ...write, session: 'a' })).decision).toBe('allow');
  });

  it('takes the events of a session one after the other, without being waited for', async () => {
    const one = guard();
    const [, verdict] = await Promise.all([one.take(done(read)), one.take(write)]);
    expect(verdict.decision).toBe('allow');
  });

  it('forgets at the start of a session what was done and reported in it', async () => {
    const one = guard();
    await one.take(done(read));
    await one.take(done(write));
    await Promise.all([one.take(event({ kind: 'session-start' })), one.take(done(event({ kind: 'read', path: 'x' })))]);
    expect([...one.session('default').happened]).toMatchObject([{ kind: 'read', path: 'x' }]);
    await one.take(event({ kind: 'session-start' }));
    expect(one.session('default').happened.length).toBe(0);
    expect((await one.take(write)).decision).toBe('deny');
    await one.take(done(write));
    expect([...one.session('default').happened]).toMatchObject([{ kind: 'changed', change: 'create' }]);
  });

  it('goes on after an event that it refuses', async () => {
    const one = guard();
    await expect(one.take(event({ kind: 'read', path: '../x' }))).rejects.toMatchObject({ code: 'invalid-path' });
    await one.take(done(read));
    expect((await one.take(write)).decision).toBe('allow');
  });

  it('sees a reported file as there', async () => {
    const one = guard();
    await one.take(done(read));
    await one.take(done(write));
    await one.take(done(write));
    await one.take(done(event({ kind: 'rename', from: 'src/a.ts', to: 'src/b.ts' })));
    expect([...one.session('default').happened].map((fact) => ('change' in fact ? fact.change : fact.kind))).toEqual([
      'read',
      'create',
      'modify',
      'rename',
    ]);
  });

  it('knows a file as created that it was asked about before it was there', async () => {
    const files: Record<string, string> = {};
    const view = {
      ...memoryView({}),
      read: (path: string) => memoryView(files).read(repoPath(path)),
      kind: (path: string) => memoryView(files).kind(repoPath(path)),
    };
    const one = createGuard(createEngine([readFirst], view), view);
    const changes = () =>
      [...one.session('default').happened].map((fact) => ('change' in fact ? fact.change : fact.kind));
    await one.take(done(read));
    await one.take(write);
    files['src/a.ts'] = 'x';
    await one.take(done(write));
    await one.take(write);
    await one.take(done(write));
    expect(changes()).toEqual(['read', 'create', 'modify']);
    const touch = event({ kind: 'command', command: 'echo x > src/b.ts', exitCode: 0 });
    await one.take(touch);
    files['src/b.ts'] = 'x';
    await one.take(done(touch));
    expect(changes()).toEqual(['read', 'create', 'modify', 'create', 'ran']);
  });

  it('believes the disk about what a failed command did', async () => {
    const view = memoryView({ 'src/a.ts': 'x' });
    const one = createGuard(createEngine([readFirst], view), view);
    await one.take(event({ kind: 'command', command: 'rm src/a.ts', exitCode: 1, phase: 'after' }));
    await one.take(done(write));
    await one.take(event({ kind: 'command', command: 'rm src/a.ts', exitCode: 0, phase: 'after' }));
    await one.take(done(write));
    const changes = [...one.session('default').happened].flatMap((fact) => ('change' in fact ? [fact.change] : []));
    expect(changes).toEqual(['delete', 'modify', 'delete', 'create']);
  });

  it('hands a session over to another guard', async () => {
    const one = guard();
    await one.take(done(read));
    const other = guard();
    other.restore(one.snapshot('default'));
    expect((await other.take(write)).decision).toBe('allow');
  });

  it('forgets the session it has not heard of for longest', async () => {
    const one = guard();
    for (let index = 0; index <= 50; index += 1) {
      await one.take(done({ ...read, session: `s${index}` }));
      await one.take({ ...read, session: 's0' });
    }
    expect(one.session('s0').happened.length).toBe(1);
    expect(one.session('s1').happened.length).toBe(0);
    expect(one.session('s2').happened.length).toBe(1);
  });
});

import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { ENV, Repository } from '../git/repository.ts';
import { Typed } from '../shell/typed.ts';
import { draft, FILES } from './house.ts';

const BYLAW = path.resolve('bin/bylaw.js');
const ENTER = '\r';
/** The terminal breaks the question where the line ends. */
const ALL_THE_SAME = /probably misread\. Adopt[\s│]+it[\s│]+all[\s│]+the[\s│]+same\?/;
const CANCEL = '\u0003';

/** `bylaw adopt` at a terminal, where it asks a person about each proven draft. */
describe('adopt at a terminal', () => {
  let r: Repository;
  beforeEach(() => {
    r = new Repository();
    for (const [file, content] of Object.entries(FILES)) r.write(file, content);
    for (const name of ['a', 'b', 'c', 'd']) r.write(`engine/loud/${name}.py`, 'print(1)\n');
    r.write('.bylaw/drafts/a-quiet.yaml', stringify(draft({ id: 'a-quiet', scope: { include: ['engine/*.py'] } })));
    r.write('.bylaw/drafts/b-wide.yaml', stringify(draft({ id: 'b-wide', ...WIDE })));
  });
  afterEach(() => r.remove());

  const WIDE = {
    scope: { include: ['engine/loud/*.py'] },
    evidence: {
      violating: [
        { steps: [{ write: 'engine/loud/a.py', content: 'print("hello")\n' }] },
        { steps: [{ write: 'engine/loud/z.py', content: 'def run(deck):\n    print(deck)\n' }] },
      ],
      compliant: [
        { steps: [{ write: 'engine/loud/a.py', content: 'log.print("hello")\n' }] },
        { steps: [{ write: 'engine/loud/a.py', content: 'blueprint("hello")\n' }] },
      ],
    },
  };
  const adopt = () => new Typed(process.execPath, [BYLAW, 'adopt'], { ...ENV, TERM: 'xterm' }, r.root);
  const adopted = () => r.run('ls .bylaw/rules 2>/dev/null').text.trim().split('\n').filter(Boolean);

  it('takes what is agreed to, and warns of what much of the tree breaks', async () => {
    const terminal = adopt();
    await terminal.until('Adopt a-quiet?');
    await terminal.keys('y', ALL_THE_SAME);
    terminal.type('y');
    expect(await terminal.ended).toBe(0);
    expect(adopted()).toEqual(['a-quiet.yaml', 'b-wide.yaml']);
    expect(r.run('ls .bylaw/drafts').text).toBe('');
  });

  it('proposes yes, but no for what is probably misread', async () => {
    const terminal = adopt();
    await terminal.until('Adopt a-quiet?');
    await terminal.keys(ENTER, ALL_THE_SAME);
    await terminal.keys(ENTER, '1 proven draft not adopted: b-wide');
    expect(await terminal.ended).toBe(1);
    expect(adopted()).toEqual(['a-quiet.yaml']);
  });

  it('keeps what was agreed to before it was broken off', async () => {
    const terminal = adopt();
    await terminal.until('Adopt a-quiet?');
    await terminal.keys('y', ALL_THE_SAME);
    await terminal.keys(CANCEL, 'not adopted: b-wide');
    expect(await terminal.ended).toBe(1);
    expect(adopted()).toEqual(['a-quiet.yaml']);
  });
});

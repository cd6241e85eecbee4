import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENTS, type Answer } from '../../src/agents/adapter.ts';
import { ADAPTERS, detectAgent } from '../../src/agents/adapters.ts';
import { answerHook, type Desk } from '../../src/agents/answer-hook.ts';
import { blockedBy, type Ended } from '../../src/agents/blocking.ts';
import { processDesk } from '../../src/agents/keeper-desk.ts';
import { parsePayload } from '../../src/agents/payload.ts';
import { keeperHere } from '../../src/daemon/judge.ts';
import type { Keeper } from '../../src/daemon/keeper.ts';
import { rule, rulebook } from '../git/repository.ts';
import { removeFolder } from '../setup/remove-folder.ts';
import { type Act, SPEAKERS } from './speakers.ts';

const RULES = [
  rule('no-npm', { kind: 'command', forbid: [{ program: 'npm' }] }),
  rule('no-force', { kind: 'command', forbid: [{ program: 'git', subcommand: ['push'], flags: [['--force', '-f']] }] }),
  rule('no-fixme', { kind: 'text', pattern: 'FIXME' }),
  rule('kebab', { kind: 'paths', contract: { type: 'named', files: { include: ['src/**'] }, style: ['kebab'] } }),
  rule('generated', { kind: 'paths', contract: { type: 'protected', files: { include: ['gen/**'] } } }),
];

const FILES: Readonly<Record<string, string>> = {
  'src/app.ts': 'const a = 1;\nconst b = 2;\n',
  'src/old.ts': '// FIXME later\nconst a = 1;\n',
  'src/many.ts': 'one\ntwo\none\n',
  'src/dos.ts': 'one\r\ntwo\r\nthree\r\n',
  'gen/api.ts': 'export {};\n',
  'sub/readme.txt': 'x\n',
};

interface Case {
  readonly name: string;
  readonly act: Act;
  /** The same act in the event protocol; absent where it is none (it does not apply, or lies elsewhere). */
  readonly event?: object;
  readonly denied: boolean;
}

const write = (file: string, content: string) => ({ kind: 'write', path: file, content });
const command = (line: string, cwd = '.') => ({ kind: 'command', command: line, cwd });

const CASES: readonly Case[] = [
  ...(
    [
      ['npm install', true],
      ['pnpm install', false],
      ['cd sub && npm ci', true],
      ['echo "npm install"', false],
      ['git push --force origin main', true],
      ['git push -f', true],
      ['git push origin main', false],
      ['git commit -m "Replace npm install"', false],
      ['sudo npm install -g x', true],
      ["bash -c 'npm test'", true],
      ['rm gen/api.ts', true],
      ['echo x > gen/api.ts', true],
      ['cat gen/api.ts', false],
      ['cat > notes.md <<EOF\nnpm install\nEOF', false],
    ] as const
  ).map(
    ([line, denied]): Case => ({
      name: `runs \`${line.split('\n')[0]}\``,
      act: { do: 'command', command: line },
      event: command(line),
      denied,
    }),
  ),
  {
    name: 'runs npm in a folder',
    act: { do: 'command', command: 'npm i', cwd: 'sub' },
    event: command('npm i', 'sub'),
    denied: true,
  },
  {
    name: 'writes below gen/',
    act: { do: 'write', path: 'gen/new.ts', content: 'x\n' },
    event: write('gen/new.ts', 'x\n'),
    denied: true,
  },
  {
    name: 'writes a clean file',
    act: { do: 'write', path: 'src/new.ts', content: 'x\n' },
    event: write('src/new.ts', 'x\n'),
    denied: false,
  },
  {
    name: 'writes a file with a forbidden word',
    act: { do: 'write', path: 'src/new.ts', content: 'a\n// FIXME\n' },
    event: write('src/new.ts', 'a\n// FIXME\n'),
    denied: true,
  },
  {
    name: 'writes a file with a forbidden name',
    act: { do: 'write', path: 'src/NewFile.ts', content: 'x\n' },
    event: write('src/NewFile.ts', 'x\n'),
    denied: true,
  },
  {
    name: 'writes a name beyond ASCII',
    act: { do: 'write', path: 'docs/übersicht.md', content: 'FIXME\n' },
    event: write('docs/übersicht.md', 'FIXME\n'),
    denied: true,
  },
  {
    name: 'writes the rulebook',
    act: { do: 'write', path: '.bylaw/rules/own.yaml', content: 'rules: []\n' },
    event: write('.bylaw/rules/own.yaml', 'rules: []\n'),
    denied: true,
  },
  {
    name: 'writes outside the repository',
    act: { do: 'write', path: '/elsewhere/gen/x.ts', content: 'FIXME\n' },
    denied: false,
  },
  {
    name: 'edits a forbidden word in',
    act: { do: 'edit', path: 'src/app.ts', edits: [['const a = 1;', 'const a = 1; // FIXME']] },
    event: write('src/app.ts', 'const a = 1; // FIXME\nconst b = 2;\n'),
    denied: true,
  },
  {
    name: 'edits a line',
    act: { do: 'edit', path: 'src/app.ts', edits: [['const a = 1;', 'const a = 3;']] },
    event: write('src/app.ts', 'const a = 3;\nconst b = 2;\n'),
    denied: false,
  },
  {
    name: 'edits beside an old violation',
    act: { do: 'edit', path: 'src/old.ts', edits: [['const a = 1;', 'const a = 2;']] },
    event: write('src/old.ts', '// FIXME later\nconst a = 2;\n'),
    denied: false,
  },
  {
    name: 'adds to old violations',
    act: { do: 'edit', path: 'src/old.ts', edits: [['const a = 1;', '// FIXME too']] },
    event: write('src/old.ts', '// FIXME later\n// FIXME too\n'),
    denied: true,
  },
  {
    name: 'takes a violation out',
    act: { do: 'edit', path: 'src/old.ts', edits: [['// FIXME later', '// done']] },
    event: write('src/old.ts', '// done\nconst a = 1;\n'),
    denied: false,
  },
  {
    name: 'replaces everywhere',
    act: { do: 'edit', path: 'src/many.ts', edits: [['one', 'FIXME']], all: true },
    event: write('src/many.ts', 'FIXME\ntwo\nFIXME\n'),
    denied: true,
  },
  {
    name: 'makes two edits, the second forbidden',
    act: {
      do: 'edit',
      path: 'src/app.ts',
      edits: [
        ['const a = 1;', 'const a = 5;'],
        ['const b = 2;', '// FIXME b'],
      ],
    },
    event: write('src/app.ts', 'const a = 5;\n// FIXME b\n'),
    denied: true,
  },
  {
    name: 'edits a file with Windows line ends',
    act: { do: 'edit', path: 'src/dos.ts', edits: [['one\ntwo', 'one\nFIXME']] },
    event: write('src/dos.ts', 'one\r\nFIXME\r\nthree\r\n'),
    denied: true,
  },
  {
    name: 'makes an edit that does not apply',
    act: { do: 'edit', path: 'src/app.ts', edits: [['not there', 'FIXME']] },
    denied: false,
  },
  {
    name: 'deletes a protected file',
    act: { do: 'delete', path: 'gen/api.ts' },
    event: { kind: 'delete', path: 'gen/api.ts' },
    denied: true,
  },
  {
    name: 'deletes a file',
    act: { do: 'delete', path: 'src/app.ts' },
    event: { kind: 'delete', path: 'src/app.ts' },
    denied: false,
  },
  {
    name: 'renames to a forbidden name',
    act: { do: 'rename', from: 'src/app.ts', to: 'src/MyApp.ts' },
    event: { kind: 'rename', from: 'src/app.ts', to: 'src/MyApp.ts' },
    denied: true,
  },
  {
    name: 'renames',
    act: { do: 'rename', from: 'src/app.ts', to: 'src/my-app.ts' },
    event: { kind: 'rename', from: 'src/app.ts', to: 'src/my-app.ts' },
    denied: false,
  },
  {
    name: 'reads',
    act: { do: 'read', path: 'gen/api.ts' },
    event: { kind: 'read', path: 'gen/api.ts' },
    denied: false,
  },
];

let root: string;
let keeper: Keeper;
let desk: Desk;

beforeAll(async () => {
  root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'bylaw-contract-')));
  execFileSync('git', ['init', '-q', root]);
  for (const [file, content] of Object.entries({ ...FILES, '.bylaw/rulebook.yaml': rulebook(RULES) })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
  keeper = await keeperHere(root);
  desk = processDesk(keeper);
});
afterAll(async () => {
  await keeper.close();
  removeFolder(root);
});

describe.each(AGENTS)('the hook of %s', (agent) => {
  it.each(CASES)('$name', async ({ act, denied }) => {
    const said = SPEAKERS[agent](act, root);
    const ends: { denied: boolean; text: string }[] = [];
    for (const { stdin, event = '' } of said) {
      const answer = await answerHook({ agent, event, payload: stdin }, desk);
      const blocked = blockedBy(agent, endedWith(answer));
      ends.push({ denied: blocked !== undefined, text: `${stdin}\n→ ${answer.text}` });
      if (!blocked) expect(answer.text).not.toMatch(/"(allow|ask|approve)"/);
      else {
        expect(blocked.reason).toMatch(/^(AGENTS\.md:3 "As the house rules say\."|\.bylaw\/rulebook\.yaml:1 )/);
        expect(blocked.reason.length).toBeLessThanOrEqual(ADAPTERS[agent].limit);
      }
    }
    // A host that says several edits one by one is asked about each: only the bad one is refused.
    const oneByOne = act.do === 'edit' && act.edits.length > 1 && said.length > 1;
    const wrong =
      oneByOne && ends.some((end) => end.denied === denied) ? [] : ends.filter((end) => end.denied !== denied);
    expect(wrong.map((end) => end.text)).toEqual([]);
  });

  it('refuses what it cannot read, unless failures are open', async () => {
    for (const failure of ['closed', 'open'] as const) {
      const answer = await answerHook({ agent, event: '', payload: '{ broken' }, { ...desk, failure });
      expect(blockedBy(agent, endedWith(answer)) !== undefined).toBe(failure === 'closed');
    }
  });

  it('refuses what cannot be judged, but nothing that has happened', async () => {
    const broken: Desk = { ...desk, take: () => Promise.reject(new Error('no way')) };
    const [said] = SPEAKERS[agent]({ do: 'command', command: 'ls' }, root);
    const answer = await answerHook({ agent, event: said?.event ?? '', payload: said?.stdin ?? '' }, broken);
    expect(answer.text).toContain('no way');
  });
});

function endedWith({ status, text }: Answer): Ended {
  return status === 2 ? { status, stdout: '', stderr: text } : { status, stdout: text, stderr: '' };
}

describe('the same acts as events', () => {
  it('get the same verdicts from `serve --stdio`', () => {
    const copy = mkdtempSync(path.join(os.tmpdir(), 'bylaw-serve-'));
    cpSync(root, copy, { recursive: true });
    const asked = CASES.flatMap(({ event }, id) => (event ? [JSON.stringify({ id, ...event })] : []));
    const ended = spawnSync(process.execPath, [path.resolve('bin/bylaw.js'), 'serve', '--stdio'], {
      cwd: copy,
      input: `${asked.join('\n')}\n`,
      encoding: 'utf8',
    });
    removeFolder(copy);
    const replies = ended.stdout
      .trim()
      .split('\n')
      .map((line) => parsePayload(line));
    expect(ended.stderr).toBe('');
    expect(replies.length).toBe(asked.length);
    for (const reply of replies) {
      const sample = CASES[Number(reply?.id)];
      expect([sample?.name, reply?.decision]).toEqual([sample?.name, sample?.denied ? 'deny' : 'allow']);
    }
  });
});

describe('a payload without a named host', () => {
  it.each(
    AGENTS.filter((agent) => ['claude', 'codex', 'cursor', 'gemini', 'copilot', 'windsurf', 'cline'].includes(agent)),
  )('of %s is recognised', (agent) => {
    const [said] = SPEAKERS[agent]({ do: 'command', command: 'ls' }, root);
    expect(detectAgent(parsePayload(said?.stdin ?? '') ?? {})).toBe(agent);
  });
});

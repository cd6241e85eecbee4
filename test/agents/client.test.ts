import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENTS } from '../../src/agents/adapter.ts';
import { blockedBy } from '../../src/agents/blocking.ts';
import { install, planInit, siteOf } from '../../src/agents/config/init-plan.ts';
import { probePayload } from '../../src/agents/doctor/probe.ts';
import { hookDoor } from '../../src/agents/hook-door.ts';
import { readHookAnswer, readHookQuestion, writeHookAnswer, writeHookQuestion } from '../../src/agents/question.ts';
import { type Daemon, startDaemonHere } from '../../src/daemon/daemon.ts';
import { ENV, Repository, rule, rulebook } from '../git/repository.ts';

let r: Repository;
let daemon: Daemon;
beforeAll(async () => {
  r = new Repository().write(
    '.bylaw/rulebook.yaml',
    rulebook([
      rule('no-npm', { kind: 'command', forbid: [{ program: 'npm' }] }),
      rule('no-fixme', { kind: 'text', pattern: 'FIXME' }),
    ]),
  );
  r.stage('base.txt', 'x\n').commit();
  const site = { ...siteOf(r.root), home: path.join(r.root, '.home') };
  install(planInit({ agents: ['opencode', 'amp'], git: false }, site), site);
  const started = await startDaemonHere({ root: r.root, http: 0, hooks: hookDoor });
  if (!started) throw new Error('no daemon');
  daemon = started;
  // Whoever answers below, it is not Node.
  writeFileSync(path.join(r.root, '.bylaw/run/program'), '/nowhere\n');
});
afterAll(async () => {
  await daemon.stop('the tests are over');
  r.remove();
});

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The daemon lives in this process, so its clients must not hold it up. */
function hook(args: readonly string[], stdin: string, cwd = r.root): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(path.join(r.root, '.bylaw/hook'), args, { cwd, env: { ...ENV, PATH: '/usr/bin:/bin' } });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('close', (status) => resolve({ status: status ?? -1, stdout, stderr }));
    child.stdin.end(stdin);
  });
}

const claude = (tool_name: string, tool_input: object) =>
  JSON.stringify({ session_id: 's', cwd: r.root, hook_event_name: 'PreToolUse', tool_name, tool_input });

describe('the client in shell', () => {
  it.each(AGENTS)('brings the refusal of the daemon to %s, and its silence', async (agent) => {
    const args = agent === 'copilot' ? [agent, 'preToolUse'] : [agent];
    const refused = await hook(args, probePayload(agent, 'deny', r.root));
    expect(blockedBy(agent, refused)?.reason).toContain('.bylaw/rulebook.yaml:1');
    const passed = await hook(args, probePayload(agent, 'allow', r.root));
    expect([blockedBy(agent, passed), passed.status, passed.stderr]).toEqual([undefined, 0, '']);
  });

  it.each([
    ['quotes, backslashes, percent signs and dollars', 'echo "%s %d \\\\n $HOME `id`"; npm i', true],
    ['lines and tabs', 'ls\n\tnpm i\n', true],
    ['words beyond ASCII', 'echo "Grüße 概要 🙂"', false],
    ['100 kB', `echo ${'x'.repeat(100_000)}`, false],
  ])('hands on %s', async (_name, command, denied) => {
    const { stdout } = await hook(['claude'], claude('Bash', { command }));
    expect(stdout.includes('deny')).toBe(denied);
  });

  it('hands on JSON over several lines, and content of a megabyte', async () => {
    const pretty = JSON.stringify(JSON.parse(claude('Bash', { command: 'npm i' })), undefined, 2);
    expect((await hook(['claude'], `${pretty}\n\n`)).stdout).toContain('deny');
    const content = `${'const a = 1;\n'.repeat(80_000)}// FIXME\n`;
    expect((await hook(['claude'], claude('Write', { file_path: 'big.ts', content }))).stdout).toContain(
      'big.ts:80001',
    );
  });

  it('works from a folder below', async () => {
    r.write('sub/x.txt', '');
    expect((await hook(['claude'], claude('Bash', { command: 'npm i' }), path.join(r.root, 'sub'))).stdout).toContain(
      'deny',
    );
  });

  it('tells after a write what stands in the file, without waiting for the next call', async () => {
    r.write('src/a.ts', '// FIXME\n');
    const payload = {
      session_id: 's',
      cwd: r.root,
      hook_event_name: 'PostToolUse',
      tool_name: 'Write',
      tool_input: { file_path: path.join(r.root, 'src/a.ts') },
    };
    const { stdout } = await hook(['claude'], JSON.stringify(payload));
    expect(stdout).toContain('src/a.ts:1');
  });

  it('refuses where neither daemon nor program is there, unless failures are open', async () => {
    const state = path.join(r.root, '.bylaw/run/daemon.json');
    const kept = readFileSync(state, 'utf8');
    writeFileSync(state, kept.replace(/"socket":"[^"]*"/, '"socket":"/nowhere.sock"'));
    try {
      expect(await hook(['claude'], claude('Bash', { command: 'ls' }))).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('not installed'),
      });
      expect((await hook(['cline'], probePayload('cline', 'allow', r.root))).stdout).toContain('"cancel":true');
      expect(await hook(['claude'], '{"hook_event_name":"Stop","session_id":"s"}')).toMatchObject({ status: 0 });
      r.write('bylaw.yaml', 'failure: open\n');
      expect(await hook(['claude'], claude('Bash', { command: 'ls' }))).toMatchObject({ status: 0, stdout: '' });
    } finally {
      writeFileSync(state, kept);
      rmSync(path.join(r.root, 'bylaw.yaml'), { force: true });
    }
  });
});

describe('the web door', () => {
  const post = (url: string, body: string): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const { http } = JSON.parse(readFileSync(path.join(r.root, '.bylaw/run/daemon.json'), 'utf8'));
      const token = readFileSync(path.join(r.root, '.bylaw/run/http-token'), 'utf8').trim();
      const asked = request(
        { host: '127.0.0.1', port: http, path: url, method: 'POST', headers: { authorization: `Bearer ${token}` } },
        (response) => {
          let text = '';
          response.on('data', (chunk) => {
            text += chunk;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });

  it('answers Claude Code as its command hook does', async () => {
    const refused = await post('/hook/claude', claude('Bash', { command: 'npm i' }));
    expect([refused.status, JSON.parse(refused.text)]).toEqual([
      200,
      { hookSpecificOutput: expect.objectContaining({ permissionDecision: 'deny' }) },
    ]);
    expect(await post('/hook/claude', claude('Bash', { command: 'ls' }))).toEqual({ status: 200, text: '{}\n' });
  });
});

describe('the plugin of OpenCode', () => {
  const load = async () =>
    (await import(/* @vite-ignore */ pathToFileURL(path.join(r.root, '.opencode/plugins/bylaw.js')).href)).default;

  it('throws the reason in the first version of the host', async () => {
    const hooks = await (await load()).server({ directory: r.root });
    const ask = (command: string) =>
      hooks['tool.execute.before']({ tool: 'bash', sessionID: 's', callID: '1' }, { args: { command } });
    await expect(ask('npm install')).rejects.toThrow('AGENTS.md:3');
    await expect(ask('ls')).resolves.toBeUndefined();
    const output = { output: 'done', metadata: {} };
    r.write('b.ts', '// FIXME\n');
    await hooks['tool.execute.after'](
      { tool: 'write', sessionID: 's', callID: '2', args: { filePath: 'b.ts' } },
      output,
    );
    expect(output.output).toMatch(/^done\n\n[\s\S]*b\.ts:1/);
    const shell = { env: {} };
    await hooks['shell.env']({ sessionID: 's' }, shell);
    expect(shell.env).toEqual({ BYLAW_SESSION: 'opencode-s' });
  });

  it('throws the reason in the second', async () => {
    const plugin = await load();
    const hooks = new Map<string, (event: object) => Promise<void>>();
    await plugin.setup({
      location: { directory: r.root },
      tool: { hook: (name: string, on: (event: object) => Promise<void>) => hooks.set(name, on) },
    });
    expect([plugin.id, [...hooks.keys()]]).toEqual(['bylaw', ['execute.before', 'execute.after']]);
    const ask = (command: string) =>
      hooks.get('execute.before')?.({ sessionID: 's', tool: 'shell', input: { command } });
    await expect(ask('npm install')).rejects.toThrow('AGENTS.md:3');
    await expect(ask('ls')).resolves.toBeUndefined();
  });

  it('lets pass where nothing is installed', async () => {
    const hooks = await (await load()).server({ directory: path.dirname(r.root) });
    await expect(
      hooks['tool.execute.before']({ tool: 'bash', sessionID: 's' }, { args: { command: 'npm i' } }),
    ).resolves.toBeUndefined();
  });
});

describe('the plugin of Amp', () => {
  it('rejects and goes on', async () => {
    const { default: plugin } = await import(/* @vite-ignore */ path.join(r.root, '.amp/plugins/bylaw.ts'));
    const on = new Map<string, (event: object) => Promise<object>>();
    plugin({
      on: (name: string, handler: (event: object) => Promise<object>) => on.set(name, handler),
      system: { workspaceRoot: `file://${r.root}` },
      helpers: { filePathFromURI: (uri: string) => uri.slice(7), shellCommandFromToolCall: () => undefined },
    });
    const call = (command: string) =>
      on.get('tool.call')?.({ tool: 'shell_command', input: { command }, thread: { id: 'T' } });
    expect(await call('npm install')).toEqual({
      action: 'reject-and-continue',
      message: expect.stringContaining('AGENTS.md:3'),
    });
    expect(await call('ls')).toEqual({ action: 'allow' });
  });
});

describe('questions on the socket', () => {
  it('come out as they went in, however they are cut', () => {
    const question = { agent: 'claude', event: '', envFile: '/tmp/e nv', payload: '{"a":"\\u0000 é\\n"}' };
    const bytes = Buffer.from(writeHookQuestion(question));
    expect(readHookQuestion(bytes)).toEqual(question);
    for (let cut = 0; cut < bytes.length; cut++) expect(readHookQuestion(bytes.subarray(0, cut))).toBe('more');
  });
  it.each([
    { status: 0, text: '' },
    { status: 0, text: '{"a":1}\n' },
    { status: 2, text: 'line\nline' },
  ] as const)('are answered with $status', (answer) => {
    expect(readHookAnswer(writeHookAnswer(answer))).toEqual(answer);
  });
  it('are not answered by anything else', () => expect(readHookAnswer('{"error":1}')).toBeUndefined());
});

it('the client is a POSIX script', () => {
  const checked = spawnSync('dash', ['-n', 'shims/bylaw-hook']);
  expect([checked.status, existsSync('shims/bylaw-hook')]).toEqual([0, true]);
});

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentName } from '../../src/agents/adapter.ts';
import { askHook } from '../../src/agents/ask-hook.ts';
import { rule, rulebook } from '../git/repository.ts';
import { removeFolder } from '../setup/remove-folder.ts';

const RULES = [
  rule('no-npm', { kind: 'command', forbid: [{ program: 'npm' }] }, { severity: 'warning', instead: 'pnpm' }),
  rule('no-fixme', { kind: 'text', pattern: 'FIXME' }),
  rule('lint-first', {
    kind: 'order',
    contract: {
      type: 'before',
      trigger: [{ ran: [{ program: 'git', subcommand: ['commit'] }] }],
      need: [{ ran: [{ program: 'make', operands: ['lint'] }] }],
      since: { changed: ['src/**'] },
    },
  }),
  rule('test-last', {
    kind: 'order',
    contract: {
      type: 'before',
      trigger: [{ stop: true }],
      need: [{ ran: [{ program: 'make', operands: ['test'] }] }],
      since: { changed: ['src/**'] },
    },
  }),
];

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'bylaw-moments-')));
  execFileSync('git', ['init', '-q', root]);
  lay('.bylaw/rulebook.yaml', rulebook(RULES));
  lay('src/a.ts', 'const a = 1;\n');
});
afterEach(() => removeFolder(root));

function lay(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), content);
}

/** Each call is a process of its own in effect: nothing is kept in memory between two. */
async function hook(
  agent: AgentName,
  payload: object,
  more: { event?: string; envFile?: string } = {},
): Promise<string> {
  const question = { agent, event: more.event ?? '', envFile: more.envFile ?? '', payload: JSON.stringify(payload) };
  return (await askHook(root, question, { daemon: false })).text;
}

const claude = (hook_event_name: string, more: object = {}) => ({
  session_id: 's',
  cwd: root,
  hook_event_name,
  ...more,
});
const bash = (command: string) => ({ tool_name: 'Bash', tool_input: { command } });
const wrote = (file: string) => ({ tool_name: 'Write', tool_input: { file_path: path.join(root, file), content: '' } });

describe('a session over hook processes', () => {
  it('asks for what must have happened, and sees that it did', async () => {
    const commit = claude('PreToolUse', bash('git commit -m x'));
    expect(await hook('claude', commit)).toBe('');
    await hook('claude', claude('PostToolUse', wrote('src/a.ts')));
    expect(await hook('claude', commit)).toContain('lint-first');
    await hook('claude', claude('PostToolUseFailure', bash('make lint')));
    expect(await hook('claude', commit)).toContain('lint-first');
    await hook('claude', claude('PostToolUse', { ...bash('make lint'), tool_response: { stdout: '' } }));
    expect(await hook('claude', commit)).toBe('');
    await hook('claude', claude('PostToolUse', wrote('src/a.ts')));
    expect(await hook('claude', commit)).toContain('lint-first');
  });

  it('is another one for another host or id', async () => {
    await hook('claude', claude('PostToolUse', wrote('src/a.ts')));
    expect(await hook('claude', { ...claude('PreToolUse', bash('git commit -m x')), session_id: 'other' })).toBe('');
    expect(await hook('codex', claude('PreToolUse', bash('git commit -m x')))).toBe('');
  });

  it('is forgotten at a new start, and kept when it is resumed', async () => {
    const commit = claude('PreToolUse', bash('git commit -m x'));
    await hook('claude', claude('PostToolUse', wrote('src/a.ts')));
    await hook('claude', claude('SessionStart', { source: 'compact' }));
    expect(await hook('claude', commit)).toContain('lint-first');
    await hook('claude', claude('SessionStart', { source: 'startup' }));
    expect(await hook('claude', commit)).toBe('');
  });

  it('hands its name to the shell of Claude Code', async () => {
    const envFile = path.join(root, 'env.sh');
    await hook('claude', claude('PreToolUse', bash('ls')), { envFile });
    expect(existsSync(envFile)).toBe(false);
    await hook('claude', claude('SessionStart', { source: 'startup' }), { envFile });
    expect(readFileSync(envFile, 'utf8')).toContain('export BYLAW_SESSION=claude-s\n');
  });
});

describe('exit statuses that hosts report', () => {
  it.each([
    ['codex', { output: 'x', metadata: { exit_code: 1 } }, false],
    ['codex', '{"output":"","metadata":{"exit_code":0}}', true],
    ['codex', 'Process exited with code 2\nOutput: …', false],
    ['codex', 'Exit code: 0\nWall time: 1 s', true],
    ['codex', 'all fine', true],
  ] as const)('%s: %j', async (agent, tool_response, succeeded) => {
    await hook(agent, {
      ...claude('PostToolUse'),
      tool_name: 'apply_patch',
      tool_input: { command: '*** Begin Patch\n*** Update File: src/a.ts\n@@\n-x\n+y\n*** End Patch' },
    });
    await hook(agent, claude('PostToolUse', { ...bash('make lint'), tool_response }));
    expect((await hook(agent, claude('PreToolUse', bash('git commit -m x')))) === '').toBe(succeeded);
  });
});

describe('what is still broken', () => {
  it('is told after the tools have run, as a fact', async () => {
    lay('src/b.ts', '// FIXME\n');
    const told = await hook('claude', claude('PostToolBatch', { tool_calls: [wrote('src/b.ts')] }));
    const { hookSpecificOutput } = JSON.parse(told);
    expect(hookSpecificOutput).toMatchObject({ hookEventName: 'PostToolBatch' });
    expect(hookSpecificOutput.additionalContext).toContain('src/b.ts:1:4');
    lay('src/b.ts', '// done\n');
    expect(await hook('claude', claude('PostToolBatch', { tool_calls: [wrote('src/b.ts')] }))).toBe('');
  });

  it('does not include what the last commit had', async () => {
    lay('src/old.ts', '// FIXME\n');
    execFileSync('git', ['add', '.'], { cwd: root });
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'x'], { cwd: root });
    lay('src/old.ts', '// FIXME\nmore\n');
    expect(
      await hook('gemini', {
        session_id: 's',
        cwd: root,
        hook_event_name: 'AfterTool',
        tool_name: 'write_file',
        tool_input: { file_path: 'src/old.ts' },
      }),
    ).toBe('');
    lay('src/old.ts', '// FIXME\n// FIXME\n');
    expect(
      await hook('gemini', {
        session_id: 's',
        cwd: root,
        hook_event_name: 'AfterTool',
        tool_name: 'write_file',
        tool_input: { file_path: 'src/old.ts' },
      }),
    ).toContain('additionalContext');
  });

  it('holds an agent that wants to stop, once', async () => {
    await hook('claude', claude('PostToolUse', wrote('src/a.ts')));
    const stopped = JSON.parse(await hook('claude', claude('Stop')));
    expect(stopped).toMatchObject({ decision: 'block' });
    expect(stopped.reason).toContain('test-last');
    expect(await hook('claude', claude('Stop', { stop_hook_active: true }))).toBe('');
    await hook('claude', claude('PostToolUse', bash('make test')));
    expect(await hook('claude', claude('Stop'))).toBe('');
  });

  it.each([
    ['cursor', { conversation_id: 's', hook_event_name: 'stop', loop_count: 0 }, 'followup_message'],
    ['gemini', { session_id: 's', hook_event_name: 'AfterAgent' }, 'deny'],
    ['copilot', { sessionId: 's' }, 'block'],
    ['codex', { session_id: 's', hook_event_name: 'Stop' }, 'block'],
  ] as const)('is said in the words of %s', async (agent, payload, word) => {
    const before = {
      cursor: {
        conversation_id: 's',
        hook_event_name: 'postToolUse',
        tool_name: 'Write',
        tool_input: { path: 'src/a.ts' },
      },
      gemini: {
        session_id: 's',
        hook_event_name: 'AfterTool',
        tool_name: 'write_file',
        tool_input: { file_path: 'src/a.ts' },
      },
      copilot: {
        sessionId: 's',
        toolName: 'create',
        toolArgs: '{"path":"src/a.ts"}',
        toolResult: { resultType: 'success' },
      },
      codex: {
        session_id: 's',
        hook_event_name: 'PostToolUse',
        tool_name: 'apply_patch',
        tool_input: { command: '*** Begin Patch\n*** Update File: src/a.ts\n*** End Patch' },
      },
    }[agent];
    await hook(agent, { cwd: root, ...before }, agent === 'copilot' ? { event: 'postToolUse' } : {});
    const text = await hook(agent, { cwd: root, ...payload }, agent === 'copilot' ? { event: 'agentStop' } : {});
    expect(text).toContain(word);
    expect(text).toContain('test-last');
  });

  it('passes a warning before the fact and tells it afterwards', async () => {
    expect(await hook('claude', claude('PreToolUse', bash('npm i')))).toBe('');
    expect(await hook('claude', claude('PostToolUse', bash('npm i')))).toContain('pnpm');
  });
});

describe('notebooks', () => {
  const notebook = (source: string) =>
    `${JSON.stringify({ cells: [{ cell_type: 'code', id: 'one', metadata: {}, source: [source] }], metadata: {}, nbformat: 4, nbformat_minor: 5 }, undefined, 1)}\n`;
  const edit = (tool_input: object) =>
    claude('PreToolUse', {
      tool_name: 'NotebookEdit',
      tool_input: { notebook_path: path.join(root, 'n.ipynb'), ...tool_input },
    });

  it.each([
    ['replaces a cell', { cell_id: 'one', new_source: 'x = 1\n# FIXME\n' }, true],
    [
      'inserts a cell behind one',
      { cell_id: 'cell-0', edit_mode: 'insert', cell_type: 'code', new_source: '# FIXME' },
      true,
    ],
    ['inserts a cell in front', { edit_mode: 'insert', cell_type: 'markdown', new_source: 'fine' }, false],
    ['deletes a cell', { cell_id: 'one', edit_mode: 'delete', new_source: '' }, false],
    ['names a cell that is not there', { cell_id: 'two', new_source: '# FIXME' }, false],
  ] as const)('%s', async (_name, input, denied) => {
    lay('n.ipynb', notebook('x = 1\n'));
    expect((await hook('claude', edit(input))).includes('deny')).toBe(denied);
  });
});

describe('oddities that were seen', () => {
  it('Cursor on Windows: a byte order mark, an empty cwd, a root with a slash before its drive', async () => {
    const payload = (tool_name: string, tool_input: object) =>
      `\uFEFF${JSON.stringify({ conversation_id: '758', tool_name, tool_input, cwd: '', session_id: '758', hook_event_name: 'preToolUse', cursor_version: '3.11.25', workspace_roots: ['/C:/Users/User/code/p'] })}`;
    const ask = async (text: string) =>
      (await askHook(root, { agent: 'cursor', event: '', envFile: '', payload: text }, { daemon: false })).text;
    expect(
      await ask(payload('Write', { file_path: 'C:\\Users\\User\\code\\p\\src\\n.ts', content: '// FIXME' })),
    ).toContain('deny');
    expect(await ask(payload('Write', { file_path: 'c:/users/x/n.ts', content: '// FIXME' }))).toBe('{}');
    expect(
      await ask(payload('Shell', { command: 'git status', cwd: 'C:\\Users\\User\\code\\p', timeout: 30000 })),
    ).toBe('{}');
  });

  it('a file that is reached through a link to the repository', async () => {
    const link = `${root}-link`;
    execFileSync('ln', ['-s', root, link]);
    const text = await hook(
      'claude',
      claude('PreToolUse', {
        tool_name: 'Write',
        tool_input: { file_path: `${link}/src/new/x.ts`, content: '// FIXME' },
      }),
    );
    rmSync(link);
    expect(text).toContain('src/new/x.ts');
  });

  it('a tool nobody knows, a payload without fields, an unknown event', async () => {
    expect(
      await hook('claude', claude('PreToolUse', { tool_name: 'WebSearch', tool_input: { query: 'npm install' } })),
    ).toBe('');
    expect(await hook('claude', claude('PreToolUse', { tool_name: 'Bash' }))).toBe('');
    expect(await hook('claude', claude('Notification'))).toBe('');
    expect(await hook('claude', {})).toBe('');
  });

  it('a write through the file server of another', async () => {
    const tool = { tool_name: 'mcp__filesystem__write_file', tool_input: { path: 'src/x.ts', content: '// FIXME' } };
    expect(await hook('claude', claude('PreToolUse', tool))).toContain('deny');
  });
});

import { realpathSync } from 'node:fs';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ResourceUpdatedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { RESOURCES } from '../../src/mcp/server.ts';
import { ENV, Repository, rule, rulebook } from '../git/repository.ts';

const RULES = [
  rule('no-npm', { kind: 'command', forbid: [{ program: 'npm' }] }, { instead: 'use pnpm' }),
  rule('no-fixme', { kind: 'text', pattern: 'FIXME' }, { scope: { include: ['src/**'] } }),
  rule('generated', { kind: 'paths', contract: { type: 'protected', files: { include: ['gen/**'] } } }),
];

let r: Repository;
let client: Client;
beforeAll(async () => {
  r = new Repository()
    .write('.bylaw/rulebook.yaml', rulebook(RULES))
    .write('AGENTS.md', '# Rules\n\nNever use `npm`; use `pnpm`.\n');
  r.stage('src/old.ts', '// FIXME old\n').commit();
  client = new Client({ name: 'test', version: '1' });
  const env = Object.fromEntries(
    Object.entries(ENV).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [path.resolve('bin/bylaw.js'), 'mcp', '--root', realpathSync(r.root)],
      env,
    }),
  );
});
afterAll(async () => {
  await client.close();
  r.remove();
});

async function call(name: string, args: object = {}): Promise<{ text: string; data: unknown; isError: boolean }> {
  const result = await client.callTool({ name, arguments: { ...args } });
  const [first] = Array.isArray(result.content) ? result.content : [];
  return { text: String(first?.text), data: result.structuredContent, isError: result.isError === true };
}

describe('the tools', () => {
  it('are seven, and all but one only read', async () => {
    const { tools } = await client.listTools();
    expect(tools.map((tool) => tool.name).sort()).toEqual([
      'adopt_rules',
      'check_command',
      'check_file',
      'draft_rules',
      'explain_directive',
      'open_violations',
      'rules_for_path',
    ]);
    expect(tools.filter((tool) => tool.annotations?.readOnlyHint !== true).map(({ name }) => name)).toEqual([
      'adopt_rules',
    ]);
  });

  it('judge a command', async () => {
    expect(await call('check_command', { command: 'npm i' })).toMatchObject({
      text: expect.stringContaining('AGENTS.md:3 "As the house rules say."'),
      data: { decision: 'deny', violations: [{ rule: 'no-npm', source: { line: 3 } }] },
    });
    expect(await call('check_command', { command: 'echo npm' })).toMatchObject({
      data: { decision: 'allow', violations: [] },
    });
  });

  it('judge a proposed file by what it adds', async () => {
    expect(await call('check_file', { path: 'src/old.ts', content: '// FIXME old\nmore\n' })).toMatchObject({
      data: { decision: 'allow' },
    });
    expect(await call('check_file', { path: 'src/new.ts', content: '\n// FIXME\n' })).toMatchObject({
      data: { decision: 'deny', violations: [{ location: { path: 'src/new.ts', line: 2 } }] },
    });
    expect(await call('check_file', { path: '../x', content: '' })).toMatchObject({ isError: true });
  });

  it.each([
    ['src/a.ts', ['no-fixme']],
    ['gen/a.ts', ['generated']],
    ['.bylaw/rulebook.yaml', ['own-files-are-protected']],
    ['README.md', []],
  ])('list the rules of %s', async (file, ids) => {
    const { data } = await call('rules_for_path', { path: file });
    const { rules } = z.object({ rules: z.array(z.object({ id: z.string() })) }).parse(data);
    expect(rules.map(({ id }) => id)).toEqual(ids);
  });

  it('list what the work has broken', async () => {
    expect((await call('open_violations')).data).toEqual({ violations: [] });
    r.write('src/new.ts', '// FIXME\n');
    expect((await call('open_violations')).data).toMatchObject({
      violations: [{ rule: 'no-fixme', location: { path: 'src/new.ts' } }],
    });
    r.write('src/new.ts', '// done\n');
    expect((await call('open_violations')).data).toEqual({ violations: [] });
  });

  it('explain a rule, a line of prose, and say what they do not know', async () => {
    expect((await call('explain_directive', { what: 'no-npm' })).text).toContain('instead: use pnpm');
    expect((await call('explain_directive', { what: 'AGENTS.md:3' })).text).toMatch(
      /AGENTS\.md:3 (enforced|partly) "Never use `npm`/,
    );
    expect(await call('explain_directive', { what: 'AGENTS.md:99' })).toMatchObject({ isError: true });
  });
});

describe('the resources', () => {
  const read = async (uri: string): Promise<unknown> => {
    const [content] = (await client.readResource({ uri })).contents;
    return JSON.parse(content && 'text' in content ? content.text : '');
  };

  /** Without the rules that every repository has. */
  const ruleIds = async (): Promise<readonly string[]> => {
    const rules = z
      .array(z.object({ id: z.string(), source: z.object({ file: z.string() }) }))
      .parse(await read(RESOURCES.rules));
    return rules.flatMap(({ id, source }) => (source.file === 'AGENTS.md' ? [id] : []));
  };

  it('are the rules in force and the open violations', async () => {
    expect((await client.listResources()).resources.map((one) => one.uri).sort()).toEqual(
      Object.values(RESOURCES).sort(),
    );
    expect(await ruleIds()).toEqual(['no-npm', 'no-fixme', 'generated']);
    expect(await read(RESOURCES.violations)).toEqual([]);
  });

  it('say when they change, to those who have asked', async () => {
    const told: string[] = [];
    let wake: () => void = () => undefined;
    client.setNotificationHandler(ResourceUpdatedNotificationSchema, ({ params }) => {
      told.push(params.uri);
      wake();
    });
    await client.subscribeResource({ uri: RESOURCES.rules });
    const changed = new Promise<void>((resolve) => {
      wake = resolve;
    });
    r.write('.bylaw/rulebook.yaml', rulebook(RULES.slice(0, 1)));
    await changed;
    expect(told).toEqual([RESOURCES.rules]);
    expect(await ruleIds()).toEqual(['no-npm']);
  });
});

import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { ENV, Repository } from '../git/repository.ts';
import { bylaw } from '../scenario/program.ts';
import { draft, FILES } from './house.ts';

const BYLAW = path.resolve('bin/bylaw.js');
const repositories: Repository[] = [];

async function repository(settings?: string): Promise<Repository> {
  const r = new Repository();
  repositories.push(r);
  for (const [file, content] of Object.entries(FILES)) r.write(file, content);
  if (settings !== undefined) r.write('bylaw.yaml', settings);
  expect((await bylaw(['compile'], r.root, { env: ENV })).status).toBe(0);
  return r;
}
afterAll(() => {
  for (const r of repositories) r.remove();
});

const WEAK = draft({ check: { kind: 'text', pattern: 'print' } });

describe('from a work order to a verdict, on the command line', () => {
  let r: Repository;
  beforeAll(async () => {
    r = await repository();
  });
  const told = async (line: string, ...more: readonly string[]) => {
    const { status, stdout, stderr } = await bylaw([...line.split(' '), ...more], r.root, { env: ENV });
    return { status, text: stdout + stderr };
  };

  it('the work order quotes the directive', async () => {
    const { status, text } = await told('draft AGENTS.md:3');
    expect(status).toBe(0);
    expect(text).toContain('> Never print to standard output from the engine.');
    expect(JSON.parse((await told('draft AGENTS.md:3 --json')).text)).toMatchObject({
      items: [{ directive: { id: 'AGENTS.md:3' } }],
    });
  });

  it('a weak draft is refused with what to mend, and stays where it is', async () => {
    r.write('.bylaw/drafts/no-print.yaml', stringify(WEAK));
    const { status, text } = await told('adopt --yes');
    expect(status).toBe(1);
    expect(text).toMatch(/refused no-print/);
    expect(text).toMatch(/counter-example|proof/);
    expect(r.run('ls .bylaw/drafts').text).toBe('no-print.yaml\n');
  });

  it('a proven draft waits for a person', async () => {
    r.write('.bylaw/drafts/no-print.yaml', stringify(draft()));
    expect((await told('try .bylaw/drafts/no-print.yaml engine/boat.py')).text).toMatch(/4 of 4 examples/);
    const waiting = await told('adopt');
    expect(waiting.status).toBe(1);
    expect(waiting.text).toContain('1 proven draft not adopted');
    expect((await told('check-command', 'npx bylaw adopt --yes')).status).toBe(1);
  });

  it('with consent it is moved, and holds', async () => {
    expect((await told('adopt --yes')).status).toBe(0);
    expect(r.run('ls .bylaw/drafts .bylaw/rules').text).toMatch(/no-print\.yaml/);
    expect(r.run('cat .bylaw/rules/no-print.yaml').text).toContain('origin: adopted');
    r.write('engine/new.py', 'print("loud")\n');
    const checked = await told('check');
    expect(checked.status).toBe(1);
    expect(checked.text).toContain('AGENTS.md:3 "Never print to standard output from the engine."');
    const event = JSON.stringify({ id: 1, kind: 'write', path: 'engine/c.py', content: 'print(1)\n' });
    expect(r.run(`printf '%s\\n' '${event}' | node ${BYLAW} serve --stdio`).text).toContain('"decision":"deny"');
    expect(JSON.parse((await told('test --json')).text)).toMatchObject({ noisy: 0, missing: 0 });
  });

  it('once its prose is gone it is stale, and a draft of its name takes its place', async () => {
    const prose = FILES['AGENTS.md']?.replace('Never print to standard output', 'Never write to standard output') ?? '';
    r.write('AGENTS.md', prose);
    expect((await told('compile')).text).toContain('draft it anew: bylaw draft no-print');
    const { text } = await told('draft no-print');
    expect(text).toContain('> Never write to standard output from the engine.');
    expect(text).toMatch(/A draft with the id `no-print` takes its place\.[\s\S]*id: no-print\n/);
    const source = { file: 'AGENTS.md', line: 3, endLine: 3, quote: 'Never write to standard output from the engine.' };
    r.write('.bylaw/drafts/no-print.yaml', stringify(draft({ source })));
    expect((await told('adopt --yes')).status).toBe(0);
    expect((await told('compile')).text).not.toContain('draft it anew');
  });

  it('tells of a syntax tree what queries can use', async () => {
    expect((await told('tree engine/new.py:1')).text).toContain('function: (identifier)');
    expect((await told('tree AGENTS.md')).status).toBe(2);
  });
});

describe('from a work order to a verdict, over MCP', () => {
  let r: Repository;
  let client: Client;
  beforeAll(async () => {
    r = await repository('adopt: agent\n');
    client = new Client({ name: 'test', version: '1' });
    const env = Object.fromEntries(
      Object.entries(ENV).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    );
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [BYLAW, 'mcp', '--root', r.root], env }),
    );
  });
  afterAll(() => client.close());
  const call = async (name: string, args: Record<string, unknown>) => {
    const { content, structuredContent } = await client.callTool({ name, arguments: args });
    const [first] = Array.isArray(content) ? content : [];
    return { text: String(first?.text), data: structuredContent };
  };

  it('holds where the settings let an agent adopt', async () => {
    expect((await call('draft_rules', { file: 'AGENTS.md', line: 3 })).text).toContain(
      'Never print to standard output',
    );
    r.write('.bylaw/drafts/no-print.yaml', stringify(WEAK));
    expect((await call('adopt_rules', {})).data).toMatchObject({ adopted: [], refused: [{ id: 'no-print' }] });
    r.write('.bylaw/drafts/no-print.yaml', stringify(draft()));
    expect((await call('adopt_rules', {})).data).toMatchObject({ adopted: [{ id: 'no-print' }], refused: [] });
    const proposed = { path: 'engine/c.py', content: 'print(1)\n' };
    await expect
      .poll(async () => (await call('check_file', proposed)).data, { timeout: 5000 })
      .toMatchObject({ decision: 'deny' });
  });
});

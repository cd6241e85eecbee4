import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { compile } from '../../src/compiler/compile.ts';
import { answerCache } from '../../src/drafting/direct/answer-cache.ts';
import { yamlBlocks } from '../../src/drafting/direct/answers.ts';
import { openChat } from '../../src/drafting/direct/chat.ts';
import { converse } from '../../src/drafting/direct/conversation.ts';
import { workOrder } from '../../src/drafting/work-order.ts';
import { removeFolder } from '../setup/remove-folder.ts';
import { draft, house } from './house.ts';
import { ModelServer } from './model-server.ts';

let server: ModelServer | undefined;
const folders: string[] = [];
afterEach(() => {
  server?.close();
  for (const folder of folders.splice(0)) removeFolder(folder);
});

async function stub(...answers: readonly string[]): Promise<ModelServer> {
  server = await ModelServer.start(answers);
  return server;
}

async function order() {
  const { view } = house();
  const wish = { file: 'AGENTS.md', line: 3, statuses: [], limit: 4 };
  return workOrder(await compile(view, {}), [], view, wish);
}

const yaml = (value: object) => `Here it is.\n\n\`\`\`yaml\n${stringify(value)}\`\`\`\n`;
const BAD = yaml(draft({ check: { kind: 'text', pattern: 'print' } }));
const GOOD = yaml(draft());

describe('a model that writes drafts', () => {
  it('is told what fails proof, and its second answer passes', async () => {
    const { url, asked } = await stub(BAD, GOOD);
    const chat = openChat('openai/sample-1', { BYLAW_MODEL_URL: url, OPENAI_API_KEY: 'key-1' });
    const { proven, refused, rounds, tokensIn, tokensOut } = await converse(await order(), house(), chat);
    expect(proven.map(({ draft: { rule } }) => rule.id)).toEqual(['no-print']);
    expect({ refused, rounds, tokensIn, tokensOut }).toEqual({ refused: [], rounds: 2, tokensIn: 200, tokensOut: 40 });
    expect(asked[0]).toMatchObject({ model: 'sample-1', authorization: 'Bearer key-1' });
    expect(asked[0]?.messages[1]?.content).toContain('Never print to standard output from the engine.');
    expect(asked[1]?.messages.at(-1)?.content).toMatch(/refused no-print/);
  });

  it('is given up after three rounds', async () => {
    const { url, asked } = await stub(BAD, BAD, BAD, GOOD);
    const { proven, refused, rounds } = await converse(
      await order(),
      house(),
      openChat('ollama/sample-1', { BYLAW_MODEL_URL: url }),
    );
    expect({ proven, rounds, asked: asked.length }).toEqual({ proven: [], rounds: 3, asked: 3 });
    expect(refused).toHaveLength(1);
  });

  it('sees nothing of a file but what the work order shows', async () => {
    const { url, asked } = await stub('nothing');
    await converse(await order(), house(), openChat('ollama/sample-1', { BYLAW_MODEL_URL: url }));
    expect(JSON.stringify(asked)).not.toContain('def sail');
    expect(asked).toHaveLength(1);
  });

  it('is asked but once about a directive', async () => {
    const root = mkdtempSync(path.join(os.tmpdir(), 'bylaw-answers-'));
    folders.push(root);
    const { url, asked } = await stub(GOOD);
    const chat = openChat('ollama/sample-1', { BYLAW_MODEL_URL: url });
    const cache = answerCache(root, 'ollama/sample-1');
    await converse(await order(), house(), chat, cache);
    const again = await converse(await order(), house(), chat, cache);
    expect(asked).toHaveLength(1);
    expect(again).toMatchObject({ rounds: 0, tokensIn: 0 });
    expect(again.proven.map(({ draft: { rule } }) => rule.id)).toEqual(['no-print']);
  });

  it.each([
    ['without a key', 'openai/sample-1', {}, /no key for openai: OPENAI_API_KEY is not set/],
    ['of an unknown provider', 'nobody/sample-1', {}, /expected PROVIDER\/MODEL/],
    ['without a name', 'openai', {}, /expected PROVIDER\/MODEL/],
  ])('%s is told so', (_what, name, env, says) => {
    expect(() => openChat(name, env)).toThrow(says);
  });

  it('that does not answer is told with its place', async () => {
    const { url } = await stub();
    const chat = openChat('ollama/sample-1', { BYLAW_MODEL_URL: url });
    await expect(chat([])).rejects.toThrow(/status 500: out of answers/);
  });
});

describe('the answers of a model', () => {
  it.each([
    ['a block', '```yaml\nid: a\n```', ['id: a\n']],
    ['two blocks', 'One:\n```yml\nid: a\n```\nTwo:\n```\nid: b\n```', ['id: a\n', 'id: b\n']],
    ['bare YAML', 'id: a\n', ['id: a\n']],
    ['words', 'nothing', []],
  ])('hold %s', (_what, answer, blocks) => {
    expect(yamlBlocks(answer)).toEqual(blocks);
  });
});

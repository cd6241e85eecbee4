import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startOf } from '../../src/shell/start-files.ts';
import { Scene, shellPath } from './scene.ts';
import { Typed } from './typed.ts';

let scene: Scene;
let open: Typed[] = [];
beforeAll(async () => {
  scene = await Scene.make();
  writeFileSync(
    path.join(scene.home, '.bashrc'),
    "PS1='ready> '\nalias hi='echo aliased'\ngreet() { echo \"hello $1\"; }\nHISTFILE=~/.history\n",
  );
  writeFileSync(
    path.join(scene.home, '.zshrc'),
    "PS1='ready> '\nalias hi='echo aliased'\ngreet() { echo \"hello $1\"; }\nunsetopt PROMPT_SP\nHISTFILE=~/.history\n",
  );
  writeFileSync(path.join(scene.home, '.zshenv'), 'export FROM_ZSHENV=yes\n');
  mkdirSync(path.join(scene.home, '.config/fish'), { recursive: true });
  writeFileSync(
    path.join(scene.home, '.config/fish/config.fish'),
    'function fish_prompt; echo -n \'ready> \'; end\nfunction fish_greeting; end\nfunction hi; echo aliased; end\nfunction greet; echo "hello $argv"; end\n',
  );
});
afterEach(() => {
  rmSync(scene.ranFile, { force: true });
  for (const one of open) one.kill('SIGKILL');
  open = [];
});
afterAll(() => scene.close());

async function typed(shell: string, args: readonly string[] = ['-i']): Promise<Typed> {
  const env = scene.wrapped();
  const start = startOf(shell, args, scene.address(), env);
  const one = new Typed(start.file, start.args, env, scene.root);
  open.push(one);
  await one.until('ready>');
  return one;
}

/** `$?` of the last line, asked on a line of its own. */
async function status(shell: Typed, variable = '$?'): Promise<number> {
  const shown = await shell.line(`echo "<${variable}>"`, /<\d+>/);
  return Number(/<(\d+)>/.exec(shown)?.[1]);
}

for (const name of ['bash', 'zsh', 'fish']) {
  const variable = name === 'fish' ? '$status' : '$?';
  describe.skipIf(shellPath(name) === undefined)(`an interactive ${name}`, () => {
    it('refuses a line, shows why, and goes on with status 126', async () => {
      const shell = await typed(name);
      await shell.line('packit add x', 'We use stowit here, never packit.');
      expect(await status(shell, variable)).toBe(126);
      await shell.line('harmless after', 'ready>');
      expect(await status(shell, variable)).toBe(0);
      expect(scene.ran()).not.toContain('packit add x');
      expect(scene.ran()).toContain('harmless after');
    });

    it('runs nothing of a line that is refused', async () => {
      const shell = await typed(name);
      await shell.line('harmless before; and_not_this 2>/dev/null; packit add y', 'stowit');
      await status(shell, variable);
      expect(scene.ran().filter((line) => line.includes('before') || line.includes('packit'))).toEqual([]);
    });

    it('keeps aliases, functions and the prompt of the user', async () => {
      const shell = await typed(name);
      await shell.line('hi', 'aliased\n');
      await shell.line('greet you', 'hello you');
    });

    it('refuses what stands behind an absolute path', async () => {
      const shell = await typed(name);
      await shell.line(`${scene.bin}/packit add z`, 'never packit');
      expect(await status(shell, variable)).toBe(126);
    });

    it('ends a running program with Ctrl-C and goes on', async () => {
      const shell = await typed(name);
      shell.type('stowit wait\r');
      await eventually(() => scene.ran().includes('stowit wait'));
      await shell.keys('\u0003', 'ready>');
      expect(await status(shell, variable)).toBe(130);
    });

    it('runs jobs in the background', async () => {
      const shell = await typed(name);
      await shell.line('harmless job &', 'ready>');
      await shell.line('wait; echo "joined"', /joined\n/);
      expect(scene.ran()).toContain('harmless job');
    });

    it('holds the shells that are started in it', async () => {
      const shell = await typed(name);
      await shell.line("sh -c 'packit nested'", 'never packit');
      await shell.line(`${name} -c 'packit nested'`, 'never packit');
      expect(scene.ran()).not.toContain('packit nested');
    });

    it('ends with the status it is told to', async () => {
      const shell = await typed(name);
      shell.type('exit 3\r');
      expect(await shell.ended).toBe(3);
    });
  });
}

describe.skipIf(shellPath('bash') === undefined)('bash, beside what users put into it', () => {
  it('leaves $_ and $? alone', async () => {
    const shell = await typed('bash');
    await shell.line('false', 'ready>');
    expect(await status(shell)).toBe(1);
    await shell.line('echo one two', 'two\n');
    await shell.line('echo "last=$_"', 'last=two');
  });

  it('keeps a PROMPT_COMMAND and a DEBUG trap of the user', async () => {
    appendFileSync(
      path.join(scene.home, '.bashrc'),
      "PROMPT_COMMAND='echo prompted'\ntrap 'echo traced >>~/traces' DEBUG\n",
    );
    const shell = await typed('bash');
    await shell.line('harmless x', 'prompted');
    await shell.line('packit add', 'never packit');
    expect(await status(shell)).toBe(126);
    expect(readFileSync(path.join(scene.home, 'traces'), 'utf8')).toContain('traced');
  });

  it('refuses one command of a list and lets || go on', async () => {
    const shell = await typed('bash');
    await shell.line('HISTCONTROL=ignorespace', 'ready>');
    await shell.line(' packit add || echo went-on', 'went-on\n');
  });

  it('holds an interactive bash in it', async () => {
    const shell = await typed('bash');
    await shell.line('bash', 'ready>');
    await shell.line(`${scene.bin}/packit add`, 'never packit');
    expect(await status(shell)).toBe(126);
  });
});

describe.skipIf(shellPath('zsh') === undefined)('zsh, beside what users put into it', () => {
  it('reads the start files of the user from their own folder', async () => {
    const shell = await typed('zsh');
    await shell.line('echo "$FROM_ZSHENV"', 'yes\n');
  });

  it('holds an interactive zsh in it', async () => {
    const shell = await typed('zsh');
    await shell.line('zsh', 'ready>');
    await shell.line(`${scene.bin}/packit add`, 'never packit');
    expect(await status(shell)).toBe(126);
  });
});

async function eventually(done: () => boolean): Promise<void> {
  const end = performance.now() + 5000;
  while (!done()) {
    if (performance.now() > end) throw new Error('it did not come to be');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

import { spawnSync } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import { spawn } from '@lydell/node-pty';

/** Output waiting for our own terminal above this (bytes) stops the program until it has drained. */
const HIGH_WATER = 1 << 20;

/**
 * Runs a program on a terminal of its own, joined to ours: keys, size, colours, mouse and signals pass through.
 * Resolves to its exit status (128 + n for signal n).
 */
export function runOnTerminal(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<number> {
  const { stdin, stdout } = process;
  const pty = spawn(file, [...args], {
    name: env.TERM ?? 'xterm-256color',
    cols: stdout.columns || 80,
    rows: stdout.rows || 24,
    cwd,
    env: withoutUndefined(env),
    encoding: null,
  });
  const held = holdOpen(pty);
  // Bytes go in as they come (a mouse report need not be UTF-8); the declared type knows only text.
  const keyboard: { write(data: string | Buffer): void } = pty;
  const onKeys = (bytes: Buffer) => keyboard.write(bytes);
  const onResize = () => pty.resize(stdout.columns || 80, stdout.rows || 24);
  const pass = (signal: NodeJS.Signals) => pty.kill(signal);
  const restore = makeRaw(stdin);
  stdin.on('data', onKeys);
  stdin.resume();
  stdout.on('resize', onResize);
  process.on('SIGTERM', pass).on('SIGHUP', pass);
  let paused = false;
  pty.onData((data) => {
    stdout.write(data);
    if (stdout.writableLength > HIGH_WATER && !paused) {
      paused = true;
      pty.pause();
      stdout.once('drain', () => {
        paused = false;
        pty.resume();
      });
    }
  });
  return new Promise((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      if (held !== undefined) closeSync(held);
      restore();
      stdin.off('data', onKeys);
      stdin.pause();
      stdout.off('resize', onResize);
      process.off('SIGTERM', pass).off('SIGHUP', pass);
      resolve(signal ? 128 + signal : exitCode);
    });
  });
}

/**
 * The other end of the pty is held open until the program has ended: else the kernel hangs up with the last close,
 * and what was written just before can be lost (seen with up to 15 kB).
 */
export function holdOpen(pty: object): number | undefined {
  const name = '_pty' in pty && typeof pty._pty === 'string' ? pty._pty : undefined;
  if (name === undefined || process.platform === 'win32') return undefined;
  try {
    return openSync(name, constants.O_RDWR | constants.O_NOCTTY);
  } catch {
    return undefined;
  }
}

/**
 * Lets every byte through our terminal, both ways; returns what undoes it. Node's own raw mode still turns `\n` into
 * `\r\n` on the way out, which moves the cursor of a full-screen program.
 */
function makeRaw(stdin: typeof process.stdin): () => void {
  const stty = (...words: readonly string[]) =>
    spawnSync('stty', words, { stdio: ['inherit', 'pipe', 'ignore'], encoding: 'utf8' });
  const saved = stty('-g');
  if (saved.status === 0 && stty('raw', '-echo').status === 0) return () => void stty(saved.stdout.trim());
  stdin.setRawMode?.(true);
  return () => void stdin.setRawMode?.(false);
}

function withoutUndefined(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';

const ENTRY = pathToFileURL(path.resolve('dist/cli.js')).href;
let runs = 0;

// The program may tune the engine for a process that ends soon. This one goes on, and its grammars run already.
v8.setFlagsFromString = () => undefined;
syncBuiltinESMExports();

export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the bundled program as `bylaw ARGS` in a folder, in this process: its entry is evaluated anew, with arguments,
 * streams, folder and environment of its own, and what it has loaded stays loaded. One run at a time.
 */
export async function bylaw(
  args: readonly string[],
  cwd: string,
  { input = '', env = process.env }: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const [stdout, stderr] = [new Kept(), new Kept()];
  const before = { cwd: process.cwd(), env: process.env, argv: process.argv };
  const streams = { stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]), stdout, stderr };
  const restore = Object.entries(streams).map(([name, value]) => stood(name, value));
  process.chdir(cwd);
  process.argv = [process.execPath, 'bylaw', ...args];
  process.env = { ...env, NO_COLOR: '1' };
  process.exitCode = undefined;
  try {
    runs += 1;
    const { ended } = await import(/* @vite-ignore */ `${ENTRY}?run=${runs}`);
    await ended;
    return { status: Number(process.exitCode ?? 0), stdout: stdout.text, stderr: stderr.text };
  } finally {
    for (const back of restore) back();
    process.chdir(before.cwd);
    process.argv = before.argv;
    process.env = before.env;
    process.exitCode = undefined;
  }
}

/** A stream of output that keeps what is written. */
class Kept extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** Puts something in the place of a property of the process, and tells how to put back what was there. */
function stood(name: string, value: unknown): () => void {
  const was = Object.getOwnPropertyDescriptor(process, name);
  Object.defineProperty(process, name, { value, configurable: true, writable: true });
  return () => {
    if (was) Object.defineProperty(process, name, was);
  };
}

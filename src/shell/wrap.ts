import { spawn } from 'node:child_process';
import os from 'node:os';

/** Runs a program with the standard streams of this process; resolves to its exit status (128 + n for signal n). */
export function runPlain(file: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd: string): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: 'inherit', env, cwd });
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    // Ctrl-C reaches the child by itself: it is in the same group. It decides what becomes of it.
    const ignore = () => undefined;
    process.on('SIGINT', ignore).on('SIGQUIT', ignore).on('SIGTERM', pass).on('SIGHUP', pass);
    child.on('error', (error) => {
      process.stderr.write(`bylaw: ${file}: ${error.message}\n`);
      resolve('code' in error && error.code === 'EACCES' ? 126 : 127);
    });
    child.on('exit', (code, signal) => {
      process.off('SIGINT', ignore).off('SIGQUIT', ignore).off('SIGTERM', pass).off('SIGHUP', pass);
      resolve(code ?? 128 + (signal ? os.constants.signals[signal] : 0));
    });
  });
}

import { closeSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { holdOpen } from '../../src/shell/terminal.ts';

/** A program on a terminal, typed at. */
export class Typed {
  private readonly pty;
  private text = '';
  readonly ended: Promise<number>;

  constructor(file: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd: string) {
    const environment = Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    this.pty = spawn(file, [...args], { name: 'xterm', cols: 120, rows: 40, cwd, env: environment });
    const held = holdOpen(this.pty);
    this.pty.onData((data) => {
      this.text += data;
    });
    this.ended = new Promise((resolve) => {
      this.pty.onExit(({ exitCode, signal }) => {
        if (held !== undefined) closeSync(held);
        resolve(signal ? 128 + signal : exitCode);
      });
    });
  }

  type(text: string): void {
    this.pty.write(text);
  }

  /** Types a line and waits until a text has come out behind it; resolves to what came out meanwhile. */
  async line(line: string, until: string | RegExp): Promise<string> {
    const from = this.text.length;
    this.pty.write(`${line}\r`);
    return this.until(until, from);
  }

  async until(wanted: string | RegExp, from = 0): Promise<string> {
    const end = performance.now() + 8000;
    while (performance.now() < end) {
      const shown = plain(this.text.slice(from));
      if (typeof wanted === 'string' ? shown.includes(wanted) : wanted.test(shown)) return shown;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`did not show ${String(wanted)}; shown:\n${plain(this.text.slice(from))}`);
  }

  resize(columns: number, rows: number): void {
    this.pty.resize(columns, rows);
  }

  kill(signal?: string): void {
    this.pty.kill(signal);
  }

  /** Types keys and waits for a text to come out behind them. */
  async keys(keys: string, until: string | RegExp): Promise<string> {
    const from = this.text.length;
    this.pty.write(keys);
    return this.until(until, from);
  }

  raw(): string {
    return this.text;
  }
}

function plain(text: string): string {
  return stripVTControlCharacters(text).replaceAll('\r', '');
}

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { removeFolder } from '../setup/remove-folder.ts';

const SOURCE = { file: 'AGENTS.md', line: 3, endLine: 3, quote: 'As the house rules say.' };
const EVIDENCE = {
  violating: [{ steps: [{ run: 'false' }] }],
  compliant: [{ steps: [{ run: 'true' }] }],
};

/** A rule with the fields that these tests do not look at filled in. */
export function rule(id: string, check: object, more: object = {}): object {
  return { id, source: SOURCE, severity: 'error', message: `breaks ${id}`, check, evidence: EVIDENCE, ...more };
}

export function rulebook(rules: readonly object[]): string {
  return stringify({ version: 1, prose: {}, rules });
}

/** A real git repository in a temporary folder. */
export class Repository {
  readonly root: string;

  constructor(root?: string) {
    this.root = root ?? realpathSync(mkdtempSync(path.join(os.tmpdir(), 'bylaw-git-')));
    if (root === undefined) this.git('init', '-q', '-b', 'main');
  }

  write(file: string, content: string | Buffer, mode = 0o644): this {
    const place = path.join(this.root, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, content);
    chmodSync(place, mode);
    return this;
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', args, { cwd: this.root, encoding: 'utf8', env: ENV, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** Runs a command line; both outputs together. */
  run(line: string, env: NodeJS.ProcessEnv = {}): { readonly status: number; readonly text: string } {
    const ended = spawnSync('sh', ['-c', line], { cwd: this.root, encoding: 'utf8', env: { ...ENV, ...env } });
    return { status: ended.status ?? -1, text: `${ended.stdout}${ended.stderr}` };
  }

  stage(file: string, content: string | Buffer): this {
    this.write(file, content);
    this.git('add', '--', file);
    return this;
  }

  /** The same repository in another folder: cheaper than to make it again. */
  copy(): Repository {
    const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'bylaw-git-')));
    cpSync(this.root, root, { recursive: true });
    return new Repository(root);
  }

  commit(message = 'Work'): this {
    this.git('commit', '-q', '--no-verify', '--allow-empty', '-m', message);
    return this;
  }

  remove(): void {
    removeFolder(this.root);
  }
}

const { BYLAW_SESSION: _session, GIT_DIR: _dir, GIT_INDEX_FILE: _index, ...rest } = process.env;

export const ENV: NodeJS.ProcessEnv = {
  ...rest,
  GIT_CONFIG_GLOBAL: os.devNull,
  GIT_CONFIG_SYSTEM: os.devNull,
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
  GIT_ALLOW_PROTOCOL: 'file',
};

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { addressOf } from '../../src/daemon/address.ts';
import { type Daemon, type DaemonOptions, startDaemonHere } from '../../src/daemon/daemon.ts';
import type { LogEntry } from '../../src/daemon/log-entry.ts';
import { readLog } from '../../src/daemon/log-file.ts';
import { proseHash } from '../../src/instructions/hash.ts';
import { removeFolder } from '../setup/remove-folder.ts';

export const PROSE = 'Never write GRUMBLE.\nNo `packit`.\n';

export function rulebook(word = 'GRUMBLE'): string {
  return `version: 1
prose: { AGENTS.md: ${proseHash(PROSE)} }
rules:
  - id: no-grumble
    source: { file: AGENTS.md, line: 1, endLine: 1, quote: "Never write GRUMBLE." }
    severity: error
    message: "${word} is not written here."
    scope: { include: [ "src/**" ] }
    check: { kind: text, pattern: "${word}[a-z]*" }
    evidence: &shown { violating: [ { steps: [ { write: src/a.txt, content: "${word}" } ] } ], compliant: [ { steps: [ { write: src/a.txt, content: fine } ] } ] }
  - id: no-packit
    source: { file: AGENTS.md, line: 2, endLine: 2, quote: "No \`packit\`." }
    severity: error
    message: "packit is not used here."
    check: { kind: command, forbid: [ { program: packit } ] }
    evidence: { violating: [ { steps: [ { run: packit } ] } ], compliant: [ { steps: [ { run: stowit } ] } ] }
`;
}

const FILES: Readonly<Record<string, string>> = { 'src/a.txt': 'fine\n', 'src/old.txt': 'GRUMBLE\n' };
/** A place with the usual files, which the others of them are copies of. */
let usual: Place | undefined;
process.once('exit', () => usual?.remove());

/** A git repository with two rules and a few files. */
export class Place {
  readonly root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'bylaw-place-')));

  constructor(files?: Readonly<Record<string, string>>) {
    if (files) {
      this.make(files);
    } else {
      usual ??= new Place(FILES);
      cpSync(usual.root, this.root, { recursive: true });
    }
  }

  private make(files: Readonly<Record<string, string>>): void {
    this.write('.bylaw/rulebook.yaml', rulebook());
    this.write('AGENTS.md', PROSE);
    this.write('.gitignore', 'ignored/\n');
    for (const [file, content] of Object.entries(files)) this.write(file, content);
    this.git('init', '-q', '-b', 'main');
    this.commit('first');
  }

  file(name: string): string {
    return path.join(this.root, name);
  }

  write(name: string, content: string): void {
    mkdirSync(path.dirname(this.file(name)), { recursive: true });
    writeFileSync(this.file(name), content);
  }

  git(...args: readonly string[]): string {
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
    const ended = spawnSync('git', [...who, ...args], { cwd: this.root, encoding: 'utf8' });
    if (ended.status !== 0) throw new Error(`git ${args.join(' ')}: ${ended.stderr}`);
    return ended.stdout;
  }

  commit(message: string): void {
    this.git('add', '-A');
    this.git('commit', '-q', '-m', message);
  }

  get address() {
    return addressOf(this.root);
  }

  log(): readonly LogEntry[] {
    return readLog(this.address.log);
  }

  opened(): readonly string[] {
    return this.log().flatMap((entry) =>
      entry.type === 'opened' ? [`${entry.violation.location?.path}: ${entry.violation.found ?? ''}`] : [],
    );
  }

  closed(): readonly string[] {
    return this.log().flatMap((entry) => (entry.type === 'closed' ? [entry.path] : []));
  }

  notes(what: string): readonly string[] {
    return this.log().flatMap((entry) => (entry.type === 'daemon' && entry.what === what ? [entry.message] : []));
  }

  /** A daemon in this process that has looked through the tree. */
  async daemon(options: Partial<DaemonOptions> = {}): Promise<Daemon> {
    const daemon = await startDaemonHere({ root: this.root, idle: 0, ...options });
    if (!daemon) throw new Error('another daemon is at work');
    await daemon.keeper.ready();
    return daemon;
  }

  remove(): void {
    removeFolder(this.root);
  }
}

export async function eventually(done: () => boolean, patience = 8000): Promise<void> {
  const end = performance.now() + patience;
  while (!done()) {
    if (performance.now() > end) throw new Error(`it did not come to be: ${String(done)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { addressOf } from '../../src/daemon/address.ts';
import { connect } from '../../src/daemon/client.ts';
import { type Daemon, startDaemonHere } from '../../src/daemon/daemon.ts';
import type { LogEntry } from '../../src/daemon/log-entry.ts';
import { readLog } from '../../src/daemon/log-file.ts';
import { prepareRunFolder } from '../../src/daemon/run-folder.ts';
import { openRepository } from '../../src/engine/open.ts';
import { wrappedEnvironment } from '../../src/shell/environment.ts';
import { installShims } from '../../src/shell/instantiate.ts';
import { removeFolder } from '../setup/remove-folder.ts';

/** The program under test; another build of it can be named. */
export const BYLAW = process.env.BYLAW_PROGRAM ?? path.resolve('bin/bylaw.js');

/** Programs made up for the tests: they note that they ran, print their arguments, and end as they are told to. */
const PROGRAMS = ['packit', 'stowit', 'blast', 'polish', 'ship', 'harmless', 'probe-all', 'probe-one'];

export const RULEBOOK = `version: 1
prose: {}
rules:
  - id: stowit-not-packit
    source: { file: AGENTS.md, line: 1, endLine: 1, quote: "We use stowit here, never packit." }
    severity: error
    message: "\`packit\` is not used here."
    check: { kind: command, forbid: [ { program: packit } ], instead: "stowit {args}" }
    evidence: &shown { violating: [ { steps: [ { run: "packit add x" } ] } ], compliant: [ { steps: [ { run: "stowit add x" } ] } ] }
  - id: no-blast-off
    source: { file: AGENTS.md, line: 2, endLine: 2, quote: "Never run blast off." }
    severity: error
    message: "\`blast off\` is forbidden."
    check: { kind: command, forbid: [ { program: blast, subcommand: [ "off" ] } ] }
    evidence: *shown
  - id: probe-all-runs-them
    source: { file: AGENTS.md, line: 3, endLine: 3, quote: "Use probe-all rather than calling probe-one." }
    severity: error
    message: "\`probe-one\` is not called by hand."
    check: { kind: command, forbid: [ { program: probe-one } ], instead: "probe-all" }
    evidence: *shown
  - id: rather-not-blast-slow
    source: { file: AGENTS.md, line: 4, endLine: 4, quote: "Prefer not to blast slow." }
    severity: warning
    message: "\`blast slow\` is better avoided."
    check: { kind: command, forbid: [ { program: blast, subcommand: [ slow ] } ] }
    evidence: *shown
`;

const ORDER_RULE = `  - id: polish-before-ship
    source: { file: AGENTS.md, line: 5, endLine: 5, quote: "Run polish before ship." }
    severity: error
    message: "\`polish\` has not succeeded yet."
    check: { kind: order, contract: { type: before, trigger: [ { ran: [ { program: ship } ] } ], need: [ { ran: [ { program: polish } ] } ] } }
    evidence: { violating: [ { steps: [ { run: ship } ] } ], compliant: [ { steps: [ { run: polish }, { run: ship } ] } ] }
`;

export interface Outcome {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Programs that ran meanwhile, with their arguments. */
  readonly ran: readonly string[];
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input; none given = closed at once. */
  readonly input?: string;
  readonly session?: string;
  /** Called with the process, to send it signals. */
  readonly started?: (pid: number) => void;
}

/** A repository with rules, made-up programs on PATH, a home folder, and (unless told otherwise) a daemon. */
export class Scene {
  readonly folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'bylaw-scene-')));
  readonly root = path.join(this.folder, 'repo');
  readonly home = path.join(this.folder, 'home');
  readonly bin = path.join(this.folder, 'bin');
  readonly ranFile = path.join(this.folder, 'ran');
  daemon: Daemon | undefined;

  static async make(options: { readonly order?: boolean; readonly daemon?: boolean } = {}): Promise<Scene> {
    const scene = new Scene();
    for (const folder of [
      scene.root,
      scene.home,
      scene.bin,
      path.join(scene.root, '.bylaw'),
      path.join(scene.root, 'sub dir'),
    ])
      mkdirSync(folder, { recursive: true });
    for (const name of PROGRAMS) scene.program(name);
    writeFileSync(
      path.join(scene.bin, 'probe-all'),
      `#!/bin/sh\necho "probe-all $*" >>"${scene.ranFile}"\nprobe-one inner\n`,
    );
    spawnSync('git', ['init', '-q', scene.root]);
    scene.rules(`${RULEBOOK}${options.order ? ORDER_RULE : ''}`);
    if (options.daemon !== false) {
      scene.daemon = await startDaemonHere({ root: scene.root, idle: 0 });
      await scene.daemon?.keeper.answer({
        kind: 'command',
        phase: 'before',
        session: 'warm-up',
        command: 'true',
        cwd: '.',
      });
    }
    await scene.shims();
    return scene;
  }

  rules(text: string): void {
    writeFileSync(path.join(this.root, '.bylaw/rulebook.yaml'), text);
  }

  /** A program that notes its arguments; `exit=3` among them is its exit status. */
  program(name: string): void {
    const file = path.join(this.bin, name);
    writeFileSync(
      file,
      `#!/bin/sh
echo "${name} $*" >>"${this.ranFile}"
for word in "$@"; do case $word in
  exit=*) exit "\${word#exit=}" ;;
  read) cat ;;
  wait) exec sleep 20 ;;
  bytes) for one in "$@"; do printf '%s:%s\\n' "\${#one}" "$(printf %s "$one" | cksum | cut -d' ' -f1)"; done ;;
esac; done
`,
    );
    chmodSync(file, 0o755);
  }

  async shims(): Promise<void> {
    const { rules, settings } = await openRepository(this.root);
    prepareRunFolder(this.address());
    installShims(this.address(), rules, { failure: settings.failure ?? 'closed', environment: this.environment() });
  }

  address() {
    return addressOf(this.root);
  }

  environment(): NodeJS.ProcessEnv {
    const { BYLAW_SESSION: _s, BYLAW_UNDER: _u, NODE_EXTRA_CA_CERTS: _c, ...rest } = process.env;
    return { ...rest, HOME: this.home, PATH: `${this.bin}:${process.env.PATH ?? ''}`, TERM: 'dumb' };
  }

  wrapped(session = 'test'): NodeJS.ProcessEnv {
    return wrappedEnvironment(this.address(), session, this.environment());
  }

  /** Runs a program as a wrapped shell would. */
  run(words: readonly string[], options: RunOptions = {}): Promise<Outcome> {
    rmSync(this.ranFile, { force: true });
    const [file = '', ...args] = words;
    return new Promise((resolve, reject) => {
      const child = spawn(file, args, {
        cwd: options.cwd ?? this.root,
        env: { ...this.wrapped(options.session), ...options.env },
        stdio: 'pipe',
      });
      let stdout = '';
      let stderr = '';
      child.stdout.on('data', (chunk: Buffer) => {
        stdout += chunk.toString();
      });
      child.stderr.on('data', (chunk: Buffer) => {
        stderr += chunk.toString();
      });
      child.on('error', reject);
      child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr, ran: this.ran() }));
      child.stdin.on('error', () => undefined);
      child.stdin.end(options.input ?? '');
      if (child.pid !== undefined) options.started?.(child.pid);
    });
  }

  ran(): readonly string[] {
    return existsSync(this.ranFile)
      ? readFileSync(this.ranFile, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => line.trim())
      : [];
  }

  log(): readonly LogEntry[] {
    return readLog(this.address().log);
  }

  async close(): Promise<void> {
    await this.daemon?.stop('the test is over');
    await stopDaemon(this.root);
    // A daemon that found another at work may still be on its way out.
    removeFolder(this.folder);
  }
}

/** Stops a daemon that a door has started on demand, also one that is only coming up. */
export async function stopDaemon(root: string): Promise<void> {
  const address = addressOf(root);
  for (let look = 0; existsSync(address.lock) || look === 0; look += 1) {
    const connection = await connect(root);
    await connection?.ask({ ask: 'stop' }).catch(() => undefined);
    await connection?.closed;
    if (look > 200) throw new Error('the daemon does not stop');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Where a shell is installed; scenario tests of one that is missing are skipped and say so. */
export function shellPath(name: string): string | undefined {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

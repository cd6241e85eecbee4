import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Failure } from '../model/failure.ts';

/** Where the daemon of one repository root keeps its things. All paths are absolute. */
export interface Address {
  readonly root: string;
  /** `.bylaw/run`: state, log, journals; never committed. */
  readonly run: string;
  readonly state: string;
  readonly lock: string;
  readonly log: string;
  /** What the background process prints. */
  readonly output: string;
  readonly token: string;
  readonly sessions: string;
  readonly cookies: string;
  readonly shims: string;
  /** Unix socket, or the name of a pipe on Windows. */
  readonly socket: string;
}

/**
 * The socket does not lie in the repository: its path must stay below 100 bytes, and some file systems
 * (network, containers' mounts) have none. It is named by the root, so that each work tree has its own.
 */
export function addressOf(root: string): Address {
  const real = realpathSync(root);
  const run = path.join(real, '.bylaw', 'run');
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 16);
  return {
    root: real,
    run,
    state: path.join(run, 'daemon.json'),
    lock: path.join(run, 'daemon.lock'),
    log: path.join(run, 'trace.jsonl'),
    output: path.join(run, 'daemon.log'),
    token: path.join(run, 'http-token'),
    sessions: path.join(run, 'sessions'),
    cookies: path.join(run, 'cookies'),
    shims: path.join(run, 'shims'),
    socket:
      process.platform === 'win32'
        ? `\\\\.\\pipe\\bylaw-${os.userInfo().username}-${hash}`
        : path.join(socketFolder(), `${hash}.sock`),
  };
}

function socketFolder(): string {
  const given = process.env.XDG_RUNTIME_DIR;
  if (given && given.length < 60) return path.join(given, 'bylaw');
  const folder = path.join(os.tmpdir(), `bylaw-${process.getuid?.() ?? 0}`);
  return folder.length < 80 ? folder : `/tmp/bylaw-${process.getuid?.() ?? 0}`;
}

/** Makes the socket's folder for this user alone. A folder that is another's, or a link, is refused. */
export function prepareSocketFolder(address: Address): void {
  if (process.platform === 'win32') return;
  const folder = path.dirname(address.socket);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stat = lstatSync(folder);
  if (!stat.isDirectory() || stat.uid !== process.getuid?.() || (stat.mode & 0o077) !== 0) {
    throw new Failure('unavailable', `${folder} is not a folder of this user alone`, {
      remedy: `remove it, or set XDG_RUNTIME_DIR to a folder with mode 0700`,
    });
  }
}

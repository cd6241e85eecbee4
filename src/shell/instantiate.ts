import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import type { Address } from '../daemon/address.ts';
import { namedPrograms } from '../daemon/named-programs.ts';
import { program } from '../daemon/program.ts';
import type { Rule } from '../model/rule.ts';

/** Lies in each folder of shims: a shim that looks for the program itself passes such folders by. */
export const SHIMS_MARK = '.bylaw-shims';
const OWN_FILES = new Set(['settings', 'bash.sh', 'bash-rc', 'zsh', 'fish', '.program', SHIMS_MARK]);

export interface ShimOptions {
  /** What a shim does that gets no answer at all. */
  readonly failure: 'open' | 'closed';
  readonly environment?: NodeJS.ProcessEnv;
}

/**
 * Puts shims for the programs that rules name, and the start files of the shells, into `.bylaw/run/shims`.
 * Names that are on PATH get one; those that rules no longer name lose theirs. Safe to call again at any time.
 */
export function installShims(address: Address, rules: readonly Rule[], options: ShimOptions): readonly string[] {
  const folders = pathFolders(options.environment ?? process.env, address.shims);
  const names = programsOnPath(namedPrograms(rules), folders);
  const source = path.join(program().root, 'shims');
  for (const folder of ['zsh', 'fish/fish/vendor_conf.d'])
    mkdirSync(path.join(address.shims, folder), { recursive: true });
  place(path.join(source, 'program'), path.join(address.shims, '.program'), 0o755);
  for (const file of ['bash.sh', 'bash-rc', 'zsh/.zshenv'])
    place(path.join(source, file), path.join(address.shims, file));
  place(
    path.join(source, 'fish/vendor_conf.d/bylaw.fish'),
    path.join(address.shims, 'fish/fish/vendor_conf.d/bylaw.fish'),
  );
  write(path.join(address.shims, SHIMS_MARK), '');
  write(path.join(address.shims, 'settings'), settingsText(address, names, folders, options));
  for (const name of readdirSync(address.shims)) {
    if (!OWN_FILES.has(name) && !names.includes(name)) rmSync(path.join(address.shims, name), { force: true });
  }
  for (const name of names) {
    const link = path.join(address.shims, name);
    if (!statSync(link, { throwIfNoEntry: false })) symlinkSync('.program', link);
  }
  return names;
}

/** PATH without folders of shims. */
export function pathFolders(environment: NodeJS.ProcessEnv, shims: string): readonly string[] {
  return (environment.PATH ?? '')
    .split(path.delimiter)
    .filter(
      (folder) =>
        folder !== '' && folder !== shims && !statSync(path.join(folder, SHIMS_MARK), { throwIfNoEntry: false }),
    );
}

function programsOnPath(patterns: readonly string[], folders: readonly string[]): readonly string[] {
  const plain = patterns.filter((name) => !/[*?[{]/.test(name));
  const globs = patterns.filter((name) => /[*?[{]/.test(name));
  const found = new Set(plain.filter((name) => !OWN_FILES.has(name) && findProgram(name, folders) !== undefined));
  if (globs.length > 0) {
    const test = picomatch(globs);
    for (const folder of folders) for (const name of list(folder)) if (test(name)) found.add(name);
  }
  return [...found].sort();
}

/** Absolute path of a program, as a shell would find it. */
export function findProgram(name: string, folders: readonly string[]): string | undefined {
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Assignments that sh, bash and zsh can source and fish can read: one a line, the value in single quotes. */
function settingsText(
  address: Address,
  names: readonly string[],
  folders: readonly string[],
  { failure }: ShimOptions,
): string {
  const nc = findProgram('nc', folders);
  const values = {
    root: address.root,
    shims: address.shims,
    socket: address.socket,
    node: process.execPath,
    script: program().script,
    nc: nc !== undefined && speaksUnix(nc) ? nc : '',
    clean_path: folders.join(path.delimiter),
    reset_signals: resetsSignals() ? 'env --default-signal=INT,QUIT' : '',
    failure,
    us: '\x1f',
    pattern: patternOf(names),
    glob: `*@(${names.join('|')})*`,
  };
  return Object.entries(values)
    .map(([name, value]) => `bylaw_${name}='${value.replaceAll("'", "'\\''")}'\n`)
    .join('');
}

/** An extended regular expression for a text that mentions one of the programs; bash, zsh and fish all read it. */
function patternOf(names: readonly string[]): string {
  if (names.length === 0) return '^$.';
  const words = names.map((name) => name.replace(/[.+]/g, '[$&]')).join('|');
  return `(^|[^a-zA-Z0-9_.-])(${words})($|[^a-zA-Z0-9_.-])`;
}

/** Not every `nc` knows Unix sockets. */
function speaksUnix(nc: string): boolean {
  const { stdout, stderr } = spawnSync(nc, ['-h'], { encoding: 'utf8' });
  return /(^|[\s[|-])U/m.test(`${stdout}${stderr}`);
}

/** GNU env can give a child the signals back that a background job is started without. */
function resetsSignals(): boolean {
  return spawnSync('env', ['--default-signal=INT', 'true'], { stdio: 'ignore' }).status === 0;
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Written beside and renamed: a shell that is reading the file meanwhile reads the old one to its end. */
function place(from: string, to: string, mode = 0o644): void {
  const draft = `${to}.${process.pid}`;
  copyFileSync(from, draft);
  chmodSync(draft, mode);
  renameSync(draft, to);
}

function write(to: string, text: string): void {
  writeFileSync(`${to}.${process.pid}`, text);
  renameSync(`${to}.${process.pid}`, to);
}

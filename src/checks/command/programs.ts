import { table } from '../../model/table.ts';
import { loadPrograms } from './load.ts';
import { type Clause, readClause, readTouching, readWrapping, type Touching, type Wrapping } from './notation.ts';
import { type Option, readOptions } from './options.ts';
import type { ProgramSource } from './source.ts';

/** What is known of a program or one of its sub-commands. */
export interface ProgramSpec {
  /** The name that stands for all: `python` for `python3.12`, `install` for `npm i`. */
  readonly name: string;
  readonly options: ReadonlyMap<string, Option>;
  readonly sub: ReadonlyMap<string, ProgramSpec>;
  readonly parent: ProgramSpec | undefined;
  readonly does: readonly Clause[];
  readonly touches: readonly Touching[];
  readonly wraps: readonly Wrapping[];
  readonly cwd: readonly string[];
  readonly workspace: readonly string[];
  /** Options end at the first operand. */
  readonly posix: boolean;
  /** Long options may be cut short. */
  readonly abbreviates: boolean;
  /** `double`: `-abc` bundles; `single`: `-abc` is one option; `slash`: `/s`; `assign`: `of=x`; `bare`: `xzf`. */
  readonly style: NonNullable<ProgramSource['style']>;
  readonly means: readonly { readonly program: string; readonly options: ReadonlyMap<string, string> }[];
  readonly known: boolean;
}

const compiled = new Map<string, ProgramSpec>();
let names: { exact: Map<string, string>; globs: (readonly [RegExp, string])[] } | undefined;

/** What is known of a program by any of its names (without folder and `.exe`), `undefined` for an unknown one. */
export function programSpec(program: string): ProgramSpec | undefined {
  const known = compiled.get(program);
  if (known) return known;
  const canonical = canonicalName(program);
  const source = canonical === undefined ? undefined : loadPrograms()[canonical];
  if (canonical === undefined || source === undefined) return undefined;
  const spec = canonical === program ? compile(canonical, source, undefined) : programSpec(canonical);
  if (spec) compiled.set(program, spec);
  return spec;
}

/** The name that stands for all names of a program: `python` for `python3.12`; the name itself for an unknown one. */
export function familyOf(program: string): string {
  return programSpec(program)?.name ?? program;
}

/** Other names of one program that do not hold its name. */
const ALIASES: Readonly<Record<string, readonly string[]>> = table({
  rm: ['unlink', 'srm'],
  git: ['hub'],
  python: ['py'],
  pytest: ['py.test'],
  powershell: ['pwsh'],
  lua: ['luajit'],
  chocolatey: ['choco', 'cinst'],
});

/**
 * Is a program only another name of the one that is meant, as `python3` and `nodejs` are? Programs that are read alike
 * (`vitest` like `jest`, `pyright` like `mypy`) share a family and are still different programs.
 */
export function isNamed(program: string, name: string): boolean {
  const spec = programSpec(program);
  if (spec?.name !== name) return false;
  const [given, meant] = [program.toLowerCase(), name.toLowerCase()];
  // Aliases of PowerShell's own commands are nothing but names: `ri` is `Remove-Item`.
  const cmdlet = /^[A-Z][a-z]+-[A-Z]/.test(name) && !given.includes('-');
  return cmdlet || given.includes(meant) || (ALIASES[name] ?? []).includes(given);
}

/** All names of programs that are known, those with wildcards left out. */
export function programNames(): readonly string[] {
  return [...indexed().exact.keys()];
}

function canonicalName(program: string): string | undefined {
  const { exact, globs } = indexed();
  const found = exact.get(program) ?? exact.get(program.toLowerCase());
  return found ?? globs.find(([pattern]) => pattern.test(program))?.[1];
}

function indexed(): NonNullable<typeof names> {
  if (names) return names;
  const exact = new Map<string, string>();
  const globs: (readonly [RegExp, string])[] = [];
  for (const [name, source] of Object.entries(loadPrograms())) {
    exact.set(name, name);
    exact.set(name.toLowerCase(), name);
    for (const other of source.names ?? []) {
      if (other.includes('*'))
        globs.push([new RegExp(`^${other.replaceAll('.', '\\.').replaceAll('*', '[\\d.]*')}$`), name]);
      else exact.set(other.toLowerCase(), name);
    }
  }
  names = { exact, globs };
  return names;
}

/** Keys of sub-commands: `build|test` are two that are alike, `install/i` is one with an alias. */
function compile(name: string, source: ProgramSource, parent: ProgramSpec | undefined): ProgramSpec {
  const base = source.like === undefined ? undefined : programSpec(source.like);
  const options = new Map(base?.options);
  for (const option of readOptions(source.options)) {
    for (const spelling of option.spellings) options.set(spelling, option);
  }
  const sub = new Map(base?.sub);
  const spec: ProgramSpec = {
    name,
    options,
    sub,
    parent,
    does: [...(base?.does ?? []), ...list(source.does).map(readClause)],
    touches: [...(base?.touches ?? []), ...list(source.touches).map(readTouching)],
    wraps: [...(base?.wraps ?? []), ...list(source.wraps).map(readWrapping)],
    cwd: source.cwd === undefined ? (base?.cwd ?? parent?.cwd ?? []) : list(source.cwd),
    workspace: source.workspace === undefined ? (base?.workspace ?? parent?.workspace ?? []) : list(source.workspace),
    posix: source.posix ?? base?.posix ?? false,
    abbreviates: source.abbreviates ?? base?.abbreviates ?? parent?.abbreviates ?? false,
    style: source.style ?? base?.style ?? parent?.style ?? 'double',
    means: list(source.means).map((text) => {
      const [program = '', ...pairs] = text.split(/\s+/);
      return { program, options: new Map(pairs.map((pair) => split(pair, '→'))) };
    }),
    known: true,
  };
  for (const [keys, below] of Object.entries(source.sub ?? {})) {
    for (const key of keys.split('|')) {
      const [name = key, ...aliases] = key.split('/');
      const child = compile(name, typeof below === 'string' ? { does: below } : (below ?? {}), spec);
      for (const each of [name, ...aliases]) sub.set(each, child);
    }
  }
  return spec;
}

function list(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

function split(text: string, at: string): [string, string] {
  const cut = text.indexOf(at);
  return cut < 0 ? [text, text] : [text.slice(0, cut), text.slice(cut + at.length)];
}

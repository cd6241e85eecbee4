import type { Invocation, Touch } from '../../model/invocation.ts';
import type { RepoPath } from '../../model/path.ts';
import { takeApart } from './arguments.ts';
import { BUILTINS } from './builtins.ts';
import { callFunction, expandAlias } from './definitions.ts';
import { inFolder } from './folder.ts';
import { runGlobbed } from './globbed.ts';
import { printed } from './output.ts';
import { programSpec } from './programs.ts';
import type { Frame, Reader } from './reader.ts';
import type { Plumbing } from './redirections.ts';
import { runRepositoryFile } from './scripts/file.ts';
import { touchesOf } from './touches.ts';
import { translated } from './translation.ts';
import { argumentOf, hasUnknown, knownValue, shownArgument } from './unknown.ts';
import { runWrapped } from './wrapped.ts';

/** A trace need not show more. */
const MAX_SHOWN_WORDS = 300;

export type Env = Readonly<Record<string, string | undefined>>;

/** A simple command with its words expanded. Returns what it prints, where that is known. */
export function runCommand(
  argv: readonly string[],
  env: Env,
  frame: Frame,
  reader: Reader,
  plumbing: Plumbing,
): string | undefined {
  const [word, ...rest] = argv;
  if (word === undefined || word === '') {
    if (plumbing.touches.length > 0) runNothing(frame, reader, plumbing, '');
    return '';
  }
  if (hasUnknown(word)) {
    reader.unresolved.push(argv.map(shownArgument).join(' '));
    emit({ program: undefined, argv, env, frame, plumbing, touches: [] }, reader);
    return undefined;
  }
  if (callFunction(word, rest, frame, reader, plumbing)) return undefined;
  const alias = expandAlias(word, rest, frame, reader, plumbing);
  if (alias) return undefined;
  if (/[*?]|\[.+\]/.test(word) && word !== '[' && word !== '[[') return runGlobbed(argv, env, frame, reader, plumbing);

  const program = programName(word);
  const spec = programSpec(program);
  const args = rest.map(argumentOf);
  const parsed = takeApart(spec, args);
  const at = inFolder(parsed, frame, reader);
  const builtin = BUILTINS.get(program);
  const file = fileOf(word, frame, reader);
  const from: Emission = {
    program,
    argv,
    env,
    frame: at,
    plumbing,
    touches: touchesOf(parsed, at, reader),
    ...(file !== undefined && { file }),
    wraps: isTransparent(program) || (parsed.spec?.wraps.length ?? 0) > 0,
  };
  // What it runs is read first, so that it is known whether it does nothing but run it; the order stays that of the line.
  const place = reader.invocations.length;
  emit(from, reader);
  if (builtin) return builtin(rest, frame, reader, plumbing);
  const inner = runWrapped({ program, parsed, rest, env, frame: at, reader, plumbing, own: place });
  if (inner.ran || inner.output !== undefined) return inner.output;
  const emitted = reader.invocations[place];
  if (emitted?.wraps) reader.invocations[place] = { ...emitted, wraps: false };
  if (emitted) reader.invocations.push(...translated(emitted, parsed));
  if (file !== undefined && spec === undefined) runRepositoryFile(file, rest, at, reader);
  return printed(program, rest, plumbing, at, reader);
}

/** Redirections without a command, or around a group: they touch files all the same. */
export function runNothing(frame: Frame, reader: Reader, plumbing: Plumbing, text: string): void {
  emit({ program: ':', argv: [':'], env: {}, frame, plumbing, touches: [], text }, reader);
}

export interface Emission {
  readonly program: string | undefined;
  readonly argv: readonly string[];
  readonly env: Env;
  readonly frame: Frame;
  readonly plumbing: Plumbing;
  readonly touches: readonly Touch[];
  readonly file?: RepoPath;
  readonly wraps?: boolean;
  readonly text?: string;
}

export function emit(from: Emission, reader: Reader): void {
  const { frame, plumbing } = from;
  const touches = [...plumbing.touches, ...from.touches];
  const args = from.argv.slice(1).map(argumentOf);
  const places = placesOfArguments(args, frame, reader);
  const cwd = frame.cwd === undefined ? undefined : reader.places.inside(frame.cwd);
  const stdin = plumbing.stdin === undefined || plumbing.stdin === null ? undefined : knownValue(plumbing.stdin);
  const invocation: Invocation = {
    program: from.program,
    args,
    cwd,
    under: frame.under,
    chain: frame.chain,
    ...(frame.scripts.length > 0 && { scripts: frame.scripts }),
    env: frame.exported?.size ? { ...mapped(frame.exported), ...from.env } : from.env,
    text: clip(from.text ?? from.argv.slice(0, MAX_SHOWN_WORDS).map(shownArgument).join(' ')),
    ...(stdin !== undefined && { stdin }),
    ...(from.file !== undefined && { file: from.file }),
    ...(places && { places }),
    ...(touches.length > 0 && { touches }),
    ...(from.wraps && { wraps: true }),
    ...(frame.orElse && { orElse: true }),
    ...(frame.looped && { looped: true }),
    ...(frame.beside && { beside: true }),
  };
  reader.invocations.push(invocation);
  if (frame.scripts.length === 0) addEffects(invocation, touches, reader);
}

/** The values of exported variables; one that cannot be known is `undefined`. */
function mapped(exported: ReadonlyMap<string, string>): Env {
  return Object.fromEntries([...exported].map(([name, value]) => [name, knownValue(value)]));
}

/** Where arguments lead, for those that do not say so plainly. */
function placesOfArguments(
  args: readonly (string | undefined)[],
  frame: Frame,
  reader: Reader,
): Record<number, string> | undefined {
  let places: Record<number, string> | undefined;
  const atRoot = frame.cwd === reader.places.root;
  for (let at = 0; at < args.length && at < 200; at += 1) {
    const arg = args[at];
    if (arg === undefined || arg.length > 1000 || arg.startsWith('-')) continue;
    if (atRoot && !/^[/~]|\.\.|^\.\/|\/$|\/\/|\/\.\//.test(arg)) continue;
    const place = reader.places.resolve(arg, frame.cwd);
    if (place === undefined) continue;
    const shown = reader.places.shown(place);
    if (shown !== arg) {
      places ??= {};
      places[at] = shown;
    }
  }
  return places;
}

/** Adds files to what an invocation touches: those found in code that is handed to it. */
export function addTouches(at: number, touches: readonly Touch[], reader: Reader): void {
  const invocation = reader.invocations[at];
  if (!invocation || touches.length === 0) return;
  const grown: Invocation = { ...invocation, touches: [...(invocation.touches ?? []), ...touches] };
  reader.invocations[at] = grown;
  if ((invocation.scripts?.length ?? 0) === 0) addEffects(grown, touches, reader);
}

function addEffects(by: Invocation, touches: readonly Touch[], reader: Reader): void {
  for (const touch of touches) {
    const path = insidePath(touch.path, reader);
    const to = insidePath(touch.to, reader);
    if (touch.kind === 'rename') {
      if (path !== undefined && to !== undefined) reader.effects.push({ kind: 'rename', path, to, by });
      else if (path !== undefined) reader.effects.push({ kind: 'delete', path, by });
      else if (to !== undefined) reader.effects.push({ kind: 'write', path: to, by });
    } else if (path !== undefined) {
      reader.effects.push({ kind: touch.kind === 'append' ? 'write' : touch.kind, path, by });
    }
  }
}

function insidePath(shown: string | undefined, reader: Reader): RepoPath | undefined {
  if (shown === undefined) return undefined;
  const place = reader.places.resolve(shown, reader.places.root);
  return place === undefined ? undefined : reader.places.inside(place);
}

/** Program name without folder and Windows ending. */
export function programName(word: string): string {
  const bare = word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
  return bare.length > 4 ? bare.replace(/\.(exe|cmd|bat|ps1|com)$/i, '') : bare;
}

function fileOf(word: string, frame: Frame, reader: Reader): RepoPath | undefined {
  if (!word.includes('/')) return undefined;
  const place = reader.places.resolve(word, frame.cwd);
  return place === undefined ? undefined : reader.places.inside(place);
}

function isTransparent(program: string): boolean {
  return program === 'eval' || program === 'source' || program === '.';
}

function clip(text: string): string {
  return text.length > 2000 ? `${text.slice(0, 2000)}…` : text;
}

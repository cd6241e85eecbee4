import type { Frame, Reader } from './reader.ts';
import type { Plumbing } from './redirections.ts';
import { readScriptFile } from './scripts/file.ts';
import { asCode, hasUnknown, knownValue, shownArgument } from './unknown.ts';
import { walkText } from './walk.ts';

type Builtin = (args: readonly string[], frame: Frame, reader: Reader, plumbing: Plumbing) => string | undefined;

/** Builtins of the shell that change what the rest of the line means. */
export const BUILTINS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ['cd', changeFolder],
  ['chdir', changeFolder],
  ['Set-Location', changeFolder],
  [
    'pushd',
    (args, frame, reader) => {
      frame.folders.push(frame.cwd);
      return changeFolder(args, frame, reader);
    },
  ],
  [
    'popd',
    (_args, frame) => {
      frame.cwd = frame.folders.pop();
      return '';
    },
  ],
  ['eval', evaluate],
  ['source', sourceFile],
  ['.', sourceFile],
  ['export', exportNames],
  ['declare', declare],
  ['local', declare],
  ['typeset', declare],
  ['readonly', declare],
  ['alias', defineAliases],
  ['unalias', (args, frame) => forget(args, frame.aliases)],
  ['unset', (args, frame) => forget(args, frame.vars)],
  ['read', (args, frame) => forget(args, frame.vars)],
  ['set', setPositional],
  ['trap', trap],
]);

function changeFolder(args: readonly string[], frame: Frame, reader: Reader): string {
  const [target] = args.filter((arg) => !/^-[LPe@]+$/.test(arg) && arg !== '--');
  if (target === undefined) frame.cwd = reader.places.resolve('~', undefined);
  else if (target === '-' || hasUnknown(target)) frame.cwd = undefined;
  else frame.cwd = reader.places.resolve(target, frame.cwd);
  return '';
}

function evaluate(args: readonly string[], frame: Frame, reader: Reader, plumbing: Plumbing): string | undefined {
  const text = args.join(' ');
  if (args.some((arg) => hasUnknown(arg))) reader.unresolved.push(`eval ${args.map(shownArgument).join(' ')}`);
  const inner: Frame = { ...frame, depth: frame.depth + 1, chain: [...frame.chain, 'eval …'] };
  const output = walkText(asCode(text), inner, reader, plumbing.stdin);
  frame.cwd = inner.cwd;
  return output;
}

function sourceFile(args: readonly string[], frame: Frame, reader: Reader): undefined {
  const [name] = args;
  if (name === undefined) return;
  if (hasUnknown(name)) {
    reader.unresolved.push(`source ${shownArgument(name)}`);
    return;
  }
  const inner = readScriptFile(name, args.slice(1), frame, reader, `source ${shownArgument(name)}`);
  if (inner) frame.cwd = inner.cwd;
}

function declare(args: readonly string[], frame: Frame): string {
  for (const arg of args) {
    const cut = arg.indexOf('=');
    if (cut > 0 && !arg.startsWith('-')) frame.vars.set(arg.slice(0, cut), arg.slice(cut + 1));
  }
  return '';
}

/** `export A=1 B`; `export -n A` takes one back. */
function exportNames(args: readonly string[], frame: Frame): string {
  declare(args, frame);
  const exported = new Map(frame.exported);
  for (const arg of args.filter((each) => /^\w/.test(each))) {
    const name = arg.split('=', 1)[0] ?? arg;
    if (args.includes('-n')) exported.delete(name);
    else exported.set(name, frame.vars.get(name) ?? '');
  }
  frame.exported = exported;
  return '';
}

function defineAliases(args: readonly string[], frame: Frame): string {
  for (const arg of args) {
    const cut = arg.indexOf('=');
    const text = cut > 0 ? knownValue(arg.slice(cut + 1)) : undefined;
    if (text !== undefined) frame.aliases.set(arg.slice(0, cut), text);
  }
  return '';
}

function forget(args: readonly string[], from: Map<string, unknown>): string {
  for (const arg of args) from.delete(arg);
  return '';
}

function setPositional(args: readonly string[], frame: Frame): string {
  const cut = args.indexOf('--');
  if (cut >= 0) frame.positional = args.slice(cut + 1);
  return '';
}

function trap(args: readonly string[], frame: Frame, reader: Reader): string {
  const [code] = args.filter((arg) => arg !== '--');
  if (code !== undefined && args.length > 1 && !code.startsWith('-') && code !== '') {
    walkText(code, { ...frame, depth: frame.depth + 1, chain: [...frame.chain, 'trap …'] }, reader);
  }
  return '';
}

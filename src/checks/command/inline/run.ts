import type { Touch } from '../../../model/invocation.ts';
import { loadCalls } from '../load.ts';
import { type Frame, fork, MAX_TEXT, type Reader, spend } from '../reader.ts';
import { touchOf } from '../redirections.ts';
import { addTouches, runCommand } from '../run.ts';
import type { CallsSource } from '../source.ts';
import { unknownPart } from '../unknown.ts';
import { walkText } from '../walk.ts';
import { type Aliases, type Argument, aliases, type Call, calls } from './calls.ts';
import { tokens } from './tokens.ts';

const QUIET = { stdin: undefined, touches: [] } as const;

/** Searches code handed to an interpreter for what it runs and which files it touches. `own`: index of the interpreter. */
export function runInline(language: string, code: string, frame: Frame, reader: Reader, own: number): void {
  const known = loadCalls()[language];
  reader.text += code.length;
  if (!known || reader.text > MAX_TEXT) return;
  const names = aliases(code);
  for (const found of calls(tokens(code, known, language), !known.parentheses)) {
    if (!spend(reader)) return;
    if (found.kind === 'shell') walkText(found.text, fork(frame), reader);
    else follow(found.call, known, names, fork(frame), reader, own);
  }
  if (language === 'awk') followAwk(code, frame, reader, own);
}

function follow(call: Call, known: CallsSource, names: Aliases, frame: Frame, reader: Reader, own: number): void {
  const is = (list: readonly string[]): boolean => list.some((name) => isCalled(name, call, names));
  const [first, second] = call.args;
  const target = call.name.startsWith('().') ? call.on[0] : first;
  if (is(known.shell)) {
    const words = first?.list ?? call.args.filter((arg) => arg.name === undefined).map((arg) => arg.text);
    if (words.length > 1) run(words, frame, reader);
    else if (words[0] !== undefined) walkText(words[0], frame, reader);
    else reader.unresolved.push(`${call.name}(…)`);
  } else if (is(known.argv)) followArgv(call, frame, reader);
  else if (is(known.tree)) remove(['-rf'], target, frame, reader);
  else if (is(known.delete)) remove([], target, frame, reader);
  else if (is(known.write)) touch([writeTo(target, frame, reader)], reader, own);
  else if (is(known.rename) && target) {
    const to = call.name.startsWith('().') ? first : second;
    run(['mv', target.text, to?.text], frame, reader);
  } else if (is(known.copy)) touch([writeTo(second, frame, reader)], reader, own);
  else if (is(known.send)) run(['curl', '--data', '@-', first?.text], frame, reader);
  else if (is(known.open)) open(call, frame, reader, own);
}

/** `open('f', 'w')`, `open(my $fh, '>', 'f')`, `open('>f')`. */
function open(call: Call, frame: Frame, reader: Reader, own: number): void {
  const texts = [...(call.name.startsWith('().') ? call.on : []), ...call.args];
  const mode = texts.find(
    (arg, at) => (arg.name === 'mode' || at > 0) && /^(?:[rwax+bt]{1,3}|\+?[<>]{1,2})(?::.*)?$/.test(arg.text ?? ''),
  )?.text;
  const flags = call.args.some((arg) => /O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)/.test(arg.code));
  if (mode !== undefined && /[wax+>]/.test(mode)) {
    const file = /[<>]/.test(mode) ? texts.at(-1) : texts[0];
    touch([writeTo(file, frame, reader)], reader, own);
  } else if (flags) touch([writeTo(texts[0], frame, reader)], reader, own);
  else {
    const glued = texts.map((arg) => /^\s*>{1,2}\s*(.+)$/.exec(arg.text ?? '')?.[1]).find(Boolean);
    if (glued !== undefined) touch([touchOf('write', glued, frame, reader)], reader, own);
  }
}

function followArgv(call: Call, frame: Frame, reader: Reader): void {
  const [first] = call.args;
  const shell = call.args.some(
    (arg) => (arg.name === 'shell' && /true/i.test(arg.code)) || /shell:true/.test(arg.code),
  );
  const positional = call.args.filter((arg) => arg.name === undefined && !arg.code.startsWith('{'));
  const words = first?.list ?? positional.flatMap((arg) => arg.list ?? [arg.text]);
  if (words.length === 1 && words[0] !== undefined && (shell || /\s/.test(words[0]))) walkText(words[0], frame, reader);
  else if (words[0] === undefined) reader.unresolved.push(`${call.name}(…)`);
  else run(words, frame, reader);
}

function remove(flags: readonly string[], target: Argument | undefined, frame: Frame, reader: Reader): void {
  if (target) run(['rm', ...flags, ...(target.list ?? [target.text])], frame, reader);
}

function run(words: readonly (string | undefined)[], frame: Frame, reader: Reader): void {
  runCommand(
    words.map((word) => word ?? unknownPart('…')),
    {},
    frame,
    reader,
    QUIET,
  );
}

function writeTo(file: Argument | undefined, frame: Frame, reader: Reader): Touch | undefined {
  return touchOf('write', file?.text ?? unknownPart('…'), frame, reader);
}

function touch(touches: readonly (Touch | undefined)[], reader: Reader, own: number): void {
  addTouches(
    own,
    touches.filter((each) => each !== undefined),
    reader,
  );
}

/** `print > "file"`, `print | "command"`. */
function followAwk(code: string, frame: Frame, reader: Reader, own: number): void {
  for (const [, file = ''] of code.matchAll(/\bprintf?\b[^;{}\n|]*?>{1,2}\s*"([^"]*)"/g)) {
    touch([touchOf('write', file, frame, reader)], reader, own);
  }
  for (const [, command = ''] of code.matchAll(/\bprintf?\b[^;{}\n]*?\|&?\s*"([^"]*)"/g))
    walkText(command, fork(frame), reader);
  for (const [, command = ''] of code.matchAll(/"([^"]*)"\s*\|&?\s*getline/g)) walkText(command, fork(frame), reader);
}

/** Does a call's name mean this one? */
function isCalled(name: string, call: Call, names: Aliases): boolean {
  const written = call.name.replace(/^require\.|^import\./, '');
  if (name.startsWith('*().')) return call.name === name.slice(1) && call.on.length > 0;
  const last = written.slice(written.lastIndexOf('.') + 1);
  if (name.startsWith('*.')) return last === name.slice(2) || names.get(last)?.endsWith(name.slice(1)) === true;
  if (written === name) return true;
  const [head = '', ...tail] = written.split('.');
  const meant = [names.get(head) ?? head, ...tail].filter((part) => part !== '').join('.');
  if (meant === name || meant.endsWith(`.${name}`)) return true;
  // `require('fs').rm(…)`, `__import__('os').system(…)`: the module is what the call before was given.
  const module = call.name.startsWith('().') ? call.on[0]?.text?.replace(/^node:/, '').replaceAll('/', '.') : undefined;
  return module !== undefined && `${module}${call.name.slice(2)}` === name;
}

import { appended } from './appended.ts';
import { type Arguments, flagValue, hasFlag, holds } from './arguments.ts';
import { runGitAlias } from './definitions.ts';
import { runInline } from './inline/run.ts';
import type { Wrapping } from './notation.ts';
import type { ProgramSpec } from './programs.ts';
import { type Frame, fork, type Reader, spend } from './reader.ts';
import type { Plumbing } from './redirections.ts';
import { type Env, programName, runCommand } from './run.ts';
import { readScriptFile } from './scripts/file.ts';
import { runScript } from './scripts/script.ts';
import { argumentOf, asCode, hasUnknown, shownArgument } from './unknown.ts';
import { walkText } from './walk.ts';

/** A program that may run another, with all that is needed to follow it. */
export interface Wrapper {
  readonly program: string;
  readonly parsed: Arguments;
  /** Its arguments, with their unknown parts marked. */
  readonly rest: readonly string[];
  readonly env: Env;
  readonly frame: Frame;
  readonly reader: Reader;
  readonly plumbing: Plumbing;
  /** Index of its own invocation. */
  readonly own: number;
}

export interface Ran {
  readonly ran: boolean;
  readonly output?: string | undefined;
}

const NOTHING: Ran = { ran: false };

/** Follows a wrapper to what it runs, by the first way of running that applies. */
export function runWrapped(wrapper: Wrapper): Ran {
  if (wrapper.program === 'git' && runGitAlias(wrapper)) return { ran: true };
  for (let spec: ProgramSpec | undefined = wrapper.parsed.spec; spec; spec = spec.parent) {
    for (const wrapping of spec.wraps) {
      if (!holds(wrapping, wrapper.parsed, spec)) continue;
      // `pnpm add jest` does not run jest: what a known sub-command is given is its own.
      if (spec !== wrapper.parsed.spec && (wrapping.how === 'rest' || wrapping.how === 'script')) continue;
      const ran = follow(wrapping, wrapper);
      if (ran.ran) return ran;
    }
  }
  return NOTHING;
}

function follow(wrapping: Wrapping, wrapper: Wrapper): Ran {
  const { parsed, rest, frame, reader, plumbing, program } = wrapper;
  const [detail = ''] = wrapping.detail;
  switch (wrapping.how) {
    case 'rest':
      return restOf(wrapping, wrapper);
    case 'shell':
      return shell(wrapping, wrapper);
    case 'each':
      return each(wrapping, wrapper);
    case 'exec':
      return executes(wrapper);
    case 'append':
      return appended(wrapper);
    case 'code':
      inlineCode(detail, wrapping.detail[1] ?? '-c', wrapper);
      return NOTHING;
    case 'file': {
      const [first] = parsed.operands;
      const name = first && rest[first.at];
      if (name === undefined) return NOTHING;
      const pipe = reader.pipes.get(name);
      if (pipe !== undefined) return { ran: true, output: walkText(pipe, link(wrapper, `${program} …`), reader) };
      if (name.startsWith('/dev/fd/pipe')) reader.unresolved.push([program, ...rest].map(shownArgument).join(' '));
      const given = rest.slice((first?.at ?? 0) + 1);
      calledByPath(name, given, wrapper);
      readScriptFile(name, given, fork(frame), reader, `${program} ${shownArgument(name)}`);
      return { ran: true };
    }
    case 'stdin': {
      if (parsed.operands.length > 0 && !hasFlag(parsed, '-s')) return NOTHING;
      if (plumbing.stdin === undefined) return NOTHING;
      if (plumbing.stdin === null)
        reader.unresolved.push(`${[program, ...rest].map(shownArgument).join(' ')} (from standard input)`);
      else walkText(plumbing.stdin, link(wrapper, `${program} <<…`), reader);
      return { ran: true };
    }
    case 'module': {
      const name = flagValue(parsed, '-m');
      if (typeof name !== 'string') return NOTHING;
      const at = parsed.flags.find((flag) => flag.id === '-m')?.at ?? 0;
      const own = rest[at] === '-m' ? at + 2 : at + 1;
      const under = [...frame.under, [program, '-m']];
      return {
        ran: true,
        output: runCommand(
          [name, ...rest.slice(own)],
          wrapper.env,
          fork(frame, { under }),
          reader,
          innerPlumbing(plumbing),
        ),
      };
    }
    case 'script':
      return { ran: runScript(detail, wrapper) };
  }
}

/** `bash scripts/ship.sh x` is `scripts/ship.sh x` in other words. */
function calledByPath(name: string, args: readonly string[], { frame, reader, own }: Wrapper): void {
  const place = hasUnknown(name) ? undefined : reader.places.resolve(name, frame.cwd);
  const file = place === undefined ? undefined : reader.places.inside(place);
  const outer = reader.invocations[own];
  if (file === undefined || !outer) return;
  const { places: _places, wraps: _wraps, ...same } = outer;
  const words = { program: programName(name), args: args.map(argumentOf), file, translated: true };
  reader.invocations.push({ ...same, ...words });
}

/** Code for an interpreter, in an option, on its standard input, or as its first operand. */
function inlineCode(language: string, where: string, wrapper: Wrapper): void {
  const { parsed, rest, plumbing, program, reader } = wrapper;
  const [first] = parsed.operands;
  const flag = parsed.flags.findLast((given) => given.id === where);
  let code = flag?.value;
  if (where === 'stdin') code = first === undefined || first.text === '-' ? plumbing.stdin : undefined;
  if (where === 'first') code = first && (rest[first.at] ?? null);
  if (code === undefined) return;
  if (code === null) reader.unresolved.push([program, ...rest].map(shownArgument).join(' '));
  else runInline(language, codeOf(code, rest, flag?.at), link(wrapper, `${program} …`), reader, wrapper.own);
}

/** The text of code as marked in the argument, so that substitutions inside it stay visible. */
function codeOf(value: string, rest: readonly string[], at: number | undefined): string {
  if (at === undefined) return asCode(value);
  const marked = rest[at + 1];
  return marked !== undefined && hasUnknown(marked) ? asCode(marked) : value;
}

/** Redirections are the wrapper's; the input goes through to what it runs. */
export function innerPlumbing(plumbing: Plumbing): Plumbing {
  return { stdin: plumbing.stdin, touches: [] };
}

function link(wrapper: Wrapper, name: string): Frame {
  return fork(wrapper.frame, {
    depth: wrapper.frame.depth + 1,
    chain: [...wrapper.frame.chain, name],
    positional: undefined,
  });
}

function restOf(wrapping: Wrapping, wrapper: Wrapper): Ran {
  const { parsed, rest, frame, reader, plumbing, program } = wrapper;
  const env: Record<string, string | undefined> = { ...wrapper.env };
  let from = wrapping.from;
  while (wrapping.detail.includes('assignments') && /^\w+=/.test(parsed.operands[from]?.text ?? '')) {
    const [name = '', ...value] = (parsed.operands[from]?.text ?? '').split('=');
    env[name] = value.join('=');
    from += 1;
  }
  const first = parsed.operands[from]?.at;
  const start = first !== undefined && rest[first] === '--' ? first + 1 : first;
  if (start === undefined || start >= rest.length || !spend(reader)) return NOTHING;
  const [word = '', ...args] = rest.slice(start);
  const name = wrapping.detail.includes('package') ? packageProgram(word) : word;
  const under = [...frame.under, [program, ...rest.slice(0, start).map(shownArgument)]];
  const inner = wrapping.detail.includes('away') ? fork(frame, { under, cwd: undefined }) : { ...frame, under };
  return { ran: true, output: runCommand([name, ...args], env, inner, reader, innerPlumbing(plumbing)) };
}

/** The program of a package as runners name it: `eslint@9` and `@biomejs/biome` run `eslint` and `biome`. */
function packageProgram(word: string): string {
  const bare = word.replace(/(?<=.)@[^/]*$/, '').replace(/==.*$/, '');
  return bare.startsWith('@') ? bare.slice(bare.indexOf('/') + 1) : bare;
}

function shell(wrapping: Wrapping, wrapper: Wrapper): Ran {
  const { parsed, rest, reader, plumbing, program, frame } = wrapper;
  const [detail = 'first'] = wrapping.detail;
  const operands = parsed.operands.slice(wrapping.from).map((operand) => rest[operand.at] ?? '');
  let text: string | undefined;
  if (detail === 'first') [text] = operands;
  else if (detail === 'rest') text = operands.length === 0 ? undefined : operands.join(' ');
  else {
    const flag = parsed.flags.find((given) => given.id === detail);
    text = flag && (flag.value === null ? rest[flag.at + 1] : flag.value);
  }
  if (text === undefined) return NOTHING;
  const inner = fork(frame, {
    depth: frame.depth + 1,
    chain: [...frame.chain, `${program} ${detail.startsWith('-') ? detail : ''}…`.replace('  ', ' ')],
    under: [...frame.under, [program]],
    positional: detail === 'first' ? operands.slice(2) : undefined,
    ...(wrapping.detail.includes('away') && { cwd: undefined }),
  });
  for (const [name, value] of Object.entries(wrapper.env)) if (value !== undefined) inner.vars.set(name, value);
  return { ran: true, output: walkText(text, inner, reader, plumbing.stdin) };
}

function each(wrapping: Wrapping, wrapper: Wrapper): Ran {
  for (const operand of wrapper.parsed.operands.slice(wrapping.from)) {
    const text = wrapper.rest[operand.at] ?? '';
    if (/\s/.test(text)) walkText(text, link(wrapper, `${wrapper.program} …`), wrapper.reader);
  }
  return { ran: true };
}

/** `find … -exec COMMAND ;` */
function executes(wrapper: Wrapper): Ran {
  const { rest, frame, reader, program } = wrapper;
  let ran = false;
  for (let at = 0; at < rest.length; at += 1) {
    if (!/^-(exec|execdir|ok|okdir)$/.test(rest[at] ?? '')) continue;
    const length = rest.slice(at + 1).findIndex((word) => word === ';' || word === '+');
    const end = length < 0 ? rest.length : at + 1 + length;
    const argv = rest.slice(at + 1, end).map((word) => word.replaceAll('{}', '\uE000{}\uE001'));
    if (argv.length > 0 && spend(reader)) {
      const under = [...frame.under, [program, rest[at] ?? '']];
      runCommand(argv, {}, fork(frame, { under }), reader, { stdin: undefined, touches: [] });
      ran = true;
    }
    at = end;
  }
  return { ran };
}

import {
  type AndOr,
  type Assignment,
  type Command,
  type CommandNode,
  type CompoundList,
  type Function as FunctionNode,
  forEachChild,
  type ParsedScript,
  type PipelineNode,
  parse,
  type Redirection,
  type Statement,
  type SyntaxNode,
  type Word,
} from 'unbash';
import { type Frame, fork, giveUp, MAX_DEPTH, MAX_INVOCATIONS, MAX_TEXT, type Reader, spend } from './reader.ts';
import { type Plumbing, readRedirections } from './redirections.ts';
import { runCommand, runNothing } from './run.ts';
import { asCode, hasUnknown } from './unknown.ts';
import { expandWords, wordValue } from './words.ts';

/** Loops over known words are walked for each of so many; what is left is not looked at. */
const MAX_ROUNDS = 32;

/** Reads text as shell code in a frame. Returns what it prints, where that is known. */
export function walkText(text: string, frame: Frame, reader: Reader, stdin?: string | null): string | undefined {
  const code = hasUnknown(text) ? asCode(text) : text;
  reader.text += code.length;
  if (frame.depth > MAX_DEPTH) giveUp(reader, 'too deeply nested');
  else if (reader.text > MAX_TEXT) giveUp(reader, 'too long');
  else return walkScript(parse(code), frame, reader, stdin);
  return undefined;
}

export function walkScript(
  script: ParsedScript,
  frame: Frame,
  reader: Reader,
  stdin?: string | null,
): string | undefined {
  for (const error of script.errors ?? []) {
    if (reader.errors.length < 20) reader.errors.push(error.message);
  }
  return walkStatements(script.commands, frame, reader, stdin);
}

/** Walks what runs inside a node that is no command: arithmetic, tests, indices. */
export function walkNested(node: SyntaxNode, frame: Frame, reader: Reader): void {
  if (frame.depth >= MAX_DEPTH) {
    giveUp(reader, 'too deeply nested');
    return;
  }
  forEachChild(node, (child) => {
    if (child.type === 'Script') walkScript(child, fork(frame, { depth: frame.depth + 1 }), reader);
    else walkNested(child, frame, reader);
  });
}

function walkStatements(
  statements: readonly Statement[],
  frame: Frame,
  reader: Reader,
  stdin?: string | null,
): string | undefined {
  let output: string | undefined = '';
  for (const statement of statements) {
    if (reader.steps > MAX_INVOCATIONS) return undefined;
    const printed = walkList(
      statement.command,
      statement.background ? fork(frame, { beside: true }) : frame,
      reader,
      stdin,
    );
    output = output === undefined || printed === undefined ? undefined : output + printed;
  }
  return output;
}

function walkBody(list: CompoundList, frame: Frame, reader: Reader, stdin?: string | null): string | undefined {
  return walkStatements(list.commands, frame, reader, stdin);
}

function walkList(node: Statement['command'], frame: Frame, reader: Reader, stdin?: string | null): string | undefined {
  if (node.type !== 'AndOr') return walkPipeline(node, frame, reader, stdin);
  let output: string | undefined = '';
  const { orElse } = frame;
  for (const [at, command] of node.commands.entries()) {
    frame.orElse = orElse || failsUnnoticed(node, at);
    const printed = walkPipeline(command, frame, reader, stdin);
    output = output === undefined || printed === undefined ? undefined : output + printed;
  }
  frame.orElse = orElse;
  return output;
}

/** Does something follow a part of a list behind `||` that does not end the line? `make lint || true`, not `make lint || exit 1`. */
function failsUnnoticed({ operators, commands }: AndOr, at: number): boolean {
  return operators.some((operator, index) => index >= at && operator === '||' && !fails(commands[index + 1]));
}

function fails(node: PipelineNode | undefined): boolean {
  if (node?.type === 'Command') return /^(?:exit|return|false)$/.test(node.name?.value ?? '');
  if (node?.type !== 'BraceGroup' && node?.type !== 'Subshell') return false;
  const last = node.body.commands.at(-1)?.command;
  return last !== undefined && last.type !== 'AndOr' && fails(last);
}

/** `stdin`: known text, `null` for a pipe of unknown text, `undefined` for none. */
function walkPipeline(node: PipelineNode, frame: Frame, reader: Reader, stdin?: string | null): string | undefined {
  if (node.type !== 'Pipeline') return walkCommand(node, frame, reader, { stdin, touches: [] });
  if (node.commands.length === 1 && node.commands[0])
    return walkCommand(node.commands[0], frame, reader, { stdin, touches: [] });
  let fed: string | null | undefined = stdin;
  for (const command of node.commands) {
    fed = walkCommand(command, fork(frame), reader, { stdin: fed, touches: [] }) ?? null;
  }
  return fed ?? undefined;
}

function walkCommand(node: CommandNode, frame: Frame, reader: Reader, plumbing: Plumbing): string | undefined {
  switch (node.type) {
    case 'Command':
      return walkSimple(node, frame, reader, plumbing);
    case 'Redirected': {
      const outer = readRedirections(node.redirects, frame, reader, plumbing);
      if (outer.touches.length > 0) runNothing(frame, reader, outer, redirectionText(node.redirects));
      const output = walkCommand(node.command, frame, reader, { ...outer, touches: [] });
      return outer.swallowed ? '' : output;
    }
    case 'Subshell':
      return walkBody(node.body, fork(frame), reader, plumbing.stdin);
    case 'BraceGroup':
      return walkBody(node.body, frame, reader, plumbing.stdin);
    case 'If':
      walkBody(node.clause, frame, reader, plumbing.stdin);
      walkBody(node.then, frame, reader, plumbing.stdin);
      for (const other of node.elif) {
        walkBody(other.clause, frame, reader, plumbing.stdin);
        walkBody(other.then, frame, reader, plumbing.stdin);
      }
      if (node.else) walkBody(node.else, frame, reader, plumbing.stdin);
      return undefined;
    case 'For':
    case 'Select':
      walkLoop(node.name, node.wordlist, node.body, frame, reader, plumbing);
      return undefined;
    case 'ArithmeticFor':
    case 'While':
      looped(frame, () => {
        if (node.type === 'While') walkBody(node.clause, frame, reader, plumbing.stdin);
        else walkNested({ ...node, body: { ...node.body, commands: [] } }, frame, reader);
        walkBody(node.body, frame, reader, plumbing.stdin);
      });
      return undefined;
    case 'Case':
      wordValue(node.word, frame, reader);
      for (const item of node.items) walkBody(item.body, fork(frame), reader, plumbing.stdin);
      return undefined;
    case 'Function':
      frame.functions.set(node.name.value, node);
      return '';
    case 'Coproc':
      if (node.body.type === 'CompoundList') walkBody(node.body, fork(frame), reader);
      else walkCommand(node.body, fork(frame), reader, plumbing);
      return undefined;
    case 'TestCommand':
    case 'ArithmeticCommand':
      walkNested(node, frame, reader);
      return '';
  }
}

/** The body of a function that is called. */
export function walkBodyOf(node: FunctionNode, frame: Frame, reader: Reader, plumbing: Plumbing): void {
  if (node.body.type === 'CompoundList') walkBody(node.body, frame, reader, plumbing.stdin);
  else walkCommand(node.body, frame, reader, plumbing);
}

/** Walks what runs as often as it takes. The shell does not fork for it. */
function looped(frame: Frame, walk: () => void): void {
  const outer = frame.looped ?? false;
  frame.looped = true;
  walk();
  frame.looped = outer;
}

function walkLoop(
  name: Word,
  words: readonly Word[] | undefined,
  body: CompoundList,
  frame: Frame,
  reader: Reader,
  plumbing: Plumbing,
): void {
  const values = words ? expandWords(words, frame, reader) : (frame.positional ?? []);
  if (values.length === 0) walkBody(body, frame, reader, plumbing.stdin);
  for (const value of values.slice(0, MAX_ROUNDS)) {
    frame.vars.set(name.value, value);
    walkBody(body, frame, reader, plumbing.stdin);
  }
}

function walkSimple(node: Command, frame: Frame, reader: Reader, plumbing: Plumbing): string | undefined {
  const assignments = node.prefix.filter((part): part is Assignment => part.type === 'Assignment');
  const redirects = node.redirects;
  const plumbed = redirects.length === 0 ? plumbing : readRedirections(redirects, frame, reader, plumbing);
  if (node.name === undefined) {
    for (const assignment of assignments) assign(assignment, frame, reader);
    if (plumbed.touches.length > 0) runNothing(frame, reader, plumbed, redirectionText(redirects));
    return '';
  }
  if (!spend(reader)) return undefined;
  const env: Record<string, string | undefined> = {};
  let inner = frame;
  if (assignments.length > 0) {
    inner = { ...frame, vars: new Map(frame.vars) };
    for (const assignment of assignments) env[assignment.name] = assign(assignment, inner, reader);
  }
  // Words are expanded before the assignments in front of them hold.
  const argv = expandWords([node.name, ...node.args], frame, reader);
  const output = runCommand(argv, env, frame, reader, plumbed);
  return plumbed.swallowed ? '' : output;
}

function assign(assignment: Assignment, frame: Frame, reader: Reader): string | undefined {
  const { value, name } = assignment;
  if (value.type === 'ArrayValue') {
    const elements = expandWords(value.elements, frame, reader);
    elements.forEach((element, index) => {
      frame.vars.set(`${name}[${index}]`, element);
    });
    frame.vars.set(name, elements.join(' '));
    return undefined;
  }
  const text = wordValue(value, frame, reader);
  const whole = assignment.append ? (frame.vars.get(name) ?? '') + text : text;
  frame.vars.set(assignment.index ? `${name}[${assignment.index.value}]` : name, whole);
  return hasUnknown(whole) ? undefined : whole;
}

function redirectionText(redirects: readonly Redirection[]): string {
  return redirects
    .map((redirect) => `${redirect.operator} ${redirect.type === 'HereDoc' ? '…' : (redirect.target?.text ?? '')}`)
    .join(' ');
}

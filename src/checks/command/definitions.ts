import { type Frame, fork, MAX_DEPTH, type Reader } from './reader.ts';
import type { Plumbing } from './redirections.ts';
import { shownArgument } from './unknown.ts';
import { walkBodyOf, walkText } from './walk.ts';
import type { Wrapper } from './wrapped.ts';

/** Calls a function that the line defines. False if there is none of that name. */
export function callFunction(
  name: string,
  args: readonly string[],
  frame: Frame,
  reader: Reader,
  plumbing: Plumbing,
): boolean {
  const found = frame.functions.get(name);
  if (!found) return false;
  const key = `function ${name}`;
  if (reader.open.has(key) || frame.depth > MAX_DEPTH) return true;
  reader.open.add(key);
  const inner: Frame = { ...frame, positional: args, depth: frame.depth + 1 };
  walkBodyOf(found, inner, reader, plumbing);
  frame.cwd = inner.cwd;
  reader.open.delete(key);
  return true;
}

/** Expands an alias that the line defines. False if there is none of that name. */
export function expandAlias(
  name: string,
  args: readonly string[],
  frame: Frame,
  reader: Reader,
  plumbing: Plumbing,
): boolean {
  const text = frame.aliases.get(name);
  if (text === undefined) return false;
  const inner = fork(frame, { depth: frame.depth + 1 });
  inner.aliases.delete(name);
  walkText([text, ...args.map(shownArgument)].join(' '), inner, reader, plumbing.stdin);
  frame.cwd = inner.cwd;
  return true;
}

/** `git -c alias.x='reset --hard' x`: an alias of git that the line defines. False if it defines none or calls another. */
export function runGitAlias({ parsed, rest, frame, reader, plumbing }: Wrapper): boolean {
  const [called] = parsed.operands;
  if (called?.text === undefined || parsed.sub.length > 0) return false;
  const prefix = `alias.${called.text}=`;
  const value = parsed.flags.findLast((flag) => flag.id === '-c' && flag.value?.startsWith(prefix))?.value;
  if (typeof value !== 'string' || frame.depth > MAX_DEPTH) return false;
  const meaning = value.slice(prefix.length);
  const text = meaning.startsWith('!') ? meaning.slice(1) : `git ${meaning}`;
  const inner = fork(frame, { depth: frame.depth + 1, chain: [...frame.chain, `git ${called.text}`] });
  walkText([text, ...rest.slice(called.at + 1).map(shownArgument)].join(' '), inner, reader, plumbing.stdin);
  return true;
}

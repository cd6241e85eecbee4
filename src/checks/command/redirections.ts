import type { Redirection } from 'unbash';
import type { Touch } from '../../model/invocation.ts';
import type { Frame, Reader } from './reader.ts';
import { hasUnknown } from './unknown.ts';
import { partsValue, wordValue } from './words.ts';

/** What a command is connected to. */
export interface Plumbing {
  /** Text on standard input: known, `null` for unknown text, `undefined` for none. */
  readonly stdin: string | null | undefined;
  /** Files that redirections touch. */
  readonly touches: readonly Touch[];
  /** Standard output goes into a file. */
  readonly swallowed?: boolean;
}

export function readRedirections(
  redirects: readonly Redirection[],
  frame: Frame,
  reader: Reader,
  outer: Plumbing,
): Plumbing {
  let { stdin } = outer;
  let swallowed = false;
  const touches: Touch[] = [...outer.touches];
  for (const redirect of redirects) {
    if (redirect.type === 'HereDoc') {
      const { parts, text } = redirect.body;
      const body = redirect.delimiter?.quoted || parts === undefined ? text : partsValue(parts, frame, reader);
      stdin = redirect.operator === '<<-' ? body.replace(/^\t+/gm, '') : body;
      continue;
    }
    if (redirect.target === undefined) continue;
    const target = wordValue(redirect.target, frame, reader);
    if (redirect.type === 'HereString') {
      stdin = `${target}\n`;
      continue;
    }
    if ((redirect.operator === '>&' || redirect.operator === '<&') && /^(\d+|-|\d+-)$/.test(target)) continue;
    const toOutput =
      redirect.descriptor === undefined ||
      (redirect.descriptor.type === 'FileDescriptor' && redirect.descriptor.value === 1);
    if (redirect.operator === '<' || redirect.operator === '<&') {
      stdin = reader.pipes.get(target) ?? null;
      const touch = touchOf('read', target, frame, reader);
      if (touch) touches.push(touch);
      continue;
    }
    if (toOutput) swallowed = true;
    const touch = touchOf(redirect.operator.includes('>>') ? 'append' : 'write', target, frame, reader);
    if (touch) touches.push(touch);
  }
  return { stdin, touches, swallowed };
}

/** A touched file by the word that names it; `undefined` for devices and pipes. */
export function touchOf(
  kind: Exclude<Touch['kind'], 'rename'>,
  word: string,
  frame: Frame,
  reader: Reader,
): Touch | undefined {
  if (hasUnknown(word)) return { kind, path: undefined };
  if (/^\/dev\/(null|zero|u?random|std(in|out|err)|tty|fd\/)/.test(word) || /^(\$null|nul)$/i.test(word))
    return undefined;
  const place = reader.places.resolve(word, frame.cwd);
  return { kind, path: place === undefined ? undefined : reader.places.shown(place) };
}

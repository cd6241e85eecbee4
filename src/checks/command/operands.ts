import type { Invocation } from '../../model/invocation.ts';
import type { Operand } from './arguments.ts';
import { hasWildcard, wildcard } from './wildcard.ts';

/** Does an operand match a glob, as written, as the place it names, or as a refspec's target? */
export function operandMatches(glob: string, operand: Operand, invocation: Invocation): boolean {
  const { text } = operand;
  if (text === undefined) return false;
  const pattern = plain(glob);
  const test = wildcard(pattern);
  const place = invocation.places?.[operand.at];
  if (pattern === '.')
    return plain(text) === '.' || text === ':/' || (place !== undefined && place === (invocation.cwd || '.'));
  if (place !== undefined && test(place)) return true;
  // What climbs out of a folder is judged by the place it names; `main..topic` is no path.
  if (!/(?:^|\/)\.\.(?:\/|$)/.test(text) && (test(plain(text)) || test(text))) return true;
  if (isRefCommand(invocation) && refspecForms(text).some(test)) return true;
  return !hasWildcard(pattern) && hasWildcard(text) && text !== '*' && wildcard(plain(text))(pattern);
}

/** Is an operand outside of all these globs? Judged by the place it names, so that `/tmp/../etc` is outside `/tmp`. */
export function operandOutside(globs: readonly string[], operand: Operand, invocation: Invocation): boolean {
  if (operand.text === undefined) return true;
  const place = invocation.places?.[operand.at] ?? operand.text;
  return !globs.some((glob) => wildcard(plain(glob))(plain(place)));
}

function plain(path: string): string {
  return path.replace(/^(?:\.\/)+(?=.)/, '').replace(/(?<=.)\/+$/, '');
}

function isRefCommand(invocation: Invocation): boolean {
  return invocation.program === 'git' && (invocation.args.includes('push') || invocation.args.includes('fetch'));
}

/** `+HEAD:refs/heads/main` updates `main`. */
function refspecForms(text: string): readonly string[] {
  const bare = text.replace(/^\+/, '');
  const target = bare.slice(bare.lastIndexOf(':') + 1);
  return [bare, target, target.replace(/^refs\/heads\//, '')];
}

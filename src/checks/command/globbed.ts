import { programNames } from './programs.ts';
import type { Frame, Reader } from './reader.ts';
import type { Plumbing } from './redirections.ts';
import { type Env, emit, programName, runCommand } from './run.ts';
import { shownArgument } from './unknown.ts';
import { wildcard } from './wildcard.ts';

/** A program named by a pattern (`/bin/r?`): it may be any known program that fits. More than a few are none. */
export function runGlobbed(
  argv: readonly string[],
  env: Env,
  frame: Frame,
  reader: Reader,
  plumbing: Plumbing,
): string | undefined {
  const [word = '', ...rest] = argv;
  reader.unresolved.push(argv.map(shownArgument).join(' '));
  const fits = wildcard(programName(word));
  const candidates = /[a-zA-Z]/.test(word) ? programNames().filter(fits) : [];
  if (candidates.length === 0 || candidates.length > 12) {
    emit({ program: undefined, argv, env, frame, plumbing, touches: [] }, reader);
    return undefined;
  }
  for (const candidate of candidates) runCommand([candidate, ...rest], env, frame, reader, plumbing);
  return undefined;
}

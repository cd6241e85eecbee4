import path from 'node:path';
import type { Address } from '../daemon/address.ts';
import { findProgram, pathFolders } from './instantiate.ts';

/** What to start for a program asked for: found on the user's own PATH, and an interactive bash given its start file. */
export function startOf(
  program: string,
  args: readonly string[],
  address: Address,
  env: NodeJS.ProcessEnv,
): { readonly file: string; readonly args: readonly string[] } {
  const file = program.includes('/') ? program : (findProgram(program, pathFolders(env, address.shims)) ?? program);
  const interactive = args.every((word) => word === '-i');
  return path.basename(program) === 'bash' && interactive
    ? { file, args: ['--rcfile', path.join(address.shims, 'bash-rc'), ...args] }
    : { file, args };
}

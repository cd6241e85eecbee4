import { setFlagsFromString } from 'node:v8';

/**
 * For a process that ends soon: grammars run as the baseline compiler made them. Optimising them costs some 100 ms of
 * processor time for each grammar, in the background, and pays only where thousands of files are parsed. To be called
 * before the first grammar is loaded; a no-op for grammars that run already.
 */
export function runBriefly(): void {
  setFlagsFromString('--liftoff-only');
}

import { setFlagsFromString } from 'node:v8';

/**
 * For a process that ends soon, where nearly all code runs for the first time. To be called before the parser is started;
 * a no-op for what runs already.
 *
 * Grammars run as the baseline compiler made them: optimising them costs some 100 ms of processor time for each, in the
 * background, and pays only where thousands of files are parsed. Functions are optimised when they have run some eight
 * times as much as usual, which large texts still reach; what runs is machine code at once, made one function at a
 * time, and stays. Regular expressions are compiled once, not first for an interpreter. Together four tenths of the time
 * for a usual text.
 */
export function runBriefly(): void {
  setFlagsFromString('--liftoff-only');
  setFlagsFromString('--interrupt-budget=1000000');
  setFlagsFromString('--no-regexp-tier-up');
  setFlagsFromString('--always-sparkplug');
  setFlagsFromString('--no-baseline-batch-compilation');
  setFlagsFromString('--no-flush-bytecode');
}

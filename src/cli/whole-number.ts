import { InvalidArgumentError } from 'commander';

/** An option's value that is a number without sign or fraction. */
export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('expected a whole number');
  return Number(text);
}

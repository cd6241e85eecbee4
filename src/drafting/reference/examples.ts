import type { FieldExample } from './example.ts';
import { CODE_EXAMPLES } from './examples/code.ts';
import { COMMAND_EXAMPLES } from './examples/command.ts';
import { CONFIG_EXAMPLES } from './examples/config.ts';
import { IMPORTS_EXAMPLES } from './examples/imports.ts';
import { ORDER_EXAMPLES } from './examples/order.ts';
import { PATHS_EXAMPLES } from './examples/paths.ts';
import { TEXT_EXAMPLES } from './examples/text.ts';

/** An example for every field of every kind of check; each is proven by the tests. */
export const FIELD_EXAMPLES: readonly FieldExample[] = [
  ...COMMAND_EXAMPLES,
  ...CODE_EXAMPLES,
  ...TEXT_EXAMPLES,
  ...CONFIG_EXAMPLES,
  ...IMPORTS_EXAMPLES,
  ...PATHS_EXAMPLES,
  ...ORDER_EXAMPLES,
];

import * as z from 'zod';
import { codeCheckSchema } from './checks/code.ts';
import { commandCheckSchema } from './checks/command.ts';
import { configCheckSchema } from './checks/config.ts';
import { importsCheckSchema } from './checks/imports.ts';
import { orderCheckSchema } from './checks/order.ts';
import { pathsCheckSchema } from './checks/paths.ts';
import { textCheckSchema } from './checks/text.ts';

/** What a rule looks at, and what it looks for: data, never code. */
export const checkSchema = z.discriminatedUnion('kind', [
  commandCheckSchema,
  codeCheckSchema,
  textCheckSchema,
  configCheckSchema,
  importsCheckSchema,
  pathsCheckSchema,
  orderCheckSchema,
]);
export type Check = z.infer<typeof checkSchema>;

import * as z from 'zod';

const globs = z.array(z.string()).min(1);

/** What an import reaches: files of the repository, packages by name (globs), or the platform's built-in modules. */
export const importTargetSchema = z.strictObject({
  paths: globs.optional(),
  packages: globs.optional().meta({
    description: 'package or module names as written: `lodash` covers `lodash/fp`; `lodash/*` only deep ones',
  }),
  builtins: globs.optional(),
  symbols: globs.optional().meta({ description: 'only imports of these names' }),
  specifiers: globs.optional().meta({ description: 'the specifier as written in the source (globs): `../../**`' }),
});
export type ImportTarget = z.infer<typeof importTargetSchema>;

export const importsCheckSchema = z.strictObject({
  kind: z.literal('imports'),
  contract: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('forbidden'),
      from: globs.optional(),
      to: importTargetSchema,
      except: importTargetSchema.optional(),
      through: z.enum(['direct', 'chain']).optional(),
      typeOnly: z.enum(['count', 'allow']).optional(),
    }),
    z.strictObject({
      type: z.literal('only-from'),
      to: importTargetSchema,
      from: globs,
      typeOnly: z.enum(['count', 'allow']).optional(),
    }),
    z.strictObject({
      type: z.literal('layers'),
      layers: z.array(globs).min(2).meta({ description: 'highest first: a layer may import those below it' }),
      adjacent: z.boolean().optional(),
    }),
    z.strictObject({
      type: z.literal('independent'),
      modules: globs.meta({ description: 'each is a module; `features/*` makes each child folder one' }),
      except: globs.optional(),
      written: globs.optional().meta({ description: 'only imports whose specifier is written so: `../**`' }),
    }),
    z.strictObject({ type: z.literal('acyclic'), within: globs.optional() }),
    z.strictObject({
      type: z.literal('entry-points'),
      module: globs,
      entries: globs.meta({ description: 'files of the module that outsiders may import' }),
    }),
    z.strictObject({
      type: z.literal('only'),
      from: globs.optional(),
      to: importTargetSchema.meta({ description: 'allow-list: anything else is a violation' }),
      among: importTargetSchema.optional().meta({ description: 'only imports of this kind are looked at' }),
    }),
    z.strictObject({ type: z.literal('required'), from: globs, to: importTargetSchema }),
    z
      .strictObject({ type: z.literal('unbroken'), from: globs.optional() })
      .meta({ description: 'a file that others still import is not deleted, moved or renamed' }),
  ]),
});
export type ImportsCheck = z.infer<typeof importsCheckSchema>;

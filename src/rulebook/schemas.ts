import { z } from 'zod';
import { rulebookSchema, ruleFileSchema } from '../model/rulebook.ts';
import { settingsSchema } from '../model/settings.ts';

/** The published JSON Schemas (draft 2020-12), by file name under `schemas/`. */
export function publishedSchemas(): Readonly<Record<string, object>> {
  return {
    'rulebook.json': schema(rulebookSchema, 'rulebook.json', 'A compiled rulebook: .bylaw/rulebook.yaml'),
    'rules.json': schema(ruleFileSchema, 'rules.json', 'Hand-written rules: .bylaw/rules/*.yaml'),
    'bylaw.json': schema(settingsSchema, 'bylaw.json', 'Settings of Bylaw: bylaw.yaml'),
  };
}

function schema(of: z.ZodType, file: string, title: string): object {
  const { $schema, ...rest } = z.toJSONSchema(of, { io: 'input', reused: 'ref' });
  return { $schema, $id: file, title, ...rest };
}

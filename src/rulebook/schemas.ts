import * as z from 'zod';
import { checkSchema } from '../model/check.ts';
import { codeCheckSchema, codeFilterSchema, codeMatcherSchema } from '../model/checks/code.ts';
import { commandCheckSchema, commandPatternSchema } from '../model/checks/command.ts';
import { configCheckSchema } from '../model/checks/config.ts';
import { importsCheckSchema, importTargetSchema } from '../model/checks/imports.ts';
import { happeningSchema, orderCheckSchema } from '../model/checks/order.ts';
import { fileSelectorSchema, pathsCheckSchema } from '../model/checks/paths.ts';
import { textCheckSchema } from '../model/checks/text.ts';
import { evidenceSchema, exampleSchema, stepSchema } from '../model/evidence.ts';
import { ruleSchema, scopeSchema } from '../model/rule.ts';
import { rulebookSchema, ruleFileSchema } from '../model/rulebook.ts';
import { settingsSchema } from '../model/settings.ts';
import { sourceSchema } from '../model/span.ts';

/** What stands under `$defs`, by the name a reader sees in an editor. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  Rule: ruleSchema,
  Source: sourceSchema,
  Scope: scopeSchema,
  Check: checkSchema,
  CommandCheck: commandCheckSchema,
  CommandPattern: commandPatternSchema,
  CodeCheck: codeCheckSchema,
  CodeMatcher: codeMatcherSchema,
  CodeFilter: codeFilterSchema,
  TextCheck: textCheckSchema,
  ConfigCheck: configCheckSchema,
  ImportsCheck: importsCheckSchema,
  ImportTarget: importTargetSchema,
  PathsCheck: pathsCheckSchema,
  FileSelector: fileSelectorSchema,
  OrderCheck: orderCheckSchema,
  Happening: happeningSchema,
  Evidence: evidenceSchema,
  Example: exampleSchema,
  Step: stepSchema,
};

/** The published JSON Schemas (draft 2020-12), by file name under `schemas/`. */
export function publishedSchemas(): Readonly<Record<string, object>> {
  for (const [id, named] of Object.entries(NAMED)) z.globalRegistry.add(named, { ...named.meta(), id });
  return {
    'rulebook.json': schema(rulebookSchema, 'rulebook.json', 'A compiled rulebook: .bylaw/rulebook.yaml'),
    'rules.json': schema(ruleFileSchema, 'rules.json', 'Hand-written rules: .bylaw/rules/*.yaml'),
    'bylaw.json': schema(settingsSchema, 'bylaw.json', 'Settings of Bylaw: bylaw.yaml'),
  };
}

function schema(of: z.ZodType, file: string, title: string): object {
  const { $schema, ...rest } = z.toJSONSchema(of, { io: 'input' });
  return { $schema, $id: file, title, ...rest };
}

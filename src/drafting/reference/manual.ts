import { stringify } from 'yaml';
import type { Example, Step } from '../../model/evidence.ts';
import type { FieldExample } from './example.ts';
import { FIELD_EXAMPLES } from './examples.ts';
import { type Field, fieldsOf } from './fields.ts';
import { KIND_PAGES, type KindPage } from './kinds.ts';
import { SHOWPIECE } from './showpiece.ts';

/** The name of a field in `FieldExample.shows`. */
export function fieldName(part: string, { path, of }: Field): string {
  return of === undefined ? `${part}.${path}` : `${part}.${of}/${path}`;
}

/** `docs/rules.md`. */
export function manual(): string {
  return `${[
    '# Rules',
    '',
    '<!-- Made by `npm run schemas` from the schemas and src/drafting/reference/. Every example is run by the tests. -->',
    '',
    'A rule is data: where it comes from, what it looks for, and the evidence that proves it. Rules that a person or an',
    'agent writes stand in `.bylaw/rules/*.yaml`, one or more a file; drafts in `.bylaw/drafts/` until `bylaw adopt`',
    'has proved them. The form is in [schemas/rules.json](../schemas/rules.json).',
    '',
    'Each field below has an example: a check with it, one that breaks it and one that does not. Where many files must',
    'stand in the repository for it (as for imports), they are left out here.',
    '',
    '```yaml',
    SHOWPIECE.trimEnd(),
    '```',
    '',
    '## A rule',
    '',
    ...['Rule', 'Source', 'Scope', 'Evidence', 'Example', 'Step'].flatMap(plainPart),
    ...KIND_PAGES.flatMap(kindPage),
  ].join('\n')}\n`;
}

function plainPart(part: string): readonly string[] {
  return [`### ${part}`, '', ...fieldsOf(part).map(describe), ''];
}

function kindPage({ kind, says, parts }: KindPage): readonly string[] {
  return [`## kind: ${kind}`, '', says, '', ...parts.flatMap(examplePart)];
}

function examplePart(part: string): readonly string[] {
  const lines = [`### ${part}`, ''];
  let of: string | undefined;
  for (const field of fieldsOf(part)) {
    if (field.of !== undefined && field.of !== of)
      lines.push(`#### ${part === 'Happening' ? '' : 'type: '}${field.of}`, '');
    of = field.of;
    lines.push(describe(field), '');
    const name = fieldName(part, field);
    const example = FIELD_EXAMPLES.find(({ shows }) => shows.includes(name));
    // An example of several fields stands at the first of them.
    if (example && example.shows.find((each) => each.startsWith(`${part}.`)) === name)
      lines.push(...exampleText(example), '');
  }
  return lines;
}

function describe({ path, type, needed, says }: Field): string {
  return `- **\`${path}\`** (${type}${needed ? ', needed' : ''})${says === undefined ? '' : `: ${says}`}`;
}

function exampleText({ check, violating, compliant }: FieldExample): readonly string[] {
  const yaml = stringify(
    { check, violating: shortened(violating), compliant: shortened(compliant) },
    { lineWidth: 110 },
  );
  return [
    '  ```yaml',
    ...yaml
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
    '  ```',
  ];
}

/** The example without the files that are the same in many. */
function shortened({ files, branch, steps }: Example): object {
  const named = Object.entries(files ?? {});
  const told: readonly Step[] = steps;
  return {
    ...(named.length > 0 && named.length < 4 && { files }),
    ...(branch !== undefined && { branch }),
    steps: told,
  };
}

import { stringify } from 'yaml';
import type { Check } from '../../model/check.ts';
import type { CheckKind } from '../../model/check-kind.ts';
import { FIELD_EXAMPLES } from './examples.ts';
import { fieldLine, fieldsOf } from './fields.ts';

/** What a kind of check is for, and the parts of the schema that it is made of. */
export interface KindPage {
  readonly kind: CheckKind;
  readonly says: string;
  readonly parts: readonly string[];
}

export const KIND_PAGES: readonly KindPage[] = [
  {
    kind: 'command',
    says: 'What is run. Lines are parsed as a shell does; wrappers (`sudo`, `sh -c`, `npx`, `env`, `cd x &&`) are taken off, quoted text and comments are no commands. An invocation that fits one of `forbid` and none of `allow` is a violation.',
    parts: ['CommandCheck', 'CommandPattern'],
  },
  {
    kind: 'code',
    says: 'Source text by its syntax: a tree-sitter query, or code with holes. Comments and strings are never taken for code. `bylaw tree FILE` shows the nodes.',
    parts: ['CodeCheck', 'CodeMatcher', 'CodeFilter'],
  },
  {
    kind: 'text',
    says: 'A linear-time (RE2) pattern over text, for what has no syntax: comments, prose, headers, names. `^` and `$` stand at lines.',
    parts: ['TextCheck'],
  },
  {
    kind: 'config',
    says: 'Values in JSON, JSONC, YAML, TOML and front matter.',
    parts: ['ConfigCheck'],
  },
  {
    kind: 'imports',
    says: 'Who may import what, over resolved imports: a relative path, an alias and a package name are the same edge.',
    parts: ['ImportsCheck', 'ImportTarget'],
  },
  {
    kind: 'paths',
    says: 'Files as such: where they lie, what they are called, which may change, which must come along, how long they are.',
    parts: ['PathsCheck', 'FileSelector'],
  },
  {
    kind: 'order',
    says: 'The run of a session: what must come before what, what never after, and how messages are worded.',
    parts: ['OrderCheck', 'Happening'],
  },
];

/** The fields of a kind as a short Markdown list; of every contract where it has some. */
export function kindText(kind: CheckKind): string {
  const page = KIND_PAGES.find((each) => each.kind === kind);
  if (!page) return '';
  return [
    `### kind: ${kind}`,
    '',
    page.says,
    ...page.parts.map((part) => `\n${partText(part)}`),
    '',
    'Such as:',
    '',
    ...samplesOf(kind).map((check) => `- \`${stringify(check, { collectionStyle: 'flow', lineWidth: 0 }).trim()}\``),
  ].join('\n');
}

/** Checks shown for a kind: the first of each contract, else the first few. */
const SAMPLES = 5;

function samplesOf(kind: CheckKind): readonly Check[] {
  const checks = FIELD_EXAMPLES.map(({ check }) => check).filter((check) => check.kind === kind);
  const types = new Map([...checks].reverse().map((check) => ['contract' in check ? check.contract.type : '', check]));
  return types.size > 1 ? [...types.values()] : checks.slice(0, SAMPLES);
}

/** The fields of a part of the schema, those of alternatives under their names. */
export function partText(part: string): string {
  const lines = [`**${part}**`, ''];
  let of: string | undefined;
  for (const field of fieldsOf(part)) {
    if (field.of !== undefined && field.of !== of) lines.push(part === 'Happening' ? 'or:' : `\`type: ${field.of}\``);
    of = field.of;
    lines.push(fieldLine(field));
  }
  return lines.join('\n');
}

import type { Directive } from '../model/directive.ts';
import { kindText } from './reference/kinds.ts';
import { SHOWPIECE } from './reference/showpiece.ts';
import type { RepositoryNotes } from './repository-notes.ts';
import type { WorkItem, WorkOrder } from './work-order.ts';

/** Longer texts of a directive are cut: the agent has the file. */
const MOST_TEXT = 600;

/** What `bylaw adopt` asks of every draft, in the words of the work order. */
export const DEMANDS: readonly string[] = [
  '`source` as given with the directive, or its id alone: `source: AGENTS.md:12`; `adopt` puts in the quote.',
  'At least two violating examples that differ in more than a name, and two compliant ones, among them a near miss: what a careless rule would flag.',
  'Only the last step of an example is judged; `files` stand in the repository before, earlier steps have happened.',
  'The same text in a comment, in a string, as part of a longer name, in a Markdown file, or in a quoted command must stay silent.',
  'Paths in examples lie in the scope of the rule; globs are relative to the root.',
  '`severity: error` for never, must, do not; `warning` for prefer, avoid, should.',
  'A false alarm costs more than a miss: leave a directive out if nothing a program sees decides it, and say so.',
];

/** The work order as Markdown for an agent. */
export function workOrderText(order: WorkOrder): string {
  if (order.items.length === 0 && order.passed.length === 0) return 'No directive is left to draft a rule for.';
  return [
    '# Work order: rules for directives that the compiler does not read',
    '',
    'Write one YAML file a rule, `.bylaw/drafts/<id>.yaml`, then run `bylaw adopt` and mend what it objects to.',
    'Rules are data. `bylaw try FILE [PATH…]` shows what a draft would catch; `bylaw tree FILE` shows syntax trees.',
    '',
    '## What is demanded',
    '',
    ...DEMANDS.map((demand) => `- ${demand}`),
    '',
    '## Directives',
    ...order.items.map((item) => `\n${itemText(item)}`),
    ...passedText(order.passed),
    '',
    '## The repository',
    '',
    ...notesText(order.repository),
    '',
    '## A rule',
    '',
    '```yaml',
    SHOWPIECE.trimEnd(),
    '```',
    '',
    '## Kinds of check',
    '',
    'Those that these directives might need; all are in docs/rules.md and in `bylaw draft --reference KIND`.',
    ...order.kinds.map((kind) => `\n${kindText(kind)}`),
    ...(order.next === undefined
      ? []
      : ['', '## More', '', `${order.left} more: \`bylaw draft --after '${order.next}'\``]),
  ].join('\n');
}

function passedText(passed: readonly string[]): readonly string[] {
  if (passed.length === 0) return [];
  return [
    '',
    '## Taken for information or judgement',
    '',
    'The compiler thinks that these ask for nothing a program decides. Where it is wrong: `bylaw draft FILE:LINE`.',
    '',
    ...passed.map((line) => `- ${line}`),
  ];
}

/** The work order as data, with what its Markdown says around it. */
export function orderJson(order: WorkOrder): object {
  return {
    ...order,
    demands: DEMANDS,
    put: '.bylaw/drafts/<id>.yaml',
    example: SHOWPIECE,
    reference: Object.fromEntries(order.kinds.map((kind) => [kind, kindText(kind)])),
  };
}

function itemText({ directive, status, reason, understood, paths, related, kinds }: WorkItem): string {
  const { source, headings, parents, follows, polarity, fence, row, scope, languages } = directive;
  return [
    `### ${directive.id} (${status}: ${reason})`,
    '',
    ...short(source.quote)
      .split('\n')
      .map((line) => `> ${line}`),
    '',
    `- source: ${sourceText(directive)}`,
    ...given('headings', headings.join(' > ')),
    ...given('stands under', parents.map(short).join(' > ')),
    ...given('follows', follows && short(follows)),
    ...given('polarity', polarity),
    ...given('code block', fence && JSON.stringify(short(fence.text))),
    ...given('row', row && short(JSON.stringify(row))),
    ...given('holds for', scope && JSON.stringify(scope)),
    ...given('languages', languages?.join(', ')),
    ...understood.map((line) => `- already held to: ${line}`),
    ...paths.map(({ text, found, around }) =>
      found.length === 0
        ? `- path \`${text}\`: not found here`
        : `- path \`${text}\`: ${found.join(', ')}${around.length > 0 ? `; around it: ${around.join(', ')}` : ''}`,
    ),
    ...related.map((line) => `- rule on the subject: ${line}`),
    `- might be: ${kinds.join(', ')}`,
  ].join('\n');
}

/** The `source` of a rule for this directive, to be copied. */
function sourceText({ source: { file, line, endLine, quote } }: Directive): string {
  return `\`{ file: ${file}, line: ${line}, endLine: ${endLine}, quote: ${JSON.stringify(quote)} }\``;
}

function notesText(notes: RepositoryNotes): readonly string[] {
  const { languages, packages, dependencies, scripts, tree } = notes;
  return [
    ...given('languages', languages.map(({ language, files }) => `${language} ${files}`).join(', ')),
    ...given('packages', packages.join(', ')),
    ...given('dependencies', dependencies.join(', ')),
    ...given('scripts', scripts.join(', ')),
    ...(tree.length > 0 ? ['- tree (files below):', '', '```', ...tree, '```'] : []),
  ];
}

function given(name: string, text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : [`- ${name}: ${text}`];
}

function short(text: string): string {
  return text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text;
}

import { escapeRegex } from '../../../checks/text/regex.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { join, type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { wrote } from './wording.ts';

/** Marks by which linters, type checkers and compilers are told to be silent about a rule named behind them. */
const MARKS = [
  '(?:eslint|oxlint|stylelint|tslint|markdownlint|solhint)[- ]disable[\\w-]*',
  'biome-ignore(?:-\\w+)?',
  'deno-lint-ignore(?:-file)?',
  'noqa:?',
  '(?:type|pyright|mypy):\\s*ignore\\[?',
  '(?:pylint|shellcheck|rubocop|ruby|ktlint|swiftlint|phpcs|cspell|hadolint)[: ]+(?:todo|disable|ignore)[\\w:-]*=?',
  'nolint:',
  '@phpstan-ignore[\\w-]*',
  '#!?\\[(?:allow|expect)\\(',
  '@(?:file:)?Suppress(?:Warnings)?\\(',
  '#pragma warning disable',
  'NOLINT(?:NEXTLINE)?\\(',
];
const MARK = `(?:${MARKS.join('|')})`;

/** "Never disable `no-console`": no comment or attribute silences that rule, and no configuration turns it off. */
export function lowerUnsuppressed(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf(intent.reach, knowledge, true);
  if (typeof scope === 'string') return left(scope);
  return join(...intent.things.map((thing) => unsuppressed(thing.text, scope, intent)));
}

function unsuppressed(
  rule: string,
  scope: Exclude<ReturnType<typeof scopeOf>, string>,
  intent: IntentOf<'form'>,
): Lowered {
  const name = escapeRegex(rule);
  const silenced = `${MARK}(?:[^\\n]*?[^\\w/-])?${name}(?:$|[^\\w/-])`;
  const off = `["']${name}["']\\s*:\\s*\\[?\\s*(?:["']off["']|0\\b|false)`;
  const rust = rule.includes('::');
  const [path] = (
    rust
      ? ['example.rs']
      : [
          'example.ts',
          'example.tsx',
          'example.js',
          'example.py',
          'example.go',
          'example.php',
          'Example.java',
          'example.rb',
          'example.css',
        ]
  ).flatMap((file) => samplePath(scope, file) ?? []);
  if (path === undefined) return left(`no example could be made for \`${rule}\``);
  const line = rust
    ? `#[allow(${rule})]`
    : path.endsWith('.py')
      ? `# noqa: ${rule}`
      : `// eslint-disable-next-line ${rule}`;
  const plain = path.endsWith('.py') ? '#' : '//';
  const head = path.endsWith('.php') ? '<?php\n' : '';
  const exclude = [...(scope?.exclude ?? []), '**/*.{md,mdx}'];
  return {
    drafts: [
      {
        subject: `${rule} suppression`,
        severity: severityOf(intent),
        message: `suppressing \`${rule}\` is ruled out here; fix what it reports`,
        instead: `fix what \`${rule}\` reports`,
        scope: { ...(scope?.include && { include: [...scope.include] }), exclude },
        check: { kind: 'text', pattern: `${silenced}|${off}` },
        evidence: {
          violating: [wrote(path, `${head}${line}\n`)],
          compliant: [
            wrote(path, `${head}${plain} see ${rule}\n`),
            wrote(path, `${head}${line.replace(rule, `${rule}-else`)}\n`),
          ],
        },
      },
    ],
    left: [],
  };
}

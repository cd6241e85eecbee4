import type { Directive, Status } from '../model/directive.ts';
import { parseRepoPath } from '../model/path.ts';
import type { Outcome } from './compilation.ts';
import type { Draft } from './lowering/draft.ts';
import { NOT_UNDERSTOOD, withRemedy } from './lowering/remedy.ts';
import type { Proven } from './proven.ts';
import type { Knowledge } from './reading/naming/knowledge.ts';

/** What reading and lowering made of a directive. */
export interface Understanding {
  readonly directive: Directive;
  readonly drafts: readonly Draft[];
  /** What of it could not be turned into a rule, and why. */
  readonly left: readonly string[];
  readonly normative: boolean;
}

/** The status of a directive, with a reason for its author. */
export function outcomeOf(
  { directive, left, normative }: Understanding,
  ids: readonly string[],
  proof: Proven,
  knowledge: Knowledge,
): Outcome {
  const rules = ids.filter((id) => proof.held.has(id));
  const reasons = [...ids.flatMap((id) => proof.reasons.get(id) ?? []), ...left];
  if (rules.length > 0) {
    const [reason] = reasons;
    if (reason === undefined) return { directive, rules, status: 'enforced', reason: 'held to' };
    return { directive, rules, status: 'partly', reason: withRemedy(reason, directive.text, knowledge) };
  }
  return { directive, rules, ...unenforced(directive, normative, reasons, knowledge) };
}

function unenforced(
  directive: Directive,
  normative: boolean,
  reasons: readonly string[],
  knowledge: Knowledge,
): { status: Status; reason: string } {
  const tool = formatterFor(directive.text, knowledge);
  if (tool) return { status: 'elsewhere', reason: `left to the formatter or linter set up in ${tool}` };
  if (!normative) return { status: 'information', reason: 'it asks for nothing' };
  const vague = VAGUE.exec(directive.text);
  if (vague && !/[`/]/.test(directive.text))
    return { status: 'judgement', reason: `no program can decide what “${vague[0].toLowerCase()}” means here` };
  return { status: 'unread', reason: withRemedy(reasons[0] ?? NOT_UNDERSTOOD, directive.text, knowledge) };
}

/** Words whose meaning is for people to judge. */
const VAGUE =
  /\b(?:simple|clean(?:ly)?|readable|small|focused|clear(?:ly)?|concise|meaningful|descriptive|appropriate(?:ly)?|careful(?:ly)?|consistent(?:ly)?|maintainable|idiomatic|robust|thoughtful|minimal|graceful(?:ly)?|reasonable|sensible|straightforward|understandable|intuitive|modular|good|better|best|well|proper(?:ly)?|user-friendly|self-explanatory|unnecessary|unnecessarily|over-engineer\w*|premature|elegant|pragmatic|relevant|high-quality|quality|performant|efficient(?:ly)?)\b/i;

/** What formatters and import sorters see to. */
const FORMATTED =
  /\b(?:indent(?:ation|ed)?|semicolons?|trailing commas?|quotes?|single quotes|double quotes|import (?:order|sorting)|sort(?:ed)? imports|line (?:length|width)|white ?space|formatted|formatting|code style)\b/i;

const FORMATTER_FILES = [
  '.prettierrc',
  '.prettierrc.json',
  '.prettierrc.js',
  '.prettierrc.yaml',
  'prettier.config.js',
  'prettier.config.mjs',
  'biome.json',
  'biome.jsonc',
  'dprint.json',
  '.editorconfig',
  'rustfmt.toml',
  '.rustfmt.toml',
  '.clang-format',
  'ruff.toml',
  '.ruff.toml',
  '.rubocop.yml',
  '.swiftformat',
  '.swiftlint.yml',
  '.golangci.yml',
  '.golangci.yaml',
  'detekt.yml',
  '.php-cs-fixer.php',
  'pint.json',
  'eslint.config.js',
  'eslint.config.mjs',
  '.eslintrc.json',
  '.eslintrc.js',
  '.eslintrc.cjs',
];

function formatterFor(text: string, knowledge: Knowledge): string | undefined {
  if (!FORMATTED.test(text)) return undefined;
  const { view } = knowledge.facts;
  return FORMATTER_FILES.find((file) => {
    const path = parseRepoPath(file);
    return path !== undefined && view.kind(path) === 'file';
  });
}

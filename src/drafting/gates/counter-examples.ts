import { regionsOf } from '../../checks/text/regions.ts';
import type { Engine } from '../../engine/engine.ts';
import { breaks, judgeExample, shown } from '../../engine/proof.ts';
import type { Example } from '../../model/evidence.ts';
import type { Language } from '../../model/language.ts';
import { parseRepoPath } from '../../model/path.ts';
import type { Rule } from '../../model/rule.ts';
import type { Violation } from '../../model/verdict.ts';
import { languageOf } from '../../repository/languages.ts';
import type { RepositoryView } from '../../repository/view.ts';
import type { Objection } from '../objection.ts';
import { disguised, emptyFile, type Guise } from './disguise.ts';
import { longerNames } from './longer-names.ts';

/** Runs an example by the rule alone. */
export type Trial = (example: Example) => Promise<boolean>;

/** A violating write, with the text that breaks the rule and where it stands. */
interface Offence {
  readonly example: Example;
  readonly path: string;
  readonly content: string;
  readonly language: Language | undefined;
  /** Offsets in the content, UTF-16; the end exclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * Counter-examples made of the rule's own evidence: what breaks it moved into a comment, a string, a longer name,
 * another kind of file, a quoted command. Where the evidence itself shows that such a place counts, it is not asked.
 */
export async function counterExampleObjections(
  rule: Rule,
  engine: Engine,
  view: RepositoryView,
): Promise<readonly Objection[]> {
  const trial: Trial = (example) => breaks(rule, example, engine, view);
  const objections = [...(await quotedCommands(rule, trial)), ...(await longerNames(rule, trial))];
  if (rule.check.kind === 'text' || rule.check.kind === 'code' || rule.check.kind === 'imports') {
    const offences = await offencesOf(rule, engine, view);
    objections.push(...(await hidden(rule, offences, trial)), ...(await otherFiles(rule, offences, trial)));
  }
  return objections;
}

/** A command that is only talked about is none. */
async function quotedCommands(rule: Rule, trial: Trial): Promise<readonly Objection[]> {
  for (const { steps, ...rest } of rule.evidence.violating) {
    const last = steps.at(-1);
    if (!last || !('run' in last) || /['\n]/.test(last.run)) continue;
    const before = steps.slice(0, -1);
    const spoken = (run: string): Example => ({ ...rest, steps: [...before, { ...last, run }] });
    for (const form of [`echo 'TEXT'`, `grep -rn 'TEXT' docs`, `true # TEXT`]) {
      // A rule about echo or grep itself flags the words whatever they are.
      if (await trial(spoken(form.replace('TEXT', 'some words')))) continue;
      const quoted = spoken(form.replace('TEXT', () => last.run));
      if (await trial(quoted)) return [told('a quoted command', quoted, 'a command that is only named runs nothing')];
    }
  }
  return [];
}

async function offencesOf(rule: Rule, engine: Engine, view: RepositoryView): Promise<readonly Offence[]> {
  const offences: Offence[] = [];
  for (const example of rule.evidence.violating) {
    const last = example.steps.at(-1);
    const path = last && 'write' in last ? parseRepoPath(last.write) : undefined;
    if (!last || !('write' in last) || path === undefined) continue;
    const { violations } = await judgeExample(example, engine, view);
    const range = rangeOf(
      violations.find((violation) => violation.rule === rule.id),
      last.content,
    );
    // A Blade template is markup: what would be a string in PHP is text to it.
    const language = path.endsWith('.blade.php') ? undefined : languageOf(path, last.content);
    if (range) offences.push({ example, path, content: last.content, language, start: range[0], end: range[1] });
  }
  return offences;
}

/** Offsets of a violation in a text; `undefined` where it lies in the whole file, as with what is required. */
function rangeOf(violation: Violation | undefined, text: string): readonly [number, number] | undefined {
  const { line, column, endLine, endColumn } = violation?.location ?? {};
  if (line === undefined || column === undefined || endLine === undefined || endColumn === undefined) return undefined;
  const lines = text.split('\n');
  const offset = (at: number, inLine: number) =>
    lines.slice(0, at - 1).join('\n').length + (at > 1 ? 1 : 0) + inLine - 1;
  return [offset(line, column), offset(endLine, endColumn)];
}

const GUISES: readonly (readonly [Guise, string])[] = [
  [
    'a comment',
    'look in code only (`in: code`, or a `code` check); if comments are meant, show one in a violating example',
  ],
  [
    'a string',
    'look in code only (`in: code`, or a `code` check); if strings are meant, show one in a violating example',
  ],
];

async function hidden(rule: Rule, offences: readonly Offence[], trial: Trial): Promise<readonly Objection[]> {
  const objections: Objection[] = [];
  for (const [guise, remedy] of GUISES) {
    if (offences.some((offence) => liesIn(offence, guise))) continue;
    const found = await firstFlagged(offences, trial, (offence) => {
      const { language, content, start, end } = offence;
      if (language === undefined) return [];
      const text = content.slice(start, end).split('\n')[0]?.trim() ?? '';
      return bases(rule, language, offence.path).flatMap((base) => {
        const [plain, moved] = ['sample', text].map((each) => disguised(base, each, guise, language));
        return plain === undefined || moved === undefined ? [] : [[plain, moved] as const];
      });
    });
    if (found) objections.push(told(guise, found, remedy));
  }
  return objections;
}

/** An empty file of the language, and the compliant ones of the rule. */
function bases(rule: Rule, language: Language, path: string): readonly string[] {
  const compliant = rule.evidence.compliant.flatMap(({ steps }) => {
    const last = steps.at(-1);
    const extension = /\.\w+$/.exec(path)?.[0] ?? '';
    return last && 'write' in last && last.write.endsWith(extension) ? [last.content] : [];
  });
  return [emptyFile(language), ...compliant.slice(0, 2)];
}

/** The first disguised file that is flagged, where the same file with a plain text in its place is not. */
async function firstFlagged(
  offences: readonly Offence[],
  trial: Trial,
  pairs: (offence: Offence) => readonly (readonly [plain: string, moved: string])[],
): Promise<Example | undefined> {
  for (const offence of offences) {
    for (const [plain, moved] of pairs(offence)) {
      if (await trial(rewritten(offence, offence.path, plain))) continue;
      const example = rewritten(offence, offence.path, moved);
      if (await trial(example)) return example;
    }
  }
  return undefined;
}

function rewritten({ example }: Offence, write: string, content: string): Example {
  return { ...example, steps: [...example.steps.slice(0, -1), { write, content }] };
}

/** Does the offending text itself stand in a comment, or in (or around) a string? */
function liesIn({ language, content, path, start, end }: Offence, guise: Guise): boolean {
  if (language === undefined) return false;
  const regions = regionsOf(language, content, path);
  const ranges =
    guise === 'a comment' ? regions?.comments : [...(regions?.strings ?? []), ...(regions?.comments ?? [])];
  return ranges?.some(([from, to]) => from < end && start < to) ?? false;
}

/** The same text in notes for people. */
async function otherFiles(rule: Rule, offences: readonly Offence[], trial: Trial): Promise<readonly Objection[]> {
  if (rule.check.kind === 'text' && rule.check.in === 'name') return [];
  const kinds = new Set(offences.map(({ path }) => /\.\w+$/.exec(path)?.[0] ?? path));
  if (kinds.size > 1 || kinds.has('.md')) return [];
  for (const offence of offences) {
    const example = rewritten(offence, offence.path.replace(/[^/]+$/, 'notes.md'), offence.content);
    if (await trial(example)) {
      const remedy =
        'name the files in scope.include (`**/*.ts`); if all files are meant, show violating examples in two kinds of file';
      return [told('another kind of file', example, remedy)];
    }
  }
  return [];
}

function told(where: string, example: Example, remedy: string): Objection {
  return { gate: 'counter-example', reason: `it flags the same text in ${where}: ${shown(example)}`, remedy };
}

import type { TextCheck } from '../../model/checks/text.ts';
import type { RepoPath } from '../../model/path.ts';
import type { RuleOf } from '../../model/rule.ts';
import { isGenerated } from '../../repository/attributes.ts';
import { scopeTest } from '../../repository/globs.ts';
import { languageOf } from '../../repository/languages.ts';
import { type RepositoryView, textOf } from '../../repository/view.ts';
import { startSyntax } from '../code/grammars.ts';
import type { CheckModule, Finding, Inspection } from '../contract.ts';
import { lost } from '../kept.ts';
import { type LineIndex, lineIndex } from '../lines.ts';
import { type Portion, type ProseRanges, portionOf } from './portions.ts';
import { compileRegex, type Regex } from './regex.ts';

/** `at: start` and `at: end` look at this many lines that hold text. */
const EDGE_LINES = 10;
const FOUND_LENGTH = 200;
/** More matches than this in one file say nothing new. */
const MOST_FINDINGS = 200;

interface TextRule {
  readonly rule: RuleOf<'text'>;
  readonly inScope: (path: RepoPath) => boolean;
  readonly pattern: Regex;
  readonly unless: Regex | undefined;
  readonly when: Regex | undefined;
  readonly unlessBefore: Regex | undefined;
}

/** Regular expressions over the text of files, or over their comments, strings, code, prose or paths. */
export const textChecks: CheckModule<'text'> = {
  kind: 'text',
  async prepare(all, { reject }) {
    if (all.some(({ check }) => needsSyntax(check))) await startSyntax();
    const prose = all.some(({ check }) => check.in === 'prose') ? (await import('./prose.ts')).proseRanges : undefined;
    const rules = all.flatMap((rule) => {
      try {
        return [compiled(rule)];
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        reject(rule, error.message);
        return [];
      }
    });
    const judge = (among: readonly TextRule[], path: RepoPath, view: RepositoryView): Inspection => {
      const inScope = among.filter((rule) => rule.inScope(path));
      const named = inScope.filter(({ rule }) => rule.check.in === 'name');
      const findings = named.flatMap((rule) => judgeName(rule, path));
      const others = inScope.filter(({ rule }) => rule.check.in !== 'name');
      if (others.length === 0) return { findings };
      const content = view.read(path);
      if (!content) return { findings };
      if (content.kind === 'unreadable')
        return content.reason === 'binary' ? { findings } : { findings, notLookedAt: content.reason };
      if (isGenerated(path, view)) return { findings };
      if (content.text.trim() === '') return { findings };
      const portions = portionsOf(path, content.text, prose);
      const lines = lineIndex(content.text);
      const judged = others.flatMap((rule) => judgeText(rule, path, content.text, lines, portions));
      return { findings: [...findings, ...judged] };
    };
    const standing = rules.filter((rule) => !isOfEdit(rule));
    return {
      inspect: (path, view) => judge(standing, path, view),
      act: (action, { before, after }) => {
        // What a command writes is not known.
        if (action.kind !== 'change' || action.change === 'delete' || (action.by && action.content === undefined))
          return [];
        const was = action.from ?? action.path;
        return rules.filter(isOfEdit).flatMap((rule) => {
          const [old, now] = [judge([rule], was, before).findings, judge([rule], action.path, after).findings];
          if (rule.rule.check.mode === 'keep') return old.length > 0 ? lost(rule.rule, action.path, old, now) : [];
          return rule.unlessBefore?.test(textOf(before, was) ?? '') ? [] : now;
        });
      },
    };
  },
};

function needsSyntax(check: TextCheck): boolean {
  return check.in === 'code' || check.in === 'comment' || check.in === 'string' || check.in === 'source';
}

/** Is it about what an edit does to a text, rather than about the text? */
function isOfEdit({ rule: { check } }: TextRule): boolean {
  return check.mode === 'keep' || check.unlessBefore !== undefined;
}

function compiled(rule: RuleOf<'text'>): TextRule {
  const { pattern, flags, unless, when, unlessBefore } = rule.check;
  return {
    rule,
    inScope: scopeTest(rule.scope),
    // Lines are what people mean by `^` and `$`.
    pattern: compileRegex(pattern, `m${flags ?? ''}`),
    unless: unless === undefined ? undefined : compileRegex(unless, flags),
    when: when === undefined ? undefined : compileRegex(when, `m${flags ?? ''}`),
    unlessBefore: unlessBefore === undefined ? undefined : compileRegex(unlessBefore, `m${flags ?? ''}`),
  };
}

/** Portions of one file, each made once. */
function portionsOf(
  path: RepoPath,
  text: string,
  prose: ProseRanges | undefined,
): (portion: Portion) => string | undefined {
  const made = new Map<Portion, string | undefined>();
  return (portion) => {
    if (!made.has(portion)) made.set(portion, portionOf(portion, languageOf(path, text), text, path, prose));
    return made.get(portion);
  };
}

function judgeName({ rule, pattern, unless }: TextRule, path: RepoPath): Finding[] {
  const matches = pattern.test(path) && !unless?.test(path);
  return matches === (rule.check.mode === 'require') ? [] : [{ rule, location: { path }, found: path }];
}

function judgeText(
  { rule, pattern, unless, when }: TextRule,
  path: RepoPath,
  text: string,
  lines: LineIndex,
  portions: (portion: Portion) => string | undefined,
): Finding[] {
  const { check } = rule;
  if (when && !when.test(text)) return [];
  const portion = portions(check.in === undefined || check.in === 'name' ? 'file' : check.in);
  if (portion === undefined) return [];
  const [from, to] = edge(check.at, portion);
  const findings: Finding[] = [];
  for (const [start, end] of pattern.ranges(portion.slice(from, to))) {
    const found = portion.slice(from + start, from + end);
    // Blanked text is none: a match must hold something of what it looked for.
    if (check.in !== undefined && check.in !== 'file' && found.trim() === '') continue;
    if (unless?.test(lines.lineAt(from + start))) continue;
    if (check.mode === 'require') return [];
    findings.push({ rule, location: { path, ...lines.spanOf(from + start, from + end) }, found: shortText(found) });
    if (findings.length === MOST_FINDINGS) break;
  }
  return check.mode === 'require' ? [{ rule, location: { path } }] : findings.slice(check.max ?? 0);
}

/** Start and end offset of the lines that count. */
function edge(at: TextCheck['at'], text: string): readonly [number, number] {
  if (at === undefined || at === 'anywhere') return [0, text.length];
  const lines = lineIndex(text);
  const full: number[] = [];
  for (let line = 1; line <= lines.count(); line++) {
    if (text.slice(lines.startOf(line), lines.startOf(line + 1)).trim() !== '') full.push(line);
  }
  if (at === 'start') return [0, lines.startOf((full[EDGE_LINES - 1] ?? lines.count()) + 1)];
  return [lines.startOf(full.at(-EDGE_LINES) ?? 1), text.length];
}

function shortText(text: string): string {
  const line = text
    .slice(0, 4 * FOUND_LENGTH)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > FOUND_LENGTH ? `${line.slice(0, FOUND_LENGTH - 1)}…` : line;
}

import type { Directive } from '../../../model/directive.ts';
import type { Intent, Mention, Reach } from '../../../model/intent.ts';
import { folderOf, repoPath } from '../../../model/path.ts';
import { readHandsOff, readHandsOffRow } from '../files/hands-off.ts';
import { readNewInRoot } from '../files/new-in-root.ts';
import { readShrinking } from '../files/shrinking.ts';
import { plainly } from '../grammar/plainly.ts';
import { type Token, tokenise } from '../grammar/tokens.ts';
import type { Knowledge } from '../naming/knowledge.ts';
import { readMentions } from '../naming/mention.ts';
import { readDirectives } from '../read.ts';
import { readAskedFirst } from './asked-first.ts';
import { canonicalOf, runsWith } from './canonical.ts';
import { readChangesets } from './changesets.ts';
import { readCommitting } from './committing.ts';
import { readGivenFlags } from './given-flags.ts';
import { readGoingAlong } from './going-along.ts';
import { readIssueKeys } from './issue-keys.ts';
import { readMerging } from './merging.ts';
import { readMessageForms } from './message-forms.ts';
import { readQuality } from './quality.ts';
import { readVersionTags } from './version-tags.ts';
import { readRunning, readWorkflow } from './workflow.ts';

/** A statement as a whole, for readers that know it by its wording. Names, paths and code stand as § in it. */
export interface Whole {
  readonly directive: Directive;
  /** Its text in plain words, as clauses are read. */
  readonly plain: string;
  readonly knowledge: Knowledge;
  readonly text: string;
  readonly atoms: readonly Token[];
  readonly common: { readonly force: 'must' | 'should'; readonly reach: Reach };
}

type Reader = (whole: Whole) => readonly Intent[];

/** What wordings ask that have a pattern of their own, beside what was read clause by clause. */
export function readWhole(wholes: readonly Whole[], everywhere: Knowledge): readonly (readonly Intent[])[] {
  const open = wholes.filter(({ directive }) => !directive.row);
  const runs = open.flatMap((whole) => {
    const text = runsWith(whole.directive.text);
    return text === undefined ? [] : [{ whole, text }];
  });
  const read = [readAskedFirst, readWorkflow, readCommitting, readMessageForms].map((reader) => byWhole(reader, open));
  const due = duties(runs, everywhere);
  return wholes.map((whole) => [...read, due].flatMap((found) => found.get(whole) ?? []));
}

const OTHERWISE: readonly Reader[] = [
  readShrinking,
  readHandsOff,
  readRunning,
  readGivenFlags,
  readQuality,
  readGoingAlong,
  readChangesets,
  readIssueKeys,
  readVersionTags,
  readNewInRoot,
  readMerging,
];

/** The same, for statements of which nothing could be made clause by clause. */
export function readOtherwise(wholes: readonly Whole[], everywhere: Knowledge): readonly (readonly Intent[])[] {
  const said = wholes.flatMap((whole) => {
    const { directive, plain } = whole;
    return directive.row ? [] : canonicalOf({ ...directive, text: plain }).map((text) => ({ whole, text }));
  });
  const found = duties(said, everywhere);
  for (const reader of OTHERWISE) {
    const left = wholes.filter((whole) => !found.has(whole) && !whole.directive.row);
    for (const [whole, intents] of byWhole(reader, left)) found.set(whole, intents);
  }
  return wholes.map((whole) => {
    const { row } = whole.directive;
    return row ? readHandsOffRow(row, whole) : (found.get(whole) ?? []);
  });
}

/** What a reader finds; statements without anything are left out. */
function byWhole(reader: Reader, wholes: readonly Whole[]): Map<Whole, readonly Intent[]> {
  return new Map(wholes.map((whole) => [whole, reader(whole)] as const).filter(([, intents]) => intents.length > 0));
}

/** What statements ask for in other words. */
function duties(
  said: readonly { readonly whole: Whole; readonly text: string }[],
  everywhere: Knowledge,
): Map<Whole, readonly Intent[]> {
  const readings = readDirectives(
    said.map(({ whole, text }) => ({ ...whole.directive, text })),
    everywhere,
  );
  const found = new Map<Whole, readonly Intent[]>();
  for (const [index, { whole }] of said.entries()) {
    const own = readings[index]?.intents.filter(isDuty) ?? [];
    if (own.length > 0) found.set(whole, [...(found.get(whole) ?? []), ...own]);
  }
  return found;
}

function isDuty({ shape }: Intent): boolean {
  return shape === 'order' || shape === 'companion';
}

const WEAK =
  /^(?:please )?(?:avoid|prefer|try)\b|\bshould\b|\b(?:ideally|preferably|(?:when|where|if|whenever) (?:possible|practical|feasible))\b/;

export function wholeOf(directive: Directive, everywhere: Knowledge): Whole {
  const { text, atoms } = masked(directive.text);
  const reach: Reach = {
    include: directive.scope?.include ? [directive.scope.include] : [],
    exclude: directive.scope?.exclude ?? [],
    languages: [],
    unclear: [],
  };
  const weak = directive.force === 'should' || WEAK.test(text);
  return {
    directive,
    plain: plainly(directive.text),
    knowledge: everywhere.in(folderOf(repoPath(directive.source.file))),
    text,
    atoms,
    common: { force: weak ? 'should' : 'must', reach },
  };
}

/** Words in lower case with single blanks between them and the signs; atoms as §, in their order, dashes as ¦. */
export function masked(statement: string): { readonly text: string; readonly atoms: readonly Token[] } {
  const tokens = tokenise(
    statement.replaceAll(/`[^`]*`|[*_]{2,}|\p{Extended_Pictographic}|\uFE0F/gu, (found) =>
      found.startsWith('`') ? found : ' ',
    ),
  );
  const atoms = tokens.filter(isAtom);
  return { text: tokens.map(signOf).join(' '), atoms };
}

function signOf(token: Token): string {
  if (isAtom(token)) return '§';
  return token.low === '—' || token.low === '-' ? '¦' : token.low;
}

function isAtom(token: Token): boolean {
  return token.kind === 'code' || token.kind === 'name' || token.kind === 'quote';
}

/** The files that atoms stand for; nothing where one of them is no path. */
export function filesOf(atoms: readonly Token[], knowledge: Knowledge): readonly Mention[] {
  const files = atoms.map(
    (atom) =>
      knowledge.typeAtom(atom, []).find((mention) => mention.kind === 'path' || mention.kind === 'files') ??
      endingOf(atom.text, knowledge),
  );
  const found = files.filter((mention) => mention !== undefined);
  return found.length === atoms.length ? found : [];
}

/** "`.snap`": the files of that ending, where there are any. */
function endingOf(text: string, { facts }: Knowledge): Mention | undefined {
  const known =
    /^\*?\.[a-z]{2,10}$/.test(text) && facts.view.files().some((file) => file.endsWith(text.replace('*', '')));
  return known
    ? { kind: 'path', text, globs: [`**/*${text.replace('*', '')}`], exists: true, folder: false }
    : undefined;
}

/** The kind of files that words name, and nothing besides. */
export function kindOf(words: string, knowledge: Knowledge): Mention | undefined {
  const plain = words.replace(/^(?:the|any|all|existing|our) /, '');
  const [mention, ...others] = readMentions(tokenise(plain), plain, knowledge);
  return mention?.kind === 'files' && others.length === 0 && mention.qualified === undefined ? mention : undefined;
}

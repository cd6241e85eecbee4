import { patternsSaid } from '../../../checks/command/pattern.ts';
import { programSpec } from '../../../checks/command/programs.ts';
import type { CommandPattern } from '../../../model/checks/command.ts';
import type { Intent } from '../../../model/intent.ts';
import { stretch } from '../grammar/tokens.ts';
import { readItems } from '../naming/mention.ts';
import type { ReadClause } from '../setting.ts';
import { commandsToRun } from './to-run.ts';

const ROOT =
  /^(?:the )?(?:(?:repository|repo|project|workspace|monorepo|git)(?:['’]s)? )?(?:root|top[- ]level)(?: (?:folder|directory|dir|of the (?:repository|repo|project|workspace|monorepo)))?$/i;
const RUNS = new Set(['run', 'execute', 'invoke', 'be', 'call', 'issue', 'use']);
/** What says only what there is. */
const ASKING = ['--version', '-V', '--help', '-h'];

/** "Run `make <target>` from the repository root", "run cargo commands from `core/`": where a command is run. */
export function readWorkingFolder(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const { statement, knowledge } = setting;
  if (
    read.stance !== 'require' ||
    !RUNS.has(clause.verb ?? '') ||
    clause.adjuncts.some((each) => each.relation === 'when')
  )
    return undefined;
  const from = clause.adjuncts.find((each) => each.relation === 'from');
  if (!from) return undefined;
  const place = stretch(from.tokens, statement);
  const [path, ...others] = readItems(from.tokens, statement, knowledge)
    .flatMap((item) => item.mentions)
    .filter((mention) => mention.kind === 'path' && mention.folder && mention.exists);
  const atRoot = ROOT.test(place.replaceAll(/[*_`]/g, ''));
  if (!atRoot && (path?.kind !== 'path' || others.length > 0)) return undefined;
  const named = programsNamed(read);
  if (named.length === 0) return undefined;
  // Deeper folders may have things of their own; above it the command finds nothing to work on.
  const folder: string[] = atRoot ? ['*', '*/**'] : above(path?.kind === 'path' ? path.globs : []);
  if (folder.length === 0) return undefined;
  const wrong = atRoot ? 'example' : folder[0];
  const right = atRoot ? undefined : path?.kind === 'path' ? path.globs[0]?.replace(/\/\*\*$/, '') : undefined;
  return named.map(({ text, pattern }): Intent => {
    const line = lineOf(text);
    return {
      ...read.common,
      reach: { ...read.common.reach, include: setting.reach.include, unclear: [] },
      shape: 'check',
      subject: `${text} from ${place}`,
      message: `\`${text}\` runs from ${atRoot ? 'the root of the repository' : `\`${right}\``} here`,
      check: {
        kind: 'command',
        forbid: [{ ...pattern, without: [...(pattern.without ?? []), ...ASKING], folder }],
        scripts: 'ignore',
      },
      violating: [{ steps: [{ run: wrong === '.' ? line : `cd ${wrong} && ${line}` }] }],
      compliant: [{ steps: [{ run: right === undefined ? line : `cd ${right} && ${line}` }] }],
    };
  });
}

interface Named {
  readonly text: string;
  readonly pattern: CommandPattern;
}

/** "`make <target>`", "cargo commands". */
function programsNamed(read: ReadClause): readonly Named[] {
  const { clause, setting } = read;
  const mentions = clause.object.length > 0 ? read.object : read.subject;
  const told = commandsToRun(mentions, read, false).flatMap(({ text }) =>
    (patternsSaid(text) ?? []).slice(0, 1).map((pattern) => ({ text, pattern })),
  );
  if (told.length > 0) return told;
  const tokens = clause.object.length > 0 ? clause.object : clause.subject;
  const word = /\b([a-z][\w-]*) commands\b/i
    .exec(stretch(tokens, setting.statement).replaceAll('`', ''))?.[1]
    ?.toLowerCase();
  return word !== undefined && programSpec(word) !== undefined ? [{ text: word, pattern: { program: word } }] : [];
}

function lineOf(text: string): string {
  const line = text.replaceAll(/<[^>]*>|\.\.\.|…/g, 'example').trim();
  return /\s/.test(line) ? line : `${line} example`;
}

/** The folders that a folder lies in, the root as `.`. */
function above(globs: readonly string[]): string[] {
  const [glob] = globs;
  if (glob === undefined || globs.length > 1 || !glob.endsWith('/**')) return [];
  const parts = glob.slice(0, -3).split('/');
  return ['.', ...parts.slice(0, -1).map((_part, index) => parts.slice(0, index + 1).join('/'))];
}

import type { MessageKind } from '../../model/checks/order.ts';
import type { CommandLine, Invocation } from '../../model/invocation.ts';
import { joinRepoPath } from '../../model/path.ts';
import { type RepositoryView, textOf } from '../../repository/view.ts';
import { type Arguments, takeApart } from '../command/arguments.ts';
import { programSpec } from '../command/programs.ts';
import { GAP } from '../command/unknown.ts';
import { branchNames } from './branch-names.ts';

/** A text that a command line gives to a commit, a pull request or the like. Unknown parts are U+FFFC. */
export interface Worded {
  readonly of: MessageKind;
  readonly text: string;
  readonly by: Invocation;
}

/** Finds the texts in a line that are known. What an editor or a variable will say is not among them. */
export function wordedIn(command: CommandLine, before: RepositoryView): readonly Worded[] {
  return command.invocations.flatMap((by) => {
    const find = by.program === undefined || by.wraps ? undefined : FINDERS.get(by.program);
    if (!find) return [];
    const parsed = takeApart(programSpec(by.program ?? ''), by.args);
    const source: Source = {
      by,
      parsed,
      file: (name) => {
        const path = by.cwd === undefined ? undefined : joinRepoPath(by.cwd, name);
        const rewritten = command.effects.some((effect) => effect.kind !== 'read' && effect.path === path);
        return path === undefined || rewritten ? undefined : textOf(before, path);
      },
    };
    return find(source).flatMap(([of, text]) => (text === undefined ? [] : [{ of, text, by }]));
  });
}

interface Source {
  readonly by: Invocation;
  readonly parsed: Arguments;
  /** The text of a file that the invocation names, where it is known. */
  file(name: string): string | undefined;
}
type Found = readonly (readonly [MessageKind, string | undefined])[];

const FINDERS: ReadonlyMap<string, (source: Source) => Found> = new Map([
  ['git', git],
  ['gh', forge],
  ['glab', forge],
]);

function git(all: Source): Found {
  const source = { ...all, parsed: ownOptions(all) };
  const { parsed } = source;
  switch (parsed.sub[0]) {
    case 'commit':
      return [['commit', commitMessage(source)]];
    case 'tag': {
      const name = parsed.operands[0]?.text;
      const creates = !has(parsed, '--delete', '-d', '--list', '-l', '--verify', '-v', '--contains', '--points-at');
      return creates
        ? [
            ['tag', given(source, MESSAGE, FILE)],
            ['tag-name', name],
          ]
        : [];
    }
    default:
      return branchNames(parsed).map((name) => ['branch', name] as const);
  }
}

/** Without the options of git itself: `-C` is a folder before `commit`, and a commit behind it. */
function ownOptions({ parsed, by }: Source): Arguments {
  const sub = programSpec('git')?.sub;
  const start = by.args.findIndex((arg) => arg !== undefined && sub?.get(arg)?.name === parsed.sub[0]);
  return { ...parsed, flags: parsed.flags.filter(({ at }) => at > start) };
}

const MESSAGE = ['--message', '-m'];
const FILE = ['--file', '-F'];

function commitMessage(source: Source): string | undefined {
  const { parsed } = source;
  // These take a message from another commit, and add to it what `-m` says.
  if (has(parsed, '--reuse-message', '-C', '--reedit-message', '-c', '--fixup', '--squash')) return undefined;
  const message = given(source, MESSAGE, FILE);
  if (message === undefined) return undefined;
  const trailers = values(parsed, '--trailer').map((trailer) => (trailer ?? GAP).replace('=', ': '));
  if (has(parsed, '--signoff', '-s')) trailers.push('Signed-off-by: Committer <committer@localhost>');
  if (trailers.length === 0) return message;
  const inBlock = /\n\n(?:[A-Za-z][\w-]*: .*\n?)+$/.test(message);
  return `${message.trimEnd()}${inBlock ? '\n' : '\n\n'}${trailers.join('\n')}`;
}

const CREATING = ['create', 'new', 'edit', 'update'];

/** What `gh pr create`, `gh issue edit` and their like are given; `glab` says `mr` and `--description`. */
function forge(source: Source): Found {
  const { parsed, by } = source;
  const at = by.args.findIndex((arg) => arg === 'pr' || arg === 'mr' || arg === 'issue');
  const [noun, verb = ''] = at < 0 ? [] : by.args.slice(at);
  const title = single(parsed, '--title', '-t');
  const body = given(source, ['--body', '-b', '--description', '-d'], ['--body-file', '-F']);
  if (CREATING.includes(verb)) {
    const kind = noun === 'issue' ? 'issue' : 'pull-request';
    return [
      [`${kind}-title`, title],
      [`${kind}-body`, body],
    ];
  }
  if (verb === 'comment' || verb === 'review') return [['comment', body]];
  if (noun !== 'pr' || verb !== 'merge') return [];
  const subject = single(parsed, '--subject', '-t');
  return [['commit', subject === undefined || body === undefined ? subject : `${subject}\n\n${body}`]];
}

/** The text given by message options (several are paragraphs) or by a file or standard input. */
function given(source: Source, messages: readonly string[], files: readonly string[]): string | undefined {
  const { parsed, by } = source;
  const paragraphs = values(parsed, ...messages);
  if (paragraphs.length > 0) return paragraphs.map((text) => text ?? GAP).join('\n\n');
  const file = values(parsed, ...files).at(-1);
  if (file === undefined || file === null || file.includes(GAP)) return undefined;
  return file === '-' || file === '/dev/stdin' ? by.stdin : source.file(file);
}

function single(parsed: Arguments, ...ids: readonly string[]): string | undefined {
  const last = values(parsed, ...ids).at(-1);
  return last === null ? undefined : last;
}

/** Values of an option in order; `null` where one cannot be known. */
function values(parsed: Arguments, ...ids: readonly string[]): (string | null)[] {
  return parsed.flags.flatMap(({ id, value }) => (ids.includes(id) && value !== undefined ? [value] : []));
}

function has(parsed: Arguments, ...ids: readonly string[]): boolean {
  return parsed.flags.some(({ id }) => ids.includes(id));
}

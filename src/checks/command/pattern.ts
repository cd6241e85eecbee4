import { type Command, parse } from 'unbash';
import type { CommandPattern } from '../../model/checks/command.ts';
import { parseRepoPath } from '../../model/path.ts';
import type { RepositoryView } from '../../repository/view.ts';
import { takeApart } from './arguments.ts';
import { type ProgramSpec, programSpec } from './programs.ts';
import { programName } from './run.ts';
import { scriptPatterns } from './script-pattern.ts';

/** Words of running text that are also programs: they count as commands only with an argument that looks like one. */
const EVERYDAY = new Set([
  'test',
  'make',
  'time',
  'find',
  'sort',
  'cut',
  'type',
  'which',
  'watch',
  'install',
  'build',
  'task',
  'just',
  'at',
  'exec',
  'source',
  'env',
  'file',
  'split',
  'join',
  'patch',
  'read',
  'set',
  'history',
  'info',
  'help',
  'man',
  'who',
  'look',
  'write',
  'wait',
  'jobs',
  'command',
  'kill',
  'move',
  'copy',
  'start',
  'date',
  'head',
  'tail',
  'expand',
  'link',
  'local',
  'export',
  'service',
  'host',
  'nice',
  'true',
  'false',
  'echo',
  'go',
  'next',
  'node',
  'screen',
  'less',
  'more',
  'open',
  'yes',
  'top',
  'tree',
  'diff',
  'trap',
  'git',
  'black',
  'flask',
  'poetry',
  'rails',
  'jest',
  'cargo',
  'docker',
  'python',
  'ruby',
  'perl',
  'php',
  'java',
  'bun',
  'deno',
  'react',
  'vite',
  'rollup',
  'swift',
  'rake',
  'helm',
  'terraform',
  'ssh',
  'scp',
  'curl',
  'http',
  'sh',
  'bash',
  'zsh',
  'eval',
  'printf',
  'alias',
]);

/**
 * Reads a command as prose writes it (`git push --force`, `rm -rf <dir>`, `docker compose …`) as patterns, one a
 * command of the line. Placeholders, `...` and `[options]` ask for nothing. `undefined` if it is no command.
 */
export function parsePattern(text: string, view?: RepositoryView): readonly CommandPattern[] | undefined {
  return looksLikeCommand(text, view) ? patternsSaid(text) : undefined;
}

/** The same for what is known to be a command, whether or not its program is. */
export function patternsSaid(text: string): readonly CommandPattern[] | undefined {
  const bare = text.trim().replace(/^[$>%]\s+/, '');
  const patterns = commandsOf(bare).flatMap((words) => patternsOf(words));
  return patterns.length > 0 ? patterns : undefined;
}

/** Is a piece of text a command line: a known program with arguments, a script of the repository, a path to an executable? */
export function looksLikeCommand(text: string, view?: RepositoryView): boolean {
  const bare = text.trim().replace(/^[$>%]\s+/, '');
  if (bare === '' || bare.length > 2000 || /^["'`({[<]/.test(bare)) return false;
  const [words] = commandsOf(bare);
  const [first, ...rest] = words ?? [];
  if (first === undefined || /[(){};=<>,!?]|^[-.]$|:$/.test(first)) return false;
  if (isExecutablePath(first, view)) return true;
  const program = programName(first);
  if (first.includes('/') && !/^\.{0,2}\/|^node_modules\/|^\.?venv\/|^(?:vendor\/)?bin\//.test(first)) return false;
  const spec = programSpec(program);
  if (!spec) return false;
  if (rest.length === 0) return !EVERYDAY.has(program) || (!/^[a-z]+$/.test(program) && program === first);
  return (
    rest.every((word) => !/[.,;:!?]$/.test(word) || /^\.{1,3}$|^…$|[./]\.\.\.$/.test(word)) &&
    looksLikeArguments(spec, rest)
  );
}

/** Prose after a program's name ("make sure that it works") is no command. */
function looksLikeArguments(spec: ProgramSpec, words: readonly string[]): boolean {
  const [first = ''] = words;
  if (spec.sub.size > 0) {
    const parsed = takeApart(spec, words);
    if (parsed.sub.length > 0 || parsed.flags.length > 0) return true;
  }
  if (words.some((word) => /^-|[./<>*$@:=_"'0-9-]/.test(word))) return true;
  return words.length <= 2 && !/^(the|a|an|is|sure|it|this|that|to|of|in|on|for|and|or|are|with)$/i.test(first);
}

function isExecutablePath(word: string, view: RepositoryView | undefined): boolean {
  if (/^\.\/[\w./-]+$/.test(word) && !/\.(md|json|ya?ml|toml|css|html|tsx?|jsx?|py|go|rs)$/.test(word)) return true;
  if (/^vendor\/bin\/[\w.-]+$/.test(word)) return true;
  const path = word.includes('/') ? parseRepoPath(word) : undefined;
  if (path !== undefined && /^(?:bin|scripts?)\/[\w-]+$/.test(word) && view?.kind(path) === 'file') return true;
  return path !== undefined && /\.(sh|bash)$/.test(word) && view?.kind(path) === 'file';
}

/** The simple commands of a text, each as its words. Placeholders are made plain words first, so that `<x>` is no redirection. */
function commandsOf(text: string): readonly (readonly string[])[] {
  const readable = text
    .replace(/<([\w .|/-]+)>/g, (_whole, name: string) => `${PLACE}${name.replace(/\W+/g, '-')}`)
    .replace(/\[[^\]]*\]|\.\.\.|…/g, PLACE);
  const found: string[][] = [];
  const visit = (command: unknown): void => {
    if (isCommand(command)) {
      const words = [
        command.name?.value ?? '',
        ...command.args.map((word) => (word.type === 'Word' ? word.value : word.text)),
      ];
      if (words[0] !== '') found.push(words);
    } else if (hasCommands(command)) command.commands.forEach(visit);
    else if (hasCommand(command)) visit(command.command);
  };
  parse(readable).commands.forEach(visit);
  return found;
}

const PLACE = '\uFFFC';

function isCommand(node: unknown): node is Command {
  return typeof node === 'object' && node !== null && 'type' in node && node.type === 'Command';
}

function hasCommands(node: unknown): node is { commands: readonly unknown[] } {
  return typeof node === 'object' && node !== null && 'commands' in node && Array.isArray(node.commands);
}

function hasCommand(node: unknown): node is { command: unknown } {
  return typeof node === 'object' && node !== null && 'command' in node;
}

function patternsOf(words: readonly string[]): readonly CommandPattern[] {
  const [first = '', ...args] = words;
  const path = first.replace(/^\.\//, '');
  const program = first.includes('/') && !/(^|\/)(bin|\.venv|venv)\//.test(first) ? path : programName(first);
  const spec = programSpec(programName(first));
  const script = scriptPatterns(programName(first), spec, args);
  if (script) return script;
  const wrapped = spec && inner(programName(first), spec, args);
  if (wrapped) return wrapped;
  const parsed = takeApart(spec, args);
  const operands = parsed.operands.map((operand) => operand.text ?? PLACE);
  const dashed = args.includes('--');
  const flags = parsed.flags.map((flag): string => {
    const value =
      flag.value === undefined || flag.value === null || flag.value.includes(PLACE) ? undefined : flag.value;
    const written = shortest(flag.id, args);
    return value === undefined ? written : `${written}=${value}`;
  });
  const subcommand = [...parsed.sub];
  if (spec === undefined || (spec.sub.size > 0 && subcommand.length === 0)) {
    while (operands[0] !== undefined && /^[a-z][\w:-]*$/.test(operands[0])) subcommand.push(operands.shift() ?? '');
  }
  const asked = operands.filter((operand) => !operand.includes(PLACE)).map(globOf);
  const base: CommandPattern = {
    program,
    ...(subcommand.length > 0 && { subcommand }),
    ...(flags.length > 0 && { flags }),
    ...(asked.length > 0 && { operands: asked }),
  };
  return variantsOf(base, { dashed, placed: operands.length > asked.length, spec: parsed.spec });
}

/** The spelling the author chose, where it stands alone; bundled letters get the one that stands for all. */
function shortest(id: string, args: readonly string[]): string {
  return args.find((arg) => arg === id) ?? id;
}

function globOf(operand: string): string {
  return operand.replace(/(?<=.)\/$/, '');
}

/** What an idiom means beyond its words. */
function variantsOf(
  base: CommandPattern,
  { dashed, placed }: { dashed: boolean; placed: boolean; spec: ProgramSpec | undefined },
): readonly CommandPattern[] {
  const { program, subcommand } = base;
  const [sub] = subcommand ?? [];
  if (program === 'git' && sub === 'push' && base.flags?.some((flag) => flag === '--force')) {
    const { flags, ...rest } = base;
    const others = flags?.filter((flag) => flag !== '--force') ?? [];
    return [base, { ...rest, ...(others.length > 0 && { flags: others }), operands: [...(base.operands ?? []), '+*'] }];
  }
  if (
    program === 'git' &&
    (sub === 'checkout' || sub === 'restore') &&
    (dashed || (placed && sub === 'restore')) &&
    !base.operands
  ) {
    if (sub === 'restore') return [{ ...base, noOperands: false }];
    return [
      { ...base, does: 'discard' },
      { ...base, operands: ['.'] },
    ];
  }
  return [base];
}

/** `uv run pytest` asks for pytest under `uv run`. */
function inner(program: string, spec: ProgramSpec, args: readonly string[]): readonly CommandPattern[] | undefined {
  const parsed = takeApart(spec, args);
  const wraps = parsed.spec?.wraps ?? [];
  const module = wraps.some(({ how }) => how === 'module') ? parsed.flags.find((flag) => flag.id === '-m') : undefined;
  const rest = wraps.find(({ how }) => how === 'rest');
  const start = module ? module.at + 1 : rest && parsed.operands[rest.from]?.at;
  const word = start === undefined ? undefined : args[start];
  if (start === undefined || word === undefined || word.includes(PLACE)) return undefined;
  const under = [program, ...parsed.sub, ...(module ? ['-m'] : [])].join(' ');
  return patternsOf([word, ...args.slice(start + 1)]).map((pattern) => ({
    ...pattern,
    under: pattern.under ?? [under],
  }));
}

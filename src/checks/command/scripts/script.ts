import { textOf } from '../../../repository/view.ts';
import { type Frame, fork, type Reader } from '../reader.ts';
import { emit } from '../run.ts';
import { shownArgument } from '../unknown.ts';
import { walkText } from '../walk.ts';
import type { Wrapper } from '../wrapped.ts';
import { justRecipe } from './just.ts';
import { makePrerequisites, makeRecipe } from './make.ts';
import { packageScripts } from './package.ts';
import { taskCommands } from './task.ts';

/** Reads a script that a tool runs by name from the repository's own files. False if there is no such script. */
export function runScript(kind: string, wrapper: Wrapper): boolean {
  const { parsed, rest } = wrapper;
  const operands = parsed.operands.map((operand) => rest[operand.at] ?? '');
  switch (kind) {
    case 'npm': {
      const [name, ...args] = operands;
      // npm keeps options for itself up to `--`; the others hand on all that follows the name.
      const behind = rest.slice((parsed.operands[0]?.at ?? 0) + 1);
      const given = wrapper.program === 'npm' ? args : behind[0] === '--' ? behind.slice(1) : behind;
      return name !== undefined && runPackageScript(name, given, wrapper);
    }
    case 'named':
      return runPackageScript(parsed.sub.at(-1) ?? '', operands, wrapper);
    case 'series':
      return operands.map((name) => runPackageScript(name, [], wrapper)).some(Boolean);
    case 'make': {
      const targets = operands.filter((word) => !word.includes('='));
      const text = fileText(['GNUmakefile', 'makefile', 'Makefile'], '-f', wrapper);
      const link = `make ${targets.join(' ')}`.trim();
      const first = makePrerequisites(text, targets);
      for (const name of first) emitTarget(name, link, wrapper);
      return lines(makeRecipe(text, targets), link, [], wrapper) || first.length > 0;
    }
    case 'just': {
      const [name, ...args] = operands;
      return lines(
        justRecipe(fileText(['justfile', 'Justfile', '.justfile'], '--justfile', wrapper), name),
        `just ${name ?? ''}`.trim(),
        args,
        wrapper,
      );
    }
    case 'task':
      return lines(
        operands.length === 0
          ? taskCommands(taskText(wrapper), 'default')
          : operands.flatMap((name) => taskCommands(taskText(wrapper), name)),
        `task ${operands.join(' ')}`.trim(),
        [],
        wrapper,
      );
    default:
      return false;
  }
}

/** A prerequisite is made as if it had been asked for; what it runs stands with the target's own lines. */
function emitTarget(name: string, link: string, { frame, reader }: Wrapper): void {
  const inner = fork(frame, { chain: [...frame.chain, link], scripts: [...frame.scripts, link] });
  const plumbing = { stdin: undefined, touches: [] };
  emit({ program: 'make', argv: ['make', name], env: {}, frame: inner, plumbing, touches: [], wraps: true }, reader);
}

function runPackageScript(name: string, args: readonly string[], wrapper: Wrapper): boolean {
  const { frame, reader, program } = wrapper;
  const folder = packageFolder(frame, reader, program);
  const text = folder === undefined ? undefined : textAt(`${folder}/${manifestOf(program)}`, reader);
  const scripts = text === undefined ? undefined : packageScripts(text);
  const script = scripts?.get(name);
  if (script === undefined || folder === undefined) return false;
  const link = name === 'test' || name === 'start' || program !== 'npm' ? `${program} ${name}` : `npm run ${name}`;
  const parts = [
    scripts?.get(`pre${name}`),
    [script, ...args.map(shownArgument)].join(' '),
    scripts?.get(`post${name}`),
  ];
  return lines(
    parts.filter((part): part is string => part !== undefined),
    link,
    [],
    { ...wrapper, frame: { ...frame, cwd: folder } },
  );
}

function manifestOf(program: string): string {
  return program === 'deno' ? 'deno.json' : program === 'composer' ? 'composer.json' : 'package.json';
}

/** The nearest folder upwards that has a manifest. */
function packageFolder(frame: Frame, reader: Reader, program: string): string | undefined {
  let folder = frame.cwd;
  while (folder !== undefined && reader.places.inside(folder) !== undefined) {
    if (textAt(`${folder}/${manifestOf(program)}`, reader) !== undefined) return folder;
    if (folder === reader.places.root) return undefined;
    folder = folder.slice(0, folder.lastIndexOf('/'));
  }
  return undefined;
}

function textAt(place: string, reader: Reader): string | undefined {
  const file = reader.places.inside(place);
  return file === undefined ? undefined : textOf(reader.view, file);
}

function fileText(names: readonly string[], option: string, wrapper: Wrapper): string {
  const { frame, reader, parsed } = wrapper;
  const named = parsed.flags.findLast((flag) => flag.id === option)?.value;
  for (const name of typeof named === 'string' ? [named] : names) {
    const place = reader.places.resolve(name, frame.cwd);
    const text = place === undefined ? undefined : textAt(place, reader);
    if (text !== undefined) return text;
  }
  return '';
}

function taskText(wrapper: Wrapper): string {
  return fileText(
    ['Taskfile.yml', 'Taskfile.yaml', 'taskfile.yml', 'taskfile.yaml', 'Taskfile.dist.yml'],
    '--taskfile',
    wrapper,
  );
}

function lines(commands: readonly string[], link: string, args: readonly string[], wrapper: Wrapper): boolean {
  const { frame, reader } = wrapper;
  const key = `${link} in ${frame.cwd ?? '?'}`;
  if (commands.length === 0) return false;
  if (reader.open.has(key)) return true;
  reader.open.add(key);
  for (const command of commands) {
    walkText(
      command,
      fork(frame, {
        depth: frame.depth + 1,
        chain: [...frame.chain, link],
        scripts: [...frame.scripts, link],
        positional: args,
      }),
      reader,
    );
  }
  reader.open.delete(key);
  return true;
}

import type { CommandLine } from '../../model/invocation.ts';
import type { RepoPath } from '../../model/path.ts';
import type { RepositoryView } from '../../repository/view.ts';
import { placesOf } from './places.ts';
import type { Frame, Reader } from './reader.ts';
import { withoutMarks } from './unknown.ts';
import { walkText } from './walk.ts';
import { asPosix } from './windows.ts';

/** Longest line that is read, in UTF-16 code units; a longer one is refused as a whole. */
export const MAX_LINE = 1_000_000;

/** Reads a command line: what it runs, which files it touches, what cannot be known. Never throws. */
export function readCommandLine(text: string, cwd: RepoPath, view: RepositoryView): CommandLine {
  const places = placesOf(view.root);
  const reader: Reader = {
    view,
    places,
    invocations: [],
    effects: [],
    unresolved: [],
    errors: [],
    pipes: new Map(),
    open: new Set(),
    steps: 0,
    text: 0,
  };
  if (text.length > MAX_LINE) {
    return {
      text,
      invocations: [],
      effects: [],
      unresolved: [text.slice(0, 200)],
      errors: ['the line is too long to be read'],
    };
  }
  const line = withoutMarks(text);
  const windows = asPosix(line);
  try {
    if (windows !== undefined) walkText(windows, newFrame(places.resolve(cwd || '.', places.root)), reader);
    if (windows === undefined || windows !== line) {
      const seen = new Set(reader.invocations.map((invocation) => invocation.program));
      const before = reader.invocations.length;
      const effects = reader.effects.length;
      walkText(line, newFrame(places.resolve(cwd || '.', places.root)), reader);
      if (windows !== undefined) forgetTwins(reader, before, effects, seen);
    }
  } catch (error) {
    reader.errors.push(`could not be read: ${error instanceof Error ? error.message : String(error)}`);
    reader.unresolved.push(line.slice(0, 200));
  }
  const { invocations, effects, unresolved, errors } = reader;
  return { text, invocations, effects, unresolved: [...new Set(unresolved)], errors: [...new Set(errors)] };
}

/** A line read both as POSIX and as Windows text names most commands twice; only other programs are news. */
function forgetTwins(reader: Reader, from: number, effects: number, seen: ReadonlySet<string | undefined>): void {
  const kept = reader.invocations.splice(from).filter((invocation) => !seen.has(invocation.program));
  reader.invocations.push(...kept);
  reader.effects.splice(effects);
}

function newFrame(cwd: string | undefined): Frame {
  return {
    cwd,
    folders: [],
    vars: new Map(),
    functions: new Map(),
    aliases: new Map(),
    positional: undefined,
    under: [],
    chain: [],
    scripts: [],
    depth: 0,
  };
}

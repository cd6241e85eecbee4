import type { RepoPath } from '../../../model/path.ts';
import { textOf } from '../../../repository/view.ts';
import { type Frame, fork, type Reader } from '../reader.ts';
import { walkText } from '../walk.ts';

const SHELL = /^#!.*\b(sh|bash|dash|zsh|ksh)\b/;

/** Reads a shell script of the repository as if it stood in the line. Returns the frame it ended in. */
export function readScriptFile(
  name: string,
  args: readonly string[],
  frame: Frame,
  reader: Reader,
  link: string,
): Frame | undefined {
  const place = reader.places.resolve(name, frame.cwd);
  const file = place === undefined ? undefined : reader.places.inside(place);
  const text = file === undefined ? undefined : textOf(reader.view, file);
  if (file === undefined || text === undefined || reader.open.has(file)) return undefined;
  return readOpen(file, text, args, frame, reader, link);
}

/** A program called by its path: if it is a shell script of the repository, what it runs. */
export function runRepositoryFile(file: RepoPath, args: readonly string[], frame: Frame, reader: Reader): void {
  const text = textOf(reader.view, file);
  if (text === undefined || reader.open.has(file) || !(SHELL.test(text) || file.endsWith('.sh'))) return;
  readOpen(file, text, args, fork(frame), reader, file);
}

function readOpen(
  file: RepoPath,
  text: string,
  args: readonly string[],
  frame: Frame,
  reader: Reader,
  link: string,
): Frame {
  reader.open.add(file);
  const inner: Frame = {
    ...frame,
    depth: frame.depth + 1,
    positional: args,
    chain: [...frame.chain, link],
    scripts: [...frame.scripts, file],
  };
  walkText(text, inner, reader);
  reader.open.delete(file);
  return inner;
}

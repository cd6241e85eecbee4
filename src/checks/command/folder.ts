import { type Arguments, flagValue } from './arguments.ts';
import type { Option } from './options.ts';
import type { ProgramSpec } from './programs.ts';
import type { Frame, Reader } from './reader.ts';

/** The frame moved to the folder that options name: `git -C x`, `npm --prefix x`, `pnpm --filter x`. */
export function inFolder(parsed: Arguments, frame: Frame, reader: Reader): Frame {
  const { spec } = parsed;
  if (spec === undefined || (spec.cwd.length === 0 && spec.workspace.length === 0)) return frame;
  let { cwd } = frame;
  let moved = false;
  for (const name of spec.cwd) {
    const option = definedAbove(spec, name);
    for (const flag of parsed.flags) {
      if (flag.option === undefined || flag.option !== option || flag.value === undefined) continue;
      cwd = flag.value === null ? undefined : reader.places.resolve(flag.value, cwd);
      moved = true;
    }
  }
  for (const option of spec.workspace) {
    const name = flagValue(parsed, option);
    if (name === undefined) continue;
    cwd = name === null ? undefined : workspaceFolder(name, frame, reader);
    moved = true;
  }
  return moved ? { ...frame, cwd } : frame;
}

/** The option as the level of the program defines it that says what it means: `git -C`, not `git branch -C`. */
function definedAbove(spec: ProgramSpec, name: string): Option | undefined {
  let level = spec;
  while (level.parent?.cwd.includes(name)) level = level.parent;
  return level.options.get(name);
}

/** The folder of a workspace package by its name or path; `undefined` where there is none or more than one. */
export function workspaceFolder(name: string, frame: Frame, reader: Reader): string | undefined {
  const bare = name.replace(/^[.{]*(?=[^./{])/, '').replace(/[.}]+$/, '');
  if (name.startsWith('.') || name.startsWith('/')) return reader.places.resolve(name, frame.cwd);
  const last = bare.slice(bare.lastIndexOf('/') + 1);
  const found = reader.view
    .files()
    .filter(
      (file) =>
        file === `${bare}/package.json` || file.endsWith(`/${last}/package.json`) || file === `${last}/package.json`,
    );
  const [only] = found;
  return found.length === 1 && only !== undefined
    ? reader.places.resolve(only.slice(0, -'/package.json'.length), reader.places.root)
    : undefined;
}

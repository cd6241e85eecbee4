import type { Touch } from '../../model/invocation.ts';
import { type Arguments, flagValue, hasFlag, holds, type Operand } from './arguments.ts';
import type { Touching } from './notation.ts';
import type { ProgramSpec } from './programs.ts';
import type { Frame, Reader } from './reader.ts';
import { touchOf } from './redirections.ts';
import { GAP } from './unknown.ts';
import { wildcard } from './wildcard.ts';

/** Files that one invocation may be said to touch; what goes beyond is not listed. */
const MAX_TOUCHES = 200;

/** Files that a program touches by what is known of it. Wildcards are matched with the files of the repository. */
export function touchesOf(parsed: Arguments, frame: Frame, reader: Reader): readonly Touch[] {
  const found: Touch[] = [];
  for (const spec of upwards(parsed.spec)) {
    for (const touching of spec.touches) {
      if (found.length < MAX_TOUCHES && holds(touching, parsed, spec)) add(touching, parsed, frame, reader, found);
    }
  }
  return found;
}

function* upwards(spec: ProgramSpec | undefined): Generator<ProgramSpec> {
  for (let level = spec; level; level = level.parent) yield level;
}

function add(touching: Touching, parsed: Arguments, frame: Frame, reader: Reader, found: Touch[]): void {
  if (touching.kind === 'copy' || touching.kind === 'rename') {
    transfer(touching.kind, parsed, frame, reader, found);
    return;
  }
  for (const name of namesOf(touching, parsed)) {
    for (const one of name === undefined ? [undefined] : expanded(name, frame, reader)) {
      const touch =
        one === undefined ? { kind: touching.kind, path: undefined } : touchOf(touching.kind, one, frame, reader);
      if (touch && found.length < MAX_TOUCHES) found.push(touch);
    }
  }
}

function namesOf(touching: Touching, parsed: Arguments): readonly (string | undefined)[] {
  // `sed -i '' s/a/b/ f` on BSD: the empty word is the ending of backups.
  const operands = parsed.operands
    .filter((operand) => operand.text !== '')
    .slice(touching.from)
    .map(nameOf);
  switch (touching.what) {
    case 'operands':
      return operands;
    case 'first':
      return operands.slice(0, 1);
    case 'last':
      return operands.slice(-1);
    case 'unknown':
      return [undefined];
    case 'dashed':
      return parsed.operands.filter((operand) => operand.dashed).map(nameOf);
    case 'remote': {
      const url = operands.findLast((operand) => operand?.includes('/'));
      return url === undefined ? [] : [url.replace(/[?#].*$/, '').replace(/^.*\//, '') || undefined];
    }
    default: {
      const value = flagValue(parsed, touching.what.replace(/=$/, ''));
      return value === undefined || value === '-' ? [] : [value ?? undefined];
    }
  }
}

function nameOf(operand: Operand): string | undefined {
  return operand.text === undefined || operand.text.includes(GAP) ? undefined : operand.text;
}

/** `cp a b`, `mv a b folder`, `-t folder`. */
function transfer(kind: 'copy' | 'rename', parsed: Arguments, frame: Frame, reader: Reader, found: Touch[]): void {
  const names = parsed.operands.map(nameOf);
  const folder = hasFlag(parsed, '--target-directory') ? flagValue(parsed, '--target-directory') : undefined;
  const sources = folder === undefined ? names.slice(0, -1) : names;
  const target = folder === undefined ? names.at(-1) : (folder ?? undefined);
  if (names.length === 0) return;
  const into =
    folder !== undefined || sources.length > 1 || (target?.endsWith('/') ?? false) || isFolder(target, frame, reader);
  for (const source of sources) {
    for (const from of source === undefined ? [undefined] : expanded(source, frame, reader)) {
      if (found.length >= MAX_TOUCHES) return;
      const to = target === undefined ? undefined : into ? `${target.replace(/\/$/, '')}/${baseOf(from)}` : target;
      const at = shown(from, frame, reader);
      if (kind === 'rename') found.push({ kind: 'rename', path: at, to: shown(to, frame, reader) });
      else {
        if (from !== undefined) found.push({ kind: 'read', path: at });
        const write =
          to === undefined ? { kind: 'write' as const, path: undefined } : touchOf('write', to, frame, reader);
        if (write) found.push(write);
      }
    }
  }
}

function baseOf(name: string | undefined): string {
  const bare = name?.replace(/\/+$/, '') ?? '';
  return bare.slice(bare.lastIndexOf('/') + 1);
}

function shown(name: string | undefined, frame: Frame, reader: Reader): string | undefined {
  const place = name === undefined ? undefined : reader.places.resolve(name, frame.cwd);
  return place === undefined ? undefined : reader.places.shown(place);
}

function isFolder(name: string | undefined, frame: Frame, reader: Reader): boolean {
  const place = name === undefined ? undefined : reader.places.resolve(name, frame.cwd);
  const inside = place === undefined ? undefined : reader.places.inside(place);
  return inside !== undefined && reader.view.kind(inside) === 'folder';
}

/** A name with wildcards becomes the files and folders that it fits; one that fits none stays as it is. */
function expanded(name: string, frame: Frame, reader: Reader): readonly string[] {
  if (!/[*?[]/.test(name) || name.length > 500) return [name];
  const place = reader.places.resolve(name, frame.cwd);
  const pattern = place === undefined ? undefined : reader.places.inside(place);
  if (pattern === undefined) return [name];
  const files = reader.view.files();
  if (files.length > 50_000) return [name];
  const depth = pattern.split('/').length;
  const test = wildcard(pattern.replaceAll('**', '*'));
  const fits = new Set<string>();
  const fixed = /^[^*?[]*/.exec(pattern)?.[0] ?? '';
  for (const file of files) {
    if (!file.startsWith(fixed)) continue;
    const parts = file.split('/');
    if (parts.length < depth) continue;
    const head = parts.slice(0, depth).join('/');
    if (!fits.has(head) && test(head)) fits.add(head);
    if (fits.size >= MAX_TOUCHES) break;
  }
  return fits.size === 0 ? [name] : [...fits].map((path) => `${reader.places.root}/${path}`);
}

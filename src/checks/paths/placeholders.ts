import picomatch from 'picomatch';
import { folderOf, nameOf, type RepoPath } from '../../model/path.ts';

/** What the placeholders of a companion stand for, for one file. */
export type Parts = Readonly<Record<string, string>>;

/**
 * {dir} {name} {stem} {ext} {path} of a file, {1} {2} … for the stars (and braces) of the first include glob that
 * matches it, and {holds.1} … for the groups of a match of `holds`.
 */
export function partsOf(path: RepoPath, include: readonly string[], groups: readonly string[] = []): Parts {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  const parts: Record<string, string> = {
    path,
    dir: folderOf(path),
    name,
    stem: dot > 0 ? name.slice(0, dot) : name,
    ext: dot > 0 ? name.slice(dot + 1) : '',
  };
  for (const glob of include) {
    const stars = picomatch.makeRe(glob.replace(/^\.?\//, ''), { dot: true, capture: true }).exec(path);
    if (!stars) continue;
    for (const [index, star] of stars.slice(1).entries()) parts[`${index + 1}`] = star ?? '';
    break;
  }
  for (const [index, group] of groups.slice(1).entries()) parts[`holds.${index + 1}`] = group;
  return parts;
}

const PLACEHOLDER = /\{(path|dir|name|stem|ext|\d+|holds\.\d+)\}/g;

/** Puts the parts into a text. An empty {dir} takes its slash along. */
export function fill(template: string, parts: Parts, quote: (part: string) => string = (part) => part): string {
  return template
    .replace(/\{(dir|\d+)\}\//g, (whole, key: string) => (parts[key] === '' ? '' : whole))
    .replace(PLACEHOLDER, (_whole, key: string) => quote(parts[key] ?? ''));
}

/** Puts the parts into a glob as literal text. */
export function fillGlob(template: string, parts: Parts): string {
  return fill(template, parts, (part) => part.replace(/[\\*?[\]{}()!+@|]/g, '\\$&'));
}

/** The glob of all files that a template can name; `undefined` where that would be nearly any file. */
export function generalised(template: string): string | undefined {
  const glob = template
    .replace(/\{(?:dir|path)\}\//g, '**/')
    .replace(/\{(?:dir|path)\}/g, '**')
    .replace(PLACEHOLDER, '*');
  const last = glob.slice(glob.lastIndexOf('/') + 1);
  return template !== glob && /\w/.test(last.replace(/\*(?:\.\*)?/g, '')) ? glob : undefined;
}

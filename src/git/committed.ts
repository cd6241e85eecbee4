import type { RepoPath } from '../model/path.ts';
import { decode } from '../repository/decode.ts';
import { askGit, runGit } from './run.ts';

/** The texts of these files in the last commit; files that it does not have, or that are no text, are absent. */
export function committedTexts(root: string, paths: readonly RepoPath[]): ReadonlyMap<RepoPath, string> {
  const texts = new Map<RepoPath, string>();
  const asked = paths.filter((path) => !path.includes('\n'));
  if (asked.length === 0 || askGit(root, ['rev-parse', '--verify', '-q', 'HEAD']) === undefined) return texts;
  const { out } = runGit(root, ['cat-file', '--batch'], { input: asked.map((path) => `HEAD:./${path}\n`).join('') });
  let at = 0;
  for (const path of asked) {
    const end = out.indexOf(10, at);
    const [, kind, size] = out.toString('utf8', at, end).split(' ');
    if (kind !== 'blob' || size === undefined) {
      at = end + 1;
      continue;
    }
    const content = decode(out.subarray(end + 1, end + 1 + Number(size)));
    if (content.kind === 'text') texts.set(path, content.text);
    at = end + 2 + Number(size);
  }
  return texts;
}

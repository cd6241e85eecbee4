import type { Mention } from '../../../model/intent.ts';
import { nameOf, type RepoPath } from '../../../model/path.ts';
import type { RepositoryFacts } from '../../../repository/facts.ts';

/** Nouns that say that a name is a part of the repository. */
const HEADS = new Set(
  'package packages app apps application applications module modules crate crates folder folders directory directories library libraries workspace workspaces project projects service services layer layers code codebase'.split(
    ' ',
  ),
);
const IDLE = new Set('the a an our all any each every this that these those new of shared workspace local'.split(' '));

/**
 * The part of the repository that plain words mean: "the CLI package" → `packages/cli`, "the Store app" →
 * `apps/store`, "Acme core" → the package `@acme/core`, "modules" → `modules`. `undefined` unless it is only one.
 */
export function areaOf(words: readonly string[], facts: RepositoryFacts): Mention | undefined {
  const plain = words.map((word) => word.toLowerCase()).filter((word) => !IDLE.has(word));
  const head = plain.at(-1) ?? '';
  const name = HEADS.has(head) && plain.length > 1 ? plain.slice(0, -1) : plain;
  if (name.length === 0 || name.length > 3 || (head.startsWith('code') && ANYWHERE.test(name.join(' '))))
    return undefined;
  const key = keyOf(name.join('-'));
  const text = words.join(' ');
  const packages = facts.packages().filter((each) => each.folder !== '');
  const exact = packages.filter((each) => keyOf(each.name) === key);
  const inner = name.length < plain.length ? packages.filter((each) => keyOf(nameOf(each.folder)) === key) : [];
  const [found, ...others] = exact.length > 0 ? exact : inner;
  if (found && others.length === 0) return area(text, found.folder);
  if (found) return undefined;
  const keys = new Set([key, ...(name.length < plain.length ? [`${key}s`] : [])]);
  const called = [...facts.folders()].filter((folder) => keys.has(keyOf(nameOf(folder))));
  const near = called.filter((folder) => depth(folder) <= 3);
  const folders = near.length > 0 ? near : called.filter((folder) => depth(folder) <= 6 && !ASIDE.test(folder));
  const top = folders.filter((folder) => depth(folder) === 1);
  const [only] = folders.length === 1 || top.length !== 1 ? folders : top;
  if (only === undefined || (folders.length > 1 && top.length !== 1)) return undefined;
  // A bare noun is a folder's name only where the folder holds such things (`modules/a`, `modules/b`), or as a part
  // that programs are commonly made of.
  const bare = plain.length === 1 && (isCollection(only, facts) || (PARTS.has(head) && depth(only) <= 2));
  return name.length < plain.length || bare ? area(text, only) : undefined;
}

/** Code that lies in no folder of its own, though one may be called so. */
const ANYWHERE = /^(?:source|production|existing|example|sample|business|dead|user|new|test|legacy|generated)$/;
const PARTS: ReadonlySet<string> = new Set(
  'frontend backend server client web api mobile desktop cli worker admin'.split(' '),
);
const ASIDE = /(?:^|\/)(?:docs?|tests?|__tests__|__mocks__|specs?|e2e|fixtures?|examples?|templates?|dist)(?:\/|$)/;

/** Is every child of the folder a thing of its kind, each with its own files? */
export function isCollection(folder: RepoPath, facts: RepositoryFacts): boolean {
  if (!nameOf(folder).endsWith('s')) return false;
  const children = [...facts.folders()].filter(
    (each) => each.startsWith(`${folder}/`) && depth(each) === depth(folder) + 1,
  );
  return children.length >= 2;
}

function area(text: string, folder: RepoPath): Mention {
  return { kind: 'path', text, globs: [`${folder}/**`], exists: true, folder: true };
}

function depth(folder: RepoPath): number {
  return folder.split('/').length;
}

/** `@acme/router-core`, "Acme router core" and `acme_router_core` are the same name. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/^@/, '')
    .replaceAll(/[\s/_.-]+/g, '-');
}

/** The files of the parts that plain words among these mentions stand for: "in the web app", "the frontend". */
export function filesOfAreas(mentions: readonly Mention[], facts: RepositoryFacts): readonly string[] {
  return mentions.flatMap((mention) => {
    // "In `src`": a folder at the top goes without a slash, too.
    if (mention.kind === 'code' && facts.folders().has(mention.text as RepoPath) && !mention.text.includes('/'))
      return [`${mention.text}/**`];
    const found = mention.kind === 'phrase' ? areaOf(mention.text.split(' '), facts) : undefined;
    return found?.kind === 'path' ? found.globs : [];
  });
}

/** The part that a label begins with: "Store app path alias" → "Store app". */
export function leadingArea(words: readonly string[], facts: RepositoryFacts): Mention | undefined {
  for (let length = Math.min(words.length, 4); length > 1; length -= 1) {
    const found = areaOf(words.slice(0, length), facts);
    if (found) return found;
  }
  return undefined;
}

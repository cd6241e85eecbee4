import type { RepoPath } from '../model/path.ts';
import type { Scope } from '../model/rule.ts';
import type { Format } from './formats.ts';
import type { FrontMatter } from './front-matter.ts';

/** When a host applies a file: to the files of its scope, or only when a person asks for it. */
export type Application = { readonly kind: 'applies'; readonly scope?: Scope } | { readonly kind: 'on-request' };

/** Where the directives of a file hold: the folder it governs, cut with the globs of its front matter. */
export function applicationOf(format: Format, folder: RepoPath, front: FrontMatter): Application {
  switch (format) {
    case 'cursor-rules': {
      if (front.alwaysApply === true) return within(folder, []);
      const globs = globsOf(front.globs);
      const silent = globs.length === 0 && !front.description && front.alwaysApply === false;
      return silent ? { kind: 'on-request' } : within(folder, globs);
    }
    case 'claude-rules':
      return within(folder, globsOf(front.paths ?? front.globs));
    case 'copilot-instructions':
      return within(folder, globsOf(front.applyTo));
    case 'windsurf-rules':
      if (front.trigger === 'manual') return { kind: 'on-request' };
      return within(folder, front.trigger === 'always_on' ? [] : globsOf(front.globs));
    case 'kiro':
      if (front.inclusion === 'manual') return { kind: 'on-request' };
      return within(folder, front.inclusion === 'always' ? [] : globsOf(front.fileMatchPattern));
    case 'augment':
      return front.type === 'manual' ? { kind: 'on-request' } : within(folder, []);
    case 'cline':
      return within(folder, globsOf(front.paths));
    default:
      return within(folder, []);
  }
}

function within(folder: RepoPath, globs: readonly string[]): Application {
  const include = globs.filter((glob) => !glob.startsWith('!')).map((glob) => anchored(folder, glob));
  const exclude = globs.filter((glob) => glob.startsWith('!')).map((glob) => anchored(folder, glob.slice(1)));
  const everywhere = include.length === 0 || include.some((glob) => glob === '**' || glob === '**/*');
  const base = everywhere ? (folder === '' ? [] : [`${escaped(folder)}/**`]) : include;
  if (base.length === 0 && exclude.length === 0) return { kind: 'applies' };
  return {
    kind: 'applies',
    scope: { ...(base.length > 0 && { include: base }), ...(exclude.length > 0 && { exclude }) },
  };
}

/** A glob without a slash means any depth, as editors read it. */
function anchored(folder: RepoPath, glob: string): string {
  const bare = glob.replaceAll('\\', '/').replace(/^\.?\//, '');
  const deep = bare === '*' ? '**' : bare.includes('/') || bare === '**' ? bare : `**/${bare}`;
  return folder === '' ? deep : `${escaped(folder)}/${deep}`;
}

function escaped(folder: string): string {
  return folder.replace(/[*?[\]{}()!+@\\]/g, '\\$&');
}

/** Globs as editors write them: a list, or one string with commas (not those inside braces). */
function globsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(globsOf);
  if (typeof value !== 'string') return [];
  const text = value.trim().replace(/^\[(.*)\]$/, '$1');
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const char of text) {
    if (char === '{') depth++;
    if (char === '}') depth--;
    if (char === ',' && depth <= 0) {
      parts.push(part);
      part = '';
    } else part += char;
  }
  return [...parts, part].map((glob) => glob.trim().replace(/^(["'])(.*)\1$/, '$2')).filter((glob) => glob !== '');
}

/** The scope that holds wherever one of two holds. */
export function eitherScope(a: Scope | undefined, b: Scope | undefined): Scope | undefined {
  if (!a || !b) return undefined;
  const include = a.include && b.include ? [...new Set([...a.include, ...b.include])] : undefined;
  const exclude = a.exclude?.filter((glob) => b.exclude?.includes(glob));
  if (!include && !exclude?.length) return undefined;
  return { ...(include && { include }), ...(exclude?.length && { exclude }) };
}

/** Does the first scope hold wherever the second does? Decided by the globs as written. */
export function covers(wide: Scope | undefined, narrow: Scope | undefined): boolean {
  if (!wide) return true;
  if (wide.exclude?.some((glob) => !narrow?.exclude?.includes(glob))) return false;
  if (!wide.include) return true;
  const roots = wide.include;
  return (
    narrow?.include?.every((glob) =>
      roots.some((root) => root === glob || (root.endsWith('/**') && glob.startsWith(root.slice(0, -2)))),
    ) ?? false
  );
}

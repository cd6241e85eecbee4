import type { Directive } from '../model/directive.ts';
import { folderOf, joinRepoPath, type RepoPath } from '../model/path.ts';
import type { Scope } from '../model/rule.ts';
import type { Settings } from '../model/settings.ts';
import type { RepositoryView } from '../repository/view.ts';
import { discover } from './discover.ts';
import type { Format } from './formats.ts';
import { readFrontMatter } from './front-matter.ts';
import { proseHash } from './hash.ts';
import { importMentions, isProse, looksLikeProse, MAX_IMPORT_DEPTH } from './imports.ts';
import { applicationOf, covers, eitherScope } from './scope.ts';
import { statementsOf } from './statements.ts';

/** Instruction files above this size (bytes of UTF-8) are not read. */
export const MAX_PROSE_BYTES = 1024 * 1024;

export interface InstructionFile {
  readonly path: RepoPath;
  readonly hash: string;
  readonly format: Format;
  readonly scope?: Scope;
  /** The file that holds the same text for the same scope and was read in its stead (a link or a copy). */
  readonly sameAs?: RepoPath;
  /** Applies only when a person asks for it; gives no directives. */
  readonly onRequest?: true;
}

export interface Warning {
  readonly file: RepoPath;
  /** 1-based. */
  readonly line?: number;
  readonly message: string;
}

export interface Instructions {
  readonly files: readonly InstructionFile[];
  readonly directives: readonly Directive[];
  readonly warnings: readonly Warning[];
}

interface Loaded {
  readonly path: RepoPath;
  readonly format: Format;
  readonly text: string;
  readonly bodyAt: number;
  scope: Scope | undefined;
  readonly onRequest: boolean;
}

/** Reads all instruction files that govern the repository: every statement of theirs, in order of files and lines. */
export function readInstructions(view: RepositoryView, settings: Settings): Instructions {
  const warnings: Warning[] = [];
  const loaded = new Map<RepoPath, Loaded>();
  for (const { path, format, folder } of discover(view, settings)) {
    const file = load(view, path, warnings);
    if (!file) continue;
    const application = applicationOf(format, folder, file.front);
    loaded.set(path, {
      path,
      format,
      text: file.text,
      bodyAt: file.bodyAt,
      scope: application.kind === 'applies' ? application.scope : undefined,
      onRequest: application.kind === 'on-request',
    });
    if (application.kind === 'on-request')
      warnings.push({ file: path, line: 1, message: 'applies only when asked for, so no rules are made of it' });
  }
  for (const file of [...loaded.values()]) {
    if (file.format === 'claude' || file.format === 'claude-rules' || file.format === 'gemini')
      follow(file, 1, view, loaded, warnings);
  }
  return gather([...loaded.values()].sort(byPath), warnings);
}

function follow(
  from: Loaded,
  depth: number,
  view: RepositoryView,
  loaded: Map<RepoPath, Loaded>,
  warnings: Warning[],
  trail: readonly RepoPath[] = [],
): void {
  for (const { target, line } of importMentions(from.text)) {
    const path = joinRepoPath(folderOf(from.path), target);
    if (path === undefined || target.startsWith('~')) {
      if (looksLikeProse(target))
        warnings.push({ file: from.path, line, message: `@${target} lies outside the repository and is not read` });
      continue;
    }
    if (path === from.path || trail.includes(path)) continue;
    if (view.kind(path) !== 'file') {
      if (looksLikeProse(target))
        warnings.push({ file: from.path, line, message: `@${target}: there is no such file` });
      continue;
    }
    if (!isProse(path)) continue;
    if (view.ignored(path)) {
      warnings.push({ file: from.path, line, message: `@${target} is ignored by git and is not read` });
      continue;
    }
    if (depth > MAX_IMPORT_DEPTH) {
      warnings.push({
        file: from.path,
        line,
        message: `@${target} is imported deeper than ${MAX_IMPORT_DEPTH} and is not read`,
      });
      continue;
    }
    const known = loaded.get(path);
    if (known) known.scope = eitherScope(known.scope, from.scope);
    const file = known ?? imported(path, from, view, warnings);
    if (!file) continue;
    loaded.set(path, file);
    follow(file, depth + 1, view, loaded, warnings, [...trail, from.path]);
  }
}

function imported(path: RepoPath, by: Loaded, view: RepositoryView, warnings: Warning[]): Loaded | undefined {
  const file = load(view, path, warnings);
  return (
    file && {
      path,
      format: 'import',
      text: file.text,
      bodyAt: file.bodyAt,
      scope: by.scope,
      onRequest: by.onRequest,
    }
  );
}

function load(view: RepositoryView, path: RepoPath, warnings: Warning[]) {
  const content = view.read(path);
  if (content === undefined) return undefined;
  if (content.kind === 'unreadable') {
    warnings.push({ file: path, line: 1, message: `not read: ${content.reason}` });
    return undefined;
  }
  if (Buffer.byteLength(content.text) > MAX_PROSE_BYTES) {
    warnings.push({ file: path, line: 1, message: 'not read: larger than 1 MiB' });
    return undefined;
  }
  const front = readFrontMatter(content.text);
  for (const problem of front.problems) warnings.push({ file: path, ...problem });
  return { text: content.text, bodyAt: front.end, front: front.values };
}

function gather(loaded: readonly Loaded[], warnings: Warning[]): Instructions {
  const files: InstructionFile[] = [];
  const directives: Directive[] = [];
  // The widest scope first, so that a link into a narrower folder is the one left out.
  const readAs = new Map<string, Loaded[]>();
  const instead = (file: Loaded): Loaded | undefined =>
    readAs
      .get(proseHash(file.text))
      ?.find((other) => other !== file && other.onRequest === file.onRequest && covers(other.scope, file.scope));
  for (const file of [...loaded].sort((a, b) => narrowness(a) - narrowness(b))) {
    const hash = proseHash(file.text);
    if (!instead(file)) readAs.set(hash, [...(readAs.get(hash) ?? []), file]);
  }
  for (const file of loaded) {
    const hash = proseHash(file.text);
    const same = readAs.get(hash)?.includes(file) ? undefined : instead(file);
    files.push({
      path: file.path,
      hash,
      format: file.format,
      ...(file.scope && { scope: file.scope }),
      ...(same && { sameAs: same.path }),
      ...(file.onRequest && { onRequest: true }),
    });
    if (!same && !file.onRequest) directives.push(...directivesOf(file, warnings));
  }
  return { files, directives, warnings };
}

function directivesOf(file: Loaded, warnings: Warning[]): readonly Directive[] {
  // The front matter is blanked, not cut off, so that lines and columns stay those of the file.
  const body = file.text.slice(0, file.bodyAt).replace(/[^\r\n]/g, ' ') + file.text.slice(file.bodyAt);
  try {
    const onLine = new Map<number, number>();
    return statementsOf(body).map((statement) => {
      const { line } = statement.source;
      const count = (onLine.get(line) ?? 0) + 1;
      onLine.set(line, count);
      return {
        ...statement,
        id: `${file.path}:${line}${count > 1 ? `#${count}` : ''}`,
        source: { file: file.path, ...statement.source },
        ...(file.scope && { scope: file.scope }),
      };
    });
  } catch (error) {
    const message = `cannot be read as Markdown: ${error instanceof Error ? error.message : String(error)}`;
    warnings.push({ file: file.path, line: 1, message });
    return [];
  }
}

function narrowness(file: Loaded): number {
  return file.scope ? Math.min(...(file.scope.include ?? ['']).map((glob) => 1 + glob.length)) : 0;
}

function byPath(a: Loaded, b: Loaded): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

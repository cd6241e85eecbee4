import { Failure, type FailureCode } from '../model/failure.ts';
import { repoPath } from '../model/path.ts';
import type { RepositoryView } from '../repository/view.ts';

export const RULEBOOK = repoPath('.bylaw/rulebook.yaml');
export const SETTINGS = repoPath('bylaw.yaml');
export const WRITTEN_RULES = repoPath('.bylaw/rules');

/** The files that say which rules are in force, as they stand; `undefined` for one that is not there. */
export interface OwnTexts {
  readonly settings: string | undefined;
  readonly rulebook: string | undefined;
  /** Those under `.bylaw/rules/`, by name. */
  readonly written: readonly { readonly file: string; readonly text: string }[];
}

/** Throws a Failure (`invalid-settings`, `invalid-rulebook`, `invalid-rule-file`) for a file that cannot be read. */
export function ownTexts(view: RepositoryView): OwnTexts {
  return { settings: settingsText(view), rulebook: rulebookText(view), written: writtenTexts(view) };
}

export function settingsText(view: RepositoryView): OwnTexts['settings'] {
  return textAt(view, SETTINGS, 'invalid-settings');
}

export function rulebookText(view: RepositoryView): OwnTexts['rulebook'] {
  return textAt(view, RULEBOOK, 'invalid-rulebook');
}

export function writtenTexts(view: RepositoryView): OwnTexts['written'] {
  // Listing a large tree takes most of a second: most repositories have no such folder.
  if (view.kind(WRITTEN_RULES) !== 'folder') return [];
  const files = view.files().filter((path) => path.startsWith(`${WRITTEN_RULES}/`) && /\.ya?ml$/.test(path));
  return files.flatMap((file) => {
    const text = textAt(view, file, 'invalid-rule-file');
    return text === undefined ? [] : [{ file, text }];
  });
}

function textAt(view: RepositoryView, path: ReturnType<typeof repoPath>, code: FailureCode): string | undefined {
  const content = view.read(path);
  if (content?.kind === 'unreadable')
    throw new Failure(code, `cannot be read: ${content.reason}`, { place: `${path}:1:1` });
  return content?.text;
}

import { Failure } from '../model/failure.ts';
import type { RepoPath } from '../model/path.ts';
import type { Settings } from '../model/settings.ts';
import type { RepositoryView } from '../repository/view.ts';
import { adoptedFile, moveAdopted } from './adoption.ts';
import { type Draft, draftFiles, type Malformed, readDrafts } from './draft-files.ts';
import { type Examined, examine, type House } from './examine.ts';

/** What the gates said of all drafts in some files. */
export interface Hearing {
  readonly malformed: readonly Malformed[];
  readonly examined: readonly Examined[];
  /** Those without objections. */
  readonly proven: readonly Examined[];
}

/** Hears the drafts of these files; of all draft files, if none is named. Throws a Failure for a file that is not there. */
export async function hear(
  house: House,
  files: readonly RepoPath[],
  progress?: { readonly start: (drafts: number) => void; readonly advance: () => void },
): Promise<Hearing> {
  for (const file of files) {
    if (house.view.kind(file) !== 'file') throw new Failure('unreadable', 'there is no such file', { place: file });
  }
  const { drafts, malformed } = readDrafts(
    files.length > 0 ? files : draftFiles(house.view),
    house.view,
    house.directives,
  );
  progress?.start(drafts.length);
  const examined = await examine(drafts, house, progress?.advance);
  return { malformed, examined, proven: examined.filter(({ objections }) => objections.length === 0) };
}

/** Has every draft proved itself? */
export function isClean({ malformed, examined, proven }: Hearing): boolean {
  return malformed.length === 0 && proven.length === examined.length;
}

/** What an agent may adopt without a person: all that is proven and not widely broken, where the settings let it. */
export function adoptAlone({ proven }: Hearing, settings: Settings, view: RepositoryView): readonly Draft[] {
  if (settings.adopt !== 'agent') return [];
  const mine = proven.filter(({ standing }) => standing?.wide !== true).map(({ draft }) => draft);
  moveAdopted(mine, view);
  return mine;
}

/** A hearing as data, with what was adopted of it. */
export function hearingJson({ malformed, examined, proven }: Hearing, adopted: readonly Draft[]): HearingJson {
  const waiting = proven.filter(({ draft }) => !adopted.includes(draft));
  return {
    adopted: adopted.map(({ rule, file }) => ({ id: rule.id, file: adoptedFile(rule), from: file })),
    waiting: waiting.map(({ draft, standing }) => ({ id: draft.rule.id, file: draft.file, standing })),
    refused: [
      ...malformed.map(({ file, id, objection }) => ({ file, id, objections: [objection] })),
      ...examined
        .filter(({ objections }) => objections.length > 0)
        .map(({ draft, objections, standing }) => ({ file: draft.file, id: draft.rule.id, objections, standing })),
    ],
  };
}

export interface HearingJson {
  readonly adopted: readonly object[];
  readonly waiting: readonly object[];
  readonly refused: readonly object[];
}

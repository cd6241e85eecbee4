import type { Intent } from '../../../model/intent.ts';
import { readFrameworkFree } from '../code/framework-free.ts';
import { readMembers } from '../conduct/members.ts';
import { readClosed, readNoNewPages } from '../files/closed.ts';
import { readOldVersions } from '../files/old-versions.ts';
import { readPlace } from '../files/placements.ts';
import { readProjectNames } from '../files/project-names.ts';
import { readSingleSource, readSingleton } from '../files/single-source.ts';
import { readTestSplit } from '../files/test-split.ts';
import type { ReadClause } from '../setting.ts';

/** What only the repository makes clear: which versions are old, which packages are the core, where tests are split. */
export function readOfRepository(read: ReadClause): readonly Intent[] | undefined {
  return (
    readOldVersions(read) ??
    readFrameworkFree(read) ??
    readMembers(read) ??
    readProjects(read) ??
    readTestSplit(read) ??
    readSingleSource(read) ??
    readSingleton(read) ??
    readNoNewPages(read) ??
    readClosed(read)
  );
}

/** Where projects lie is often said along with how they are named. */
function readProjects(read: ReadClause): readonly Intent[] | undefined {
  const named = readProjectNames(read);
  return named && [...named, ...(readPlace(read) ?? [])];
}

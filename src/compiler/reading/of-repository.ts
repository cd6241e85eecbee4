import type { Intent } from '../../model/intent.ts';
import { readClosed, readNoNewPages } from './closed.ts';
import { readFrameworkFree } from './framework-free.ts';
import { readMembers } from './members.ts';
import { readOldVersions } from './old-versions.ts';
import { readPlace } from './placements.ts';
import { readProjectNames } from './project-names.ts';
import type { ReadClause } from './setting.ts';
import { readSingleSource, readSingleton } from './single-source.ts';
import { readTestSplit } from './test-split.ts';

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

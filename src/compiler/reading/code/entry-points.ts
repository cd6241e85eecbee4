import type { Intent, Mention } from '../../../model/intent.ts';
import { nameOf, type RepoPath } from '../../../model/path.ts';
import { areaOf } from '../naming/areas.ts';
import type { Knowledge } from '../naming/knowledge.ts';
import { targetsOf } from '../naming/targets.ts';
import type { ReadClause } from '../setting.ts';

/** The file that stands for all of a part, as prose calls it. */
const DOOR =
  /\b(?:through|via|from|by|using)\b[^.;]*?(?:`((?:index|mod|__init__|main|public-api|public_api)(?:\.\w+)?)`|\b(?:(?:public|root|top-level) )?(?:index|barrel|entry[- ]?point|public (?:api|interface|surface|exports?))\b)/i;
/** That nothing else of it is imported. */
const ALONE =
  /\b(?:only|exclusively|solely)\b|\b(?:never|not|don['’]t|no|avoid)\b[^.;]*\b(?:internals?|internal (?:files?|modules?)|deep(?:ly)?|private|reach(?:ing)? into|inside)\b/i;
const PARTS = /\b(features?|modules?|packages?|slices?|domains?|plugins?|areas?|components?|services?|contexts?)\b/i;

/** "Import features only through their `index.ts`", "Never import another module's internals, only from its index". */
export function readEntryPoints(read: ReadClause): readonly Intent[] | undefined {
  const { setting, clause } = read;
  const { statement, knowledge } = setting;
  if (!/\bimport/i.test(statement) || !ALONE.test(statement)) return undefined;
  const door = DOOR.exec(statement);
  if (!door) return undefined;
  const named = targetsOf([...clause.subject, ...clause.body], statement, knowledge).filter(isCollection);
  const spoken = PARTS.exec(statement.replaceAll(/`[^`]*`/g, ''))?.[1]?.toLowerCase();
  const area = spoken === undefined ? undefined : areaOf([`${spoken.replace(/s$/, '')}s`], knowledge.facts);
  const from = named.length === 1 ? named : area ? [area] : [];
  const entries = entriesOf(from, door[1], knowledge);
  if (from.length !== 1 || entries.length === 0) return undefined;
  const to = entries.map((text): Mention => ({ kind: 'code', text }));
  return [
    { ...read.common, reach: { ...setting.reach, unclear: [] }, shape: 'depend', how: 'entries', from, to, except: [] },
  ];
}

/** A folder of parts: `src/features`, `src/features/*`. */
function isCollection(mention: Mention): boolean {
  return mention.kind === 'path' && (mention.folder || /\/\*\/?$/.test(mention.text));
}

/** The file that is named, or the one of those that are usual which most of the parts have. */
function entriesOf(from: readonly Mention[], name: string | undefined, { facts }: Knowledge): readonly string[] {
  if (name?.includes('.')) return [name];
  const [folder] = from
    .flatMap((each) => (each.kind === 'path' ? each.globs : []))
    .map((glob) => glob.replace(/\/\*.*$/, ''));
  if (folder === undefined) return [];
  const usual = /^(?:index\.[cm]?[jt]sx?|__init__\.py|mod\.rs|public[-_]api\.ts)$/;
  const doors = facts.view
    .files()
    .filter((file) => file.startsWith(`${folder}/`) && file.slice(folder.length + 1).split('/').length === 2)
    .map((file) => nameOf(file as RepoPath))
    .filter((file) => usual.test(file) && (name === undefined || file.startsWith(`${name}.`)));
  return [...new Set(doors)];
}

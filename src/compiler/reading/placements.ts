import type { Intent, Mention } from '../../model/intent.ts';
import type { Clause } from './clause.ts';
import { readItems } from './mention.ts';
import { isThing, type ReadClause } from './setting.ts';
import { stretch } from './tokens.ts';

const PLACING = new Set(
  'place put live lives belong go goes reside sit locate located placed store keep colocate co-locate be stay stays add create write'.split(
    ' ',
  ),
);
const BESIDE =
  /\b(?:next to|alongside|beside|side[- ]by[- ]side|co-?located|adjacent to|in the same (?:folder|directory|package) as)\b/i;

/** "Components live in `src/components`", "Tests go next to the file they test", "Tests in `tests/`". */
export function readPlace(read: ReadClause): readonly Intent[] | undefined {
  const { clause, common, setting } = read;
  const gone = readGone(read);
  if (gone) return gone;
  if (clause.verb !== undefined && !PLACING.has(clause.verb)) return undefined;
  const adds = clause.verb !== undefined && ['add', 'create', 'write'].includes(clause.verb);
  const near = clause.adjuncts.filter((each) => ['in', 'beside', 'to'].includes(each.relation));
  const mentionsOf = (tokens: Clause['object']) =>
    readItems(tokens, setting.statement, setting.knowledge).flatMap((item) => item.mentions);
  const spoken = stretch([...clause.subject, ...clause.body], setting.statement);
  const beside = near.some((each) => each.relation === 'beside') || BESIDE.test(spoken);
  const under = near
    .flatMap((adjunct) => mentionsOf(adjunct.tokens))
    .filter(
      (mention) =>
        (mention.kind === 'path' && mention.folder) || (mention.kind === 'package' && mention.folder !== undefined),
    );
  const named = read.subject.length > 0 ? read.subject : read.object;
  const what = named.length > 0 ? named : read.label;
  if (what.length === 0 || (under.length === 0 && !beside)) return undefined;
  // "Add a button to `src/x`" tells of a task; of kinds of files it tells where they go.
  if (adds && !what.every((each) => each.kind === 'files')) return undefined;
  const bare = clause.verb === undefined && !clause.explicit;
  if (bare && !what.some((each) => each.kind === 'files')) return undefined;
  const pattern = [
    ...mentionsOf(clause.examples),
    ...near.flatMap((each) => mentionsOf(each.tokens)),
    ...read.object,
  ].filter((each) => each.kind === 'path' && /\*/.test(each.text) && !each.folder);
  const inherited = { ...common, reach: setting.reach };
  const told = bare || clause.polarity === 'neutral';
  return [
    {
      ...inherited,
      shape: 'place',
      what: [...what.filter(isThing), ...pattern.filter((each) => !what.includes(each))],
      words: read.words,
      under,
      beside,
      ...(told && { told }),
    },
  ];
}

/** "Service code no longer lives under `core/services`": nothing new comes there. */
function readGone(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting, common } = read;
  if (!/\bno longer (?:live|lives|belong|belongs|go|goes|reside|resides|sit|sits)\b/i.test(setting.statement))
    return undefined;
  const files = clause.adjuncts
    .filter((each) => each.relation === 'in')
    .flatMap((each) => readItems(each.tokens, setting.statement, setting.knowledge).flatMap((item) => item.mentions))
    .filter((mention) => mention.kind === 'path');
  return files.length > 0 ? [{ ...common, reach: setting.reach, shape: 'absent', files }] : undefined;
}

/** "Avoid `app/services/`", "no files under `legacy/`": nothing new comes there. */
export function readAbsence(read: ReadClause): readonly Intent[] | undefined {
  const { clause, object, common, setting, places } = read;
  const verbs = [
    undefined,
    'use',
    'create',
    'add',
    'put',
    'place',
    'write',
    'store',
    'leave',
    'introduce',
    'keep',
    'have',
  ];
  if (!verbs.includes(clause.verb) || clause.contrast.length > 0 || /\bimports?\b/i.test(setting.statement))
    return undefined;
  const folders = object.filter(
    (mention): mention is Extract<Mention, { kind: 'path' }> =>
      mention.kind === 'path' && mention.folder && mention.text.includes('/'),
  );
  if (
    clause.verb !== 'add' &&
    folders.length > 0 &&
    folders.length === object.length &&
    (clause.verb === undefined || clause.verb === 'use')
  )
    return [{ ...common, reach: setting.reach, shape: 'absent', files: folders }];
  const inside = places.filter((mention) => mention.kind === 'path' && (mention.folder || mention.text.endsWith('/')));
  if (inside.length === 0 || clause.subject.length > 0) return undefined;
  const words = clause.object.filter((token) => token.kind === 'word').map((token) => token.low);
  const anyFile =
    words.length > 0 &&
    words.every((word) =>
      /^(?:new|any|other|more|additional|source|code|files?|modules?|scratch|temporary|temp|generated|the|own|logic|things?|anything)$/.test(
        word,
      ),
    ) &&
    words.some((word) => /^(?:files?|modules?|code|logic|things?|anything)$/.test(word));
  const kinds = object.filter(
    (mention) =>
      mention.kind === 'files' ||
      (mention.kind === 'path' && /^(?:\*?\.|\*\*\/)/.test(mention.text) && !mention.folder),
  );
  if (kinds.length === 0 && !(anyFile && object.every((mention) => !isThing(mention)))) return undefined;
  return [{ ...common, reach: setting.reach, shape: 'absent', files: inside, ...(kinds.length > 0 && { kinds }) }];
}

import type { Intent, Mention } from '../../../model/intent.ts';
import type { Clause } from '../grammar/clause.ts';
import { stretch } from '../grammar/tokens.ts';
import { addedTo } from '../naming/added-to.ts';
import { readItems } from '../naming/mention.ts';
import { kindsFirst, kindsOfFolders } from '../naming/placed-kinds.ts';
import { globsOf } from '../naming/reach.ts';
import { isThing, type ReadClause } from '../setting.ts';

const PLACING = new Set(
  'place put live lives belong go goes reside sit locate located placed store keep colocate co-locate be stay stays add create write'.split(
    ' ',
  ),
);
const BESIDE =
  /\b(?:next to|alongside|beside|side[- ]by[- ]side|co-?located|adjacent to|in the same (?:folder|directory|package) as)\b/i;

/** "Components live in `src/components`", "Tests go next to the file they test", "Tests in `tests/`". */
export function readPlace(read: ReadClause): readonly Intent[] | undefined {
  const placed = readGone(read) ?? readPair(read) ?? readHome(read) ?? readPlaced(read);
  return placed && [...placed, ...readSetAgainst(read)];
}

/** "Tests lie in `*_test.go` files (internal ones, not a `_test` package)": a notion that is ruled out by the way. */
function readSetAgainst(read: ReadClause): readonly Intent[] {
  const things = read.contrast.filter((each) => each.kind === 'concept');
  return things.length === 0 || things.length !== read.contrast.length
    ? []
    : [
        {
          ...read.common,
          reach: read.setting.reach,
          shape: 'forbid',
          doing: 'use',
          things,
          except: [],
          instead: [],
          on: [],
        },
      ];
}

function readPlaced(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  if (clause.verb !== undefined && !PLACING.has(clause.verb)) return undefined;
  const adds = clause.verb !== undefined && ['add', 'create', 'write'].includes(clause.verb);
  const near = clause.adjuncts.filter((each) => ['in', 'beside', 'to'].includes(each.relation));
  const mentionsOf = (tokens: Clause['object']) =>
    readItems(tokens, setting.statement, setting.knowledge).flatMap((item) => item.mentions);
  const spoken = stretch([...clause.subject, ...clause.body], setting.statement);
  const beside = near.some((each) => each.relation === 'beside') || BESIDE.test(spoken);
  if (near.length === 0 && !beside) return undefined;
  const under = near
    .flatMap((adjunct) => mentionsOf(adjunct.tokens))
    .filter(
      (mention) =>
        (mention.kind === 'path' && mention.folder) || (mention.kind === 'package' && mention.folder !== undefined),
    );
  if (under.length === 0 && !beside) return undefined;
  const named = kindsFirst(read.subject.length > 0 ? read.subject : read.object, read);
  const what = named.length > 0 ? named : read.label;
  if (what.length === 0) return undefined;
  // "Add a button to `src/x`" tells of a task; of kinds of files it tells where they go.
  if (adds && !what.every((each) => each.kind === 'files')) return undefined;
  const bare = clause.verb === undefined && !clause.explicit;
  if (bare && !what.some((each) => each.kind === 'files' && isWhole(each, read))) return undefined;
  const pattern = [
    ...mentionsOf(clause.examples),
    ...near.flatMap((each) => mentionsOf(each.tokens)),
    ...read.object,
  ].filter((each) => each.kind === 'path' && /\*/.test(each.text) && !each.folder);
  const inherited = { ...read.common, reach: setting.reach };
  const told = bare || clause.polarity === 'neutral';
  return [
    {
      ...inherited,
      shape: 'place',
      what: [
        ...what.filter(
          (each) => isThing(each) && !(each.kind === 'files' && named.includes(each) && !isWhole(each, read)),
        ),
        ...pattern.filter((each) => !what.includes(each)),
        ...(what.some(isThing) ? [] : what.flatMap((each) => kindByName(each.text, under, read) ?? [])),
        ...(clause.verb === undefined ? [] : kindsOfFolders(what, under)),
      ],
      words: read.words,
      under,
      beside,
      ...(told && { told }),
    },
  ];
}

/** Is the kind all that its phrase names? "Test helpers" are no tests. */
function isWhole(kind: Mention, read: ReadClause): boolean {
  const name = kind.text.split(/[\s-]+/);
  const { clause, setting } = read;
  const items = readItems([...clause.subject, ...clause.object, ...clause.label], setting.statement, setting.knowledge);
  return items
    .filter((item) => item.mentions.some((mention) => mention.text === kind.text))
    .every((item) =>
      item.words.flatMap((word) => word.split('-')).every((word) => name.includes(word) || IDLE.has(word)),
    );
}

const IDLE = new Set(
  'all any every each the our new and or files file code located live lives placed should must go belong be are is colocated co-located'.split(
    ' ',
  ),
);

/** "Put components in `a` and styles in `b`": each has a place of its own. */
function readPair(read: ReadClause): readonly Intent[] | undefined {
  const { clause } = read;
  const near = clause.adjuncts.filter((each) => each.relation === 'in');
  const [first, second, ...more] = near;
  if (!first || !second || more.length > 0 || clause.object.length === 0 || !PLACING.has(clause.verb ?? ''))
    return undefined;
  const joint = first.tokens.findIndex((token) => token.low === 'and' || token.low === ',');
  const other = first.tokens.slice(joint + 1).filter((token) => token.low !== 'and');
  if (joint < 1 || other.length === 0 || other.length > 3 || other.some((token) => token.kind !== 'word'))
    return undefined;
  const parts = [
    [clause.object, { ...first, tokens: first.tokens.slice(0, joint) }],
    [other, second],
  ] as const;
  return parts.flatMap(([object, place]) => {
    const items = readItems(object, read.setting.statement, read.setting.knowledge);
    const own = read.but({
      subject: [],
      object: items.flatMap((item) => item.mentions),
      words: items.flatMap((item) => item.words),
      clause: { ...clause, object, adjuncts: [place] },
    });
    return readPlaced(own) ?? [];
  });
}

/** "If creating services, use `app/services`": where such files are made. */
function readHome(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const when = clause.adjuncts.filter((each) => each.relation === 'when' || each.relation === 'for');
  const [occasion] = when;
  if (clause.verb !== 'use' || !occasion || when.length !== clause.adjuncts.length || clause.contrast.length > 0)
    return undefined;
  const words = occasion.tokens.filter(
    (token) =>
      token.kind === 'word' && !/^(?:creating|adding|making|writing|you|new|need|create|add|a|an)$/.test(token.low),
  );
  const [noun, ...more] = words;
  const paths = clause.object
    .filter((token) => token.kind === 'code' && /^[\w.-]+(?:\/[\w.-]+)+\/?$/.test(token.text))
    .map((token) => token.text.replace(/\/$/, ''));
  const under = paths.map(
    (text): Mention => ({ kind: 'path', text, globs: [`${text}/**`], exists: true, folder: true }),
  );
  if (!noun || more.length > 0 || under.length === 0) return undefined;
  const what = kindByName(noun.low, under, read);
  return what
    ? [{ ...read.common, reach: setting.reach, shape: 'place', what: [what], words: read.words, under, beside: false }]
    : undefined;
}

/** "Services" are the files whose names end in `Service`, if those of the folder do. */
function kindByName(noun: string, under: readonly Mention[], read: ReadClause): Mention | undefined {
  const word = noun.replace(/^(?:all|new|the|our|every|each) /, '').replace(/ files?$/, '');
  const stem = word
    .replace(/ies$/, 'y')
    .replace(/(?:es)?s$/, (end) => (end === 'es' && /(?:ss|x|ch|sh)es$/.test(word) ? '' : end.replace(/s$/, '')));
  if (!/^[a-z]{4,}$/.test(stem)) return undefined;
  const folders = under.flatMap(globsOf).map((glob) => glob.replace(/\*\*$/, ''));
  const files = read.setting.knowledge.facts.view
    .files()
    .filter((file) => folders.some((folder) => file.startsWith(folder)));
  const named = files.flatMap(
    (file) => new RegExp(`([-_.]?${stem})(\\.\\w+)$`, 'i').exec(file)?.slice(1, 3).join('') ?? [],
  );
  const [suffix] = named;
  if (suffix === undefined || named.length * 2 < files.length || named.some((each) => each !== suffix))
    return undefined;
  return { kind: 'path', text: `*${suffix}`, globs: [`**/*${suffix}`], exists: true, folder: false };
}

/** "Service code no longer lives under `core/services`": nothing new comes there. */
function readGone(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  if (!/\bno longer (?:live|lives|belong|belongs|go|goes|reside|resides|sit|sits)\b/i.test(setting.statement))
    return undefined;
  const files = clause.adjuncts
    .filter((each) => each.relation === 'in')
    .flatMap((each) => readItems(each.tokens, setting.statement, setting.knowledge).flatMap((item) => item.mentions))
    .filter((mention) => mention.kind === 'path');
  return files.length > 0 ? [{ ...read.common, reach: setting.reach, shape: 'absent', files }] : undefined;
}

/** "Avoid `app/services/`", "no files under `legacy/`": nothing new comes there. */
export function readAbsence(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  // A heading over a list of folders says of them what it says; that they are to be empty is said outright.
  if (!clause.insists) return undefined;
  const artefacts = readArtefacts(read);
  if (artefacts) return artefacts;
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
  const folders = read.object.filter(
    (mention): mention is Extract<Mention, { kind: 'path' }> =>
      mention.kind === 'path' && mention.folder && mention.text.includes('/') && mention.qualified === undefined,
  );
  if (
    clause.verb !== 'add' &&
    folders.length > 0 &&
    folders.length === read.object.length &&
    (clause.verb === undefined || clause.verb === 'use')
  )
    return [{ ...read.common, reach: setting.reach, shape: 'absent', files: folders }];
  const named = clause.adjuncts
    .filter((each) => each.relation === 'example')
    .flatMap((each) => readItems(each.tokens, setting.statement, setting.knowledge).flatMap((item) => item.mentions));
  const inside = [...read.places, ...named, ...addedTo(read)].filter(
    (mention) => mention.kind === 'path' && (mention.folder || mention.text.endsWith('/')),
  );
  if (inside.length === 0 || clause.subject.length > 0) return undefined;
  const words = clause.object.filter((token) => token.kind === 'word').map((token) => token.low);
  const anyFile =
    words.length > 0 &&
    words.every((word) =>
      /^(?:new|any|other|more|additional|source|code|files?|modules?|scratch|temporary|temp|generated|the)$/.test(word),
    ) &&
    (words.some((word) => /^(?:files?|modules?)$/.test(word)) || (words.includes('new') && words.includes('code')));
  const kinds = read.object.filter(
    (mention) =>
      mention.kind === 'files' ||
      (mention.kind === 'path' && /^(?:\*?\.|\*\*\/)/.test(mention.text) && !mention.folder) ||
      (mention.kind === 'code' && /^\*?\.[a-z]{1,5}$/.test(mention.text)),
  );
  const isOpen = (mention: Mention) => !isThing(mention) || (mention.kind === 'concept' && mention.id === 'new-file');
  if (kinds.length === 0 && !(anyFile && read.object.every(isOpen))) return undefined;
  const spoken = stretch(clause.body, setting.statement);
  // "Repo paths such as `tmp/`" are those of the whole repository, whatever folder the sentence stands in.
  const whole = /\brepo(?:sitory)?\b/i.test(spoken);
  const reach = whole ? { ...setting.reach, include: [] } : setting.reach;
  const files = whole ? inside.map((each) => fromRoot(each, setting.knowledge.from)) : inside;
  return [{ ...read.common, reach, shape: 'absent', files, ...(kinds.length > 0 && { kinds }) }];
}

function fromRoot(mention: Mention, from: string): Mention {
  if (mention.kind !== 'path' || mention.exists || from === '') return mention;
  return { ...mention, globs: mention.globs.map((glob) => glob.replace(`${from}/`, '')) };
}

/** "Do not commit `src/*.d.ts` artifacts inside source trees": neither written there nor staged. */
function readArtefacts(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  if (clause.verb !== 'commit') return undefined;
  const spoken = stretch(clause.body, setting.statement);
  const inSources = /\b(?:in|inside|into|under|within) (?:the )?(?:source|sources|src) (?:trees?|folders?|director)/i;
  const files = read.object.filter((each) => each.kind === 'path' && !each.folder && /\*[\w.]*\.\w+$/.test(each.text));
  if (files.length === 0 || files.length !== read.object.length || !inSources.test(spoken)) return undefined;
  const reach = setting.reach;
  return [
    { ...read.common, reach, shape: 'absent', files },
    { ...read.common, reach, shape: 'protect', files, by: [], doing: 'commit', existingOnly: false },
  ];
}

import type { Intent, Mention } from '../../model/intent.ts';
import { nameOf } from '../../model/path.ts';
import { textOf } from '../../repository/view.ts';
import { areaOf, leadingArea } from './areas.ts';
import type { Knowledge } from './knowledge.ts';
import { readItems } from './mention.ts';
import type { ReadClause } from './setting.ts';
import type { Token } from './tokens.ts';

const DEPENDING = new Set(['depend', 'import', 'rely', 'reference', 'consume', 'access', 'reach', 'know']);

/** Who may import whom: "`core/` must not depend on `ui/`", "Modules depend only on `@acme/core`". */
export function readDependency(read: ReadClause): readonly Intent[] | undefined {
  return (
    readDeep(read) ??
    readBare(read) ??
    readSwap(read) ??
    readApart(read) ??
    readOneWay(read) ??
    readOnly(read) ??
    readUnwanted(read) ??
    readNever(read)
  );
}

/** The parts of the repository, packages and modules that these words name. */
export function targetsOf(tokens: readonly Token[], statement: string, knowledge: Knowledge): readonly Mention[] {
  return readItems(tokens, statement, knowledge).flatMap((item) =>
    item.mentions.flatMap((mention): readonly Mention[] => {
      if (mention.kind === 'path' || mention.kind === 'package') return [mention];
      if ((mention.kind === 'code' || mention.kind === 'command') && /^@?[\w.-]+(?:\/[\w.-]+)*$/.test(mention.text))
        return [mention];
      const area = mention.kind === 'phrase' ? areaOf(item.words, knowledge.facts) : undefined;
      return area ? [area] : [];
    }),
  );
}

/** "Import `@acme/core` through its subpaths only, never the package root." */
function readDeep(read: ReadClause): readonly Intent[] | undefined {
  const { statement } = read.setting;
  const says =
    /\bsub-?paths?(?: (?:exports?|imports?))? only\b|\bonly (?:through|via|from|by|its)? ?(?:its )?sub-?paths?\b|\b(?:no|never|not)(?: from)?(?: the)? (?:package[- ]root|root)(?: import| entry)?\b/i;
  if (!says.test(statement)) return undefined;
  const to = read.setting.knowledge && targetsOf(everyToken(read), statement, read.setting.knowledge);
  const [named] = to.filter((mention) => mention.kind === 'package');
  return named
    ? [
        {
          ...read.common,
          reach: { ...read.common.reach, unclear: [], include: [] },
          shape: 'depend',
          how: 'deep',
          from: [],
          to: [named],
          except: [],
        },
      ]
    : undefined;
}

/** "Imports go through `~/`, not bare `lib/`": what matters is how they are written. */
function readBare(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  if (!/\b(?:imports?|alias(?:es)?)\b/i.test(setting.statement)) return undefined;
  const wrong = read.stance === 'forbid' ? clause.object : clause.contrast;
  if (!wrong.some((token) => token.low === 'bare')) return undefined;
  const written = wrong.filter((token) => token.kind === 'code' && /^[\w-]+\/$/.test(token.text));
  if (written.length === 0) return undefined;
  const words = [...clause.label, ...clause.subject].filter((token) => token.kind === 'word').map((token) => token.low);
  const from = leadingArea(words, setting.knowledge.facts);
  const to = written.map((token): Mention => ({ kind: 'code', text: token.text.slice(0, -1) }));
  const reach = { ...setting.reach, unclear: [] };
  const paths = written.map((token) => `${token.text}**`);
  return [
    { ...read.common, reach, shape: 'depend', how: 'never', from: from ? [from] : [], to, except: [], written: paths },
  ];
}

/** "Import from `./fixtures/base`, not `@runner/test`": who can write the relative path is spoken to. */
function readSwap(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const { statement, knowledge } = setting;
  if (clause.verb !== 'import' || clause.contrast.length === 0 || read.stance === 'forbid') return undefined;
  const right = clause.adjuncts.filter((each) => each.relation === 'from').flatMap((each) => each.tokens);
  const to = targetsOf(
    clause.contrast.filter((token) => token.low !== 'from'),
    statement,
    knowledge,
  ).filter((each) => each.kind !== 'path' || each.exists);
  const relative = right.find((token) => /^\.\.?\//.test(token.text));
  if (to.length === 0 || right.length === 0) return undefined;
  const home = relative && homeOf(relative.text, knowledge);
  if (relative && !home) return [];
  const except = home?.file ?? targetsOf(right, statement, knowledge).filter(isPlace);
  const reach = { ...setting.reach, unclear: [] };
  return [{ ...read.common, reach, shape: 'depend', how: 'never', from: home ? [home.folder] : [], to, except }];
}

/** The file that a relative path means, and the folder it is written from; only where it can mean but one. */
function homeOf(text: string, knowledge: Knowledge): { folder: Mention; file: readonly Mention[] } | undefined {
  const tail = text.replace(/^(?:\.\.?\/)+/, '');
  const files = knowledge.facts.view.files().filter((file) =>
    file
      .replace(/\.[^./]+$/, '')
      .replace(/\/index$/, '')
      .endsWith(`/${tail}`),
  );
  const [file] = files;
  if (file === undefined || files.length > 1) return undefined;
  const folder = file.slice(0, file.lastIndexOf(`/${tail}`));
  return {
    folder: { kind: 'path', text: folder, globs: [`${folder}/**`], exists: true, folder: true },
    file: [{ kind: 'path', text: file, globs: [file], exists: true, folder: false }],
  };
}

/** "Features must not import each other", "no relative imports between packages". */
function readApart(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const { statement, knowledge } = setting;
  if (read.stance !== 'forbid') return undefined;
  const words = clause.body.map((token) => token.low).join(' ');
  const reach = { ...read.common.reach, unclear: [] };
  if (/\brelative imports?\b.*\b(?:between|across)\b.*\b(?:packages|workspaces|apps|modules)\b/.test(words)) {
    const folders = knowledge.facts.packages().filter((each) => each.folder !== '');
    if (folders.length < 2) return undefined;
    const from = folders.map((each): Mention => ({ kind: 'package', text: each.name, folder: each.folder }));
    return [
      {
        ...read.common,
        reach,
        shape: 'depend',
        how: 'apart',
        from,
        to: [],
        except: [],
        written: ['.', '..', './**', '../**'],
      },
    ];
  }
  if (!/\b(?:import|depend|reference|know)\b.*\b(?:each other|one another)\b/.test(words)) return undefined;
  const from = targetsOf(clause.subject, statement, knowledge).filter(
    (mention) => mention.kind === 'path' && mention.folder,
  );
  return from.length === 1
    ? [{ ...read.common, reach, shape: 'depend', how: 'apart', from, to: [], except: [] }]
    : undefined;
}

const LAYERS =
  /\b(?:layers?|layering|layered|dependency (?:direction|flow|order)|import direction|dependencies (?:run|flow|point|go)|imports (?:run|flow|point|go))\b/i;
const LOWEST = /^(?:core|domain|shared|common|base|model|models|types|utils|kernel)\b/i;

/** "Layers: `api` → `service` → `repository`": each may import what stands behind it. */
function readOneWay(read: ReadClause): readonly Intent[] | undefined {
  const { setting, clause } = read;
  if (read.stance === 'forbid' || !LAYERS.test(setting.statement)) return undefined;
  const tokens = [...clause.subject, ...clause.body];
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'punct' && token.low === '→') groups.push([]);
    else groups.at(-1)?.push(token);
  }
  if (groups.length < 3) return undefined;
  const layers = groups.map((group) =>
    targetsOf(group, setting.statement, setting.knowledge).filter(
      (each) => each.kind === 'path' && each.exists && each.folder,
    ),
  );
  if (layers.some((layer) => layer.length !== 1)) return undefined;
  const from = layers.flat();
  const ordered = LOWEST.test(from[0]?.text.replace(/^.*\/(?=.)/, '') ?? '') ? from.reverse() : from;
  return [
    {
      ...read.common,
      reach: { ...read.common.reach, unclear: [] },
      shape: 'depend',
      how: 'layers',
      from: ordered,
      to: [],
      except: [],
    },
  ];
}

/** "Modules depend only on `@acme/core` (one exception: `billing` also depends on `@acme/sdk`)." */
function readOnly(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const { statement, knowledge } = setting;
  if (read.stance !== 'require' || !DEPENDING.has(clause.verb ?? '') || clause.subject.length === 0) return undefined;
  const start = clause.body[0]?.start ?? 0;
  const onlyBehind =
    clause.body.slice(0, 3).some((token) => token.low === 'only') || (clause.only && !/^\W*only\b/i.test(statement));
  if (!onlyBehind) return undefined;
  const from = targetsOf(clause.subject, statement, knowledge).filter(isPlace);
  const to = targetsOf(behind(read), statement, knowledge);
  if (from.length === 0 || to.length === 0) return undefined;
  const aside = /\(([^()]*)\)/.exec(statement.slice(start))?.[1] ?? '';
  const except = exceptions(aside, read, from);
  if (!except) return [];
  return [{ ...read.common, reach: { ...setting.reach, unclear: [] }, shape: 'depend', how: 'only', from, to, except }];
}

/** Who is excepted in a remark in parentheses; `undefined` where it says something we do not follow. */
function exceptions(aside: string, read: ReadClause, from: readonly Mention[]): readonly Mention[] | undefined {
  if (!/\b(?:except\w*|apart|also|unless|but|may)\b/i.test(aside)) return [];
  const { facts } = read.setting.knowledge;
  const names = [...aside.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
  const folders = names.flatMap((name) =>
    from
      .flatMap((area) => (area.kind === 'path' ? area.globs : []))
      .flatMap((glob) => [...facts.folders()].filter((folder) => folder === `${glob.replace(/\/\*\*$/, '')}/${name}`)),
  );
  const [folder] = folders;
  if (folder === undefined) return undefined;
  return folders.map((each) => ({ kind: 'path', text: each, globs: [`${each}/**`], exists: true, folder: true }));
}

/** "Do not introduce `zod` into the core package", "a reference, not a runtime dependency": no import, no dependency. */
function readUnwanted(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const { statement, knowledge } = setting;
  const asDependency = /\b(?:not|never) (?:as )?an? (?:\w+ )?dependency\b/i.test(statement);
  const brings = read.stance === 'forbid' && ['introduce', 'add', 'bring', 'pull-in'].includes(clause.verb ?? '');
  const [thing, ...more] = clause.object.filter((token) => token.kind !== 'punct');
  if (thing === undefined || more.length > 0 || !(asDependency ? clause.verb === 'use' : brings)) return undefined;
  const inside = clause.adjuncts.filter((each) => each.relation === 'in' || each.relation === 'to');
  const from = inside.flatMap((each) => targetsOf(each.tokens, statement, knowledge)).filter(isPlace);
  if (!asDependency && (from.length === 0 || inside.length !== 1)) return undefined;
  const name = thing.kind === 'code' ? thing.text : thing.low;
  const proper =
    thing.kind === 'code' || /^[A-Z]/.test(thing.text) || read.object.some((each) => each.kind === 'package');
  if (
    !proper ||
    !/^@?[\w./-]+$/.test(name) ||
    read.object.some((each) => each.kind === 'concept' || each.kind === 'path')
  )
    return undefined;
  const reach = { ...setting.reach, unclear: [] };
  return [
    {
      ...read.common,
      reach,
      shape: 'depend',
      how: 'never',
      from,
      to: [{ kind: 'package', text: name }],
      except: [],
      unwanted: true,
    },
  ];
}

/** "`core/` must not depend on `ui/`", "never import from `src/ui` in `src/core`", "`a` has no dependency on `b`". */
function readNever(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const { statement, knowledge } = setting;
  const noun = /\b(?:has|have|takes?|keeps?) no (?:\w+ )?dependenc(?:y|ies) (?:on|to)\b/i.test(statement);
  const forbids = read.stance === 'forbid' && ['depend', 'import', 'rely', 'know'].includes(clause.verb ?? '');
  if (!noun && !forbids) return undefined;
  if (read.object.some((mention) => mention.kind === 'concept')) return undefined;
  const to = targetsOf(noun ? afterDependency(read) : behind(read), statement, knowledge);
  const subject = noun ? beforeHas(read) : clause.subject;
  const places = targetsOf(subject, statement, knowledge).filter(isPlace);
  const from = places.length > 0 ? places : homeOfClass(subject, knowledge);
  if (noun && from.length === 0) return undefined;
  if (to.length === 0 || !to.every((each) => each.kind !== 'path' || each.exists)) return undefined;
  if (subject.length > 0 && from.length === 0) return undefined;
  const inside = read.places.filter((place) => !to.some((each) => each.text === place.text));
  const reach = { ...setting.reach, unclear: from.length > 0 ? [] : setting.reach.unclear };
  // Names out of a module ("don't import `x` from `y`") are another matter.
  const names = read.object.some(
    (mention) => mention.kind === 'code' || mention.kind === 'package' || mention.kind === 'path',
  );
  if (forbids && names) return undefined;
  return [
    {
      ...read.common,
      reach,
      shape: 'depend',
      how: 'never',
      from: [...from, ...inside.filter(isPlace)],
      to,
      except: read.except,
    },
  ];
}

function isPlace(mention: Mention): boolean {
  return (mention.kind === 'path' && mention.exists) || (mention.kind === 'package' && mention.folder !== undefined);
}

/** The words behind "on" and "from". */
function behind({ clause }: ReadClause): readonly Token[] {
  return [
    ...clause.object,
    ...clause.adjuncts
      .filter((each) => each.relation === 'from' || precededBy(clause.body, each.tokens, 'on'))
      .flatMap((each) => each.tokens),
  ];
}

function precededBy(body: readonly Token[], tokens: readonly Token[], word: string): boolean {
  const [first] = tokens;
  const at = first === undefined ? 0 : body.indexOf(first);
  return at > 0 && body[at - 1]?.low === word;
}

function everyToken({ clause }: ReadClause): readonly Token[] {
  return [...clause.label, ...clause.subject, ...clause.body];
}

function afterDependency(read: ReadClause): readonly Token[] {
  const all = everyToken(read);
  const at = all.findIndex((token) => /^dependenc/.test(token.low));
  return at < 0 ? [] : all.slice(at + 2);
}

function beforeHas(read: ReadClause): readonly Token[] {
  const all = everyToken(read);
  const at = all.findIndex((token) => /^(?:has|have|takes?|keeps?)$/.test(token.low));
  return at < 0 ? read.clause.subject : all.slice(0, at);
}

/** The file that is named after a class and declares it. */
function homeOfClass(tokens: readonly Token[], knowledge: Knowledge): readonly Mention[] {
  const [token, ...more] = tokens.filter((each) => each.kind !== 'punct');
  if (token?.kind !== 'code' || more.length > 0 || !/^[A-Z]\w+$/.test(token.text)) return [];
  const { view } = knowledge.facts;
  const name = token.text.toLowerCase();
  const files = view.files().filter(
    (file) =>
      nameOf(file)
        .replace(/\.\w+$/, '')
        .replaceAll(/[_-]/g, '')
        .toLowerCase() === name,
  );
  const [file] = files;
  if (
    file === undefined ||
    files.length > 1 ||
    !new RegExp(`\\b(?:class|struct|interface|function|const|trait|type)\\s+${token.text}\\b`).test(
      textOf(view, file) ?? '',
    )
  )
    return [];
  return [{ kind: 'path', text: file, globs: [file], exists: true, folder: false }];
}

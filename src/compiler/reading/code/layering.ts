import type { Intent, Mention } from '../../../model/intent.ts';
import { folderOf, nameOf, type RepoPath } from '../../../model/path.ts';
import { type Token, tokenise } from '../grammar/tokens.ts';
import type { Knowledge } from '../naming/knowledge.ts';
import { targetsOf } from '../naming/targets.ts';
import type { ReadClause } from '../setting.ts';
import { isFramework, partsOf } from './framework-free.ts';

/** "Features must not import each other", "no relative imports between packages". */
export function readApart(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const { statement, knowledge } = setting;
  const crosses = RELATIVE.test(statement) && isRuledOut(read);
  if (read.stance !== 'forbid' && !crosses && !INDEPENDENT.test(statement)) return undefined;
  const words = clause.body.map((token) => token.low).join(' ');
  const reach = () => ({ ...read.common.reach, unclear: [] });
  if (crosses) {
    const folders = knowledge.facts.packages().filter((each) => each.folder !== '');
    if (folders.length < 2) return undefined;
    const from = folders.map((each): Mention => ({ kind: 'package', text: each.name, folder: each.folder }));
    return [
      {
        ...read.common,
        reach: reach(),
        shape: 'depend',
        how: 'apart',
        from,
        to: [],
        except: [],
        written: ['.', '..', './**', '../**'],
      },
    ];
  }
  const crossing = /\b(?:no|direct) cross-?(\w+) imports?\b/.exec(statement.toLowerCase())?.[1];
  if (crossing === undefined && !EACH_OTHER.test(words) && !INDEPENDENT.test(statement)) return undefined;
  const end = clause.object.findIndex((token) => /^(?:independent|isolated|decoupled)$/.test(token.low));
  const whole = clause.subject.length > 0 ? clause.subject : clause.object.slice(0, Math.max(end, 0));
  const spoken = crossing === undefined ? whole : tokenise(`${crossing.replace(/s$/, '')}s`);
  const from = targetsOf(spoken, crossing ?? statement, knowledge).flatMap(asFolder);
  return from.length === 1
    ? [{ ...read.common, reach: reach(), shape: 'depend', how: 'apart', from, to: [], except: [] }]
    : undefined;
}

const MEMBERS = '(?:packages?|workspaces?|apps?|modules)';
/** Relative imports that lead from one package into another. */
const RELATIVE = new RegExp(
  `\\brelative (?:imports?|paths?|import paths?)\\b[^.;]*\\b(?:between|across|cross|crosses|crossing|into other|to other)\\b[^.;]*\\b${MEMBERS}\\b|\\b(?:between|across) ${MEMBERS}\\b[^.;]*\\brelative (?:imports?|paths?)\\b`,
  'i',
);
/** "Use `@acme/x` instead of relative paths across packages" rules them out, too. */
function isRuledOut({ stance, setting }: ReadClause): boolean {
  return (
    stance === 'forbid' || /\b(?:instead of|rather than|not|never|over)\b[^.;]*\brelative\b/i.test(setting.statement)
  );
}

const INDEPENDENT = /\b(?:independent|isolated|decoupled) (?:of|from) (?:each other|one another)\b/i;

const EACH_OTHER =
  /\b(?:import|depend|reference|know)\b.*\b(?:each other|one another|another (?:feature|module|package|plugin|app|slice|domain)|other (?:features|modules|packages|plugins|apps|slices|domains))\b/;

/** "`src/features/*`" are the children of the folder. */
function asFolder(mention: Mention): readonly Mention[] {
  if (mention.kind !== 'path') return [];
  const parent = /^(.+)\/\*\/?(?:\*\*)?$/.exec(mention.text)?.[1];
  if (parent !== undefined && mention.globs.length === 1)
    return [{ ...mention, folder: true, globs: mention.globs.map((glob) => `${glob.replace(/\/\*.*$/, '')}/**`) }];
  return mention.folder ? [mention] : [];
}

const LAYERS =
  /\b(?:layers?|layering|layered|dependency (?:direction|flow|order)|import direction|dependencies(?: (?:run|flow|point|go))?|imports (?:run|flow|point|go))\b/i;
const LOWEST = /^(?:core|domain|shared|common|base|model|models|types|utils|kernel)\b/i;

/** "Layers: `api` → `service` → `repository`": each may import what stands behind it. */
export function readOneWay(read: ReadClause): readonly Intent[] | undefined {
  const { setting, clause } = read;
  if (read.stance === 'forbid' || !LAYERS.test(setting.statement)) return undefined;
  const tokens = [...clause.subject, ...clause.body];
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'punct' && token.low === '->') groups.push([]);
    else groups.at(-1)?.push(token);
  }
  if (groups.length < 3) return undefined;
  const layers = groups.map((group) =>
    targetsOf(group, setting.statement, setting.knowledge).filter(
      (each) => each.kind === 'path' && each.exists && each.folder,
    ),
  );
  const clear = layers.every((layer) => layer.length === 1);
  const from = clear
    ? layers.flat()
    : (packageLayers(groups, setting.knowledge) ?? siblingLayers(groups, setting.knowledge));
  if (!from) return undefined;
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

/** "core → framework → start packages": layers told by a word that the names of packages hold. */
function packageLayers(groups: readonly (readonly Token[])[], knowledge: Knowledge): Mention[] | undefined {
  const words = groups.map((group) => group.filter((token) => token.kind === 'word' && !IDLE.test(token.low)));
  if (words.some((each) => each.length !== 1)) return undefined;
  const keys = words.map(([word]) => word?.low.replace(/s$/, '') ?? '');
  const of = (name: string) => {
    const parts = partsOf(name);
    // The last of them that a name holds says most: `start-core` is a part of "start".
    const special = keys.findLast((key) => key !== 'framework' && !LOWEST.test(key) && parts.includes(key));
    const bound = keys.includes('framework') && parts.some(isFramework) ? 'framework' : undefined;
    return special ?? bound ?? keys.findLast((key) => parts.includes(key));
  };
  const members = knowledge.facts.packages().filter((each) => each.folder !== '' && !ASIDE.test(each.folder));
  const layers = keys.map((key) => members.filter((each) => of(each.name) === key));
  if (layers.some((layer) => layer.length === 0)) return undefined;
  return layers.map((layer, index) => {
    const globs = layer.map((each) => `${each.folder}/**`);
    return { kind: 'path', text: keys[index] ?? '', globs, exists: true, folder: true };
  });
}

/** "api → services → repositories": folders side by side that bear these names. */
function siblingLayers(groups: readonly (readonly Token[])[], { facts }: Knowledge): Mention[] | undefined {
  const names = groups.map((group, index) => {
    const words = group.filter((token) => !IDLE.test(token.low) && token.kind !== 'punct');
    return (index === 0 ? words.at(-1) : words[0])?.low.replace(/s$/, '') ?? '';
  });
  if (names.some((name) => !/^[a-z][\w-]*$/.test(name)) || new Set(names).size < names.length) return undefined;
  const parents = new Map<string, string[]>();
  for (const folder of facts.folders()) {
    const name = nameOf(folder).toLowerCase().replace(/s$/, '');
    const parent = folderOf(folder);
    if (names.includes(name)) parents.set(parent, [...(parents.get(parent) ?? []), folder]);
  }
  const [found, ...others] = [...parents.values()].filter((each) => each.length === names.length);
  if (!found || others.length > 0) return undefined;
  return names.flatMap((name) =>
    found
      .filter(
        (folder) =>
          nameOf(folder as RepoPath)
            .toLowerCase()
            .replace(/s$/, '') === name,
      )
      .map((folder): Mention => ({ kind: 'path', text: folder, globs: [`${folder}/**`], exists: true, folder: true })),
  );
}

const IDLE = /^(?:the|packages?|apps?|layers?|modules?|code|and|crates?)$/;
const ASIDE = /(?:^|\/)(?:examples?|templates?|fixtures?|demos?|playgrounds?|e2e|tests?|benchmarks?)(?:\/|$)/;

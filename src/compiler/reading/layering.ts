import type { Intent, Mention } from '../../model/intent.ts';
import type { ReadClause } from './setting.ts';
import { targetsOf } from './targets.ts';
import type { Token } from './tokens.ts';

/** "Features must not import each other", "no relative imports between packages". */
export function readApart(read: ReadClause): readonly Intent[] | undefined {
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
export function readOneWay(read: ReadClause): readonly Intent[] | undefined {
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

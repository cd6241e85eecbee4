import type { Intent, Mention } from '../../../model/intent.ts';
import { globsOf } from '../naming/reach.ts';
import { everyToken, targetsOf } from '../naming/targets.ts';
import type { ReadClause } from '../setting.ts';

const SOURCE = /\b(?:single|only|sole|one) (?:source of truth|place (?:for|that holds))\b/i;

/** "`_version.py` is the single source of truth for the version": nobody else writes the version down. */
export function readSingleSource(read: ReadClause): readonly Intent[] | undefined {
  const { setting, stance } = read;
  const { statement, knowledge } = setting;
  const at = SOURCE.exec(statement);
  if (!at || stance === 'forbid' || !/^[^.;]{0,40}\bversion\b/i.test(statement.slice(at.index + at[0].length)))
    return undefined;
  const files = targetsOf(everyToken(read), statement, knowledge).filter(
    (each) => each.kind === 'path' && !each.folder,
  );
  const [file] = files;
  const { concepts, fileKinds } = knowledge.lexicon;
  if (!file || files.length > 1 || !concepts['hard-coded-version']) return undefined;
  const tests = fileKinds.tests ? knowledge.globsOf(fileKinds.tests) : [];
  const things: readonly Mention[] = [{ kind: 'concept', id: 'hard-coded-version', text: 'hard-coded version' }];
  const reach = { ...setting.reach, unclear: [], exclude: [...setting.reach.exclude, ...globsOf(file), ...tests] };
  return [{ ...read.common, reach, shape: 'forbid', doing: 'use', things, except: [], instead: [file], on: [] }];
}

const SINGLETON =
  /`(?:[\w.]+\.)?([A-Z]\w+)(?:\(\))?`(?: \w+)? singleton\b|`([A-Z]\w+)`[^.;]{0,20}\b(?:is|stays) a singleton\b/;

/** "`core/units.py`: the `UnitRegistry` singleton": it is made there and nowhere else. */
export function readSingleton(read: ReadClause): readonly Intent[] | undefined {
  const { setting, stance } = read;
  const { statement, knowledge } = setting;
  const match = SINGLETON.exec(statement);
  const name = match?.[1] ?? match?.[2];
  if (name === undefined || stance === 'forbid') return undefined;
  const spoken = everyToken(read);
  if (!spoken.some((token) => token.text.includes(name))) return undefined;
  const homes = targetsOf(spoken, statement, knowledge).filter(
    (each) => each.kind === 'path' && !each.folder && each.exists,
  );
  const [home] = homes;
  if (!home || homes.length > 1) return undefined;
  const { fileKinds } = knowledge.lexicon;
  const tests = fileKinds.tests ? knowledge.globsOf(fileKinds.tests) : [];
  const reach = { ...setting.reach, unclear: [], exclude: [...setting.reach.exclude, ...globsOf(home), ...tests] };
  const things: readonly Mention[] = [{ kind: 'code', text: `${name}()` }];
  return [
    {
      ...read.common,
      reach,
      shape: 'forbid',
      doing: 'use',
      verb: 'instantiate',
      things,
      except: [],
      instead: [home],
      on: [],
    },
  ];
}

/** "| Units | `core/units.py` | the `Registry` singleton |" as statements: a row tells the file by a cell of its own. */
export function singletonsIn(cells: readonly (readonly [string, string])[]): readonly string[] {
  const place = cells.find(([, cell]) => /^`[\w./-]+\.\w+`$/.test(cell.trim()))?.[1];
  const told = cells.filter(([, cell]) => /\bsingleton\b/.test(cell));
  return place === undefined ? [] : told.map(([, cell]) => `${place}: ${cell.split(';')[0]}`);
}

/** Of a class told to be one of a kind only the ban follows. */
export function bansOf<R extends { readonly intents: readonly Intent[] }>(reading: R): R {
  return { ...reading, intents: reading.intents.filter((intent) => intent.shape === 'forbid'), missed: [] };
}

import type { Intent, Mention } from '../../../model/intent.ts';
import { isPlace, targetsOf } from '../naming/targets.ts';
import type { ReadClause } from '../setting.ts';
import { readAccess } from './access.ts';
import { readEntryPoints } from './entry-points.ts';
import { readFreedom } from './freedom.ts';
import { readApart, readOneWay } from './layering.ts';
import { behind, readNever } from './never-import.ts';
import { readPurity } from './purity.ts';
import { readSole } from './sole-importers.ts';
import { readBare, readDeep, readSwap } from './written-imports.ts';

const DEPENDING = new Set(['depend', 'import', 'rely', 'reference', 'consume', 'access', 'reach', 'know']);

/** Who may import whom: "`core/` must not depend on `ui/`", "Modules depend only on `@acme/core`". */
export function readDependency(read: ReadClause): readonly Intent[] | undefined {
  return (
    readEntryPoints(read) ??
    readDeep(read) ??
    readBare(read) ??
    readSwap(read) ??
    readApart(read) ??
    readOneWay(read) ??
    readSole(read) ??
    readOnly(read) ??
    readAccess(read) ??
    readUnwanted(read) ??
    readFreedom(read) ??
    readPurity(read) ??
    readNever(read)
  );
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

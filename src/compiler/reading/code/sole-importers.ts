import type { Intent, Mention } from '../../../model/intent.ts';
import { databaseIn } from '../naming/databases.ts';
import type { Knowledge } from '../naming/knowledge.ts';
import { rolesIn } from '../naming/roles.ts';
import { isPlace, targetsOf } from '../naming/targets.ts';
import type { ReadClause } from '../setting.ts';
import { behind } from './never-import.ts';

const IMPORTING: ReadonlySet<string> = new Set(['import', 'depend', 'know']);
const REACHING: ReadonlySet<string> = new Set(
  'call use access touch query talk reference consume reach instantiate'.split(' '),
);

/** "Only repositories may import `orm-kit`", "Only services may call repositories": nobody else imports it. */
export function readSole(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const { statement, knowledge } = setting;
  const [first] = clause.subject;
  if (read.stance !== 'require' || !clause.only || !first) return undefined;
  if (!/\bonly\W*(?:the )?$/i.test(statement.slice(0, first.start))) return undefined;
  const imports = IMPORTING.has(clause.verb ?? '');
  if (!imports && !REACHING.has(clause.verb ?? '')) return undefined;
  const places = targetsOf(clause.subject, statement, knowledge).filter(isPlace);
  const roles = places.length > 0 ? [] : rolesIn(clause.subject, statement, knowledge);
  const from = [...places, ...roles];
  const words = behind(read).filter((token) => !/^(?:directly|direct|the)$/.test(token.low));
  const named = targetsOf(words, statement, knowledge);
  const installed = words.flatMap((token) => dependenciesCalled(token.low, knowledge));
  const to = installed.length > 0 ? installed : named.length > 0 ? named : played(read, words);
  // Places that import a thing by its name are read as such.
  if (from.length === 0 || (places.length > 0 && named.length > 0)) return undefined;
  if (to.length === 0 || !to.every((each) => isOurs(each) || (imports && each.kind === 'code'))) return undefined;
  if (to.some((each) => from.some((other) => other.text === each.text))) return undefined;
  const reach = { ...setting.reach, unclear: read.common.reach.unclear };
  return [{ ...read.common, reach, shape: 'depend', how: 'only-from', from, to, except: [], types: true }];
}

/** `orm-kit` and what belongs to it: `@orm-kit/client`. */
function dependenciesCalled(name: string, { facts }: Knowledge): readonly Mention[] {
  return [...facts.dependencies()]
    .filter((each) => each === name || each.startsWith(`@${name}/`))
    .map((text) => ({ kind: 'package', text }));
}

function played({ setting }: ReadClause, tokens: ReadClause['clause']['subject']): readonly Mention[] {
  const { statement, knowledge } = setting;
  const words = tokens.filter((token) => token.kind === 'word');
  const database = databaseIn(words.map((token) => token.low).join(' '), knowledge);
  return database.length > 0 ? database : rolesIn(words, statement, knowledge);
}

function isOurs(mention: Mention): boolean {
  return mention.kind === 'package' || (mention.kind === 'path' && mention.exists);
}

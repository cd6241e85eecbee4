import { escapeRegex } from '../../../checks/text/regex.ts';
import type { Intent, Mention } from '../../../model/intent.ts';
import { globTest } from '../../../repository/globs.ts';
import { textOf } from '../../../repository/view.ts';
import { stretch } from '../grammar/tokens.ts';
import { databaseIn } from '../naming/databases.ts';
import { readItems } from '../naming/mention.ts';
import { globsOf } from '../naming/reach.ts';
import type { ReadClause } from '../setting.ts';

const OPENS =
  /^(?:all |any |every |direct |the )*(?:database|db|sql) (?:access|calls?|quer(?:y|ies)|connections?|operations?|reads?|writes?|logic)\b/i;
const THROUGH =
  /\b(?:(?:must|should|has to|have to|may|can)? ?(?:only )?(?:goe?s?|happens?|lives?|runs?|belongs?|is done|are done|flows?)(?: only| exclusively)? (?:through|via|in|inside|under)|(?:only|exclusively) (?:through|via|in|inside|under|from))\b/i;

/** "All database access goes through `src/db`": no other file imports the client packages of the database. */
export function readAccess(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting, stance } = read;
  const { statement, knowledge } = setting;
  const spoken = stretch([...clause.label, ...clause.subject, ...clause.body], statement);
  if (stance === 'forbid' || !OPENS.test(spoken) || !THROUGH.test(spoken)) return undefined;
  const places = clause.adjuncts
    .filter((each) => each.relation === 'via' || each.relation === 'in' || each.relation === 'from')
    .flatMap((each) => readItems(each.tokens, statement, knowledge).flatMap((item) => item.mentions))
    .filter((mention) => mention.kind === 'path' && mention.exists);
  const to = databaseIn('database', knowledge).filter((each) => each.kind === 'package');
  if (places.length === 0 || to.length === 0) return undefined;
  const reach = { ...setting.reach, unclear: [] };
  const except: Mention[] = [...places, { kind: 'files', id: 'own-access', text: 'tools and tests', globs: OWN }];
  if (stance === 'neutral' && !isBornOut(to, except, read)) return undefined;
  return [{ ...read.common, reach, shape: 'depend', how: 'never', from: [], to, except }];
}

/** Told as a fact it asks for something only where no file does otherwise. */
function isBornOut(packages: readonly Mention[], except: readonly Mention[], { setting }: ReadClause): boolean {
  const { view } = setting.knowledge.facts;
  const excepted = globTest(except.flatMap(globsOf));
  const imported = new RegExp(`["'](?:${packages.map((each) => escapeRegex(each.text)).join('|')})["'/]`);
  const code = view.files().filter((file) => /\.(?:[cm]?[jt]sx?|go)$/.test(file) && !excepted(file));
  return !code.some((file) => imported.test(textOf(view, file) ?? ''));
}

/** What opens the database for itself: tests, scripts, configuration, migrations. */
const OWN: readonly string[] = [
  '**/*.config.*',
  '**/*.{test,spec}.*',
  '**/{tests,test,__tests__,e2e,scripts,migrations,migrate,seeds,seed,prisma,drizzle}/**',
  '**/seed*.*',
];

import type { Intent, Mention } from '../../../model/intent.ts';
import { readMentions } from '../naming/mention.ts';
import { globsOf } from '../naming/reach.ts';
import type { ReadClause } from '../setting.ts';

const OPENS =
  /\bfiles?(?: \([^)]*\))? (?:(?:must|should|shall|always|need to|needs to|have to|has to) )*(?:start|begin|open)s? with (?:an? |the )?`/i;

/** "Every spec file starts with `import 'setup'`": what the files of a kind begin with. */
export function readOpening(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting, stance } = read;
  const { statement, knowledge } = setting;
  if (stance === 'forbid' || !OPENS.test(statement)) return undefined;
  const codes = clause.body.filter((token) => token.kind === 'code');
  const [code] = codes;
  // A name or an affix is asked of the file's name.
  if (!code || codes.length > 1 || /^[\w.*<>{}-]+$/.test(code.text)) return undefined;
  const own = knowledge.concepts
    .in(`\`${code.text}\``)
    .filter((each) => knowledge.lexicon.concepts[each.concept]?.means === 'require');
  const things = own.map((each): Mention => ({ kind: 'concept', id: each.concept, text: `\`${code.text}\`` }));
  const reach = { ...setting.reach, unclear: [] };
  if (things.length > 0)
    return [{ ...read.common, reach, shape: 'require', doing: 'add', things, subject: [], purpose: [] }];
  const subject = readMentions(clause.subject, statement, knowledge);
  const files = subject.flatMap((each) =>
    each.kind === 'language' ? (knowledge.lexicon.languages[each.id]?.globs ?? []) : globsOf(each),
  );
  if (files.length === 0) return undefined;
  const include = [...setting.reach.include, files];
  const thing: Mention = { kind: 'code', text: code.text };
  return [{ ...read.common, reach: { ...reach, include }, shape: 'form', how: 'opens', things: [thing], with: [] }];
}

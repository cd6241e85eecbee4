import type { Intent } from '../../../model/intent.ts';
import { tokenise } from '../grammar/tokens.ts';
import { isPlace, targetsOf } from '../naming/targets.ts';
import type { ReadClause } from '../setting.ts';
import { withoutNotions } from './purity.ts';

const OPEN = /\bfree\b/;
const FREE =
  /^(?:please |always |must |should )*(?:(?:keep|leave) )?(.+?)(?: (?:must|should|has to|have to|needs? to) (?:always )?(?:be|stay|remain|be kept)| stays?| remains?| is| are)? (?:completely |entirely )?free (?:of|from) (?:any |all )?(.+?)[.!]?$/i;
/** What is brought in, as opposed to what is spoken of. */
const BROUGHT = / (?:imports?|dependenc(?:y|ies)|code|types?|specifics)$/i;

/** "Keep `core/` free of React", "`domain` must stay free of I/O": what some part does without. */
export function readFreedom(read: ReadClause): readonly Intent[] | undefined {
  const { setting, stance } = read;
  const { statement, knowledge } = setting;
  if (stance === 'forbid' || !OPEN.test(statement)) return undefined;
  const [, who = '', what = ''] = FREE.exec(statement.replace(/^\W+/, '')) ?? [];
  if (what === '') return undefined;
  const from = targetsOf(tokenise(who), who, knowledge).filter(isPlace);
  if (from.length === 0) return undefined;
  const plain = what.replace(BROUGHT, '');
  const to = targetsOf(tokenise(plain), plain, knowledge).filter((each) => each.kind !== 'path' || each.exists);
  if (to.length === 0) return withoutNotions(read, tokenise(what), what, from);
  const reach = { ...setting.reach, unclear: [] };
  return [{ ...read.common, reach, shape: 'depend', how: 'never', from, to, except: [] }];
}

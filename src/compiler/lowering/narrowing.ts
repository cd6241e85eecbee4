import type { IntentOf, Mention } from '../../model/intent.ts';
import { bansOutright } from '../reading/grammar/verbs.ts';
import { isLeftover } from './code/restraint.ts';
import { isKnownBound } from './conduct/command.ts';
import { narrowed } from './remedy.ts';

/** Why a ban of the thing itself would say more than the prose; `undefined` where it says just that. */
export function narrowing(mention: Mention, intent: IntentOf<'forbid'>): string | undefined {
  const harmless = isLeftover(mention) || (mention.kind === 'command' && isKnownBound(mention.qualified ?? ''));
  if (mention.qualified !== undefined && !harmless) return narrowed(mention, mention.qualified);
  const beside =
    mention.kind === 'concept' && mention.text.startsWith('`')
      ? intent.on.find((each) => each.kind === 'code' && !mention.text.includes(each.text))
      : undefined;
  if (beside) return `that “${mention.text}” is ruled out with “${beside.text}” alone is not something we read`;
  if (mention.kind === 'concept' || mention.kind === 'flag') return undefined;
  if (!bansOutright(intent.verb))
    return `“${intent.verb}” says more about “${mention.text}” than that it is not to be used`;
  const other = mention.kind === 'code' ? intent.on.find((each) => each.kind === 'code') : undefined;
  return other === undefined
    ? undefined
    : `how “${mention.text}” and “${other.text}” go together is not something we read`;
}

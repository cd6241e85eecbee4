import type { OrderCheck } from '../../model/checks/order.ts';
import type { Scope } from '../../model/rule.ts';
import type { Judge } from './before.ts';
import { asked, doing, fixOf, told } from './describe.ts';
import { comesNow, lastOf, type Matchers } from './match.ts';

export type NeverAfter = Extract<OrderCheck['contract'], { type: 'never-after' }>;

/** Never X once Y has happened, until Z. With X as Y: never X twice. */
export function judgeNeverAfter(contract: NeverAfter, scope: Scope | undefined, matchers: Matchers): Judge {
  const triggers = contract.trigger.map((pattern) => matchers.occasion(pattern, scope).attempt);
  const after = matchers.occasion(contract.after, scope);
  const until = contract.until && matchers.occasion(contract.until, scope);
  return (candidate, history) => {
    if (!triggers.some((trigger) => comesNow(trigger, candidate, history))) return undefined;
    const barred = lastOf(after, history);
    if (!barred) return undefined;
    if (until && (lastOf(until, history)?.at ?? 0) > barred.at) return undefined;
    const release = contract.until && `; first ${asked(contract.until)}`;
    const fix = contract.until && fixOf(contract.until);
    return {
      message: `${told(barred)}; ${doing(candidate)} must not follow${release ?? ''}`,
      ...(fix !== undefined && { fix }),
    };
  };
}

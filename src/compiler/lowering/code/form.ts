import type { IntentOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import type { Lowered } from '../draft.ts';
import { lowerLast } from '../files/stays-last.ts';
import { lowerApplied } from './applied.ts';
import { lowerAwaited } from './awaited.ts';
import { lowerPreceded } from './call-orders.ts';
import { lowerChained } from './chained.ts';
import { lowerClassKind } from './class-kinds.ts';
import { lowerAffix, lowerSpelled, lowerUnnamed } from './given-names.ts';
import { lowerHolds } from './holds.ts';
import { lowerImplemented } from './implemented.ts';
import { lowerObliged } from './obliged-calls.ts';
import { lowerOpens } from './opens.ts';
import { lowerUnsuppressed } from './suppression.ts';
import { lowerTakenFrom } from './taken-from.ts';
import { lowerUndone } from './undone.ts';

const LOWERINGS: Readonly<
  Record<IntentOf<'form'>['how'], (intent: IntentOf<'form'>, knowledge: Knowledge) => Lowered>
> = {
  awaited: lowerAwaited,
  chained: lowerChained,
  'taken-from': lowerTakenFrom,
  undone: lowerUndone,
  last: lowerLast,
  unsuppressed: lowerUnsuppressed,
  spelled: lowerSpelled,
  unnamed: lowerUnnamed,
  unprefixed: lowerAffix,
  unsuffixed: lowerAffix,
  applied: lowerApplied,
  implemented: lowerImplemented,
  holds: lowerHolds,
  opens: lowerOpens,
  based: lowerClassKind,
  marked: lowerClassKind,
  preceded: lowerPreceded,
  obliged: lowerObliged,
};

/** What is asked of how code is written. */
export function lowerForm(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  return LOWERINGS[intent.how](intent, knowledge);
}

import type { IntentOf } from '../../../model/intent.ts';
import type { Rule, Scope } from '../../../model/rule.ts';
import { type Draft, severityOf } from '../draft.ts';

/** A rule over imports. */
export function importsDraft(
  intent: IntentOf<'depend'>,
  said: Pick<Draft, 'subject' | 'message'>,
  contract: Extract<Rule['check'], { kind: 'imports' }>['contract'],
  evidence: Draft['evidence'],
  scope?: Scope,
): Draft {
  return {
    ...said,
    severity: severityOf(intent),
    ...(scope && { scope }),
    check: { kind: 'imports', contract },
    evidence,
  };
}

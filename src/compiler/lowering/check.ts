import type { IntentOf } from '../../model/intent.ts';
import type { Knowledge } from '../reading/naming/knowledge.ts';
import { type Lowered, left, scopeOf, severityOf } from './draft.ts';

/** A check that the words spell out holds where the directive does. */
export function lowerCheck(intent: IntentOf<'check'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf({ ...intent.reach, languages: [], unclear: [], within: [] }, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const { subject, message, instead, check } = intent;
  return {
    drafts: [
      {
        subject,
        severity: severityOf(intent),
        message,
        ...(instead !== undefined && { instead }),
        ...(scope && { scope }),
        check,
        evidence: { violating: [...intent.violating], compliant: [...intent.compliant] },
      },
    ],
    left: [],
  };
}

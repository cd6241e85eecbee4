import type { Mention, Reach } from '../../../model/intent.ts';

const BUILT: ReadonlySet<string> = new Set(['f-string', 'template-literal', 'string-concatenation']);
const CALL = /^([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)\(.+\)$/s;
const LOGS = /^(?:\w+\.)*_?log(?:ger|ging)?\.\w+$/i;

/** "`log.info("a", b=b)`, not f-strings": ruled out in such calls, not as such. */
export function inCallsOf(
  instead: readonly Mention[],
  against: readonly Mention[],
  reach: Reach,
): { readonly against: readonly Mention[]; readonly reach: Reach } {
  const texts = against.length > 0 && against.every((each) => each.kind === 'concept' && BUILT.has(each.id));
  const [callee, ...others] = instead.flatMap(({ kind, text }) =>
    kind === 'code' || kind === 'command' ? (CALL.exec(text)?.[1] ?? []) : [],
  );
  if (!texts || callee === undefined || others.length > 0) return { against, reach };
  if (LOGS.test(callee) && against.every((each) => each.kind === 'concept' && each.id === 'f-string'))
    return { against: [{ kind: 'concept', id: 'f-string-logging', text: 'f-string in logging' }], reach };
  return {
    against,
    reach: { ...reach, within: [...(reach.within ?? []), { kind: 'code', text: callee, inside: true }] },
  };
}

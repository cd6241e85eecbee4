import type { Intent, Mention } from '../../../model/intent.ts';
import type { ReadClause } from '../setting.ts';

const CAUGHT = /^_?(?:e|ex|err|error|exc|exception)$/;
const NAME = /^[a-z_]\w*$/;
/** Between verb and name: "name the logger `log`"; without such words a call is meant, or whatever goes by the name. */
const OF_SOMETHING = /\b(?:name|call)s? (?!`)(?:the |an? |any |all |your |our |its )*[a-z]/i;

/**
 * "`err`, not `e`", "name the logger `log`, not `logger`": names set against each other. Those of caught errors are told
 * by where they stand; which others are meant is not said, so that nothing is ruled out. `undefined` where no name of
 * a variable is ruled out.
 */
export function readNames(read: ReadClause, against: readonly Mention[]): readonly Intent[] | undefined {
  const { object, setting, common } = read;
  const right = object.map(nameIn).filter((name) => name !== undefined);
  const wrong = against.map(nameIn);
  if (right.length === 0 || wrong.length === 0 || wrong.includes(undefined)) return undefined;
  if ([...right, ...wrong].every((name) => name !== undefined && CAUGHT.test(name)))
    return [
      { ...common, shape: 'form', how: 'unnamed', things: against, with: [{ kind: 'phrase', text: 'caught-error' }] },
    ];
  return OF_SOMETHING.test(setting.statement) || wrong.some((name) => name?.length === 1) ? [] : undefined;
}

/** The name that stands in a code span, whatever else goes by it. */
function nameIn({ kind, text }: Mention): string | undefined {
  const name = /^`(.+)`$/.exec(text)?.[1] ?? (kind === 'code' || kind === 'command' ? text : undefined);
  return name !== undefined && NAME.test(name) ? name : undefined;
}

const SPAN = '`[^`]+`';
const IN_STEP = '(?:in sync|in step|in lockstep|synchroni[sz]ed|aligned|consistent|identical|the same)';
/** Two files of which neither changes alone. */
const BOTH = new RegExp(
  `^(?:always |please )?(?:(?:keep|make sure|ensure) (${SPAN}) and (${SPAN}) (?:(?:stay|are|remain|are kept) )?${IN_STEP}|(${SPAN}) and (${SPAN}) (?:must|should|have to|need to) (?:always )?(?:be (?:kept )?|stay |remain )${IN_STEP}|(${SPAN}) (?:and|mirrors|duplicates|matches) (${SPAN})(?: (?:mirror|duplicate|match) each other)? ?(?:[;:—-]|, so) ?(?:always |please )?(?:update|change|edit) both(?: (?:together|files|at once|in the same \\w+))?)[.!]?$`,
  'i',
);

/** "`a.md` and `b.md` must be kept in sync", as two statements that are read; files of two kinds are in step in ways of their own. */
export function mirroredBothWays(text: string): readonly string[] | undefined {
  const both = text.includes('`')
    ? BOTH.exec(text)
        ?.slice(1)
        .filter((span) => span !== undefined)
    : undefined;
  if (!both || endingOf(both[0]) !== endingOf(both[1])) return undefined;
  return [both, both.toReversed()].map(([from, to]) => `Every change to ${from} must be mirrored in ${to}`);
}

function endingOf(span = ''): string {
  return /\.\w+`$/.exec(span)?.[0] ?? span;
}

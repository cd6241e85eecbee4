const SPAN = '`[^`]+`';
const SPANS = `${SPAN}(?:(?:,| and|, and| &) ${SPAN})*`;
const SUCCEEDS =
  '(?:passes|pass|succeeds|succeed|is green|are green|is clean|are clean|has passed|have passed|has succeeded|runs clean(?:ly)?|has been run|have been run|completes?(?: successfully)?|exits? (?:with )?(?:0|zero|cleanly))';
const PAIR_OVER = '(?:instead of|over|rather than|not|in place of)';
const PAIR = new RegExp(`(${SPAN} ${PAIR_OVER} ${SPAN})(?:, and|,| and) (?=${SPAN} ${PAIR_OVER} ${SPAN})`, 'g');
const UNTIL = new RegExp(
  `^(?:important: ?|note: ?)?(?:never|do not|don['’]t|must not)(?: ever)? (commit|push|open|create|merge|submit|consider|mark|declare|finish|claim|report|call|stop|hand)\\b([^\`]*?) (?:until|unless|before)(?: all| both| you have run| the)* (${SPANS}) ${SUCCEEDS}(.*)$`,
  'i',
);
/** A checklist's "No lint errors (`x`)" asks for `x` to be run. */
const NO_ERRORS = new RegExp(
  `^(?:there are )?no (?:[\\w-]+ ){0,3}(?:errors?|warnings?|failures?|issues|problems|diffs?)(?: reported| left)? ?(?:\\(|:|—|–|-|from|by|with|in|reported by) ?(?:run )?(${SPAN})\\)?[.!]?$`,
  'i',
);
const DOING: ReadonlyMap<string, string> = new Map([
  ['commit', 'committing'],
  ['push', 'pushing'],
  ['open', 'opening'],
  ['create', 'creating'],
  ['merge', 'merging'],
  ['submit', 'submitting'],
]);

/** Wordings that the grammar would take for something else, said in the way that it reads. */
export function plainly(text: string): string {
  const bare = text.replace(/^(?:\p{Extended_Pictographic}\uFE0F?\s*)+/u, '');
  const until = UNTIL.exec(bare);
  if (until) {
    const doing = DOING.get((until[1] ?? '').toLowerCase());
    const object = doing === undefined ? '' : (until[2] ?? '');
    return `Run ${until[3]} before ${doing ?? 'finishing'}${object}`;
  }
  const noErrors = NO_ERRORS.exec(bare);
  if (noErrors) return `${noErrors[1]} passes`;
  const verb = /^(?:always |please )?(use|prefer|run|choose)\b/i.exec(bare)?.[1]?.toLowerCase();
  return verb === undefined ? bare : bare.replace(PAIR, `$1; ${verb} `);
}

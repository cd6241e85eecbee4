import type { Directive } from '../../../model/directive.ts';

const SPAN = '`[^`]+`';
const SPANS = `${SPAN}(?:(?:,| and|, and) ${SPAN})*`;
const SOON = '(?:please |always |you must |must |you should |also )*';
const WORK =
  '(?:(?:every|each|all|any|a|the|your) )+(?:single )?(?:coding )?(?:task|change|session|work|turn|piece of work|iteration|edit)s?';
const DONE = "(?:you(?:['’]re| are| have|['’]ve) )?(?:done|finished)";

const LAST: readonly RegExp[] = [
  // "Run `x` last", "Run `x` at the end of every task"
  new RegExp(
    `^${SOON}(?:re-?)?run (${SPANS}) (?:last|at the (?:very )?end(?: of ${WORK})?|(?:once|when) ${DONE}|as (?:the|a|your) (?:very )?(?:last|final) (?:step|thing)(?: (?:in|of|for) ${WORK}| before .*| you do)?)[.!]?$`,
    'i',
  ),
  // "Finish by running `x`", "End every task with `make x`"
  new RegExp(
    `^${SOON}(?:finish|end|conclude|close|complete|wrap up)(?: ${WORK})? (?:by running|by executing|with a run of) (${SPANS})[.!]?$`,
    'i',
  ),
  new RegExp(`^${SOON}(?:finish|end|conclude|close|complete|wrap up) ${WORK} with (${SPANS})[.!]?$`, 'i'),
];
/** Where steps of something are told, the last of them is not that of all work. */
const PROCEDURE =
  /\b(?:releas\w*|deploy\w*|publish\w*|adding|creating|writing|updating|upgrading|migrat\w*|how to|steps|procedure|recipe|set-?up|setting up|bootstrap\w*|install\w*|onboarding)\b/i;
const OF_ALL_WORK = /\b(?:every|each|all|any) /i;

/** "Finish by running `x`", in the words of a duty. */
export function lastStep(text: string, { headings, parents }: Directive): string | undefined {
  if (!OF_ALL_WORK.test(text) && PROCEDURE.test(parents.at(-1) ?? headings.at(-1) ?? '')) return undefined;
  const command = LAST.map((form) => form.exec(text)?.[1]).find((found) => found !== undefined);
  return command === undefined ? undefined : `Before finishing, run ${command}`;
}

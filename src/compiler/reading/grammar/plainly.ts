import { reworded } from './rewordings.ts';
import { rewordedOfCode } from './rewordings-of-code.ts';

const SPAN = '`[^`]+`';
const SPANS = `${SPAN}(?:(?:,| and|, and| &) ${SPAN})*`;
const SUCCEEDS =
  '(?:passes|pass|succeeds|succeed|is green|are green|is clean|are clean|has passed|have passed|has succeeded|runs clean(?:ly)?|has been run|have been run|completes?(?: successfully)?|exits? (?:with )?(?:0|zero|cleanly))';
const PAIR_OVER = '(?:instead of|over|rather than|not|in place of|to)';
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
const ONLY_AFTER = new RegExp(
  `^(?:only )?(commit|push|open|create|merge|submit)\\b([^\`]*?) (?:only )?(?:after|once|when|if)(?: all| both)? (${SPANS})(?: all| both)? ${SUCCEEDS}(.*)$`,
  'i',
);
const EVERY_PR = new RegExp(
  `^(?:every|each|all|any) (?:prs?|pull requests?|merge requests?) (?:must|should|needs? to|has to|have to) (?:all )?pass (${SPANS})(?: .*)?$`,
  'i',
);
const REMINDER =
  /^(?:please )?(?:don['’]t forget to|do not forget to|remember to|be sure to|make sure to|make sure you|make sure that you|never forget to) (?=\w)/i;
const BY_YOURSELF = / (?:by yourself|yourself|on your own|automatically|autonomously|proactively)(?=[\s.;,—:!]|$)/i;
const NOT_DONE = new RegExp(
  `^(?:an? |no |the |your |any )?(?:task|work|changes?|feature|job) (?:is|are) (?:not|never) (?:done|complete|completed|finished|ready|considered (?:done|complete|finished)) (?:until|unless|before)(?: all| both)? (${SPANS}) ${SUCCEEDS}`,
  'i',
);
const PREFIXED =
  /^(?:always )?prefix (?:all |any |every )?(\w+) (?:commands?|calls?|invocations?) with (`[^`]+`)[.!]?$/i;
const DOING: ReadonlyMap<string, string> = new Map([
  ['commit', 'committing'],
  ['push', 'pushing'],
  ['open', 'opening'],
  ['create', 'creating'],
  ['merge', 'merging'],
  ['submit', 'submitting'],
]);

/** "Run Prettier (`make fmt`) before …": the command is what is run. */
const BY_NAME = /^((?:always |please )?(?:run|execute) )(?:the )?[A-Z]\w+(?: \w+)? \((`[^`]+ [^`]+`)\)(?= before\b)/i;
/** Wordings that the grammar would take for something else, said in the way that it reads. */
export function plainly(text: string): string {
  const bare = rewordedOfCode(reworded(text.replace(/^(?:\p{Extended_Pictographic}\uFE0F?\s*)+/u, '')));
  if (BY_NAME.test(bare)) return bare.replace(BY_NAME, '$1$2');
  const until = UNTIL.exec(bare);
  if (until) {
    const doing = DOING.get((until[1] ?? '').toLowerCase());
    const object = doing === undefined ? '' : (until[2] ?? '');
    return `Run ${until[3]} before ${doing ?? 'finishing'}${object}`;
  }
  const after = /^only |only (?:after|once|when|if)/i.test(bare) ? ONLY_AFTER.exec(bare) : undefined;
  if (after)
    return `Run ${after[3]} before ${DOING.get((after[1] ?? '').toLowerCase()) ?? 'finishing'}${after[2] ?? ''}`;
  const notDone = NOT_DONE.exec(bare);
  if (notDone) return `Run ${notDone[1]} before finishing`;
  const prefixed = PREFIXED.exec(bare);
  if (prefixed) return `Use ${prefixed[2]} to execute ${prefixed[1]}`;
  const each = EVERY_PR.exec(bare);
  if (each) return `Run ${each[1]} before opening a PR`;
  if (REMINDER.test(bare)) return bare.replace(REMINDER, '').replace(/^\w/, (letter) => letter.toUpperCase());
  if (/^(?:never|do not|don['’]t)\b/i.test(bare) && BY_YOURSELF.test(bare)) return bare.replace(BY_YOURSELF, '');
  const noErrors = NO_ERRORS.exec(bare);
  if (noErrors) return `${noErrors[1]} passes`;
  const verb = /^(?:always |please )?(use|prefer|run|choose)\b/i.exec(bare)?.[1]?.toLowerCase();
  return verb === undefined ? bare : bare.replace(PAIR, `$1; ${verb} `);
}

import type { Directive } from '../../../model/directive.ts';
import { mirroredBothWays } from './in-step.ts';
import { lastStep } from './last-step.ts';

const LEAD = 'after|when|whenever|if|once|each time|every time|any time|anytime|before';
const SOON =
  '(?:please |always |you must |you should |also |then |make sure to |be sure to |remember to |you need to )?';
const CHANGE = '(?:changes?|edits?|modifications?|updates?|additions?)';
const NEEDS =
  '(?:require|requires|need|needs|must be followed by|mean|means|must come with|must be accompanied by|must include|should include|calls? for|must be reflected in)';
const EVERY = '(?:any |all |every |each )?';
const MADE =
  '(?:regenerate|re-generate|rebuild|recreate|refresh|resync|recompile|reinstall|format|lint|type-?check|validate|verify|test|check|build|update|sync|generate)';
const SPAN = '`[^`]+`';
const SPANS = `${SPAN}(?:(?:,| and|, and) ${SPAN})*`;
const WHETHER = /\b(?:if|when|unless|optional(?:ly)?|or|may|can)\b/i;
const NEVER_LAST = /\b(?:to|you|we|and|or|must|should|then|not|be|it|need|needs|always|can|may|will|the|a|of)$/i;
/** Above an item that says for which changes a command is run. */
const CHECKS =
  /\b(?:run|verif\w*|validat\w*|checks?|gates?|required|definition of done|before|pre-?commit|must|always|quality|tests? to run|testing requirements?)\b/i;
const ONLY_LISTED = /\b(?:commands?|useful|common|available|cheat ?sheet|scripts|reference)$/i;

/** Headings and lead-ins of lists of what has to pass. */
const CHECKLIST =
  /\b(?:checklist|definition of done|done when|before (?:you )?(?:commit|push|submit|open|finish|merg|creat|declar|mark|consider|hand)\w*|pre-?(?:commit|push|pr|merge)|acceptance|quality gates?|verification|validation|must pass|required)\b/i;

const UNPARTED = new RegExp(
  `^(${LEAD}) ((?:\`[^\`]*\`|[^,;:.\`])+?) (${SOON}(?:re-?)?(?:run|execute|regenerate|update)\\b.*)$`,
  'i',
);
const ITEM_RUN = new RegExp(`^(?:run )?(${SPANS})(?=[.!]?$|[ ,]*(?:[—–(-]|to ))`, 'i');
const PASSES = new RegExp(
  `^(${SPAN}(?:(?:,| and|, and) ${SPAN})*) (?:(?:must |should |all |both )*(?:pass|passes|succeed|succeeds)|(?:is|are|runs?) (?:green|clean|cleanly|passing)|exits? (?:with )?(?:0|zero|cleanly)|reports? no \\w+|shows? no \\w+|has no \\w+)(?: .*)?$`,
  'i',
);
const IS_CHECKED_BY = new RegExp(
  `^(?:all |no |the )?[\\w /-]{3,50}? ?(?:pass|passes|passing|succeeds?|errors?|warnings?|clean|green|formatted|builds|compiles|checked)(?: locally| cleanly| successfully)? ?(?:\\(|:|—|–|-|with|via) ?(?:run )?(${SPAN})\\)?[.!]?$`,
  'i',
);
const FOR_CHANGES = new RegExp(
  `^(${SPAN}) (?:for|on|if|when|after) (?:any |all )?([^,;:(]+? (?:changes|edits|updates)|changes (?:to|in|under) [^,;:(]+)[.!]?$`,
  'i',
);
const CHANGES_RUN = new RegExp(
  `^([^\`,;:(]+? (?:changes|edits|updates)|changes (?:to|in|under) [^,;:(]+) ?(?:→|->|=>|—|–|-|:) ?(?:run )?(${SPAN}(?:(?: and|,|,? then) ${SPAN})*)[.!]?$`,
  'i',
);

type Rewriting = (text: string, directive: Directive) => string | undefined;

/** Other ways to say what there is one reading for: each gives the wording that is read, or nothing. */
const REWRITINGS: readonly Rewriting[] = [
  // "After changing x run `y`": the comma is left out.
  (text) => {
    const found = UNPARTED.exec(text);
    const [, lead = '', middle = '', rest = ''] = found ?? [];
    if (!found || NEVER_LAST.test(middle) || !rest.includes('`')) return undefined;
    return `${/time$/i.test(lead) ? 'When' : lead} ${middle}, ${rest}`;
  },
  (text) => (/^prior to\b|[^,;:.] prior to\b/i.test(text) ? text.replace(/\bprior to\b/i, 'before') : undefined),
  (text) =>
    /^(?:each|every|any) ?time\b/i.test(text) ? text.replace(/^(?:each|every|any) ?time\b/i, 'When') : undefined,
  (text) => (/\bbefore shipping\b/i.test(text) ? text.replace(/\bbefore shipping\b/i, 'before pushing') : undefined),
  // "When finished, run `x`"
  said(
    `^(?:when|once|after) (?:you(?:['’]re| are| have|['’]ve)? )?(?:you )?(?:finished|done|complete|completed|finish|finishing|completing|implementing|wrapping up)(?: with)?(?: (?:a|the|your|each|every|any|all|task|tasks|work|feature|features|change|changes|implementation|code|coding|it|them|step|steps))*, ${SOON}(?:re-?)?run (.+)$`,
    (command) => `Before finishing, run ${command}`,
  ),
  (text, { headings, parents }) =>
    /^(?:when|once|after) (?:you['’]?(?:re| are| have)? )?(?:done|finished|finishing|completing|complete|making changes|every change|each change|any change)\b/i.test(
      parents.at(-1) ?? headings.at(-1) ?? '',
    ) && !WHETHER.test(text)
      ? replaced(text, ITEM_RUN, (command) => `Before finishing, run ${command}`)
      : undefined,
  // "Make sure `x` succeeds before …"
  said(
    `^(?:please |always )?(?:make sure|ensure|verify|confirm|check)(?: that)?(?: all| both)? (${SPANS})(?: all| both)? (?:succeeds?|pass(?:es)?|(?:is|are) (?:green|clean|passing)|runs? cleanly|works?|completes?)(?: successfully| cleanly)? (before .*)$`,
    (command, time) => `Run ${command} ${time}`,
  ),
  (text, directive) => lastStep(text, directive),
  // "After every Python change: `x`"
  said(`^((?:${LEAD}) [^:\`]+): ?(?:run )?(${SPANS})[.!]?$`, (lead, command) => `${lead}, run ${command}`),
  // "`x` must be clean before review"
  said(
    `^(${SPANS}) (?:must|should|needs? to|has to|have to) (?:all |always )?(?:be (?:clean|green|passing|run)|pass|succeed|(?:produce|report|show|emit|have|give|return) (?:zero|no|0) (?:new )?(?:warnings?|errors?|issues?|findings?|failures?|diffs?)(?: (?:or|and) \\w+)?) (before .*)$`,
    (command, time) => `Run ${command} ${time.replace(/\breview\b/i, 'opening a PR for review')}`,
  ),
  // "Changes in x require a rebuild: `y`", "Edits to x must be followed by `y`"
  said(
    `^${EVERY}${CHANGE} (?:made )?(?:to|in|under|of) (.+?) (?:${NEEDS} (?:an? |to )?[\\w -]{3,25} ?(?::|\\(|—|–|with|via) ?|must be followed by (?:an? )?)(${SPAN})\\)?[.!]?$`,
    (what, command) => `When changing ${what}, run ${command}`,
  ),
  // "All changes must pass `x`", "Java changes: `x` must pass"
  said(
    `^(?:all|any|every|each) (?:code |source )?(?:changes?|edits?|code|commits?|prs?|pull requests?) (?:must|should|has to|have to|needs? to) (?:all )?pass (${SPANS})(?: .*)?[.!]?$`,
    (command) => `After every change, run ${command}`,
  ),
  said(
    `^([^\`,;:(]+? (?:changes|edits|updates)|changes (?:to|in|under) [^,;:(]+) ?(?:→|->|:|—|-) ?(${SPANS}) (?:must|should|has to|have to|needs? to) (?:pass|succeed|be run|be green)[.!]?$`,
    (what, command) =>
      `After ${/^changes /i.test(what) ? what.replace(/^changes (?:to|in|under)/i, 'changing') : what}, run ${command}`,
  ),
  // "Proto files changed → run `x`", "Touching `a` → update `b`"
  said(
    `^(?:if |when |after )?([^→;:]+?) ?(?:→|->|=>) ?(?:then )?(?:re-?)?((?:run|update|regenerate) .+)$`,
    (what, rest) =>
      /\b(?:chang|edit|modif|touch|add|updat)\w*/i.test(what) ? `After ${what}, ${rest}` : `${what} -> ${rest}`,
  ),
  // "`a` changed: run `b`", "Schema changes (`a`) require `b`"
  either(
    said(
      `^(${SPANS}) (?:has |have |was |were )?(?:changed|modified|edited|updated) ?: ?(?:re-?)?run (.+)$`,
      (what, command) => `After changing ${what}, run ${command}`,
    ),
    said(
      `^[\\w -]{3,30} ${CHANGE} \\((?:in |to )?(${SPANS})\\) (?:${NEEDS}) (?:you to )?(?:run |running |to run |re-?running )?(${SPANS})[.!]?$`,
      (what, command) => `When changing ${what}, run ${command}`,
    ),
  ),
  // "Changed `a`? Run `b`."
  (text, { follows }) => {
    const asked = /^(?:(?:did you|have you|you) )?((?:modif|chang|edit|touch|updat|add)\w*) ([^?]+)\?$/i.exec(
      follows ?? '',
    );
    return asked && /^(?:please |then )?(?:re-?)?(?:run|update|regenerate)\b/i.test(text)
      ? `After changing ${asked[2]}, ${text}`
      : undefined;
  },
  // "After any `.proto` change": files of that ending.
  said(
    `^((?:${LEAD}) )(?:any |a |all )?\`\\*?(\\.\\w+)\` (?:files? )?(?:changes?|changed|is changed|edits?|are changed)(?=,)`,
    (lead, ending) => `${lead}changing \`**/*${ending}\``,
  ),
  // "`make lint` passes", "All tests pass (`make test`)" in a checklist
  (text, { parents, headings }) => {
    const above = parents.at(-1) ?? headings.at(-1) ?? '';
    if (!CHECKLIST.test(above)) return undefined;
    const run = `Before ${/\b(?:pr|pull request|merge request)\b/i.test(above) ? 'opening a PR' : /\bcommit/i.test(above) ? 'committing' : /\bpush/i.test(above) ? 'pushing' : 'finishing'}, run`;
    return (
      replaced(text, PASSES, (command) => `${run} ${command}`) ??
      replaced(text, IS_CHECKED_BY, (command) => `${run} ${command}`)
    );
  },
  // "When x changes, regenerate the client with `y`": what is run is meant.
  said(
    `^((?:${LEAD}) [^,]+), ${SOON}${MADE} [^\`]*?(?:with|via|using|by running|through|by) (${SPAN}.*)$`,
    (lead, command) => `${lead}, run ${command}`,
  ),
  said(
    `^${SOON}${MADE} [^\`]*?(?:with|via|using|by running|through) (${SPAN}) ((?:after|when|whenever|if|before|prior to) .*)$`,
    (command, time) => `Run ${command} ${time}`,
  ),
  // "Changes to x require running `y`", "x changes need `y` to be run"
  said(
    `^${EVERY}${CHANGE} (?:made )?(?:to|in|under|of) (.+?) ${NEEDS} (?:you to )?(?:running|re-?running|a re-?run of|a run of|to re-?run|to run|run) (.+)$`,
    (what, command) => `When changing ${what}, run ${command}`,
  ),
  said(
    `^${EVERY}([^,;:]+?) ${CHANGE} ${NEEDS} (?:you to )?(?:running|re-?running|a re-?run of|a run of|to re-?run|to run|run) (.+)$`,
    (what, command) => `When ${what} changes, run ${command}`,
  ),
  // "Changes to x require an update to `y`"
  said(
    `^${EVERY}${CHANGE} (?:made )?(?:to|in|under|of) (.+?) ${NEEDS} (?:(?:a |an )?(?:corresponding |matching )?(?:updates?|updating|changes?|entry|entries) (?:to|of|in|for) |updating |an updated )?(${SPAN})(?: (?:too|as well|to be updated|to change))?[.!]?$`,
    (what, file) => `When changing ${what}, update ${file}`,
  ),
  said(
    `^${EVERY}([^,;:]+?) ${CHANGE} ${NEEDS} (?:(?:a |an )?(?:corresponding |matching )?(?:updates?|updating|changes?|entry|entries) (?:to|of|in|for) |updating |an updated )(${SPAN})[.!]?$`,
    (what, file) => `When ${what} changes, update ${file}`,
  ),
  // "Keep `a` in sync with `b`"
  said(
    `^(?:always |please )?(?:keep|make sure|ensure) (${SPAN}) (?:stays? |is |remains? )?(?:in sync|in step|in lockstep|up[- ]to[- ]date|synchroni[sz]ed|aligned|consistent) with (?:the )?(${SPAN})[.!]?$`,
    (file, source) => `Every change to ${source} must be mirrored in ${file}`,
  ),
  said(
    `^(${SPAN}) (?:must|should|has to|needs to) (?:be (?:kept )?|stay |remain |always be (?:kept )?)(?:in sync|in step|in lockstep|up[- ]to[- ]date|synchroni[sz]ed|aligned) with (?:the )?(${SPAN})[.!]?$`,
    (file, source) => `Every change to ${source} must be mirrored in ${file}`,
  ),
  // "When editing `a`, make the same change in `b`", "If you change `a`, bump `version` in `b`"
  said(
    `^((?:${LEAD}) (?:you )?(?:chang|edit|modif|touch|updat|alter)\\w* [^,]+), ${SOON}(?:(?:make|apply|repeat|mirror) (?:the same|the corresponding|the matching|a matching|a corresponding|that|your) (?:changes?|edits?|updates?) (?:in|to)|mirror (?:it|them|the changes?) in|(?:bump|increment|increase|raise|update) (?:the )?(?:(?:\\w+ )?version|\`\\w*version\`)(?: (?:field|number|constant|key))? (?:in|of|inside)) (?:the )?(${SPAN})(?: (?:too|as well))?[.!]?$`,
    (lead, file) => `${lead}, update ${file}`,
  ),
  said(
    `^${SOON}(?:bump|increment|increase|raise) (?:the )?(?:(?:\\w+ )?version|\`\\w*version\`)(?: (?:field|number|constant|key))? (?:in|of|inside) (?:the )?(${SPAN}),? (?:when|whenever|if|each time|every time|any time) (.+)$`,
    (file, what) => `When ${what.replace(/[.!]$/, '')}, update ${file}`,
  ),
  // "Update `x` with every change"
  said(
    `^(?:always |please )?(?:update|add (?:an entry|a line|a note|a bullet) (?:to|in)) (?:the )?(${SPAN}|[A-Z]+\\.md) (?:with|in|for|on|after|as part of) (?:every|each|any|all|your) (?:single )?(?:code )?(?:PRs?|pull requests?|change|changes|commit|commits)[.!]?$`,
    (file) => `After every change, update ${file}`,
  ),
  said(
    `^(?:every|each|all) (?:code )?(?:PRs?|pull requests?|change|changes|commit|commits) (?:must|should|need to|needs to|has to|have to) (?:update|include an? (?:entry|update) (?:in|to)|add an? (?:entry|line) (?:in|to)|have an entry in|touch|be recorded in|be documented in) (?:the )?(${SPAN}|[A-Z]+\\.md)[.!]?$`,
    (file) => `After every change, update ${file}`,
  ),
  // "`make x` for Java changes" below what asks for checks
  (text, { parents, headings }) => {
    const above = parents.at(-1) ?? headings.at(-1) ?? '';
    if (!CHECKS.test(above) || ONLY_LISTED.test(above.replace(/[:.*_ ]+$/, ''))) return undefined;
    return (
      replaced(
        text,
        FOR_CHANGES,
        (command, what) =>
          `After ${/^changes /i.test(what) ? what.replace(/^changes (?:to|in|under)/i, 'changing') : what}, run ${command}`,
      ) ??
      replaced(
        text,
        CHANGES_RUN,
        (what, command) =>
          `After ${/^changes /i.test(what) ? what.replace(/^changes (?:to|in|under)/i, 'changing') : what}, run ${command}`,
      )
    );
  },
];

const WITH_TIME = new RegExp(
  `^${SOON}(?:format|lint|type-?check|test|validate|verify|check|build)(?: (?:the |all |your |everything|code|project|changes|it|files))* (?:with|via|using) (${SPAN}) (before (?:each |every |any |you )?(?:commit|push|open|submit|finish|pr\\b|pull)\\w*.*)$`,
  'i',
);

const DO = '(?:format|lint|type-?check|test|validate|verify|check|build)';
const WITH_BOTH = new RegExp(
  `^${SOON}${DO}(?: (?:the |all |your |code|project|changes|it|files))* (?:with|via|using) (${SPAN}),? and (?:then )?${DO}(?: (?:the |all |your |code|project|changes|it|files))* (?:with|via|using) (${SPAN}) (before (?:each |every |any |you )?(?:commit|push|open|submit|finish|pr\\b|pull)\\w*.*)$`,
  'i',
);

/** "Format with `x` before each commit" says what is run as well as what with. */
export function runsWith(text: string): string | undefined {
  const both = WITH_BOTH.exec(text);
  if (both) return `Run ${both[1]} and ${both[2]} ${both[3]}`;
  const found = WITH_TIME.exec(text);
  return found ? `Run ${found[1]} ${found[2]}` : undefined;
}

/** The wordings that a statement may be read by instead; none where it is said in no other way. */
export function canonicalOf(directive: Directive): readonly string[] {
  let text = directive.text;
  const both = mirroredBothWays(text);
  if (both) return both;
  const all: string[] = [];
  for (const rewrite of REWRITINGS) {
    const next = rewrite(text, directive);
    if (next === undefined) continue;
    text = next;
    all.push(next);
  }
  // What follows behind a semicolon tells of the duty and is none.
  return all.slice(-1).map((each) => each.replace(/; .*$/s, ''));
}

type Writing = (one: string, two: string) => string;

function replaced(text: string, pattern: RegExp, write: Writing): string | undefined {
  const found = pattern.exec(text);
  return found ? write(found[1] ?? '', found[2] ?? '') + text.slice(found[0].length) : undefined;
}

/** Compiled when first tried. Most patterns hold a code span, which few texts do. */
function said(pattern: string, write: Writing): Rewriting {
  const needsSpan = pattern.includes(SPAN) && !pattern.includes(`${SPAN}|`);
  let compiled: RegExp | undefined;
  return (text) => {
    if (needsSpan && !text.includes('`')) return undefined;
    compiled ??= new RegExp(pattern, 'i');
    return replaced(text, compiled, write);
  };
}

function either(...all: readonly Rewriting[]): Rewriting {
  return (text, directive) => {
    for (const rewrite of all) {
      const next = rewrite(text, directive);
      if (next !== undefined) return next;
    }
    return undefined;
  };
}

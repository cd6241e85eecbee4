import type { Intent, Mention, Trigger } from '../../../model/intent.ts';
import { codeGlobs } from '../naming/code-files.ts';
import { occasionOf } from './occasions.ts';
import type { Whole } from './whole.ts';

/** What people call the ways to see whether a change is sound, and the notion that has its commands. */
const MEANT: readonly (readonly [RegExp, string, string])[] = [
  [
    /^(?:(?:all|the|your|any|full|whole|entire|complete|existing|unit|integration|regression|relevant|related|affected|project|python|backend|frontend|automated|local|of|and) )*(?:tests?|specs?|test suites?|test-suites?|suite)$/,
    'test-run',
    'the tests',
  ],
  [
    /^(?:(?:all|the|your|any|project) )*(?:lint|lints|linter|linters|linting|lint checks?|lint errors?|lint rules|eslint|code lints?)$/,
    'lint-run',
    'the linter',
  ],
  [
    /^(?:(?:all|the|your|any) )*(?:type[- ]?checks?|type[- ]?checking|type[- ]?checker|types|type[- ]?check errors?|typings|static type checks?|static typing)$/,
    'type-check-run',
    'the type check',
  ],
  [
    /^(?:(?:all|the|your|any|code|auto) ?-?)*(?:format|formatter|formatters|formatting|format checks?|code formatter|formatting checks?)$/,
    'format-run',
    'the formatter',
  ],
];

const SOON = '(?:please |always |you must |you should |must |should |also |then |first |make sure to |be sure to )*';
const WHAT = "(?<what>[\\w ,/&+'-]{3,80}?)";
const PASS =
  '(?:(?:must|should|has to|have to|need to|needs to|are|is|all|both|be|still|run|runs|comes? back|always|pass|passes|passing|succeeds?|green|clean|cleanly|locally|successfully|first) ?)+';
const TIME = '(?<time>(?:before|prior to|after) [^¦;:(]+?)';
const DEED = '(?:commit|push|merge|submit|open|create|finish|hand off|mark|ship)';

const FORMS: readonly RegExp[] = [
  // "Always run lint and tests before committing"
  new RegExp(`^${SOON}(?:run |re-?run |execute )?${WHAT} ${TIME}$`),
  // "All tests must pass before merging", "Make sure that the linter passes before you push"
  new RegExp(`^${SOON}(?:make sure |ensure |verify |confirm |check |all |that |both )*${WHAT} ${PASS}${TIME}$`),
  // "Before committing, run the tests"
  new RegExp(
    `^${TIME} ?[,:] ?${SOON}(?:make sure |ensure |verify |confirm |check |run |re-?run |execute |that |all )*${WHAT}(?: ${PASS})?$`,
  ),
  // "Never commit without running the tests", "Do not push if tests fail"
  new RegExp(
    `^(?:never|do not|don't|must not)(?: ever)? (?<time>${DEED}\\b[^¦;:(]*?) (?:without(?: first)?(?: running| passing)?|unless|until|if|when|while|with (?:failing|broken|red)) ${WHAT}(?: (?:first|fail|fails|are failing|is failing|are red|are broken|${PASS}))?$`,
  ),
];
/** Below "Before committing". */
const ITEM = new RegExp(
  `^${SOON}(?:run |re-?run |execute |make sure |ensure |verify |confirm |check |that )*${WHAT}(?: ${PASS})?$`,
);
const ABOVE =
  /^(?:always |checks? |steps |things to (?:do|check) |(?:what to (?:do|run|check) )|(?:verify|check|run|complete|do) (?:these|the following|all of these|this) )*(?:before (?:you |any |every |each )?(?:commit|push|submit|open|creat|finish|merg|complet|hand|mark|declar)\w*|pre-?(?:commit|push|pr|merge)\b)/;
const OPEN = /\b(?:if possible|when possible|optional(?:ly)?|as needed|if needed|where|may|can|relevant checks)\b/;

/**
 * "Tests must pass before committing", "Lint and type-check before finishing": what no command names is done by
 * whichever command does it.
 */
export function readQuality(whole: Whole): readonly Intent[] {
  const { directive, knowledge, common } = whole;
  // A remark that names no command may go; what follows a sentence's first break explains.
  const text = whole.text
    .replaceAll(/ ?\( [^§()]* \)/g, '')
    .replace(/ ?[;¦].*$/, '')
    .replace(/[.! ]+$/, '');
  if (text.includes('§') || !/\b(?:tests?|specs?|lint|type|format|suites?)/.test(text) || OPEN.test(text)) return [];
  const found = FORMS.map((form) => form.exec(text)?.groups).find((each) => each && needsIn(each.what));
  const above = directive.parents.at(-1) ?? directive.headings.at(-1) ?? '';
  const below = !found && ABOVE.test(above.toLowerCase()) ? ITEM.exec(text)?.groups : undefined;
  const need = needsIn(found?.what ?? below?.what);
  const time = found?.time ?? (below ? above.toLowerCase() : undefined);
  if (!need || time === undefined || directive.polarity === 'forbid') return [];
  const occasion = occasionOf(time);
  const changes =
    /^after (?:making |making any |any |every |each |all |your |code )*(?:changes?|edits?|modifications?|change|editing|modifying code|changing code)/;
  const before: Trigger[] = time.startsWith('after') || occasion === undefined ? [] : [{ kind: occasion }];
  if (before.length === 0 && !changes.test(time)) return [];
  const code = codeGlobs(knowledge);
  if (code.length === 0) return [];
  return [{ ...common, shape: 'order', need, before, since: [{ kind: 'changed', globs: [...code] }], ordered: false }];
}

/** Each of what is listed, or nothing where one of them is something else. */
function needsIn(what: string | undefined): readonly Mention[] | undefined {
  if (what === undefined) return undefined;
  const pieces = what
    .split(/ ?(?:,|\band\b|&|\+|\/) ?/)
    .map((piece) => piece.replace(/^(?:run|that|passes|pass) /, '').trim())
    .filter((piece) => piece !== '');
  const mentions = pieces.map((piece): Mention | undefined => {
    const known = MEANT.find(([words]) => words.test(piece));
    return known && { kind: 'concept', id: known[1], text: known[2] };
  });
  const found = mentions.filter((mention) => mention !== undefined);
  return pieces.length > 0 && found.length === pieces.length ? found : undefined;
}

import type { Intent, IntentOf, Mention } from '../../../model/intent.ts';
import { tokenise } from '../grammar/tokens.ts';
import { codeGlobs } from '../naming/code-files.ts';
import { changeIn, speaksOfChange } from './changes.ts';
import { filesOf, kindOf, type Whole } from './whole.ts';

/** Kinds of work that a conventional commit names, by what people call them. */
const WORK: readonly (readonly [RegExp, string])[] = [
  [/^(?:user-facing |major |public )?(?:features?|functionality|capabilit(?:y|ies))$/, 'feat'],
  [/^(?:bug ?-?fix(?:es)?|fix(?:es)?|bugs?|defects?|regressions?)$/, 'fix'],
];
const IDLE_BEFORE_WORK =
  /^(?:you |we |any |all |every |each |the |your |a |an |new |add |adding |adds |implement |implementing |introduce |introducing |ship |shipping |develop |developing |create |creating |build |building |fix |fixing )+/;
const IDLE_BEFORE_NEED =
  /^(?:updating |adding |writing |an update to |updates to |an? |the |new |your |corresponding |relevant |appropriate |related |matching |respective |proper |unit |integration |regression |feature |failing |automated |user-facing |at least one |one |its |their |any )+/;

const SOON =
  "(?:please |always |also |you must |you should |we |must |should |remember to |make sure to |be sure to |don't forget to )*";
const PUT = '(?:add|write|include|update|create|extend|provide|ship)(?:(?: or | and |/)(?:add|update|extend))?';
const NEED = "(?<need>[\\w §,/&'-]{1,60}?)";
/** What the tests are to show is left to them. */
const TAIL = '(?: (?:for both|for all|for the|covering|to cover|of both) [^§;:]+)?';
const OF_WORK = '(?<work>[\\w ,/&-]{3,60}?)';

const FORMS: readonly RegExp[] = [
  // "Add tests for new features", "Update the docs when adding a feature"
  new RegExp(
    `^${SOON}${PUT} ${NEED} (?:for|when|whenever|with|alongside|along with|after|if|covering|to cover) ${OF_WORK}$`,
  ),
  // "When you fix a bug, add a regression test"
  new RegExp(`^(?:when|whenever|after|if|for|with) ${OF_WORK} ?, ?${SOON}${PUT} ${NEED}${TAIL}$`),
  // "New features need tests", "Bug fixes must come with a regression test"
  new RegExp(
    `^${OF_WORK} (?:(?:(?:must|should|always|have to|has to|needs? to) )+(?:include|have|add|carry|be accompanied by|be covered by|be covered with)|(?:(?:must|should|always|have to|has to|needs? to) )*(?:needs?|requires?|gets?|comes? with|ships? with)) ${NEED}${TAIL}$`,
  ),
  // "Tests are required for new features"
  new RegExp(
    `^${NEED} (?:is|are) (?:always )?(?:required|mandatory|expected|needed|a must) (?:for|with|when) ${OF_WORK}$`,
  ),
  new RegExp(`^${NEED} for ${OF_WORK} (?:is|are) (?:always )?(?:required|mandatory|expected|a must)$`),
  // "Keep the docs up to date with new features"
  new RegExp(`^${SOON}keep ${NEED} (?:up to date|up-to-date|current|in sync) (?:with|when|after) ${OF_WORK}$`),
];
const BANS: readonly RegExp[] = [
  // "Never add a feature without tests"
  new RegExp(`^(?:never|do not|don't|no) ${OF_WORK} without (?:adding |writing |updating |also )*${NEED}$`),
  // "Bug fixes without a regression test are not accepted"
  new RegExp(
    `^${OF_WORK} without ${NEED} (?:are|is|will be|must be|get) (?:rejected|refused|forbidden|not (?:accepted|merged|allowed|ok|okay))$`,
  ),
];

/** Without such words nothing of it is said. */
const NEEDED = /§|\b(?:tests?|specs?|docs|documentation|change ?logs?|changesets?)\b/;
const WORKED =
  /\b(?:new|every|each|all|add|chang|edit|modif|touch|implement|introduc|creat|feature|functionality|fix|bug)/;

/**
 * "New features need tests", "Update `docs/` when adding a feature", "Write tests for new endpoints": what goes along
 * with some work. Which work is a feature or a fix, the commit says (`feat: …`, `fix: …`,
 * https://www.conventionalcommits.org/en/v1.0.0/); of other commits nothing is asked then.
 */
export function readGoingAlong(whole: Whole): readonly Intent[] {
  const { directive, common } = whole;
  if (!NEEDED.test(whole.text) || !WORKED.test(whole.text)) return [];
  const text = whole.text
    .replaceAll(/ ?\( [^()]* \)/g, '')
    .replace(/[.! ]+$/, '')
    .replace(/ (?:for (?:it|them|each|those)|that (?:fails|would have|reproduces|covers)\b.*|as well|too)$/, '');
  const forms = directive.polarity === 'forbid' ? [] : [...FORMS, ...BANS];
  const said = forms.map((form) => form.exec(text)?.groups).find((groups) => groups);
  const work = workOf(said?.work ?? '', whole);
  const needs = said && work ? needsOf(said.need ?? '', whole) : undefined;
  return needs && work ? needs.map((need) => ({ ...common, shape: 'companion', need: [need], ...work })) : [];
}

type Work = Pick<IntentOf<'companion'>, 'when' | 'commits'>;

/** "New features and bug fixes", "a new tool", "changing the schema". */
function workOf(words: string, whole: Whole): Work | undefined {
  const { knowledge } = whole;
  const code = codeGlobs(knowledge);
  const except = testsOf(whole)?.globs ?? [];
  const types = typesOf(words);
  if (types && code.length > 0) return { when: [{ kind: 'changed', globs: code, except }], commits: types };
  if (types || words === '') return undefined;
  const isNew = /^(?:(?:all|any|every|each|the|your|a) )*(?:new|every|each)\b/.test(words);
  const spoken = isNew ? `adding ${words}` : words;
  const change = speaksOfChange(spoken) ? changeIn(tokenise(spoken), spoken, knowledge) : undefined;
  if (!change || change.globs.includes('**') || change.part) return undefined;
  const how = isNew && change.globs.some((glob) => /[*{?]/.test(glob)) ? (['create'] as const) : change.how;
  return { when: [{ ...change, ...(how && { how }), except: [...(change.except ?? []), ...except] }] };
}

/** The types of commits that words such as "new features and bug fixes" mean. */
function typesOf(words: string): readonly string[] | undefined {
  const pieces = words.split(/ ?(?:,|\band\b|\bor\b|&|\/) ?/).filter((piece) => piece !== '');
  const types = pieces.map((piece) => WORK.find(([name]) => name.test(piece.replace(IDLE_BEFORE_WORK, '')))?.[1]);
  const found = types.filter((type) => type !== undefined);
  return found.length > 0 && found.length === pieces.length ? found : undefined;
}

type Need = Mention & { readonly globs: readonly string[] };

/** The files that have to change; nothing where one of the things is none. */
function needsOf(words: string, whole: Whole): readonly Need[] | undefined {
  const spans = words.split('§').length - 1;
  // "the documentation in `docs/`"
  if (
    /^(?:[a-z-]+ )*(?:docs|documentation|changelog|tests?|entry|files?) (?:in|under|to|inside|at) §(?: folder| directory)?$/.test(
      words,
    ) ||
    words === '§'
  ) {
    const [file] = filesOf(whole.atoms, whole.knowledge);
    const stands = file?.kind === 'files' || (file?.kind === 'path' && file.exists);
    return spans === 1 && whole.atoms.length === 1 && stands ? [file] : undefined;
  }
  if (spans > 0) return undefined;
  const pieces = words.split(/ ?(?:,|\band\b|&|\/) ?/).filter((piece) => piece !== '');
  const found = pieces.flatMap((piece) => needOf(piece.replace(IDLE_BEFORE_NEED, ''), whole) ?? []);
  return found.length > 0 && found.length === pieces.length ? found : undefined;
}

function needOf(words: string, whole: Whole): Need | undefined {
  if (/^(?:entry|line|note|item|entries) (?:to|in|into) (?:the )?change ?log$/.test(words))
    return needOf('changelog', whole);
  if (/^(?:tests?|test cases?|test coverage|specs?)$/.test(words)) return testsOf(whole);
  const kind = kindOf(words, whole.knowledge);
  return kind?.kind === 'files' && /^(?:docs|changelogs|changesets)$/.test(kind.id) ? kind : undefined;
}

/** The tests; nothing where they lie in the files that they test. */
function testsOf({ knowledge }: Whole): Need | undefined {
  const { tests } = knowledge.lexicon.fileKinds;
  if (!tests || knowledge.languages.has('rust')) return undefined;
  return { kind: 'files', id: 'tests', text: 'tests', globs: knowledge.globsOf(tests) };
}

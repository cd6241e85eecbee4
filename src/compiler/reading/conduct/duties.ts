import type { Intent, Mention, MentionOf, Trigger } from '../../../model/intent.ts';
import { stretch, type Token, tokenise } from '../grammar/tokens.ts';
import { codeGlobs } from '../naming/code-files.ts';
import { readItems } from '../naming/mention.ts';
import type { ReadClause } from '../setting.ts';
import { changeIn } from './changes.ts';
import { occasionOf } from './occasions.ts';
import { inSequence, stepBefore } from './sequence.ts';
import { commandsToRun } from './to-run.ts';

const CHECKING =
  /\b(verif\w*|validat\w*|checks?|gates?|quality|required|before (?:you )?(?:commit|finish|submit|push)\w*|definition of done|done|pre-?commit)\b/i;
/** Headings of what has to be run, not of what there is to run ("Validation commands"). */
const OBLIGING =
  /^(?:(?:local|final|minimum|required|mandatory) )?(?:validation|verification|quality (?:gates?|checks?)|definition of done|done (?:when|criteria|means)|(?:required|mandatory|final|minimum) (?:checks?|steps|gates?|validation|verification|run order)|validation (?:steps|checklist)|verification (?:steps|checklist)|(?:tests|checks) to run|pre-?(?:commit|pr|push|submit|merge|pull[ -]request)(?: \w+){0,2})$/i;
/** Lead-ins that oblige: "Always run these", "Required validation steps". */
const DEMANDING = /\b(?:always|must|required|mandatory|every time|never skip|make sure|ensure)\b/i;
const OF_RUNNING =
  /\b(?:run|runs|running|pass|passes|execute|checks?|steps|commands?|gates?|validation|verification|sequence)\b/i;
/** What is done only at times is no duty as such. */
const CONDITIONAL =
  /\b(?:if|when|where|unless|only|optional(?:ly)?|e\.g\.|for example|as needed|relevant|targeted|focused|applicable|may|can|or|single|specific|example|locally|watch(?: mode)?|recommended|quick)\b/i;

type Need = readonly MentionOf<'command'>[];

/** What is to be run by its place: "Go: `make lint`", an item "`make lint` - checks style" below "Always run before committing:". */
export function readDuty(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  if (clause.force === 'may' || (clause.insists && !isBare(read))) return undefined;
  const due = labelled(read) ?? below(read);
  if (!due) return undefined;
  const runs = clause.verb === 'run' || clause.verb === 'execute';
  const named = read.object.length > 0 || !runs ? read.object : namedIn(clause.examples, read);
  const all = [...named, ...(runs ? namedIn(clause.examples, read) : [])];
  const need = commandsToRun(all.filter(isNew), read, runs || due.plainly)
    .filter((command) => isUnnarrowed(command, read))
    .map((command) => (WHOLE.test(setting.statement) ? { ...command, whole: true } : command));
  if (need.length === 0) return undefined;
  const reach = { ...read.common.reach, unclear: [], include: setting.reach.include };
  return [
    {
      ...read.common,
      reach,
      shape: 'order',
      need: [...due.first, ...need],
      before: due.before,
      since: due.since,
      ordered: due.first.length > 0,
    },
  ];
}

/** "Run all tests": not only some. */
const WHOLE = /\b(?:all|full|entire|whole|complete) (?:of )?(?:the )?(?:\w+ )?(?:tests?|specs?|suites?|test suite)\b/i;

function isNew(mention: Mention, index: number, all: readonly Mention[]): boolean {
  return all.findIndex((each) => each.text === mention.text) === index;
}

function namedIn(tokens: readonly Token[], { setting }: ReadClause): readonly Mention[] {
  return readItems(tokens, setting.statement, setting.knowledge).flatMap((item) => item.mentions);
}

interface Due {
  /** Even a program that nobody knows is one here. */
  readonly plainly: boolean;
  readonly before: readonly Trigger[];
  readonly since: readonly Trigger[];
  /** What has to be run before it. */
  readonly first: Need;
}

/** "always `make lint`": nothing but the running is asked. */
function isBare({ clause }: ReadClause): boolean {
  return (
    clause.polarity === 'require' && (clause.verb === undefined || clause.verb === 'run' || clause.verb === 'execute')
  );
}

function isUnnarrowed({ text }: MentionOf<'command'>, { object }: ReadClause): boolean {
  const mention = object.find((each) => each.text.replaceAll('`', '') === text);
  return (
    mention?.qualified === undefined || /^(?:run|always|then|full|the|whole|suite|required)$/.test(mention.qualified)
  );
}

/** "Go: `make lint`", "Full test suite before committing: `make all`": the label says when. */
function labelled(read: ReadClause): Due | undefined {
  const { clause, setting } = read;
  const label = clause.label.length > 0 ? clause.label : labelOf(setting.statement, clause.body[0]);
  if (label.length === 0) return undefined;
  const text = stretch(label, setting.statement);
  const at = /\bbefore (.*)$/i.exec(text)?.[1];
  const occasion = at === undefined ? undefined : occasionOf(at.toLowerCase());
  if (occasion !== undefined) return { plainly: false, before: [{ kind: occasion }], since: [], first: [] };
  // A list of commands only tells which there are.
  const above = [...setting.headings, setting.lead?.statement ?? '']
    .slice(-2)
    .filter((text) => !/\bcommands$/i.test(text))
    .join(' ');
  const duty = label.some((token) => ['required', 'mandatory'].includes(token.low));
  if (!CHECKING.test(above) && !duty) return undefined;
  const change = changeIn(label, setting.statement, setting.knowledge);
  if (!change && !duty) return undefined;
  return { plainly: false, before: [], since: [change ?? { kind: 'changed', globs: ['**'] }], first: [] };
}

/** The label that a statement opens with, for clauses behind a semicolon. */
function labelOf(statement: string, at: Token | undefined): readonly Token[] {
  const tokens = tokenise(statement);
  const end = tokens.findIndex((token) => token.kind === 'punct' && token.low === ':');
  const break_ = tokens.findIndex((token) => token.kind === 'punct' && token.low === ';');
  const behind = break_ > end && (at?.start ?? 0) > (tokens[break_]?.start ?? 0);
  return end > 0 && end <= 6 && behind ? tokens.slice(0, end) : [];
}

/** An item that is little more than a command, below a lead-in or a heading that obliges. */
function below(read: ReadClause): Due | undefined {
  const { clause, setting } = read;
  const { statement, knowledge } = setting;
  const runs = clause.verb === 'run' && clause.polarity === 'require';
  const bounds = ['when', 'before', 'after', 'unless', 'until', ...(runs ? [] : ['for'])];
  if (clause.adjuncts.some(({ relation }) => bounds.includes(relation))) return undefined;
  if (!(isFirst(read) || runs) || CONDITIONAL.test(statement.replaceAll(/`[^`]*`/g, ''))) return undefined;
  const own = clause.label.length > 0 || runs || statement.startsWith('`') || /^\W*run\b/i.test(statement);
  if (!own) return undefined;
  const lead = [...setting.above].reverse().find((each) => DEMANDING.test(each) && OF_RUNNING.test(each));
  const heading = setting.headings.at(-1) ?? '';
  if (lead === undefined && !(OBLIGING.test(heading) && clause.label.length === 0)) return undefined;
  const said = lead ?? heading;
  const occasion = occasionOf(/\b(?:before|prior to|pre-?)(.*)$/i.exec(said)?.[1]?.toLowerCase() ?? '');
  const before: Trigger[] = occasion === undefined ? [] : [{ kind: occasion }];
  const code = codeGlobs(knowledge);
  const since: Trigger[] =
    occasion === undefined ? [{ kind: 'changed', globs: code.length > 0 ? [...code] : ['**'] }] : [];
  const stepwise = inSequence(said) || /\bsteps\b/i.test(said);
  return {
    plainly: lead !== undefined && statement.startsWith('`'),
    before,
    since,
    first: stepwise ? stepBefore(read) : [],
  };
}

/** Is it the first clause, so that what it names is what the item is about? */
function isFirst({ clause, setting }: ReadClause): boolean {
  const first = [...clause.label, ...clause.body][0];
  return first !== undefined && setting.statement.slice(0, first.start).replaceAll(/[\W_]/g, '').length === 0;
}

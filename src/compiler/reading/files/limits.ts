import type { Intent } from '../../../model/intent.ts';
import { table } from '../../../model/table.ts';
import { type Token, tokenise } from '../grammar/tokens.ts';
import { readMentions } from '../naming/mention.ts';
import { globsOf } from '../naming/reach.ts';
import type { ReadClause } from '../setting.ts';

const UNITS: Readonly<Record<string, string>> = table({
  line: 'lines',
  loc: 'lines',
  char: 'characters',
  character: 'characters',
  column: 'characters',
  col: 'characters',
  word: 'words',
  parameter: 'parameters',
  argument: 'parameters',
  arg: 'parameters',
  param: 'parameters',
  byte: 'bytes',
  kb: 'kilobytes',
  level: 'levels',
});
const NUMBERS: Readonly<Record<string, number>> = table({
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  ten: 10,
  twelve: 12,
});
const NUMBERED = new RegExp(`\\d|\\b(?:${Object.keys(NUMBERS).join('|')})\\b`, 'i');
const UPPER =
  /\b(under|below|fewer than|less than|at most|max(?:imum)?(?: of)?|up to|no more than|not exceed|no longer than|exceed(?:ing|s)?|longer than|more than|over|within|limit(?:ed)?(?: to)?|keep|shorter than|≤|<=?|above|beyond)\b|[<≤]/;

const WATCHES =
  /\b(?:warns?|fails?|flags?|complains?|reports?|rejects?) (?:on|about|if|when|for|any|files?|modules?)\b/;

/** The length of a line is an upper bound that needs no unit: "max line length is 100", "line length: 88". */
const LINE_LENGTH = /\bline[- ]length(?: limit)?(?: is| of|:)?\s*$/;

/** "Files under 400 lines", "max 100 characters a line", "never exceed 50 lines". Only upper bounds. */
export function readLimit(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  if (!NUMBERED.test(setting.statement)) return undefined;
  const statement = setting.statement.toLowerCase();
  if (TELLS.test(statement) && !ASKS.test(statement)) return undefined;
  // "`check.sh` warns on modules over 600 lines" tells what a program does.
  if (WATCHES.test(statement) && [...read.subject, ...read.object].some((each) => each.kind === 'path'))
    return undefined;
  const tokens = [
    ...clause.label,
    ...clause.subject,
    ...clause.object,
    ...clause.contrast,
    ...clause.adjuncts.flatMap((adjunct) => adjunct.tokens),
    ...clause.examples,
  ];
  const { spared, unclear, said } = sparedBy(setting);
  if (unclear) return undefined;
  const limits: Intent[] = [];
  const numbers = tokens.filter((token) => token.kind === 'number').sort((one, other) => one.start - other.start);
  for (const token of tokens) {
    if (token.kind !== 'number' && NUMBERS[token.low] === undefined) continue;
    const after =
      /^[\s-]*(?:or (?:fewer|less)\s+)?(?:(?:function|method|positional|required)\s+)?([a-z]+)/.exec(
        statement.slice(token.end),
      )?.[1] ?? '';
    const from = Math.max(0, token.start - 40);
    const around = statement.slice(from, token.start);
    const ofLine = LINE_LENGTH.test(around);
    const unit = UNITS[after.replace(/s$/, '')] ?? (ofLine && after === '' ? 'characters' : undefined);
    if (!unit) continue;
    const behind = statement.slice(token.end, token.end + 40);
    if (
      !ofLine &&
      !UPPER.test(around) &&
      !/\b(max|maximum|limit|or (?:fewer|less)|at most|tops)\b/.test(behind) &&
      !/\b(limit|max|maximum|length)\b/.test(clause.label.map((each) => each.low).join(' '))
    )
      continue;
    if (/\b(at least|minimum|min|last|first|every|per)\s*$/.test(around)) continue;
    const max = token.kind === 'number' ? Number(token.text.replaceAll(/[,_]/g, '')) : (NUMBERS[token.low] ?? 0);
    const whole = numbers.length < 2;
    const spoken = partAround(statement, token, numbers);
    // "Files under 300 lines, functions under 40 lines": each says what it is of.
    if (!whole && unit === 'lines' && !/\b(?:files?|modules?|functions?|methods?|components?|scripts?)\b/.test(spoken))
      continue;
    const strict = /(?<!\b(?:at|equal to) or )\b(under|below|fewer than|less than|shorter than)\s*$|<\s*$/.test(around);
    limits.push({
      ...read.common,
      reach: {
        ...read.common.reach,
        include: read.common.reach.include.filter((set) => !set.every((glob) => spared.includes(glob))),
        exclude: [...read.common.reach.exclude, ...spared],
        unclear: [],
      },
      shape: 'limit',
      what: whole
        ? [...read.label, ...read.subject, ...read.object].filter(
            (each) => each.kind !== 'quantity' && !globsOf(each).some((glob) => spared.includes(glob)),
          )
        : [],
      words: whole
        ? [
            ...clause.label.map((each) => each.low),
            ...read.words.filter((word) => !said.includes(word)),
            ...statement
              .slice(token.end, token.end + 40)
              .split(/\W+/)
              .filter((word) => !said.includes(word)),
          ]
        : spoken.split(/\W+/),
      max: strict ? max - 1 : max,
      unit,
    });
  }
  return limits.length > 0 ? limits : undefined;
}

const LONGER =
  /[,;(—-]\s*(?:but |though |while |only )?((?:\S+ ){1,6}?)(?:may|can|might) (?:be (?:longer|larger|bigger)|exceed|go over|have more|run longer|grow)\b/i;

/** "…, tests may be longer": what the limit leaves alone; `unclear` where that is no kind of files. */
function sparedBy({ statement, knowledge }: ReadClause['setting']): {
  readonly spared: readonly string[];
  readonly unclear: boolean;
  readonly said: readonly string[];
} {
  const said = LONGER.exec(statement)?.[1];
  if (said === undefined) return { spared: [], unclear: false, said: [] };
  const spared = readMentions(tokenise(said), said, knowledge).flatMap(globsOf);
  return { spared, unclear: spared.length === 0, said: said.toLowerCase().trim().split(/\W+/) };
}

/** How things usually are, or what is thought of those that are longer, asks for nothing by itself. */
const TELLS =
  /\b(?:usually|often|typically|mostly|normally|tend to)\b|\b(?:more than|over|longer than|above|beyond|exceeding) \d+ \w+ (?:is|are) (?:hard|difficult|rare|bad|a smell|suspicious)\b/;
const ASKS = /\b(?:should|must|shall|keep|limit|max|maximum|at most|never|no|not|avoid|split|don['’]t)\b/;

/** What is said of one of several numbers: up to the comma or conjunction that parts it from the next. */
function partAround(statement: string, token: Token, numbers: readonly Token[]): string {
  const from = Math.max(0, ...numbers.map((each) => each.end).filter((end) => end <= token.start));
  const joint = from === 0 ? 0 : statement.slice(from, token.start).search(/[,;]|\b(?:and|or)\b/);
  const end = statement.slice(token.end).search(/[,;]|\b(?:and|or)\b/);
  return statement.slice(from + Math.max(joint, 0), end < 0 ? undefined : token.end + end);
}

export type Polarity = 'forbid' | 'require';
export type Force = 'must' | 'should';

export interface Stance {
  readonly polarity?: Polarity;
  readonly force?: Force;
}

const NO_MARKS = '❌🚫⛔✗✘🛑🙅👎';
const YES_MARKS = '✅✓✔☑👍';
const MARK = new RegExp(`[${NO_MARKS}${YES_MARKS}]\\uFE0F?`, 'gu');
const NO_MARK = new RegExp(`[${NO_MARKS}]`, 'u');

/** Signs before a statement: ❌, ✅ and their kin. */
export function marksIn(text: string): readonly { readonly at: number; readonly length: number; polarity: Polarity }[] {
  return [...text.matchAll(MARK)].map((found) => ({
    at: found.index,
    length: found[0].length,
    polarity: NO_MARK.test(found[0]) ? 'forbid' : 'require',
  }));
}

/** Takes ornaments off a heading: marks, emoji, numbering, surrounding punctuation. */
export function plainHeading(text: string): string {
  return text
    .replace(/\p{Extended_Pictographic}|\uFE0F|\u200D|[✗✘✓☑]/gu, ' ')
    .replace(/^\s*(?:\d+(?:\.\d+)*[.):]?\s+)?/, '')
    .replace(/^[\s"'“”*_:–—-]+|[\s"'“”*_:!–—-]+$/g, '')
    .replace(/\s+/g, ' ');
}

// A heading gives its polarity to what stands below it only if it says nothing else: "Never",
// "Do not commit", "Things to avoid"; not "Avoid needless renders", which is a subject.
const VERB =
  '(?:do(?:ing)?|us(?:e|ing)|commit|run|edit|touch|modify|change|delete|add|push|write|creat(?:e|ing)|import|call|includ(?:e|ing)|install|hard-?code|log|store|merge|remove|introduce|expose|bypass|skip|rely on)';
const THESE =
  '(?: (?:(?:this|these|the following|any of (?:these|the following))(?: NOUN)?|it|them|that|NOUN))?'.replaceAll(
    'NOUN',
    '(?:things?|patterns?|practices?|commands?|tools?|files?|folders?|paths?|rules?)',
  );
const SUBJECT = '(?:(?:you|we|agents?|the agent|ai(?: agents?)?|code|please) )?';
const whole = (pattern: string) => new RegExp(`^${SUBJECT}(?:${pattern})$`, 'i');

const FORBID = whole(
  [
    `(?:never|don[’']?t|do not|must not|must never|should not|shouldn[’']?t|mustn[’']?t|may not|cannot)(?: ever)?(?: ${VERB})?${THESE}`,
    "don[’']?t[’']?s",
    '(?:strictly |absolutely |explicitly )?(?:forbidden|prohibited|banned|disallowed|not allowed|off[- ]limits|not permitted)(?: \\w+)?(?: \\w+)?',
    '(?:the following|these)(?: \\w+)? (?:are|is) (?:strictly |absolutely |explicitly )?(?:forbidden|prohibited|banned|not allowed|disallowed)',
    "(?:what|things|patterns|practices|stuff) (?:not to|you (?:must|should) (?:not|never)|we (?:don[’']?t|never)) (?:do|use|commit|write|change|touch)",
    '(?:common )?anti-?patterns?',
    `(?:files|folders|paths|commands|things)(?: (?:you|agents?|we))?(?: (?:must|should|may))?(?: to)? (?:not|never)(?: to)? ${VERB}`,
    'under no circumstances',
    'not this|(?:the )?wrong way',
    "hard no[’']?s?",
    "no[- ]?(?:no|go)[’']?s?",
    'wrong|incorrect|bad|bad (?:example|practice|pattern)s?',
  ].join('|'),
);
const DISCOURAGE = whole(
  `avoid(?: ${VERB})?${THESE}|(?:what|things|patterns|practices|code|stuff)(?: you should)? to avoid|(?:common )?(?:anti-?patterns?|mistakes|pitfalls|errors) to avoid|discouraged(?: \\w+)?`,
);
const REQUIRE = whole(
  `always(?: ${VERB})?${THESE}|do[’']?s?|do (?:this|these|the following)|must(?: (?:do|use|have|haves))?${THESE}|(?:required|mandatory)(?: \\w+)?|must-?haves?|requirements|instead|correct|right|(?:the )?right way|good|good (?:example|practice|pattern)s?`,
);
const ENCOURAGE = whole(
  `prefer(?:red|ences)?(?: ${VERB})?${THESE}|(?:do )?prefer|should(?: ${VERB})?${THESE}|recommended(?: \\w+)?|best practices`,
);

/** The stance a heading, a lead-in ("Never:") or a label gives to what stands below it. */
export function stanceOf(heading: string): Stance {
  const text = plainHeading(heading.replace(/\s*\([^()]*\)\s*:?\s*$/, ''));
  if (text.length > MAX_STANCE) return {};
  const stance = SPEAKS.test(text) ? wordedStance(text) : undefined;
  if (stance) return stance;
  const marks = marksIn(heading);
  const [mark] = marks;
  if (!mark || new Set(marks.map(({ polarity }) => polarity)).size > 1) return {};
  // Beside a longer heading most marks are ornament ("🛑 Read this first", "✅ Conventions of the project").
  const plain =
    heading.includes('❌') || text.split(' ').length <= 3 || (mark.polarity === 'forbid' && NEGATION.test(text));
  return plain ? { polarity: mark.polarity } : {};
}

/** Without one of these beginnings of words none of the wordings fits. They are long: most headings are spared them. */
const SPEAKS =
  /\b(?:never|do|must|should|may|cannot|no|forbid|prohibit|ban|disallow|off|anti|hard|wrong|incorrect|bad|avoid|discourag|mistakes|pitfalls|errors|always|requir|mandatory|instead|correct|right|good|prefer|recommend|best|under)/i;

function wordedStance(text: string): Stance | undefined {
  if (DISCOURAGE.test(text)) return { polarity: 'forbid', force: 'should' };
  if (ENCOURAGE.test(text)) return { polarity: 'require', force: 'should' };
  if (FORBID.test(text)) return { polarity: 'forbid' };
  if (REQUIRE.test(text)) return { polarity: 'require' };
  return undefined;
}

/** A longer text says more than a stance (UTF-16 units). */
const MAX_STANCE = 100;
const NEGATION = /\b(?:never|not|don[’']?t|no|forbidden|prohibited)\b/i;

const COLUMN_FORBID =
  /^(?:don[’']?ts?|do not(?: \w+)?|never|bad|avoid|wrong|incorrect|forbidden|banned|prohibited|not allowed|disallowed|instead of|rather than|not|deprecated|anti-?pattern)s?$/i;
const COLUMN_REQUIRE =
  /^(?:do|do this|do instead|good|prefer(?:red)?|use|use (?:instead|this)|right|correct|instead|always|replacement|required|must|allowed|recommended|alternative)s?$/i;

/** The stance of a table column: Don't/Do, Bad/Good, Avoid/Prefer/Instead. */
export function columnStance(heading: string): Stance {
  const text = plainHeading(heading);
  const force = /^(?:avoid|prefer|recommended)/i.test(text) ? ({ force: 'should' } as const) : {};
  if (COLUMN_FORBID.test(text)) return { polarity: 'forbid', ...force };
  if (COLUMN_REQUIRE.test(text)) return { polarity: 'require', ...force };
  const [mark] = marksIn(heading);
  return mark && text === '' ? { polarity: mark.polarity } : {};
}

const LABEL =
  /^[*_]*(do|don[’']?ts?|do not|never|always|avoid|prefer|good|bad|right|wrong|correct|incorrect)[*_]*:[*_]*\s/i;

/** The stance of a statement's own label: "Bad: …", "Never: …". */
export function labelStance(text: string): Stance {
  const label = LABEL.exec(text)?.[1];
  return label === undefined ? {} : stanceOf(label);
}

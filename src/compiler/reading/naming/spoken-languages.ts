import type { LanguageName, Lexicon } from '../../../lexicon/lexicon.ts';
import type { Directive } from '../../../model/directive.ts';
import { type Language, PROGRAMMING_LANGUAGES } from '../../../model/language.ts';

export type Spoken = Pick<LanguageName, 'languages' | 'globs'>;

/** Names by which a shell is meant as the place where commands run, and frameworks whose code is written in more than one. */
const OTHERWISE = /^(?:bash|shell|vue|svelte|astro|\.net|dotnet)$/i;
const REACT: Spoken = { languages: ['typescript', 'tsx', 'javascript'], globs: ['**/*.{ts,tsx,js,jsx}'] };
const BEFORE = /^(?:(?:the|all|any|our|new|plain|existing|every) )+/i;
const KINDS = '(?:code|files?|sources?|modules?|scripts?|packages?|code ?base)';
const BEHIND = new RegExp(` ${KINDS}$`, 'i');
const JOINT = /\s*(?:,|\/|&|(?<!\+)\+(?!\+))\s*(?:and |or )?|\s+(?:and|or|and\/or)\s+/;

/**
 * The languages that words name, and nothing else: "Python", "Go and Swift", "shell scripts". Unlike names in running
 * text they count where tools or plain words are called alike. `undefined` where something else is named, too.
 */
export function spokenLanguages(text: string, lexicon: Lexicon): readonly Spoken[] | undefined {
  const named = text
    .split(JOINT)
    .map((part) => part.trim().replace(BEFORE, ''))
    .map((part) => languageCalled(part, lexicon) ?? languageCalled(part.replace(BEHIND, ''), lexicon));
  return named.every((each) => each !== undefined) ? named : undefined;
}

function languageCalled(name: string, lexicon: Lexicon): Spoken | undefined {
  const { exact, lowered } = calledIn(lexicon);
  return exact.get(name) ?? lowered.get(name.toLowerCase());
}

interface Called {
  /** Words that mean a language only as they are written: "Go". */
  readonly exact: ReadonlyMap<string, Spoken>;
  readonly lowered: ReadonlyMap<string, Spoken>;
  /** The words that names of languages begin with, in lower case. */
  readonly firstWords: ReadonlySet<string>;
}

const called = new WeakMap<Lexicon, Called>();

function calledIn(lexicon: Lexicon): Called {
  const known = called.get(lexicon);
  if (known) return known;
  const exact = new Map<string, Spoken>();
  const lowered = new Map<string, Spoken>();
  const put = (map: Map<string, Spoken>, name: string, spoken: Spoken) => {
    if (!OTHERWISE.test(name) && !map.has(name)) map.set(name, spoken);
  };
  for (const language of Object.values(lexicon.languages)) {
    const spoken = language.id === 'react' ? REACT : language;
    for (const name of language.alone) put(exact, name, spoken);
    for (const low of language.names.map((name) => name.toLowerCase())) {
      put(lowered, low, spoken);
      put(lowered, `${low}s`, spoken);
    }
  }
  const firstWords = new Set([...exact.keys(), ...lowered.keys()].flatMap((name) => wordsOf(name)[0] ?? []));
  const all = { exact, lowered, firstWords };
  called.set(lexicon, all);
  return all;
}

/** Data and markup are also what code deals with: "except for JSON" need not mean files. */
export function isProgramming({ languages }: Spoken): boolean {
  return languages.every((language) => language === 'bash' || PROGRAMMING_LANGUAGES.includes(language));
}

const TOPICS =
  / (?:(?:code|coding|language|specific|style|naming|best) )*(?:style|guides?|guidelines?|conventions?|rules?|standards?|practices|specifics?|notes|patterns?|idioms?|tips|tests?|testing|formatting|linting|typing|requirements?|back-?end|front-?end|side|layer|services?)(?: guides?)?$/i;

/** Headings stand over many statements: answers are kept. */
const topics = new WeakMap<Lexicon, Map<string, readonly Language[] | undefined>>();
/** A topic is said in a few words. */
const LONGEST_TOPIC = 120;

/** What a heading, or a list item that is one, is about: "Go", "Python style", "Backend (Python)". */
function languagesOfTopic(topic: string, lexicon: Lexicon): readonly Language[] | undefined {
  if (topic.length > LONGEST_TOPIC) return undefined;
  const known = topics.get(lexicon) ?? new Map<string, readonly Language[] | undefined>();
  topics.set(lexicon, known);
  if (!known.has(topic)) known.set(topic, topicOf(topic, lexicon));
  return known.get(topic);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
}

function topicOf(topic: string, lexicon: Lexicon): readonly Language[] | undefined {
  const { firstWords } = calledIn(lexicon);
  if (!wordsOf(topic).some((word) => firstWords.has(word))) return undefined;
  const plain = topic
    .replaceAll(/[*_`]|\p{Extended_Pictographic}|\uFE0F/gu, '')
    .replace(/^\s*[\d.)]+\s+/, '')
    .replace(/[:.]?\s*$/, '')
    .replace(/^(?:in|for|when writing|writing|when working (?:with|in|on))\s+/i, '')
    .trim();
  const within = /\(([^()]+)\)$/.exec(plain)?.[1] ?? /^[\w -]+: (.+)$/.exec(plain)?.[1];
  const found =
    spokenLanguages(plain, lexicon) ??
    spokenLanguages(plain.replace(/[-\s]specific\b/i, '').replace(TOPICS, ''), lexicon) ??
    (within === undefined ? undefined : spokenLanguages(within, lexicon));
  return found?.flatMap(({ languages }) => languages);
}

const LABEL = /^([^`:()]{1,40}?)\s*(?::|\s[—–-]\s)\s*\S/u;
const SUBJECT =
  /^(?:all |every |any |new )*([A-Z][\w+#/, ]{0,30}?) (?:code|files?|sources?|scripts?|code ?base) (?:must|should|shall|may|can|cannot|can't|never|is|are|isn't|aren't|does|do|uses?|has|have)\b/;

/** What a statement opens with says where it holds: "Python: never …", "Go code must not …". */
function languagesOpening(text: string, lexicon: Lexicon): readonly Language[] | undefined {
  const plain = text.replaceAll(/\*\*|__/g, '').trim();
  const opening = LABEL.exec(plain)?.[1] ?? SUBJECT.exec(plain)?.[1];
  return opening === undefined ? undefined : languagesOfTopic(opening, lexicon);
}

/** The languages that a directive is about by its own opening, the items or the heading over it: what is nearest counts. */
export function languagesAbout(
  { text, opening, follows, parents, headings, row }: Directive,
  lexicon: Lexicon,
): readonly Language[] | undefined {
  const [cell] = row ? Object.values(row) : [];
  if (cell !== undefined) {
    const own = languagesOfTopic(cell, lexicon);
    if (own) return own;
  }
  for (const said of [text, follows, opening]) {
    const own = said === undefined || row ? undefined : languagesOpening(said, lexicon);
    if (own) return own;
  }
  for (const above of [...parents.toReversed(), ...headings.toReversed()]) {
    const own = languagesOfTopic(above, lexicon);
    if (own) return own;
  }
  return undefined;
}

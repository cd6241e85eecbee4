import type { Declaration, DeclarationForm } from '../../../lexicon/declarations.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { type Draft, type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { fileOf, presentLanguages } from './code.ts';
import { wrote } from './wording.ts';

/** Kinds of declarations whose names are told from one another only by more than their name: each is another kind, too. */
const SPECIAL: ReadonlySet<string> = new Set(['component', 'hook', 'boolean', 'constant', 'caught-error']);
const HELD: ReadonlySet<string> = new Set(['variable', 'parameter', 'local-name']);

/** "`ID`, not `Id`": declared names that hold the wrong spelling as a word. */
export function lowerSpelled(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  const wrong = intent.things.map((thing) => thing.text);
  const right = intent.with.map((thing) => thing.text);
  const pattern = wrong.map(asWord).join('|');
  const message = `names are written with ${right.map((each, index) => `\`${each}\`, not \`${wrong[index]}\``).join(', ')}`;
  const sample = (word: string | undefined) => `sample${word ?? ''}`;
  return named(intent, knowledge, {
    subject: `${wrong.join(' ')} in names`,
    kinds: (kind) => !SPECIAL.has(kind.id),
    pattern,
    message,
    bad: sample(wrong[0]),
    good: sample(right[0]),
  });
}

/** `Id` in `userId` and `IdToken`, not in `Identity`; `ID` in `userID`, not in `USER_ID`. */
function asWord(word: string): string {
  return /^[A-Z]+$/.test(word) ? `[a-z0-9]${word}([A-Z][a-z]|[0-9_]|$)` : `(^|[a-z0-9_])${word}([A-Z0-9_]|$)`;
}

/** "No variables named `data`": declared names that are one of these. */
export function lowerUnnamed(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  const names = intent.things.map((thing) => thing.text);
  const meant = new Set(intent.with.map((kind) => kind.text));
  const what = meant.size > 0 ? [...meant].map((kind) => kind.replaceAll('-', ' ')).join(' or ') : 'variable';
  return named(intent, knowledge, {
    subject: `${names.join(' ')} as name`,
    kinds: (kind) => (meant.size > 0 ? meant : HELD).has(kind.id),
    pattern: `^(${names.join('|')})$`,
    message: `no ${what} is named ${names.map((name) => `\`${name}\``).join(' or ')} here`,
    bad: names[0] ?? '',
    good: `sample_of_${names[0] ?? ''}`,
  });
}

/** "No `Helper` classes": declared names that end, or begin, with one of these. */
export function lowerAffix(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  const words = intent.things.map((thing) => thing.text.replace(/(?<=..)s$/, ''));
  const kinds = new Set(intent.with.map((kind) => kind.text));
  const before = intent.how === 'unprefixed';
  const [word = ''] = words;
  return named(intent, knowledge, {
    subject: `${words.join(' ')} in names`,
    kinds: (kind) => kinds.has(kind.id),
    pattern: before ? `^(${words.join('|')})[A-Z][a-z]` : `(^|[a-z0-9])(${words.join('|')})s?$`,
    message: `names here do not ${before ? 'begin' : 'end'} with ${words.map((each) => `\`${each}\``).join(' or ')}`,
    bad: before ? `${word}Sample` : `Sample${word}`,
    good: before ? `Sample${word}` : `${word}Sample`,
  });
}

interface Naming {
  readonly subject: string;
  readonly kinds: (kind: Declaration) => boolean;
  readonly pattern: string;
  readonly message: string;
  readonly bad: string;
  readonly good: string;
}

function named(intent: IntentOf<'form'>, knowledge: Knowledge, naming: Naming): Lowered {
  const scope = scopeOf(intent.reach, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const present = presentLanguages(intent.reach, knowledge);
  const forms = Object.values(knowledge.lexicon.declarations)
    .filter(naming.kinds)
    .flatMap((kind) => kind.forms)
    .flatMap((form): DeclarationForm[] => {
      const languages = form.languages.filter((language) => present.includes(language));
      return languages.length > 0 && form.where === undefined ? [{ ...form, languages }] : [];
    });
  const distinct = [...new Map(forms.map((form) => [`${form.languages.join()} ${form.query}`, form])).values()];
  const shown = distinct.find((form) => samplePath(scope, fileOf(form.languages[0] ?? 'typescript')) !== undefined);
  const path = shown && samplePath(scope, fileOf(shown.languages[0] ?? 'typescript'));
  if (!shown || path === undefined) return left('such names have no check for the languages of this repository');
  const of = (name: string) => wrote(path, `${shown.sample.replaceAll('NAME', name)}\n`);
  const draft: Draft = {
    subject: naming.subject,
    severity: severityOf(intent),
    message: naming.message,
    ...(scope && { scope }),
    check: {
      kind: 'code',
      match: distinct.map(({ languages, query }) => ({
        languages: [...languages],
        query: `(${query} (#match? @name ${JSON.stringify(naming.pattern)}))`,
      })),
    },
    evidence: { violating: [of(naming.bad)], compliant: [of(naming.good), of(`${naming.bad.toLowerCase()}entity`)] },
  };
  return { drafts: [draft], left: [] };
}

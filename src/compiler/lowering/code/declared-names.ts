import { escapeRegex } from '../../../checks/text/regex.ts';
import type { Declaration, DeclarationForm } from '../../../lexicon/declarations.ts';
import type { Example } from '../../../model/evidence.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { type Draft, type Lowered, left, NOTHING, samplePath, scopeOf, severityOf } from '../draft.ts';
import { wrote } from './wording.ts';

/** A name in each case style. */
const SAMPLES: Readonly<Record<string, string>> = {
  'kebab-case': 'two-words',
  camelCase: 'twoWords',
  PascalCase: 'TwoWords',
  snake_case: 'two_words',
  UPPER_SNAKE: 'TWO_WORDS',
};
const EXTENSIONS: Readonly<Record<string, string>> = {
  typescript: 'ts',
  tsx: 'tsx',
  javascript: 'js',
  python: 'py',
  go: 'go',
  rust: 'rs',
  java: 'java',
  kotlin: 'kt',
  c: 'c',
  cpp: 'cpp',
  csharp: 'cs',
  ruby: 'rb',
  php: 'php',
  swift: 'swift',
};

/** "Classes are PascalCase": names of things that code declares. */
export function lowerDeclaredNames(intent: IntentOf<'name'>, knowledge: Knowledge): Lowered {
  const prefixes = intent.affix?.prefixes ?? (intent.affix?.prefix === undefined ? [] : [intent.affix.prefix]);
  if (intent.styles.length === 0 && (prefixes.length === 0 || intent.affix?.suffix !== undefined)) return NOTHING;
  const kinds = kindsNamed(intent.words, knowledge);
  if (kinds.length === 0) return NOTHING;
  // "Test functions start with …": of which functions it is said counts, and no check tells them.
  if (intent.styles.length === 0 && !namesOnly(intent.words, kinds)) return NOTHING;
  const scope = scopeOf(intent.reach, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const drafts = kinds.flatMap(
    (kind) =>
      (intent.styles.length > 0
        ? draftOf(kind, intent, scope, knowledge)
        : prefixed(kind, prefixes, intent, scope, knowledge)) ?? [],
  );
  return drafts.length > 0
    ? { drafts, left: [] }
    : left('such names have no check for the languages of this repository');
}

/** Are names in code meant, and no names of files? */
export function speaksOfDeclarations(words: readonly string[], knowledge: Knowledge): boolean {
  const text = ` ${words.map(singular).join(' ')} `;
  // "Constants at the top of the module" are no modules.
  const files = / (?:constant|variable|enum) /.test(text)
    ? / (?:file|filename|folder|directory) /.test(text)
    : / (?:file|filename|folder|directory|module|script|component|hook|page|route) /.test(text);
  return (
    !files &&
    Object.values(knowledge.lexicon.declarations).some((kind) => kind.names.some((name) => text.includes(` ${name} `)))
  );
}

function kindsNamed(words: readonly string[], knowledge: Knowledge): readonly Declaration[] {
  const text = ` ${words.map(singular).join(' ')} `;
  const kinds = Object.values(knowledge.lexicon.declarations).filter((kind) =>
    kind.names.some((name) => text.includes(` ${name} `)),
  );
  // "React components and functions" names both; "function components" names one.
  const phrase = text.replace(/ (?:function|class) component /, ' component ');
  const named = kinds.flatMap((kind) =>
    kind.names.filter((name) => phrase.includes(` ${name} `)).map((name) => ({ kind, name })),
  );
  // "Boolean variables" are no variables in general, "private methods" no methods.
  const meant = named.filter(
    ({ name }) =>
      !named.some((other) => other.name !== name && other.name.includes(name) && !apart(phrase, name, other.name)) &&
      !NARROWING.test(phrase.slice(0, phrase.indexOf(` ${name} `))),
  );
  return [...new Set(meant.map(({ kind }) => kind))];
}

const NARROWING =
  /\b(?:private|protected|static|internal|unexported|test|async|local|global|boolean|abstract|generic|environment|env|event|database|db|css|url|query|helper|callback|handler)$/;

/** Does a name stand somewhere besides within a longer one? */
function apart(phrase: string, name: string, longer: string): boolean {
  return phrase.replaceAll(` ${longer} `, ' ').includes(` ${name} `);
}

const ABOUT_NAMES: ReadonlySet<string> = new Set(
  'name named naming all every each must should always be are is start begin prefix prefixed with the a an use or and custom prop event function on'.split(
    ' ',
  ),
);

/** Is nothing said of the kinds but what they are? */
function namesOnly(words: readonly string[], kinds: readonly Declaration[]): boolean {
  const names = new Set(kinds.flatMap((kind) => kind.names).flatMap((name) => name.split(' ')));
  return words.map(singular).every((word) => names.has(word) || ABOUT_NAMES.has(word));
}

function singular(word: string): string {
  return word === 'classes' ? 'class' : word.replace(/s$/, '').replace(/^clas$/, 'class');
}

function draftOf(
  kind: Declaration,
  intent: IntentOf<'name'>,
  scope: Draft['scope'],
  knowledge: Knowledge,
): Draft | undefined {
  const forms = formsOf(kind, intent, knowledge);
  if (forms.length === 0) return undefined;
  const violating: Example[] = [];
  const compliant: Example[] = [];
  for (const form of forms) {
    const examples = examplesOf(form, intent.styles, scope);
    if (!examples) continue;
    violating.push(examples.bad);
    compliant.push(examples.good);
  }
  if (violating.length === 0) return undefined;
  return {
    subject: `${kind.id} name ${intent.styles[0]}`,
    severity: severityOf(intent),
    message: `names of ${kind.id === 'class' ? 'classes' : `${kind.id}s`} are ${intent.styles.join(' or ')}`,
    ...(scope && { scope }),
    check: {
      kind: 'code',
      match: forms.map(({ languages, query, also, where }) => ({
        languages: [...languages],
        query,
        where: { ...where, nameStyle: { capture: 'name', not: [...new Set([...intent.styles, ...also])] } },
      })),
    },
    evidence: { violating: violating.slice(0, 3), compliant: compliant.slice(0, 3) },
  };
}

/** "Booleans start with `is` or `has`": names of a kind that begin with none of the prefixes. */
function prefixed(
  kind: Declaration,
  prefixes: readonly string[],
  intent: IntentOf<'name'>,
  scope: Draft['scope'],
  knowledge: Knowledge,
): Draft | undefined {
  const forms = formsOf(kind, intent, knowledge);
  const start = prefixes.map((prefix) => escapeRegex(prefix)).join('|');
  // A prefix is a word of its own in the name: `is` opens `isOpen`, not `island`; constants shout it.
  const pattern = `^_*(${start}|${start.toUpperCase()})([A-Z0-9_]|$)`.replaceAll('\\', '\\\\');
  const form = forms.find((each) => EXTENSIONS[each.languages[0] ?? ''] !== undefined);
  const path = form && samplePath(scope, `sample.${EXTENSIONS[form.languages[0] ?? '']}`);
  if (!form || path === undefined) return undefined;
  const of = (name: string) => wrote(path, `${form.sample.replace('NAME', name)}\n`);
  return {
    subject: `${kind.id} name ${prefixes[0]}`,
    severity: severityOf(intent),
    message: `names of ${kind.id}s start with ${prefixes.join(' or ')}`,
    ...(scope && { scope }),
    check: {
      kind: 'code',
      match: forms.map(({ languages, query, where }) => ({
        languages: [...languages],
        query: `(${query} (#not-match? @name "${pattern}"))`,
        ...(where && { where }),
      })),
    },
    evidence: {
      violating: [of('sample')],
      compliant: [of(`${prefixes[0]}${prefixes[0]?.endsWith('_') ? 's' : 'S'}ample`)],
    },
  };
}

function formsOf(kind: Declaration, intent: IntentOf<'name'>, knowledge: Knowledge): readonly DeclarationForm[] {
  const present = intent.reach.languages.length > 0 ? intent.reach.languages : [...knowledge.languages];
  return kind.forms.flatMap((form) => {
    const languages = form.languages.filter((language) => present.includes(language));
    return languages.length > 0 ? [{ ...form, languages }] : [];
  });
}

function examplesOf(
  form: DeclarationForm,
  styles: readonly string[],
  scope: Draft['scope'],
): { bad: Example; good: Example } | undefined {
  const fine = new Set([...styles, ...form.also]);
  const wrong = ['snake_case', 'camelCase', 'PascalCase', 'UPPER_SNAKE'].find((style) => !fine.has(style));
  const right = styles.find((style) => style !== 'kebab-case');
  const extension = EXTENSIONS[form.languages[0] ?? ''];
  const path = extension === undefined ? undefined : samplePath(scope, `sample.${extension}`);
  if (wrong === undefined || right === undefined || path === undefined) return undefined;
  const of = (style: string) => wrote(path, `${form.sample.replace('NAME', SAMPLES[style] ?? style)}\n`);
  return { bad: of(wrong), good: of(right) };
}

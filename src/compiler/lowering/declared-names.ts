import type { Declaration, DeclarationForm } from '../../lexicon/declarations.ts';
import type { Example } from '../../model/evidence.ts';
import type { IntentOf } from '../../model/intent.ts';
import type { Knowledge } from '../reading/knowledge.ts';
import { type Draft, type Lowered, left, NOTHING, samplePath, scopeOf, severityOf } from './draft.ts';
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
  if (intent.styles.length === 0) return NOTHING;
  const kinds = kindsNamed(intent.words, knowledge);
  if (kinds.length === 0) return NOTHING;
  const scope = scopeOf(intent.reach, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const drafts = kinds.flatMap((kind) => draftOf(kind, intent, scope, knowledge) ?? []);
  return drafts.length > 0
    ? { drafts, left: [] }
    : left('such names have no check for the languages of this repository');
}

function kindsNamed(words: readonly string[], knowledge: Knowledge): readonly Declaration[] {
  const text = ` ${words.map(singular).join(' ')} `;
  const kinds = Object.values(knowledge.lexicon.declarations).filter((kind) =>
    kind.names.some((name) => text.includes(` ${name} `)),
  );
  // "React components and functions" names both; "function components" names one.
  const phrase = text.replace(/ (?:function|class) component /, ' component ');
  return kinds.filter((kind) => kind.names.some((name) => phrase.includes(` ${name} `)));
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
  const present = intent.reach.languages.length > 0 ? intent.reach.languages : [...knowledge.languages];
  const forms = kind.forms.flatMap((form) => {
    const languages = form.languages.filter((language) => present.includes(language));
    return languages.length > 0 ? [{ ...form, languages }] : [];
  });
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
      match: forms.map(({ languages, query, also }) => ({
        languages: [...languages],
        query,
        where: { nameStyle: { capture: 'name', not: [...new Set([...intent.styles, ...also])] } },
      })),
    },
    evidence: { violating: violating.slice(0, 3), compliant: compliant.slice(0, 3) },
  };
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

import type { CodeMatcher } from '../../../model/checks/code.ts';
import type { Example } from '../../../model/evidence.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Language } from '../../../model/language.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { fileOf, presentLanguages } from './code.ts';
import { wrote } from './wording.ts';

/** What classes of a kind extend where a project has no base of its own, by the words for the kind. */
const STOCK: readonly (readonly [RegExp, Readonly<Partial<Record<Language, readonly string[]>>>])[] = [
  [
    /^(?:application |app |api |domain )?(?:exceptions?|errors?)(?: class(?:es)?| types?)?$/,
    {
      python: ['Exception', 'ValueError', 'RuntimeError'],
      typescript: ['Error'],
      tsx: ['Error'],
      javascript: ['Error'],
      java: ['Exception', 'RuntimeException'],
      csharp: ['Exception', 'ApplicationException'],
      php: ['Exception', '\\Exception', 'RuntimeException', '\\RuntimeException'],
      ruby: ['StandardError', 'RuntimeError'],
    },
  ],
  [
    /^(?:pydantic models?|(?:pydantic |request |response |api )?schemas?|(?:request|response|api) models?)$/,
    { python: ['BaseModel'] },
  ],
  [/^models?$/, { ruby: ['ActiveRecord::Base'] }],
  [/^(?:api |mvc |web )?controllers?$/, { csharp: ['ControllerBase', 'Controller'], ruby: ['ActionController::Base'] }],
  [/^(?:background )?jobs?$/, { ruby: ['ActiveJob::Base'] }],
  [
    /^(?:unit )?tests?(?: cases?| class(?:es)?)?$/,
    { python: ['TestCase', 'unittest.TestCase'], php: ['\\PHPUnit\\Framework\\TestCase'] },
  ],
  [/^views?$/, { python: ['View', 'APIView'] }],
];

/** A class with its name and the base it extends. BASE and NAME stand for them in `sample`. */
const DERIVED: Readonly<Partial<Record<Language, readonly [query: string, sample: string]>>> = {
  python: [
    '(class_definition name: (identifier) @n superclasses: (argument_list . (_) @match) @s)',
    'class NAME(BASE):\n    pass\n',
  ],
  typescript: [
    '(class_declaration name: (type_identifier) @n (class_heritage (extends_clause value: (_) @match)))',
    'export class NAME extends BASE {}\n',
  ],
  tsx: [
    '(class_declaration name: (type_identifier) @n (class_heritage (extends_clause value: (_) @match)))',
    'export class NAME extends BASE {}\n',
  ],
  javascript: [
    '(class_declaration name: (identifier) @n (class_heritage (_) @match))',
    'export class NAME extends BASE {}\n',
  ],
  java: [
    '(class_declaration name: (identifier) @n superclass: (superclass (_) @match))',
    'class NAME extends BASE {}\n',
  ],
  csharp: ['(class_declaration name: (identifier) @n (base_list . (_) @match))', 'class NAME : BASE { }\n'],
  php: ['(class_declaration name: (name) @n (base_clause . (_) @match))', '<?php\nclass NAME extends BASE {}\n'],
  ruby: ['(class name: (constant) @n superclass: (superclass (_) @match))', 'class NAME < BASE\nend\n'],
};

/** Words for kinds of classes with how their names end. */
const SUFFIXED =
  /^(?:spring |rest |web |api |application |domain |jpa )?(services?|controllers?|repositor(?:y|ies)|components?|entit(?:y|ies)|mappers?|listeners?|handlers?|jobs?|resolvers?|guards?|interceptors?|pipes?|gateways?|aggregates?|view ?models?)(?: class(?:es)?)?$/;

/** A class whose name ends in SUFFIX and that does not bear MARK before its body. */
const UNMARKED: Readonly<Partial<Record<Language, readonly [query: string, sample: string]>>> = {
  java: [
    '((class_declaration name: (identifier) @match) @c (#match? @match "[a-z]SUFFIX$") (#not-match? @c "^[^{]*@MARK\\\\b") (#not-match? @c "^[^{]*\\\\babstract\\\\b"))',
    'PREFIX\npublic class BerthSUFFIX {}\n',
  ],
  csharp: [
    '((class_declaration name: (identifier) @match) @c (#match? @match "[a-z]SUFFIX$") (#not-match? @c "^[^{]*\\\\[[^{]*\\\\bMARK\\\\b") (#not-match? @c "^[^{]*\\\\babstract\\\\b"))',
    'PREFIX\npublic class BerthSUFFIX { }\n',
  ],
};

/** "Services are annotated with `@Service`", "Exceptions inherit from `AppError`". */
export function lowerClassKind(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  const [kind] = intent.things;
  const [code] = intent.with;
  const scope = scopeOf(intent.reach, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  if (!kind || !code) return left('which classes are meant is not said');
  const forms = presentLanguages(intent.reach, knowledge).flatMap((language) => {
    const path = samplePath(scope, fileOf(language));
    const form =
      intent.how === 'based' ? based(kind.text, code.text, language) : marked(kind.text, code.text, language);
    return form && path !== undefined ? [{ ...form, path, language }] : [];
  });
  if (forms.length === 0) return left(`which classes are ${kind.text} cannot be told from their names`);
  const match: CodeMatcher[] = forms.map(({ language, query }) => ({ languages: [language], query }));
  const examples = (which: 'wrong' | 'right'): Example[] =>
    forms.slice(0, 3).map((form) => wrote(form.path, form[which]));
  return {
    drafts: [
      {
        subject: `${kind.text} ${code.text}`,
        severity: severityOf(intent),
        message: `${kind.text} ${intent.how === 'based' ? 'extend' : 'bear'} \`${code.text}\` here`,
        ...(scope && { scope }),
        check: { kind: 'code', match },
        evidence: { violating: examples('wrong'), compliant: examples('right') },
      },
    ],
    left: [],
  };
}

interface Form {
  readonly query: string;
  readonly wrong: string;
  readonly right: string;
}

function based(kind: string, base: string, language: Language): Form | undefined {
  const stock = STOCK.find(([words]) => words.test(kind))?.[1][language]?.filter((each) => each !== base);
  const form = DERIVED[language];
  const [usual] = stock ?? [];
  if (!stock || !form || usual === undefined) return undefined;
  const [query, sample] = form;
  const any = stock.map((each) => `"${each.replaceAll('\\', '\\\\')}"`).join(' ');
  // The base itself extends what the others must not.
  const own = /\w+$/.exec(base)?.[0] ?? base;
  const written = (name: string, of: string) => sample.replace('NAME', name).replace('BASE', of);
  return {
    query: `(${query} (#any-of? @match ${any})${query.includes('@s') ? ` (#not-match? @s "\\\\b${own}\\\\b")` : ''} (#not-eq? @n "${own}") (#not-match? @n "^(App|Base|Abstract|Domain|Api)?(Error|Exception|Model|Controller)$|Base"))`,
    wrong: written('BerthClosed', usual),
    right: `${written('BerthClosed', base)}${written(own, usual).replace('<?php\n', '')}`,
  };
}

function marked(kind: string, mark: string, language: Language): Form | undefined {
  const noun = SUFFIXED.exec(kind)?.[1];
  const form = UNMARKED[language];
  const name = /^@(\w+)/.exec(mark)?.[1] ?? /^\[(\w+)/.exec(mark)?.[1];
  if (noun === undefined || name === undefined || !form) return undefined;
  const stem = noun.replace(/ies$/, 'y').replace(/s$/, '').replace(' ', '');
  const suffix = `${stem.charAt(0).toUpperCase()}${stem.slice(1)}`.replace('model', 'Model');
  const [query, sample] = form;
  const filled = (prefix: string) => sample.replace('PREFIX\n', prefix).replaceAll('SUFFIX', suffix);
  return {
    query: query.replaceAll('SUFFIX', suffix).replaceAll('MARK', name),
    wrong: filled(''),
    right: filled(language === 'csharp' ? `[${name}]\n` : `@${name}\n`),
  };
}

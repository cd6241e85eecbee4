import { codeSpanToMatchers } from '../../../checks/code/code-span.ts';
import type { Language } from '../../../model/language.ts';
import type { CodeForm } from './code-form.ts';

/** The name of a named argument that a span shows: `encoding=`, `timeout=30`, `{ signal }`, `shell: true`. */
export function argumentNamed(span: string): string | undefined {
  const bare = span.replace(/^\{\s*|\s*,?\s*(?:\.\.\.|…)?\s*\}$/g, '');
  return (
    /^([A-Za-z_]\w*)\s*(?:=(?![=>]).*|:(?!:).*)$/.exec(bare)?.[1] ?? (/^\{\s*\w+\s*\}$/.test(span) ? bare : undefined)
  );
}

/** What carries a named argument within a call, or hides whether one is there. */
const CARRIES: Readonly<Partial<Record<Language, string>>> = {
  python: '[((keyword_argument name: (identifier) @k) (#eq? @k "§")) (dictionary_splat)]',
  typescript:
    '[((pair key: (property_identifier) @k) (#eq? @k "§")) ((shorthand_property_identifier) @k (#eq? @k "§")) (spread_element)]',
  tsx: '[((pair key: (property_identifier) @k) (#eq? @k "§")) ((shorthand_property_identifier) @k (#eq? @k "§")) (spread_element)]',
  javascript:
    '[((pair key: (property_identifier) @k) (#eq? @k "§")) ((shorthand_property_identifier) @k (#eq? @k "§")) (spread_element)]',
  ruby: '[((pair key: (hash_key_symbol) @k) (#eq? @k "§")) (hash_splat_argument)]',
};
const CALLS: Readonly<Partial<Record<Language, readonly [string, string]>>> = {
  python: ['§("example")', '§("example", KEY=value)'],
  typescript: ['§("example");', '§("example", { KEY: value });'],
  tsx: ['§("example");', '§("example", { KEY: value });'],
  javascript: ['§("example");', '§("example", { KEY: value });'],
  ruby: ['§("example")', '§("example", KEY: value)'],
};

/** Calls that lack a named argument, and texts that do and do not pass it. Only languages that name arguments count. */
export function callsLacking(call: string, argument: string, languages: readonly Language[]): readonly CodeForm[] {
  const bare = call.replace(/\(.*\)$/, '');
  if (argument === 'encoding' && Object.hasOwn(TEXT_MODULES, bare))
    return languages.includes('python') ? inText(bare) : [];
  return languages.flatMap((language) => {
    const binary = argument === 'encoding' ? ' ((string_content) @m (#match? @m "^[rwax+]*b[rwax+]*$"))' : '';
    // Files opened as bytes have no encoding.
    const carries = CARRIES[language]
      ?.replaceAll('§', argument)
      .replace(/\]$/, language === 'python' ? `${binary}]` : ']');
    const sample = CALLS[language];
    if (carries === undefined || !sample) return [];
    const matchers = codeSpanToMatchers(`${bare}()`, [language])
      .filter((matcher) => matcher.query !== undefined && !/import_from|decorator/.test(matcher.query))
      .map((matcher) => ({ ...matcher, where: { ...matcher.where, hasNot: carries } }));
    const shown = bare.replace(/^[.]/, 'sample.');
    const text = (form: string) => `${form.replace('§', () => shown).replace('KEY', argument)}\n`;
    return matchers.length > 0 ? [{ matchers, language, violating: text(sample[0]), compliant: text(sample[1]) }] : [];
  });
}

/** Calls of Python's modules that read and write text only when told so. */
const TEXT_MODULES: Readonly<Record<string, readonly [functions: string, text: string, sample: string]>> = {
  subprocess: [
    '"run" "Popen" "check_output" "check_call" "call"',
    '(keyword_argument name: ((identifier) @k (#any-of? @k "text" "universal_newlines")) value: (true))',
    'run(["a"], text=True§)',
  ],
  tempfile: [
    '"NamedTemporaryFile" "TemporaryFile" "SpooledTemporaryFile"',
    '((string_content) @m (#match? @m "^[rwax+]+t?$"))',
    'NamedTemporaryFile("w"§)',
  ],
};

function inText(module: string): ReturnType<typeof callsLacking> {
  const [functions, text, sample] = TEXT_MODULES[module] ?? ['', '', ''];
  const query = `((call function: (attribute object: (identifier) @o attribute: (identifier) @f)) @match (#eq? @o "${module}") (#any-of? @f ${functions}))`;
  const hasNot = (CARRIES.python ?? '').replaceAll('§', 'encoding');
  const call = (more: string) => `import ${module}\n\n${module}.${sample.replace('§', more)}\n`;
  return [
    {
      matchers: [{ languages: ['python'], query, where: { has: text, hasNot } }],
      language: 'python',
      violating: call(''),
      compliant: call(', encoding="utf-8"'),
    },
  ];
}

import { PYTHON_BUILTINS } from '../../../checks/imports/languages/python-builtins.ts';
import type { CodeMatcher } from '../../../model/checks/code.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Language } from '../../../model/language.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { type Draft, type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { languagesFor } from './code.ts';
import { insteadOf, ruledOut, wrote } from './wording.ts';

/** Packages of Go's standard library that something else is used in place of, by the name code calls them. */
const GO_PACKAGES: Readonly<Record<string, string>> = {
  bufio: 'bufio',
  bytes: 'bytes',
  cmp: 'cmp',
  context: 'context',
  embed: 'embed',
  errors: 'errors',
  exec: 'os/exec',
  expvar: 'expvar',
  filepath: 'path/filepath',
  flag: 'flag',
  fmt: 'fmt',
  http: 'net/http',
  httptest: 'net/http/httptest',
  io: 'io',
  ioutil: 'io/ioutil',
  iter: 'iter',
  json: 'encoding/json',
  log: 'log',
  maps: 'maps',
  math: 'math',
  net: 'net',
  os: 'os',
  path: 'path',
  plugin: 'plugin',
  rand: 'math/rand',
  reflect: 'reflect',
  regexp: 'regexp',
  slices: 'slices',
  slog: 'log/slog',
  sort: 'sort',
  sql: 'database/sql',
  strconv: 'strconv',
  strings: 'strings',
  sync: 'sync',
  syscall: 'syscall',
  template: 'text/template',
  time: 'time',
  unsafe: 'unsafe',
};

const NAME = /^[a-z][a-z0-9_]*$/;

/**
 * "`slog` instead of `log`": two modules set against each other. A name in lower case stands for the module that is
 * imported, not for each variable of that name. `undefined` where no modules are meant.
 */
export function lowerModuleName(span: string, intent: IntentOf<'forbid'>, knowledge: Knowledge): Lowered | undefined {
  const others = intent.instead.map(({ text }) => text.replaceAll('`', ''));
  if (!NAME.test(span) || others.length === 0 || intent.doing !== 'use') return undefined;
  const languages = languagesFor(intent, knowledge);
  const ofGo = languages.includes('go') ? goModule(span, others, knowledge.facts.dependencies()) : undefined;
  const [only = 'go', ...more] = languages;
  const named = ofGo ?? (more.length > 0 ? undefined : OF_ONE[only]?.(span));
  if (!named) return undefined;
  const language: Language = ofGo ? 'go' : only;
  const scope = scopeOf(intent.reach, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const path = samplePath(scope, named.file);
  if (path === undefined) return left(`no example could be made for \`${span}\``);
  const instead = insteadOf(intent.instead);
  const draft: Draft = {
    subject: span,
    severity: severityOf(intent),
    message: ruledOut(`\`${span}\``, instead),
    ...(instead !== undefined && { instead }),
    ...(scope && { scope }),
    check: { kind: 'code', match: named.match.map((matcher) => ({ languages: [language], ...matcher })) },
    evidence: {
      violating: named.violating.map((content) => wrote(path, content)),
      compliant: named.compliant.map((content) => wrote(path, content)),
    },
  };
  return { drafts: [draft], left: [] };
}

interface Named {
  readonly file: string;
  readonly match: readonly Pick<CodeMatcher, 'query' | 'where'>[];
  readonly violating: readonly string[];
  readonly compliant: readonly string[];
}

const OF_ONE: Readonly<Partial<Record<Language, (name: string) => Named | undefined>>> = {
  rust: rustModule,
  python: pythonModule,
};

function goModule(name: string, others: readonly string[], dependencies: ReadonlySet<string>): Named | undefined {
  const isModule = (each: string) =>
    /\//.test(each) ||
    Object.hasOwn(GO_PACKAGES, each.replace(/\..*$/, '')) ||
    [...dependencies].some((dependency) => dependency.split('/').includes(each.replace(/\..*$/, '')));
  if (!others.some(isModule)) return undefined;
  const standard = GO_PACKAGES[name];
  const paths = standard === undefined ? `^\\"([^\\"]+/)?${name}(/v[0-9]+)?\\"$` : `^\\"${standard}(/v[0-9]+)?\\"$`;
  const path = `(interpreted_string_literal) @p (#match? @p ${JSON.stringify(paths.replaceAll('\\"', '"'))})`;
  const imported = (spec: string) => `(source_file (import_declaration ${spec}))`;
  const use = `((selector_expression operand: (identifier) @o) @match (#eq? @o "${name}"))`;
  const written = standard ?? `example.org/x/${name}`;
  return {
    file: 'example.go',
    match: [
      { query: `(import_spec path: (${path})) @match` },
      { query: use, where: { inside: imported(`(import_spec path: (${path}))`) } },
      { query: use, where: { inside: imported(`(import_spec_list (import_spec path: (${path})))`) } },
    ],
    violating: [`package example\n\nimport "${written}"\n\nfunc run() {\n\t${name}.Sample()\n}\n`],
    compliant: [
      `package example\n\n// ${name} is spoken of\nfunc run() {\n\t${name} := sample()\n\t${name}.Sample()\n}\n`,
    ],
  };
}

function rustModule(name: string): Named {
  const is = `(#eq? @p "${name}")`;
  return {
    file: 'example.rs',
    match: [
      {
        query: `((scoped_identifier path: (identifier) @p) @match ${is})`,
        where: { notInside: '(scoped_use_list) @l' },
      },
      { query: `((scoped_use_list path: (identifier) @p) @match ${is})` },
      { query: `((use_declaration argument: (identifier) @p) @match ${is})` },
      { query: `((scoped_type_identifier path: (identifier) @p) @match ${is})` },
    ],
    violating: [`use ${name}::sample;\n`, `fn run() {\n    ${name}::sample();\n}\n`],
    compliant: [`// ${name} is spoken of\nfn run() {\n    let ${name} = sample();\n    ${name}.sample();\n}\n`],
  };
}

function pythonModule(name: string): Named | undefined {
  if (!PYTHON_BUILTINS.has(name)) return undefined;
  const module = `(dotted_name . (identifier) @n (#eq? @n "${name}"))`;
  return {
    file: 'example.py',
    match: [
      { query: `(import_statement name: ${module}) @match` },
      { query: `(import_statement name: (aliased_import name: ${module})) @match` },
      { query: `(import_from_statement module_name: ${module}) @match` },
      {
        query: `((attribute object: (identifier) @o) @match (#eq? @o "${name}"))`,
        where: { inside: `(module (import_statement name: ${module}))` },
      },
    ],
    violating: [`import ${name}\n\n${name}.sample()\n`, `from ${name} import sample\n`],
    compliant: [`# ${name} is spoken of\n${name} = sample()\n${name}.sample()\n`],
  };
}

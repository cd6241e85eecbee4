import type { CodeCheck, CodeFilter } from '../../../model/checks/code.ts';
import { type FieldExample, write } from '../example.ts';

function code(shows: string, check: Omit<CodeCheck, 'kind'>, violating: string, compliant: string): FieldExample {
  const path = check.match[0]?.languages[0] === 'python' ? 'src/a.py' : 'src/a.ts';
  return {
    shows: shows.split(' '),
    check: { kind: 'code', ...check },
    violating: write(path, violating),
    compliant: write(path, compliant),
  };
}

function filter(field: string, query: string, where: CodeFilter, violating: string, compliant: string): FieldExample {
  const shows = field.split(' ').map((each) => `CodeFilter.${each}`);
  return code(
    [...shows, 'CodeMatcher.where'].join(' '),
    { match: [{ languages: ['python'], query, where }] },
    violating,
    compliant,
  );
}

const FUNCTION = '(function_definition name: (identifier) @name) @match';
const CALL = '(call function: (identifier) @name (#eq? @name "fetch")) @match';
const LOOP = '[(for_statement) (while_statement)] @match';

const FIELD =
  '(class_definition name: (identifier) @class body: (block (expression_statement (assignment left: (identifier) @name) @match)))';
const DECK = { 'src/a.py': 'class Deck:\n    width: int\n    length: int\n' };

/** Code: queries, patterns, and conditions on what they match. */
export const CODE_EXAMPLES: readonly FieldExample[] = [
  code(
    'CodeCheck.match CodeMatcher.languages CodeMatcher.query',
    { match: [{ languages: ['python'], query: '(call function: (identifier) @f (#eq? @f "eval")) @match' }] },
    'eval(text)\n',
    'evaluate(text)  # not eval(text)\n',
  ),
  code(
    'CodeMatcher.pattern',
    { match: [{ languages: ['typescript'], pattern: 'Object.assign({}, $$$REST)' }] },
    'const a = Object.assign({}, b, c);\n',
    'const a = Object.assign(b, c);\n',
  ),
  code(
    'CodeCheck.unless',
    {
      match: [{ languages: ['typescript'], query: '(as_expression) @match' }],
      unless: [{ languages: ['typescript'], pattern: '$VALUE as const' }],
    },
    'const a = b as string;\n',
    'const a = [1] as const;\n',
  ),
  code(
    'CodeCheck.mode',
    {
      match: [{ languages: ['python'], query: '(assignment left: (identifier) @n (#eq? @n "__all__")) @match' }],
      mode: 'require',
    },
    'def a():\n    pass\n',
    '__all__ = ["a"]\n\ndef a():\n    pass\n',
  ),
  code(
    'CodeCheck.when',
    {
      match: [{ languages: ['typescript'], pattern: 'console.log($$$)' }],
      when: [{ languages: ['typescript'], pattern: 'createServer($$$)' }],
    },
    'createServer();\nconsole.log(1);\n',
    'console.log(1);\n',
  ),
  {
    shows: ['CodeCheck.mode'],
    check: { kind: 'code', match: [{ languages: ['python'], query: FIELD }], mode: 'keep' },
    violating: write('src/a.py', 'class Deck:\n    width: int\n', DECK),
    compliant: write('src/a.py', 'class Deck:\n    height: int\n    width: int\n    length: int\n', DECK),
  },
  {
    shows: ['CodeCheck.mode'],
    check: { kind: 'code', match: [{ languages: ['python'], query: FIELD }], mode: 'append' },
    violating: write('src/a.py', 'class Deck:\n    height: int\n    width: int\n    length: int\n', DECK),
    compliant: write('src/a.py', 'class Deck:\n    width: int\n    length: int\n    height: int\n', DECK),
  },
  filter('inside', CALL, { inside: LOOP }, 'for u in urls:\n    fetch(u)\n', 'fetch(u)\n'),
  filter(
    'notInside',
    CALL,
    { notInside: '(try_statement) @match' },
    'fetch(u)\n',
    'try:\n    fetch(u)\nexcept OSError:\n    pass\n',
  ),
  filter(
    'has',
    FUNCTION,
    { has: '(global_statement) @match' },
    'def f():\n    global x\n    x = 1\n',
    'def f():\n    x = 1\n',
  ),
  filter(
    'hasNot',
    FUNCTION,
    { hasNot: 'return_type: (type) @match' },
    'def f():\n    pass\n',
    'def f() -> None:\n    pass\n',
  ),
  filter(
    'nameStyle nameStyle.capture nameStyle.is',
    FUNCTION,
    { nameStyle: { capture: 'name', not: ['snake_case'], is: ['camelCase'] } },
    'def loadCrew():\n    pass\n',
    'def load_crew():\n    pass\n',
  ),
  filter(
    'nameStyle.not',
    FUNCTION,
    { nameStyle: { capture: 'name', not: ['snake_case'] } },
    'def LoadCrew():\n    pass\n',
    'def load_crew():\n    pass\n',
  ),
  filter(
    'lines lines.max',
    FUNCTION,
    { lines: { max: 3 } },
    'def f():\n    a()\n    b()\n    c()\n',
    'def f():\n    a()\n',
  ),
  filter('lines.min', FUNCTION, { lines: { min: 3 } }, 'def f():\n    a()\n', 'def f():\n    a()\n    b()\n'),
  filter(
    'children children.query children.direct children.max',
    '(parameters) @match',
    { children: { query: '(identifier) @match', direct: true, max: 3 } },
    'def f(a, b, c, d):\n    pass\n',
    'def f(a, b, c):\n    pass\n',
  ),
  filter(
    'children.min',
    '(class_definition) @match',
    { children: { query: '(function_definition) @match', min: 1 } },
    'class A:\n    x = 1\n',
    'class A:\n    def f(self):\n        pass\n',
  ),
  filter(
    'has',
    FUNCTION,
    { has: ['(global_statement) @match', '(return_statement) @match'] },
    'def f():\n    global x\n    return x\n',
    'def f(x):\n    return x\n',
  ),
  filter(
    'occurrences occurrences.capture occurrences.within occurrences.max',
    '(assignment left: (identifier) @name) @match',
    { occurrences: { capture: 'name', within: '(function_definition) @match', max: 2 } },
    'def f():\n    a = 1\n    b(a, a)\n',
    'def f():\n    a = 1\n    b(a)\n',
  ),
  filter(
    'occurrences.min',
    '(assignment left: (identifier) @name) @match',
    { occurrences: { capture: 'name', within: '(function_definition) @match', min: 2 } },
    'def f():\n    a = 1\n',
    'def f():\n    a = 1\n    b(a)\n',
  ),
  filter('text', FUNCTION, { text: 'sleep\\(\\d{3,}\\)' }, 'def f():\n    sleep(500)\n', 'def f():\n    sleep(5)\n'),
  filter(
    'unsorted',
    '(list) @match',
    { unsorted: '(string) @match' },
    '__all__ = ["crew", "boat"]\n',
    '__all__ = ["Boat", "crew"]\n',
  ),
  filter(
    'notText',
    FUNCTION,
    { notText: 'raise NotImplementedError' },
    'def f():\n    pass\n',
    'def f():\n    raise NotImplementedError\n',
  ),
  filter('topLevel', CALL, { topLevel: true }, 'fetch(u)\n', 'def f():\n    fetch(u)\n'),
  filter('use', '((identifier) @match (#eq? @match "deck"))', { use: true }, 'sail(deck)\n', 'sail(deck=1)\n'),
  filter('first', '(expression_statement (call)) @match', { first: true }, 'run()\nx = 1\n', 'x = 1\nrun()\n'),
  filter(
    'precededBy',
    FUNCTION,
    { precededBy: 'deprecated' },
    '# deprecated\ndef f():\n    pass\n',
    '# loads\ndef f():\n    pass\n',
  ),
  filter('notPrecededBy', FUNCTION, { notPrecededBy: '^#' }, 'def f():\n    pass\n', '# Loads.\ndef f():\n    pass\n'),
];

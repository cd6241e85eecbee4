import { describe, expect, it } from 'vitest';
import { stanceOf } from '../../src/instructions/polarity.ts';
import { statementsOf } from '../../src/instructions/statements.ts';

const texts = (markdown: string) => statementsOf(markdown).map((statement) => statement.text);
const stances = (markdown: string) =>
  statementsOf(markdown).map(({ text, polarity, force }) => [text, polarity, force].filter(Boolean).join(' | '));

describe('one directive a statement', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['sentences of an item', '- Use pnpm. Never npm.', ['Use pnpm.', 'Never npm.']],
    ['sentences in lower case', 'use pnpm. never npm.', ['use pnpm.', 'never npm.']],
    [
      'versions, calls and files do not end a sentence',
      'Stay on v1.2 of x.y. Drop `a.b`.',
      ['Stay on v1.2 of x.y.', 'Drop `a.b`.'],
    ],
    [
      'abbreviations do not end a sentence',
      'Use tools, e.g. Vite or vs. Rollup, i.e. bundlers.',
      ['Use tools, e.g. Vite or vs. Rollup, i.e. bundlers.'],
    ],
    ['a code span may begin a sentence', 'Use pnpm. `npm` is out.', ['Use pnpm.', '`npm` is out.']],
    ['a code span holds its full stops', 'Run `a. B` now. Then stop.', ['Run `a. B` now.', 'Then stop.']],
    [
      'wrapped lines are one sentence',
      'Never write to the folder that the\nbuild owns, whatever happens.',
      ['Never write to the folder that the build owns, whatever happens.'],
    ],
    [
      'lines that the author broke are statements',
      'Use TypeScript\nNo classes\nPrefer `const`',
      ['Use TypeScript', 'No classes', 'Prefer `const`'],
    ],
    ['hard breaks', 'Use a<br>Use b', ['Use a', 'Use b']],
    ['marks within a line', '❌ Use a ✅ Use b', ['Use a', 'Use b']],
    ['emphasis and links lose their marks', '**Never** use [moment](https://x.y).', ['Never use moment.']],
    ['code spans keep theirs', 'Use ``a`b`` here.', ['Use ``a`b`` here.']],
    ['task lists', '- [ ] Run the linter', ['Run the linter']],
    ['block quotes and callouts', '> [!IMPORTANT]\n> Never force-push.', ['Never force-push.']],
    ['nested items', '- Tests:\n  - use vitest', ['Tests:', 'use vitest']],
    ['comments are invisible', 'Use a. <!-- Never use b. -->\n\n<!-- Never use c. -->', ['Use a.']],
    ['struck-out text is gone', 'Use ~~npm~~ pnpm.', ['Use pnpm.']],
    ['prose between tags', '<rules>\n- Never use a.\n- Never use b.\n</rules>', ['Never use a.', 'Never use b.']],
    ['headings are none', '# Never\n\n## Always', []],
    ['single tildes strike out, too', 'Use ~npm~ pnpm in ~/work.', ['Use pnpm in ~/work.']],
    ['links hold brackets', '- [list[0]](docs/list.md) comes first.', ['list[0] comes first.']],
    ['brackets without a definition are text', 'Use [x] and [y][z].', ['Use [x] and [y][z].']],
    ['defined ones are links', 'Read [the guide][1].\n\n[1]: https://x.y/z', ['Read the guide.']],
    ['footnotes are statements', 'Use a.[^1]\n\n[^1]: Never b.\n[^2]: Never c.', ['Use a.', 'Never b.', 'Never c.']],
    ['addresses keep their marks', 'See https://x.y/a_b_c*d* first.', ['See https://x.y/a_b_c*d* first.']],
    ['a blank line ends a tag block, whatever the line ends', '<b>\r\n\r\nUse a.\r\n\r\nUse b.', ['Use a.', 'Use b.']],
    ['front matter is none', '+++\ntitle = "Never"\n+++\nUse a.', ['Use a.']],
    ['nor is a mark of the byte order', '\uFEFF# Never\n\nUse a.', ['Use a.']],
    ['quoted lines lose their marks', '> Use a\n> and *b\n> c*.', ['Use a and b c.']],
    ['cells may be empty', '| A | B | C |\n|-|-|-|\n| a | | c \\| d |', ['a | c | d']],
    ['rows of a table', '| A | B |\n| - | - |\n| `x` | y |', ['`x` | y']],
  ];
  it.each(cases)('%s', (_, markdown, expected) => {
    expect(texts(markdown)).toEqual(expected);
  });
});

describe('stance', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['from a heading', '## Never\n- eval', ['eval | forbid']],
    ['from a heading with a verb', '## Do Not Commit\n- `.env`', ['`.env` | forbid']],
    ['a heading with a subject has none', '## Avoid needless renders\n- Use memo', ['Use memo']],
    ['avoid is softer', '## Things to avoid\n- eval', ['eval | forbid | should']],
    ['prefer is softer', '### Prefer\n- const', ['const | require | should']],
    ['the nearest heading wins', '## Never\n### Always\n- test', ['test | require']],
    ['a neutral heading in between hides nothing', '## Forbidden\n### Git\n- force push', ['force push | forbid']],
    ['the next section is free again', '## Never\n- a\n## Layout\n- b', ['a | forbid', 'b']],
    ['from a lead-in', 'Never:\n\n- a\n- b', ['Never:', 'a | forbid', 'b | forbid']],
    ['from a parent item', '- **Don’t:**\n  - a\n- Do:\n  - b', ['Don’t:', 'a | forbid', 'Do:', 'b | require']],
    ['from a mark', '- ❌ a\n- ✅ b\n- 🚫 c', ['a | forbid', 'b | require', 'c | forbid']],
    ['a mark beats the heading', '## Never\n- ✅ a', ['a | require']],
    ['from a label', 'Bad: `a`\n\nGood: `b`', ['Bad: `a` | forbid', 'Good: `b` | require']],
    [
      'only the first sentence inherits',
      '## Never\n- Commit keys. Use the vault.',
      ['Commit keys. | forbid', 'Use the vault.'],
    ],
    [
      'an introduction does not inherit',
      '## Forbidden\nThese break things.\n\n- a',
      ['These break things.', 'a | forbid'],
    ],
    ['from the only column that has one', '| Avoid | Why |\n|-|-|\n| a | b |', ['a | b | forbid | should']],
    ['two columns leave it to the row', '| Don’t | Do |\n|-|-|\n| a | b |', ['a | b']],
    ['ornaments of a long heading say nothing', '## 🛑 Read this before you start\n- a', ['a']],
  ];
  it.each(cases)('%s', (_, markdown, expected) => {
    expect(stances(markdown)).toEqual(expected);
  });
});

describe('what a heading or lead-in says of what stands below it', () => {
  const cases: readonly [string, string][] = [
    ['Never (hard stops)', 'forbid'],
    ['DO NOT modify these files', 'forbid'],
    ['Files you must not edit', 'forbid'],
    ['Things you should never do:', 'forbid'],
    ['Under no circumstances:', 'forbid'],
    ['The following are strictly forbidden:', 'forbid'],
    ['3. Anti-Patterns', 'forbid'],
    ['Common mistakes to avoid', 'forbid should'],
    ['Instead:', 'require'],
    ['Must-haves', 'require'],
    ['Preferred patterns', 'require should'],
    ['Do’s and Don’ts', ''],
    ['Don’t repeat yourself', ''],
    ['Must read', ''],
    ['Good to know', ''],
    ['Always-on rules', ''],
    ['Preferred stack', ''],
    ['Never without asking', ''],
  ];
  it.each(cases)('%s', (heading, expected) => {
    expect(Object.values(stanceOf(heading)).join(' ')).toBe(expected);
  });
});

describe('surroundings', () => {
  it('keeps headings and parents, outermost first', () => {
    const [, , inner] = statementsOf('# A\n## B\nWhen you write tests:\n\n- In units:\n  - mock nothing\n');
    expect(inner).toMatchObject({ headings: ['A', 'B'], parents: ['When you write tests:', 'In units:'] });
  });

  it('hangs a code block on the sentence before it', () => {
    const [statement] = statementsOf('Do not run:\n\n```sh\nrm -rf dist\n```\n');
    expect(statement).toMatchObject({ text: 'Do not run:', fence: { language: 'sh', text: 'rm -rf dist', line: 4 } });
  });

  it('hangs a code block on a heading that says do or don’t', () => {
    const [statement] = statementsOf('### ❌ Wrong\n\n```ts\neval(x)\n```\n');
    expect(statement).toMatchObject({ polarity: 'forbid', fence: { text: 'eval(x)' }, source: { line: 1 } });
  });

  it('takes a code block out of its indentation', () => {
    const [statement] = statementsOf('- Do not run:\n\n   ```sh\n   a\n     b\n\n   c\n   ```\n');
    expect(statement?.fence?.text).toBe('a\n  b\n\nc');
  });

  it('leaves the line below a heading out of it', () => {
    const [statement] = statementsOf('> Never do\n> -----\n>\n> Use eval.');
    expect(statement).toMatchObject({ headings: ['Never do'], polarity: 'forbid' });
  });

  it('leaves a code block under a plain heading alone', () => {
    expect(statementsOf('## Setup\n\n```sh\nnpm ci\n```\n')).toEqual([]);
  });

  it('names the cells of a row by their columns', () => {
    const [row] = statementsOf('| Don’t | Do | Do |\n| --- | --- | --- |\n| `moment` | `date-fns` | x |\n');
    expect(row?.row).toEqual({ 'Don’t': '`moment`', Do: '`date-fns`', 'Do 3': 'x' });
  });
});

describe('places', () => {
  it('are those of the sentence itself', () => {
    const [, second, third] = statementsOf('# T\r\n\r\n- One here. **Two** is\r\n  longer. Three.\r\n');
    expect(second).toMatchObject({ column: 13, source: { line: 3, endLine: 4, quote: '**Two** is longer.' } });
    expect(third).toMatchObject({ column: 11, source: { line: 4, endLine: 4, quote: 'Three.' } });
  });

  it('survive entities and escapes', () => {
    const [, second] = statementsOf('Use a &amp; b\\_c. Use d.');
    expect(second).toMatchObject({ column: 19, text: 'Use d.', source: { quote: 'Use d.' } });
  });

  it('cap a quote at 300 characters', () => {
    expect(statementsOf(`Use ${'a'.repeat(400)}`)[0]?.source.quote).toHaveLength(300);
  });
});

describe('comments in blocks of commands', () => {
  const cases: readonly [string, string, readonly [text: string, line: number, quote: string][]][] = [
    [
      'above a command',
      'Commands:\n\n```bash\n# Shapes (run after changing sails)\nnpm run shapes\n```',
      [['Run `npm run shapes` after changing sails.', 4, '# Shapes (run after changing sails)']],
    ],
    [
      'behind a command',
      '```\nmake knots   # ties them (always run this before committing)\n```',
      [['Run `make knots` before committing.', 2, 'make knots   # ties them (always run this before committing)']],
    ],
    [
      'above several commands, in a list',
      '- Ropes\n  ```sh\n  # Run before pushing\n  $ make tar\n  make coil # slow\n\n  make sail\n  ```',
      [['Run `make tar` and `make coil` before pushing.', 3, '# Run before pushing']],
    ],
    [
      'that tell what a command does',
      '```bash\n# Runs before every commit on CI\nmake x\nmake y # run the tests before it\n```',
      [],
    ],
    ['with nothing to run', '```bash\n# run before committing\n\nmake x\n```', []],
    ['in other languages', '```python\n# run before committing\nx()\n```', []],
  ];
  it.each(cases)('%s', (_what, markdown, expected) => {
    const commented = statementsOf(markdown).filter(({ source: { quote } }) => quote.includes('#'));
    expect(commented.map(({ text, source: { line, quote } }) => [text, line, quote])).toEqual(expected);
  });

  it('stand where they are, and leave the block to the sentence before it', () => {
    const statements = statementsOf('Some commands:\n\n```sh\n# run after lunch\nmake hold\n```\n\n- Use rope.');
    expect(statements.map(({ text, source: { line } }) => [line, text])).toEqual([
      [1, 'Some commands:'],
      [4, 'Run `make hold` after lunch.'],
      [8, 'Use rope.'],
    ]);
    expect(statements[0]?.fence?.text).toContain('make hold');
  });
});

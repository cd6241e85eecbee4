import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readInstructions } from '../../src/instructions/read.ts';
import type { Settings } from '../../src/model/settings.ts';
import { diskView } from '../../src/repository/disk.ts';
import { memoryView } from '../../src/repository/overlay.ts';
import { removeFolder } from '../setup/remove-folder.ts';

const read = (files: Record<string, string>, settings: Settings = {}) => readInstructions(memoryView(files), settings);

describe('which files govern, and what', () => {
  const cases: readonly [string, string, string[] | undefined][] = [
    ['AGENTS.md', '', undefined],
    ['packages/api/AGENTS.md', '', ['packages/api/**']],
    ['AGENTS.override.md', '', undefined],
    ['app/[slug]/CLAUDE.md', '', ['app/\\[slug\\]/**']],
    ['CLAUDE.local.md', '', undefined],
    ['.claude/CLAUDE.md', '', undefined],
    ['.claude/rules/web/react.md', '---\npaths: ["src/**/*.tsx"]\n---\n', ['src/**/*.tsx']],
    ['.claude/rules/all.md', '', undefined],
    ['.cursorrules', '', undefined],
    ['.cursor/rules/ts.mdc', '---\nglobs: *.ts,*.tsx\n---\n', ['**/*.ts', '**/*.tsx']],
    ['.cursor/rules/always.mdc', '---\nglobs: *.ts\nalwaysApply: true\n---\n', undefined],
    ['web/.cursor/rules/sub/a.mdc', '---\nglobs: src/*.{ts,tsx}, lib\n---\n', ['web/src/*.{ts,tsx}', 'web/**/lib']],
    ['.github/copilot-instructions.md', '', undefined],
    ['.github/instructions/py.instructions.md', '---\napplyTo: "**/*.py,scripts/**"\n---\n', ['**/*.py', 'scripts/**']],
    ['.github/instructions/all.instructions.md', '---\napplyTo: "**"\n---\n', undefined],
    ['GEMINI.md', '', undefined],
    ['.windsurfrules', '', undefined],
    ['.windsurf/rules/go.md', '---\ntrigger: glob\nglobs: **/*.go\n---\n', ['**/*.go']],
    ['.clinerules', '', undefined],
    ['.clinerules/style.md', '', undefined],
    ['.kiro/steering/api.md', '---\ninclusion: fileMatch\nfileMatchPattern: ["api/**"]\n---\n', ['api/**']],
    ['.rules', '', undefined],
  ];
  it.each(cases)('%s (%j)', (file, front, include) => {
    const { files, directives } = read({ [file]: `${front}Never use eval.\n` });
    expect(files.map((found) => [found.path, found.scope?.include])).toEqual([[file, include]]);
    expect(directives).toMatchObject([{ text: 'Never use eval.', source: { file } }]);
    expect(directives[0]?.scope?.include).toEqual(include);
  });

  const silent: readonly [string, string][] = [
    ['other Markdown', 'docs/agents.md'],
    ['vendored copies', 'vendor/lib/AGENTS.md'],
    ['packages', 'node_modules/x/AGENTS.md'],
    ['workflows', '.clinerules/workflows/a.md'],
    ['plain Markdown among Cursor rules', '.cursor/rules/a.md'],
    ['conventions that nobody named', 'CONVENTIONS.md'],
  ];
  it.each(silent)('not %s', (_, file) => {
    expect(read({ [file]: 'Never use eval.' }).directives).toEqual([]);
  });

  it('nor submodules', () => {
    const files = { '.gitmodules': '[submodule "x"]\n\tpath = libs/x\n', 'libs/x/AGENTS.md': 'Never use eval.' };
    expect(read(files).files).toEqual([]);
  });

  it('files named in the settings, less those excluded', () => {
    const files = { 'CONVENTIONS.md': 'Never use eval.', 'old/AGENTS.md': 'Never use with.' };
    const { directives } = read(files, { instructions: ['CONVENTIONS.md'], exclude: ['old/**'] });
    expect(directives.map((directive) => directive.id)).toEqual(['CONVENTIONS.md:1']);
  });

  it('rules that apply only on request give none, and say so', () => {
    const { directives, warnings } = read({ '.cursor/rules/a.mdc': '---\nalwaysApply: false\n---\nNever use eval.' });
    expect(directives).toEqual([]);
    expect(warnings).toMatchObject([{ file: '.cursor/rules/a.mdc', line: 1 }]);
  });

  it('keeps lines true behind front matter', () => {
    const { directives } = read({ '.cursor/rules/a.mdc': '---\nglobs: *.ts\n---\n\nUse a. Use b.\n' });
    expect(directives.map(({ id, column }) => [id, column])).toEqual([
      ['.cursor/rules/a.mdc:5', 1],
      ['.cursor/rules/a.mdc:5#2', 8],
    ]);
  });
});

describe('imports', () => {
  it('are followed from the importing file, and keep their own places', () => {
    const { directives, warnings } = read({
      'web/CLAUDE.md': 'See @docs/git.md and @../AGENTS.md.\n',
      'web/docs/git.md': 'Never force-push.\n',
      'AGENTS.md': 'Use pnpm.\n',
    });
    expect(directives.map(({ id, scope }) => [id, scope?.include])).toEqual([
      ['AGENTS.md:1', undefined],
      ['web/CLAUDE.md:1', ['web/**']],
      ['web/docs/git.md:1', ['web/**']],
    ]);
    expect(warnings).toEqual([]);
  });

  it('reach four deep', () => {
    const files: Record<string, string> = { 'CLAUDE.md': '@d1.md' };
    for (let depth = 1; depth <= 6; depth++) files[`d${depth}.md`] = `Use d${depth}. @d${depth + 1}.md`;
    const read5 = read(files);
    expect(read5.files.map((file) => file.path)).toEqual(['CLAUDE.md', 'd1.md', 'd2.md', 'd3.md', 'd4.md']);
    expect(read5.warnings).toMatchObject([{ file: 'd4.md', message: expect.stringContaining('deeper') }]);
  });

  it('end in circles', () => {
    expect(read({ 'CLAUDE.md': '@a.md', 'a.md': '@b.md', 'b.md': '@a.md @CLAUDE.md' }).files).toHaveLength(3);
  });

  const none: readonly [string, string][] = [
    ['in code', 'Write `@a.md` or\n\n```\n@a.md\n```\n'],
    ['names of people and packages', 'Ask @ann about @types/node.'],
    ['sources', 'See @src/a.ts.'],
  ];
  it.each(none)('not %s', (_, text) => {
    const { files, warnings } = read({ 'CLAUDE.md': text, 'a.md': 'Use a.', 'src/a.ts': '// Use a.' });
    expect(files.map((file) => file.path)).toEqual(['CLAUDE.md']);
    expect(warnings).toEqual([]);
  });

  it('not of AGENTS.md, which has none', () => {
    expect(read({ 'AGENTS.md': '@a.md', 'a.md': 'Use a.' }).files).toHaveLength(1);
  });

  it('that lead nowhere are told with their place', () => {
    const { warnings } = read({ 'CLAUDE.md': '# A\n\n@gone.md and\n@../../out.md and @~/mine.md' });
    expect(warnings.map(({ line, message }) => [line, message.split(/[: ]/)[0]])).toEqual([
      [3, '@gone.md'],
      [4, '@../../out.md'],
      [4, '@~/mine.md'],
    ]);
  });
});

describe('copies', () => {
  it('of one text are read once, where they hold most widely', () => {
    const text = 'Never use eval.';
    const { files, directives } = read({ 'AGENTS.md': text, 'CLAUDE.md': text, 'api/AGENTS.md': text });
    expect(directives.map((directive) => directive.id)).toEqual(['AGENTS.md:1']);
    expect(files.map((file) => [file.path, file.sameAs])).toEqual([
      ['AGENTS.md', undefined],
      ['CLAUDE.md', 'AGENTS.md'],
      ['api/AGENTS.md', 'AGENTS.md'],
    ]);
  });

  it('side by side each hold in their folder', () => {
    const { directives } = read({ 'a/AGENTS.md': 'Use x.', 'b/AGENTS.md': 'Use x.' });
    expect(directives.map((directive) => directive.id)).toEqual(['a/AGENTS.md:1', 'b/AGENTS.md:1']);
  });
});

describe('files on disk', () => {
  const roots: string[] = [];
  const repository = (): string => {
    const root = mkdtempSync(path.join(tmpdir(), 'bylaw-read-'));
    roots.push(root);
    return root;
  };
  afterEach(() => {
    for (const root of roots.splice(0)) removeFolder(root);
  });

  it('links are read once; what cannot be read is told and the rest goes on', () => {
    const root = repository();
    writeFileSync(path.join(root, 'AGENTS.md'), '\uFEFFNever use eval.\r\n');
    symlinkSync('AGENTS.md', path.join(root, 'CLAUDE.md'));
    mkdirSync(path.join(root, 'a'));
    writeFileSync(path.join(root, 'a', 'AGENTS.md'), Buffer.from([0x55, 0xff, 0xfe, 0x20]));
    mkdirSync(path.join(root, 'b'));
    writeFileSync(path.join(root, 'b', 'AGENTS.md'), 'Use this and that. '.repeat(60_000));
    const { directives, warnings } = readInstructions(diskView(root), {});
    expect(directives.map((directive) => [directive.id, directive.column])).toEqual([['AGENTS.md:1', 1]]);
    expect(warnings.map(({ file, message }) => [file, message])).toEqual([
      ['a/AGENTS.md', 'not read: not UTF-8'],
      ['b/AGENTS.md', 'not read: larger than 1 MiB'],
    ]);
  });
});

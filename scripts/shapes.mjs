// Asks the grammars' query engines which shapes they take, and writes dist/shapes.json: the shapes of all queries of the
// lexicon, and of what common pieces of code are read as. A rule of such a shape need not be compiled to be proven.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Pieces of code as prose names them. What they are called does not matter, only how they are written. */
const SPANS = [
  'name',
  'Name',
  'NAME',
  'long_name',
  'longName',
  'name()',
  'Name()',
  'long_name()',
  'name(...)',
  'name(value)',
  'name("text")',
  'name(1)',
  'new Name()',
  'one.two',
  'One.two',
  'One.Two',
  'one.two()',
  'One.two()',
  'One.Two()',
  'one.two.three',
  'one.two.three()',
  'One.two.three()',
  '.name',
  '.name()',
  '.name(value)',
  '.one().two()',
  'one::two',
  'One::two',
  'One::two()',
  'one::two()',
  'one::two::Three',
  'name!',
  'name!()',
  '@Name',
  '@name',
  '@Name()',
  '#[name]',
  '#[name(value)]',
  'Name<T>',
  'Name<Other>',
  'name = true',
  'name = false',
  'name = 1',
  'name = "text"',
  'name: true',
  'name={value}',
  '<Name />',
  '<Name>',
  '<name>',
  'as Name',
  'as any',
  'any',
  'await name()',
  'import name',
  'import * as name',
  'import name from "name"',
  'import { name } from "name"',
  'from name import other',
  'from name import *',
  "require('name')",
  'export default',
  'export * from',
  'export default function',
  'except:',
  'except Exception:',
  'throw new Error()',
  'raise Name',
  '"text"',
  '[]',
  '{}',
  '== null',
  '!= nil',
  'name == null',
  'null',
  'nil',
  'None',
  'undefined',
  'true',
  '*name',
  '&name',
  '$name',
  '$this->name',
  '->name()',
  'interface Name',
  'class Name',
  'type Name = Other',
  'const name',
  'let name',
  'static name',
  'public',
  'private',
  'try { } catch { }',
  'if (name)',
  '!= null',
  'name != null',
  'is not None',
  'is not null',
  'one-two',
  'one two-three',
  'one two-three-4',
  '$one->two',
  '$name->other()',
  'one_two(three)',
  'one(two-three)',
  'one(two, three)',
  'one(two-three-4)',
  'one.two(three).four',
  'One.two(three).four',
  'one.two(three).four()',
  'one.two(name, other)',
  'assert name(one, two)',
  'pub(crate)',
  'name(other=...)',
  'name(other=True)',
  '<!-- name -->',
  'await',
  'export { name } from',
];

/** A file of each language, so that what the samples ask is asked of all. */
const TREE = 'a.ts a.tsx a.js a.py a.go a.rs a.java a.kt a.cs a.c a.cpp a.rb a.php a.swift a.sh'.split(' ');

/** Pieces whose readings an engine refuses: finding that out takes seconds. */
const REFUSED = { swift: /[=@!]/ };

function spansFor(language) {
  return SPANS.filter((span) => !REFUSED[language]?.test(span));
}

const ENTRY = `
export { runBriefly } from './src/checks/code/brief-run.ts';
export { codeSpanToMatchers } from './src/checks/code/code-span.ts';
export { combine } from './src/checks/code/combined.ts';
export { grammarOf, startSyntax } from './src/checks/code/grammars.ts';
export { shapeKey } from './src/checks/code/known-shapes.ts';
export { compileMatcher } from './src/checks/code/matchers.ts';
export { compile } from './src/compiler/compile.ts';
export { lexiconMatchers } from './src/lexicon/matchers.ts';
export { readLexicon } from './src/lexicon/read.ts';
export { LANGUAGES } from './src/model/language.ts';
export { memoryView } from './src/repository/overlay.ts';
`;

export async function writeShapes(root) {
  const file = path.join(root, 'dist', 'shapes.json');
  const maker = path.join(root, 'dist', `shapes-maker-${process.pid}.mjs`);
  await build({
    absWorkingDir: root,
    stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
    outfile: maker,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  try {
    const grammars = stampOfGrammars(root);
    const samples = readFileSync(path.join(root, 'scripts', 'shapes-samples.md'), 'utf8');
    const lexicon = readFileSync(path.join(root, 'dist', 'lexicon.json'));
    const code = hashOf([readFileSync(maker), lexicon, SPANS.join(), samples]);
    const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    if (before.grammars === grammars && before.code === code) return;
    const program = await import(pathToFileURL(maker).href);
    program.runBriefly();
    await program.startSyntax();
    const known = before.grammars === grammars ? before : {};
    const sampled = await matchersOf(samples, program);
    writeFileSync(file, JSON.stringify({ grammars, code, ...shapesOf(root, program, sampled, known) }));
  } finally {
    rmSync(maker, { force: true });
  }
}

function hashOf(parts) {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest('base64');
}

function stampOfGrammars(root) {
  const folder = path.join(root, 'dist', 'grammars');
  return hashOf(
    readdirSync(folder)
      .sort()
      .map((file) => `${file} ${statSync(path.join(folder, file)).size} `),
  );
}

/** The matchers of the rules that a text gives; without Swift, too, whose engine refuses some readings and so whole rules. */
async function matchersOf(text, { compile, memoryView }) {
  const trees = [TREE, TREE.filter((name) => name !== 'a.swift')];
  const rules = [];
  for (const tree of trees) {
    const files = Object.fromEntries(tree.map((name) => [`src/${name}`, '']));
    rules.push(...(await compile(memoryView({ 'AGENTS.md': text, ...files }), {})).rules);
  }
  return rules.flatMap(({ check }) =>
    check.kind === 'code' ? [...check.match, ...(check.unless ?? []), ...(check.when ?? [])] : [],
  );
}

/** The shapes taken and refused, by language. What was asked in an earlier build is not asked again. */
function shapesOf(root, program, sampled, known) {
  const lexicon = program.lexiconMatchers(program.readLexicon(path.join(root, 'rules')));
  const taken = {};
  const refused = {};
  for (const language of program.LANGUAGES) {
    const grammar = program.grammarOf(language);
    if (!grammar) continue;
    const matchers = [
      ...lexicon,
      ...sampled,
      ...spansFor(language).flatMap((span) => program.codeSpanToMatchers(span, [language])),
    ];
    const probes = new Map();
    for (const matcher of matchers.filter(({ languages }) => languages.includes(language))) {
      for (const probe of probesOf(matcher, language, program)) probes.set(program.shapeKey(probe.skeleton), probe);
    }
    const told = (answers) => (answers?.[language] ?? '').split(' ').filter((key) => probes.has(key));
    const [yes, no] = [new Set(told(known.taken)), new Set(told(known.refused))];
    const open = [...probes.keys()].filter((key) => !yes.has(key) && !no.has(key));
    sort(open, grammar, probes, program, yes, no);
    taken[language] = [...yes].sort().join(' ');
    refused[language] = [...no].sort().join(' ');
  }
  return { taken, refused };
}

function probesOf(matcher, language, { compileMatcher }) {
  try {
    const { probes, filter } = compileMatcher(matcher, language);
    return [...probes, ...(filter?.queries ?? []).flatMap((query) => query.probes)];
  } catch {
    // The lexicon's tests tell whose fault that is.
    return [];
  }
}

/** Asks the engine about shapes. Most are taken, so they are asked about together, and halved where that fails. */
function sort(keys, grammar, probes, program, yes, no) {
  if (keys.length === 0) return;
  const all = keys.map((key) => probes.get(key));
  if (takes(grammar, all, program)) for (const key of keys) yes.add(key);
  else if (keys.length === 1) no.add(keys[0]);
  else {
    const half = keys.length >> 1;
    sort(keys.slice(0, half), grammar, probes, program, yes, no);
    sort(keys.slice(half), grammar, probes, program, yes, no);
  }
}

function takes(grammar, probes, { combine }) {
  try {
    combine(grammar, probes).delete();
    return true;
  } catch {
    return false;
  }
}

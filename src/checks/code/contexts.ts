import type { Language } from '../../model/language.ts';
import { HOLE, MANY_HOLE } from './holes.ts';

/**
 * Surroundings in which a fragment of code can be parsed. `common` ones are all tried; of the `rare` ones
 * the first that parses counts. Words that the fragment does not bring are holes.
 */
export interface Context {
  readonly tier: 'common' | 'rare';
  readonly before: string;
  readonly after: string;
}

/** `§` marks the fragment, `_` a hole, `…` any number of things, `TAG` the name of the element the fragment opens. */
function contexts(tier: Context['tier'], templates: readonly string[]): Context[] {
  return templates.map((template) => {
    const [before = '', after = ''] = template.split('§').map(withHoleNames);
    return { tier, before, after };
  });
}

function withHoleNames(text: string): string {
  return text.replaceAll('…', MANY_HOLE).replace(/(?<![\w])_(?![\w])/g, HOLE);
}

function all(common: readonly string[], rare: readonly string[] = []): readonly Context[] {
  return [...contexts('common', common), ...contexts('rare', rare)];
}

const SCRIPT_RARE = [
  'import § from "m";',
  'import _, § from "m";',
  '§ as _ from "m";',
  '§ _ from "m";',
  '§ from "m";',
  '§ "m";',
  '§ _;',
  '§ = _;',
  '§ _ = _;',
  '§ {}',
  '§ (…) {}',
  '§ _ {}',
  '§ _(…) {}',
  '§ (const _ of _) {}',
  'try {} § {}',
  'class Sample { § }',
  'class Sample { §; }',
  'class Sample { § _; }',
  'class Sample { § run() {} }',
  'class Sample § {}',
  '_ = { § };',
];
const SCRIPT = [
  '§',
  '_ = §;',
  '_ = §_;',
  '§(…);',
  '_§;',
  '_§(…);',
  '_ §;',
  '_ § _;',
  '§ class Sample {}',
  '§() class Sample {}',
];
const TYPES = ['let sample: §;', 'let sample§;', 'let sample: _§;', 'type Sample = §;', 'function sample()§ {}'];
const JSX = ['_ = §</TAG>;'];

const CONTEXTS: Readonly<Partial<Record<Language, readonly Context[]>>> = {
  javascript: all([...SCRIPT, ...JSX], SCRIPT_RARE),
  typescript: all(
    [...SCRIPT, ...TYPES],
    [...SCRIPT_RARE, '§ _: _;', 'interface Sample { § }', 'let sample: Sample §;'],
  ),
  tsx: all([...SCRIPT, ...TYPES, ...JSX], [...SCRIPT_RARE, '§ _: _;', 'interface Sample { § }']),
  python: all(
    [
      '§\n',
      '_ = §\n',
      '§(…)\n',
      '_§\n',
      '_§(…)\n',
      'sample: § = _\n',
      'import §\n',
      '@§\ndef sample(): pass\n',
      '§\ndef sample():\n    pass\n',
      '§(…)\ndef sample():\n    pass\n',
    ],
    [
      'from _ §\n',
      '§ _\n',
      '§ import _\n',
      '_ § _\n',
      'def sample()§:\n    pass\n',
      'def sample(§):\n    pass\n',
      'sample§ = _\n',
      '§\n    pass\n',
      '§:\n    pass\n',
      'try:\n    pass\n§\n    pass\n',
      'try:\n    pass\n§:\n    pass\n',
      '§ sample():\n    pass\n',
      '§ Sample:\n    pass\n',
      'class Sample§:\n    pass\n',
      'class Sample(§):\n    pass\n',
      '§ _ in _:\n    pass\n',
    ],
  ),
  go: all(
    [
      'package sample\nfunc run() { § }\n',
      'package sample\nfunc run() { _ = § }\n',
      'package sample\nfunc run() { §(…) }\n',
      'package sample\nfunc run() { _§ }\n',
      'package sample\nfunc run() { _§(…) }\n',
      'package sample\nvar sample §\n',
    ],
    [
      'package sample\n§\n',
      'package sample\n§ {}\n',
      'package sample\nfunc run() { § {} }\n',
      'package sample\nfunc run() { § _ }\n',
      'package sample\nfunc run() { § _() }\n',
      'package sample\n§ _ = _\n',
      'package sample\nfunc run() { _ § _ }\n',
    ],
  ),
  rust: all(
    [
      'fn run() { §; }\n',
      'fn run() { _ = §; }\n',
      'fn run() { §(…); }\n',
      'fn run() { _§; }\n',
      'fn run() { _§(…); }\n',
      'fn run() { let sample: §; }\n',
      'use §;\n',
      '§\nfn run() {}\n',
      '§\nstruct Sample;\n',
      'fn run() { assert!(§); }\n',
      'fn run() { assert!(_§); }\n',
    ],
    [
      '#![§]\n',
      '#[§]\nfn run() {}\n',
      '#[derive(§)]\nstruct Sample;\n',
      '§\n',
      '§ {}\n',
      'fn run() { § {} }\n',
      'fn run() { _ § _; }\n',
      'fn run() { § _ = _; }\n',
      '§ SAMPLE: u8 = 0;\n',
      '§ sample() {}\n',
      '§ _;\n',
      'fn run() § {}\n',
      'impl § for Sample {}\n',
    ],
  ),
  java: all(
    [
      'class Sample { void run() { §; } }\n',
      'class Sample { void run() { _ = §; } }\n',
      'class Sample { void run() { §(…); } }\n',
      'class Sample { void run() { _§; } }\n',
      'class Sample { void run() { _§(…); } }\n',
      'class Sample { § sample; }\n',
      'class Sample { § void run() {} }\n',
      '§(…) class Sample {}\n',
      'import §;\n',
    ],
    [
      '§\n',
      'class Sample { void run() { § } }\n',
      'class Sample { void run() { § {} } }\n',
      'class Sample { void run() { try {} § {} } }\n',
      '§ class Sample {}\n',
      '§ Sample {}\n',
      'class Sample { § }\n',
      'class Sample { void run() § {} }\n',
      'class Sample { void run() { § _; } }\n',
      'class Sample { void run() { § _ = _; } }\n',
      'class Sample § {}\n',
    ],
  ),
  kotlin: all(
    [
      'fun run() { § }\n',
      'fun run() { val sample = § }\n',
      'fun run() { §(…) }\n',
      'fun run() { _§ }\n',
      'fun run() { _§(…) }\n',
      'val sample: § = value\n',
      '§ fun run() {}\n',
      '§(…) fun run() {}\n',
      'import §\n',
    ],
    [
      '§\n',
      'fun run() { § {} }\n',
      '§ class Sample\n',
      '§ val sample = value\n',
      '§ sample = value\n',
      '§ Sample {}\n',
      'fun run() { _ § _ }\n',
      'fun run() { try {} § {} }\n',
    ],
  ),
  c: all(
    [
      'void run(void) { §; }\n',
      'void run(void) { sample = §; }\n',
      'void run(void) { §(…); }\n',
      'void run(void) { _§; }\n',
      'void run(void) { _§(…); }\n',
      '§ sample;\n',
    ],
    [
      '§\n',
      '§ <sample.h>\n',
      '§ "sample.h"\n',
      'void run(void) { § sample; }\n',
      'void run(void) { § {} }\n',
      'void run(void) { _ § _; }\n',
      '§ SAMPLE 1\n',
    ],
  ),
  cpp: all(
    [
      'void run() { §; }\n',
      'void run() { sample = §; }\n',
      'void run() { §(…); }\n',
      'void run() { _§; }\n',
      'void run() { _§(…); }\n',
      '§ sample;\n',
    ],
    [
      '§\n',
      '§;\n',
      '§ <sample.h>\n',
      '§ "sample.h"\n',
      'void run() { § sample; }\n',
      'void run() { § {} }\n',
      'void run() { try {} § {} }\n',
      'void run() { §(sample); }\n',
      'void run() { §<int>(sample); }\n',
      'void run() { _ § _; }\n',
      '§ SAMPLE 1\n',
      'class Sample { § };\n',
    ],
  ),
  csharp: all(
    [
      'class Sample { void Run() { §; } }\n',
      'class Sample { void Run() { sample = §; } }\n',
      'class Sample { void Run() { §(…); } }\n',
      'class Sample { void Run() { _§; } }\n',
      'class Sample { void Run() { _§(…); } }\n',
      'class Sample { § sample; }\n',
      '§ class Sample {}\n',
      'using §;\n',
      'class Sample { § Run() {} }\n',
    ],
    [
      '§\n',
      'class Sample { § void Run() {} }\n',
      'class Sample { void Run() { § } }\n',
      'class Sample { void Run() { § {} } }\n',
      'class Sample { void Run() { try {} § {} } }\n',
      'class Sample { void Run() { § _; } }\n',
      'class Sample { void Run() { § _ = _; } }\n',
      '§ Sample {}\n',
      'class Sample { § }\n',
    ],
  ),
  ruby: all(
    ['§\n', '_ = §\n', '§(…)\n', '_§\n', '_§(…)\n'],
    ['§ _\n', '_ § _\n', 'begin\n  _\n§\n  _\nend\n', '§\nend\n', '§ _\nend\n', '§ Sample\nend\n'],
  ),
  php: all(
    [
      '<?php §;\n',
      '<?php $sample = §;\n',
      '<?php §(…);\n',
      '<?php $sample§;\n',
      '<?php $sample§(…);\n',
      '<?php function run(§ $sample) {}\n',
      '<?php § function run() {}\n',
      '<?php use §;\n',
    ],
    [
      '<?php §\n',
      '<?php § {}\n',
      '<?php § _;\n',
      '<?php § $sample;\n',
      '<?php try {} § {}\n',
      '<?php $sample § $other;\n',
      '<?php class Sample { § }\n',
      '<?php class Sample { § $sample; }\n',
      '<?php class Sample { § function run() {} }\n',
      '<?php § Sample {}\n',
    ],
  ),
  swift: all(
    ['§\n', 'let sample = §\n', '§(…)\n', '_§\n', '_§(…)\n', 'var sample: §\n', '§ class Sample {}\n', 'import §\n'],
    [
      '§ _\n',
      '_ § _\n',
      '_ § Sample\n',
      '§ var sample = value\n',
      '§ {}\n',
      '§ func run() {}\n',
      '§ Sample {}\n',
      'do {} § {}\n',
    ],
  ),
  bash: all([], ['§\n', '§ sample\n', '§; then :; fi\n', '[[ § ]]\n', 'sample=§\n']),
  css: all(
    [],
    [
      '.sample { § }\n',
      '.sample { color: red §; }\n',
      '.sample { color: §; }\n',
      '§ {}\n',
      '§;\n',
      '§ "sample";\n',
      '§ sample {}\n',
      '.sample { §: none; }\n',
      '.sample { § none; }\n',
    ],
  ),
  html: all([], ['§</TAG>\n', '§\n', '<sample §></sample>\n']),
  json: all([], ['§\n', '{ § }\n', '{ §: 1 }\n']),
  yaml: all([], ['§\n', '§: value\n']),
  toml: all([], ['§\n', '§ = 1\n']),
};

/** Ways to place a fragment in code of a language, most usual first. */
export function contextsOf(language: Language): readonly Context[] {
  return CONTEXTS[language] ?? [];
}

import { beforeAll, describe, expect, test } from 'vitest';
import { grammarOf, startSyntax } from '../../../src/checks/code/grammars.ts';
import { withHoles } from '../../../src/checks/code/holes.ts';
import { readingsAsWritten, readingsOf } from '../../../src/checks/code/pattern.ts';
import { shapeOf } from '../../../src/checks/code/plain-names.ts';
import type { Grammar } from '../../../src/checks/code/syntax.ts';
import type { Language } from '../../../src/model/language.ts';

beforeAll(startSyntax);

const LANGUAGES: readonly Language[] = [
  'typescript',
  'tsx',
  'python',
  'go',
  'rust',
  'java',
  'c',
  'csharp',
  'ruby',
  'php',
  'bash',
  'css',
];
const FRAGMENTS = [
  'dimLamp',
  'LampShade',
  'dim_lamp($$$)',
  'dimLamp($$$)',
  'lampPost.dimLamp($$$)',
  'lampPost.dimLamp(lampPost)',
  'LampShade::dim_lamp',
  '.dimLamp($$$)',
  '@LampShade',
  'LampShade<GlowWorm>',
  'dimLamp("lampPost")',
  'import dim_lamp',
  'new LampShade($A, $A)',
  'dim_lamp!($$$)',
  'dim_lamp = true',
  'const dimLamp: LampShade = 1',
];

function grammarFor(language: Language): Grammar {
  const grammar = grammarOf(language);
  if (!grammar) throw new Error(`there is no grammar for ${language}`);
  return grammar;
}

describe('reading a fragment by its shape', () => {
  test.each(LANGUAGES)('gives in %s what reading it as written gives', (language) => {
    const grammar = grammarFor(language);
    for (const fragment of FRAGMENTS.map(withHoles)) {
      expect(readingsOf(grammar, fragment), fragment).toEqual(readingsAsWritten(grammar, fragment));
    }
  });

  test.each([
    ['typescript', 'dimLamp()', true],
    ['typescript', 'lamp()', false],
    ['typescript', 'await', false],
    ['swift', 'didSet', false],
    ['c', 'size_t', false],
    ['c', 'my_size_t', false],
    ['cpp', 'thread_local', false],
    ['rust', 'macro_rules', false],
    ['python', '__future__', false],
    ['php', 'require_once', false],
    ['python', 'bylaw_name_a()', false],
  ] as const)('%s: `%s` has plain names: %s', (language, fragment, has) => {
    expect(shapeOf(fragment, grammarFor(language)) !== undefined).toBe(has);
  });
});

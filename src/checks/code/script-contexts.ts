import type { Language } from '../../model/language.ts';
import { all, type Context } from './context.ts';

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

/** Surroundings in JavaScript and TypeScript. */
export const SCRIPT_CONTEXTS: Readonly<Partial<Record<Language, readonly Context[]>>> = {
  javascript: all([...SCRIPT, ...JSX], SCRIPT_RARE),
  typescript: all(
    [...SCRIPT, ...TYPES],
    [...SCRIPT_RARE, '§ _: _;', 'interface Sample { § }', 'let sample: Sample §;'],
  ),
  tsx: all([...SCRIPT, ...TYPES, ...JSX], [...SCRIPT_RARE, '§ _: _;', 'interface Sample { § }']),
};

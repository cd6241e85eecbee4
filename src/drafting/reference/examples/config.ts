import type { ConfigCheck } from '../../../model/checks/config.ts';
import { type FieldExample, write } from '../example.ts';

function config(
  shows: string,
  key: string,
  expect: ConfigCheck['expect'],
  bad: string,
  good: string,
  before?: string,
): FieldExample {
  const files = before === undefined ? undefined : { 'package.json': before };
  return {
    shows: shows.split(' ').map((field) => `ConfigCheck.${field}`),
    check: { kind: 'config', files: ['package.json'], key, expect },
    violating: write('package.json', `${bad}\n`, files),
    compliant: write('package.json', `${good}\n`, files),
  };
}

/** Values of manifests and configuration files. */
export const CONFIG_EXAMPLES: readonly FieldExample[] = [
  config(
    'files key expect expect.equals',
    'type',
    { equals: 'module' },
    '{ "type": "commonjs" }',
    '{ "type": "module" }',
  ),
  config('expect.notEquals', 'private', { notEquals: false }, '{ "private": false }', '{ "private": true }'),
  config(
    'expect.matches',
    'dependencies.*',
    { matches: String.raw`^\d` },
    '{ "dependencies": { "zod": "^4.0.0" } }',
    '{ "dependencies": { "zod": "4.0.0" } }',
  ),
  config(
    'expect.notMatches expect.keyMatches',
    'dependencies.*',
    { notMatches: '^file:', keyMatches: '^@ferry/' },
    '{ "dependencies": { "@ferry/core": "file:../core" } }',
    '{ "dependencies": { "local": "file:../local", "@ferry/core": "1.0.0" } }',
  ),
  config(
    'key',
    '{dependencies,extras}.@ferry/*.optional',
    { equals: true },
    '{ "extras": { "@ferry/core": { "optional": false } } }',
    '{ "dependencies": { "local": { "optional": false }, "@ferry/core": { "optional": true } } }',
  ),
  config(
    'expect.keyNotMatches',
    'dependencies.*',
    { notMatches: '^file:', keyNotMatches: '^@ferry/' },
    '{ "dependencies": { "local": "file:../local" } }',
    '{ "dependencies": { "@ferry/core": "file:../core" } }',
  ),
  config('expect.present', 'license', { present: true }, '{ "name": "a" }', '{ "license": "MIT" }'),
  config(
    'expect.unchanged',
    'version',
    { unchanged: true },
    '{ "version": "1.1.0" }',
    '{ "version": "1.0.0", "type": "module" }',
    '{ "version": "1.0.0" }\n',
  ),
];

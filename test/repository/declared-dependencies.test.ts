import { describe, expect, it } from 'vitest';
import { repoPath } from '../../src/model/path.ts';
import { dependenciesDiffer } from '../../src/repository/declared-dependencies.ts';

const CASES: readonly (readonly [
  file: string,
  before: string | undefined,
  after: string | undefined,
  differ: boolean,
])[] = [
  ['package.json', '{"dependencies":{"a":"1"}}', '{"dependencies":{"a":"2"}}', true],
  ['web/package.json', undefined, '{"devDependencies":{"a":"1"}}', true],
  ['package.json', '{"dependencies":{"a":"1"}}', '{"dependencies":{"a":"1"},"scripts":{"x":"y"}}', false],
  ['pyproject.toml', '[project]\ndependencies = ["a"]\n', '[project]\ndependencies = ["a"]\n[tool.x]\ny = 1\n', false],
  ['pyproject.toml', '[project]\ndependencies = ["a"]\n', '[project]\ndependencies = ["a", "b"]\n', true],
  ['Cargo.toml', '[dependencies]\na = "1"\n', '[package]\nname = "x"\n[dependencies]\na = "1"\n', false],
  ['go.mod', 'module a\n', 'module a\nrequire b v1\n', true],
  ['package.json', '{"dependencies":{"a":"1"}}', '{ broken', true],
  ['src/package.ts', 'a', 'b', false],
];

describe('dependenciesDiffer', () => {
  it.each(CASES)('%s: %j → %j is %s', (file, before, after, differ) => {
    expect(dependenciesDiffer(repoPath(file), before, after)).toBe(differ);
  });
});

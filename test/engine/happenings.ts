import fc from 'fast-check';
import type { Invocation } from '../../src/model/invocation.ts';
import { repoPath } from '../../src/model/path.ts';
import type { Happening } from '../../src/model/session.ts';

const path = fc.constantFrom('src/a.ts', 'src/b.ts', 'docs/a.md', 'a b/ü.txt').map(repoPath);
const word = fc.constantFrom('make', 'lint', '-v', 'git', 'commit', 'ü "x"');
/** A value that cannot be known is `undefined`. */
const known = fc.option(word, { nil: undefined });

const invocation: fc.Arbitrary<Invocation> = fc.record(
  {
    program: known,
    args: fc.array(known, { maxLength: 3 }),
    cwd: fc.option(path, { nil: undefined }),
    under: fc.array(fc.array(word, { maxLength: 2 }), { maxLength: 2 }),
    chain: fc.array(word, { maxLength: 2 }),
    env: fc.dictionary(word, known, { maxKeys: 2, noNullPrototype: true }),
    text: word,
    scripts: fc.array(word, { maxLength: 2 }),
    file: path,
    places: fc.dictionary(fc.constantFrom('0', '2'), word, { noNullPrototype: true }),
    touches: fc.array(
      fc.record(
        { kind: fc.constantFrom('write' as const, 'read' as const), path: known, to: known },
        { requiredKeys: ['kind', 'path'] },
      ),
      { maxLength: 2 },
    ),
    orElse: fc.boolean(),
    wraps: fc.boolean(),
    translated: fc.boolean(),
  },
  { requiredKeys: ['program', 'args', 'cwd', 'under', 'chain', 'env', 'text'] },
);

/** Anything that a session can be told. */
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('ran' as const),
      invocation,
      exitCode: fc.option(fc.integer({ min: 0, max: 255 }), { nil: undefined }),
      branch: word,
    },
    { requiredKeys: ['kind', 'invocation', 'exitCode'] },
  ),
  fc.record(
    {
      kind: fc.constant('changed' as const),
      path,
      change: fc.constantFrom('create' as const, 'modify' as const, 'delete' as const, 'rename' as const),
      from: path,
      ignored: fc.boolean(),
    },
    { requiredKeys: ['kind', 'path', 'change'] },
  ),
  fc.record({ kind: fc.constant('read' as const), path }),
);

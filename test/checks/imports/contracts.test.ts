import { describe, expect, it } from 'vitest';
import { type Contract, drawn, type Files, standing } from './judged.ts';

/** What breaks, as `file > what`; sorted. */
async function broken(contract: Contract, files: Files): Promise<string> {
  const violations = await standing(contract, files);
  return violations
    .map(
      (violation) =>
        `${violation.location?.path.replace(/\.ts$/, '')} > ${violation.found?.replace(/\.ts(?= |$)/g, '')}`,
    )
    .sort()
    .join(', ');
}

/** `graph` is drawn as `file > imports; …`; `#name` is a package, `type:`, `lazy:` and `export:` are kinds of import. */
type Case = readonly [name: string, graph: string, contract: Contract, expected: string];

function table(cases: readonly Case[]): void {
  it.each(cases)('%s', async (_name, graph, contract, expected) => {
    expect(await broken(contract, drawn(...graph.split(';')))).toBe(expected);
  });
}

describe('layers', () => {
  const three: Contract = { type: 'layers', layers: [['high'], ['mid'], ['low']] };
  const adjacent: Contract = { ...three, adjacent: true };
  const wide: Contract = { type: 'layers', layers: [['app', 'cli'], ['core'], ['model', 'shared/types']] };
  const features: Contract = { type: 'layers', layers: [['f/*/ui'], ['f/*/logic'], ['f/*/data']] };
  table([
    ['a layer imports the next', 'high/a > mid/b', three, ''],
    ['a layer imports a farther one', 'high/a > low/c', three, ''],
    ['a layer imports itself', 'mid/a > mid/b', three, ''],
    ['a lower layer imports the next higher', 'mid/b > high/a', three, 'mid/b > high/a'],
    ['the lowest imports the highest', 'low/c > high/a', three, 'low/c > high/a'],
    ['the lowest imports the middle', 'low/c > mid/b', three, 'low/c > mid/b'],
    ['each wrong edge counts', 'low/c > mid/b high/a', three, 'low/c > high/a, low/c > mid/b'],
    ['files outside of the layers may import', 'tools/t > high/a low/c', three, ''],
    ['files outside of the layers may be imported', 'low/c > tools/t', three, ''],
    ['a way round through an outsider is no edge', 'low/c > tools/t; tools/t > high/a', three, ''],
    ['packages are in no layer', 'low/c > #high', three, ''],
    ['a type-only import counts', 'low/c > type:high/a', three, 'low/c > high/a'],
    ['a lazy import counts', 'low/c > lazy:high/a', three, 'low/c > high/a'],
    ['a re-export counts', 'low/c > export:high/a', three, 'low/c > high/a'],
    ['folders below a layer belong to it', 'low/x/y/c > high/z/a', three, 'low/x/y/c > high/z/a'],
    ['a name that only begins like a layer does not', 'low/c > higher/a', three, ''],
    ['adjacent: the next one', 'high/a > mid/b; mid/b > low/c', adjacent, ''],
    ['adjacent: one is skipped', 'high/a > low/c', adjacent, 'high/a > low/c'],
    ['adjacent: upwards', 'low/c > mid/b', adjacent, 'low/c > mid/b'],
    ['adjacent: itself', 'high/a > high/b', adjacent, ''],
    ['a layer of several folders: downwards', 'cli/a > core/b; app/x > model/y', wide, ''],
    ['a layer of several folders: between them', 'cli/a > app/b', wide, ''],
    ['a layer of several folders: upwards', 'core/b > cli/a', wide, 'core/b > cli/a'],
    ['a deeper folder as a layer', 'shared/types/t > core/b; shared/other > core/b', wide, 'shared/types/t > core/b'],
    ['layers inside of each feature', 'f/a/data/d > f/a/ui/u', features, 'f/a/data/d > f/a/ui/u'],
    ['layers inside of each feature, downwards', 'f/a/ui/u > f/a/logic/l; f/a/logic/l > f/a/data/d', features, ''],
  ]);
});

describe('forbidden, direct', () => {
  const plain: Contract = { type: 'forbidden', from: ['core'], to: { paths: ['ui'] } };
  const types: Contract = { ...plain, typeOnly: 'allow' };
  const except: Contract = { ...plain, except: { paths: ['ui/theme'] } };
  const anyone: Contract = { type: 'forbidden', to: { paths: ['legacy'] } };
  const lodash: Contract = { type: 'forbidden', to: { packages: ['lodash'] } };
  const deep: Contract = { type: 'forbidden', to: { packages: ['lodash/*'] } };
  const scope: Contract = { type: 'forbidden', to: { packages: ['@acme/*'] }, except: { packages: ['@acme/kit'] } };
  const builtin: Contract = { type: 'forbidden', from: ['web'], to: { builtins: ['*'] } };
  const fs: Contract = { type: 'forbidden', to: { builtins: ['fs', 'node:child_process'] } };
  const named: Contract = { type: 'forbidden', to: { packages: ['moment', 'fs'] } };
  const symbol: Contract = { type: 'forbidden', to: { paths: ['ui'], symbols: ['x'] } };
  const other: Contract = { type: 'forbidden', to: { paths: ['ui'], symbols: ['y'] } };
  const parents: Contract = { type: 'forbidden', to: { specifiers: ['../../**'] } };
  const either: Contract = { type: 'forbidden', from: ['core'], to: { paths: ['ui'], packages: ['react'] } };
  const globs: Contract = { type: 'forbidden', from: ['src/*/domain/**'], to: { paths: ['src/*/infra/**'] } };
  const barrel: Contract = { type: 'forbidden', from: ['src/**'], to: { paths: ['**/index.ts'] } };
  const mixed: Contract = { type: 'forbidden', from: ['app'], to: { paths: ['app/secret'] } };
  table([
    ['the edge', 'core/a > ui/b', plain, 'core/a > ui/b'],
    ['the other way', 'ui/b > core/a', plain, ''],
    ['another target', 'core/a > lib/c', plain, ''],
    ['another source', 'lib/c > ui/b', plain, ''],
    ['through another file', 'core/a > lib/c; lib/c > ui/b', plain, ''],
    ['several', 'core/a > ui/b ui/c', plain, 'core/a > ui/b, core/a > ui/c'],
    ['type-only counts', 'core/a > type:ui/b', plain, 'core/a > ui/b'],
    ['type-only allowed', 'core/a > type:ui/b', types, ''],
    ['type-only allowed, a real one beside', 'core/a > type:ui/b ui/c', types, 'core/a > ui/c'],
    ['lazy', 'core/a > lazy:ui/b', plain, 'core/a > ui/b'],
    ['re-export', 'core/a > export:ui/b', plain, 'core/a > ui/b'],
    ['an exception', 'core/a > ui/theme/t ui/b', except, 'core/a > ui/b'],
    ['from anywhere', 'x/a > legacy/b; y > legacy/b', anyone, 'x/a > legacy/b, y > legacy/b'],
    ['within the target', 'legacy/a > legacy/b', anyone, ''],
    ['a package', 'a > #lodash', lodash, 'a > lodash'],
    ['deep in a package', 'a > #lodash/fp', lodash, 'a > lodash/fp'],
    ['a package that begins alike', 'a > #lodash-es', lodash, ''],
    ['deep only: deep', 'a > #lodash/fp', deep, 'a > lodash/fp'],
    ['deep only: deeper', 'a > #lodash/fp/x', deep, 'a > lodash/fp/x'],
    ['deep only: the package', 'a > #lodash', deep, ''],
    ['all of a scope', 'a > #@acme/ui', scope, 'a > @acme/ui'],
    ['all of a scope but one', 'a > #@acme/kit', scope, ''],
    ['all of a scope but one, deep', 'a > #@acme/kit/x', scope, ''],
    ['all built-ins', 'web/a > #node:fs #zod', builtin, 'web/a > fs'],
    ['all built-ins, elsewhere', 'api/a > #fs', builtin, ''],
    ['some built-ins', 'a > #fs #node:path', fs, 'a > fs'],
    ['a part of a built-in', 'a > #fs/promises', fs, 'a > fs/promises'],
    ['with the prefix in the rule', 'a > #child_process', fs, 'a > child_process'],
    ['a built-in named as a package', 'a > #node:fs', named, 'a > fs'],
    ['a name', 'a > ui/b', symbol, 'a > ui/b x'],
    ['another name', 'a > ui/b', other, ''],
    ['all of a module is no name', 'a > export:ui/b', other, ''],
    ['as written', 'a/b/c > d', parents, 'a/b/c > d ../../d'],
    ['as written, less deep', 'a/b > d', parents, ''],
    ['as written, deeper', 'a/b/c/e > d', parents, 'a/b/c/e > d ../../../d'],
    ['either kind', 'core/a > ui/b #react #vue', either, 'core/a > react, core/a > ui/b'],
    ['globs', 'src/shop/domain/d > src/shop/infra/i', globs, 'src/shop/domain/d > src/shop/infra/i'],
    ['globs, the other way', 'src/shop/infra/i > src/shop/domain/d', globs, ''],
    ['an index file', 'src/a > src/ui/index', barrel, 'src/a > src/ui/index'],
    ['a folder below the source', 'app/a > app/secret/s; app/secret/t > app/secret/s', mixed, 'app/a > app/secret/s'],
    [
      'packages do not count for stars of built-ins',
      'a > #node:fs',
      { type: 'forbidden', to: { packages: ['*'] } },
      '',
    ],
  ]);
});

describe('forbidden, through any chain', () => {
  const chain: Contract = { type: 'forbidden', from: ['core'], to: { paths: ['ui'] }, through: 'chain' };
  const types: Contract = { ...chain, typeOnly: 'allow' };
  const pkg: Contract = { type: 'forbidden', from: ['core'], to: { packages: ['react'] }, through: 'chain' };
  const except: Contract = { ...chain, except: { paths: ['ui/theme'] } };
  table([
    ['direct', 'core/a > ui/b', chain, 'core/a > ui/b'],
    ['through one', 'core/a > lib/c; lib/c > ui/b', chain, 'core/a > ui/b'],
    ['through many', 'core/a > l1; l1 > l2; l2 > l3; l3 > ui/b', chain, 'core/a > ui/b'],
    ['the chain does not lead there', 'core/a > lib/c; lib/c > lib/d', chain, ''],
    ['the chain leads from another', 'lib/c > lib/d; lib/d > ui/b; core/a > ', chain, ''],
    ['each source', 'core/a > lib/c; core/b > core/a; lib/c > ui/b', chain, 'core/a > ui/b, core/b > ui/b'],
    ['what lies behind the target counts once', 'core/a > ui/b; ui/b > ui/c', chain, 'core/a > ui/b'],
    ['a cycle on the way', 'core/a > l1; l1 > l2; l2 > l1 ui/b', chain, 'core/a > ui/b'],
    ['a cycle that leads nowhere', 'core/a > l1; l1 > core/a', chain, ''],
    ['a type-only link counts', 'core/a > type:lib/c; lib/c > ui/b', chain, 'core/a > ui/b'],
    ['a type-only link is allowed', 'core/a > type:lib/c; lib/c > ui/b', types, ''],
    [
      'a type-only link, and another way',
      'core/a > type:lib/c lib/d; lib/c > ui/b; lib/d > lib/c',
      types,
      'core/a > ui/b',
    ],
    ['a package', 'core/a > lib/c; lib/c > #react', pkg, 'core/a > react'],
    ['another package', 'core/a > lib/c; lib/c > #preact', pkg, ''],
    ['an exception', 'core/a > lib/c; lib/c > ui/theme/t', except, ''],
    ['two targets', 'core/a > lib/c; lib/c > ui/b ui/d', chain, 'core/a > ui/b, core/a > ui/d'],
  ]);

  it('shows the shortest chain at the first import of it', async () => {
    const files = drawn('core/a > lib/x lib/c', 'lib/x > lib/y', 'lib/y > ui/b', 'lib/c > ui/b');
    const [violation] = await standing(chain, files);
    expect(violation?.message).toContain('core/a.ts → lib/c.ts → ui/b.ts');
    expect(violation?.location).toMatchObject({ path: 'core/a.ts', line: 2, column: 1 });
  });
});

describe('only from', () => {
  const pg: Contract = { type: 'only-from', to: { packages: ['pg'] }, from: ['src/db'] };
  const paths: Contract = { type: 'only-from', to: { paths: ['src/internal'] }, from: ['src/api', 'test'] };
  const types: Contract = { ...pg, typeOnly: 'allow' };
  const symbols: Contract = { type: 'only-from', to: { paths: ['lib'], symbols: ['x'] }, from: ['src/db'] };
  table([
    ['from there', 'src/db/a > #pg', pg, ''],
    ['from a folder below', 'src/db/x/a > #pg', pg, ''],
    ['from elsewhere', 'src/api/a > #pg', pg, 'src/api/a > pg'],
    ['deep from elsewhere', 'src/api/a > #pg/lib/x', pg, 'src/api/a > pg/lib/x'],
    ['a package that begins alike', 'src/api/a > #pg-promise', pg, ''],
    ['type-only counts', 'src/api/a > type:#pg', pg, 'src/api/a > pg'],
    ['type-only allowed', 'src/api/a > type:#pg', types, ''],
    ['through a file that may', 'src/api/a > src/db/a; src/db/a > #pg', pg, ''],
    ['paths: from one of several', 'src/api/a > src/internal/i; test/t > src/internal/i', paths, ''],
    ['paths: from elsewhere', 'src/x > src/internal/i', paths, 'src/x > src/internal/i'],
    ['paths: within', 'src/internal/j > src/internal/i', paths, ''],
    ['names', 'src/api/a > lib/l', symbols, 'src/api/a > lib/l x'],
  ]);
});

describe('independent', () => {
  const features: Contract = { type: 'independent', modules: ['features/*'] };
  const listed: Contract = { type: 'independent', modules: ['a', 'b', 'c/d'] };
  const shared: Contract = { ...features, except: ['features/shared'] };
  const deep: Contract = { type: 'independent', modules: ['packages/**/plugins/*'] };
  const written: Contract = { ...listed, written: ['@shop/**'] };
  table([
    ['one imports another', 'features/a/x > features/b/y', features, 'features/a/x > features/b/y'],
    [
      'both ways',
      'features/a/x > features/b/y; features/b/y > features/a/x',
      features,
      'features/a/x > features/b/y, features/b/y > features/a/x',
    ],
    ['within one', 'features/a/x > features/a/y/z', features, ''],
    ['from outside', 'app/m > features/a/x features/b/y', features, ''],
    ['to outside', 'features/a/x > lib/l', features, ''],
    ['a file beside the modules', 'features/a/x > features/types', features, ''],
    ['a file beside the modules imports them', 'features/index > features/a/x features/b/y', features, ''],
    ['an excepted module is imported', 'features/a/x > features/shared/s', shared, ''],
    ['an excepted module imports', 'features/shared/s > features/a/x', shared, ''],
    ['the others stay independent', 'features/a/x > features/b/y', shared, 'features/a/x > features/b/y'],
    ['listed modules', 'a/x > b/y; b/y > c/d/z', listed, 'a/x > b/y, b/y > c/d/z'],
    ['a folder beside a listed one', 'a/x > c/e/z', listed, ''],
    ['written in another way than is meant', 'a/x > b/y', written, ''],
    ['through a third is no edge', 'a/x > lib/l; lib/l > b/y', listed, ''],
    ['type-only counts', 'a/x > type:b/y', listed, 'a/x > b/y'],
    [
      'modules at any depth',
      'packages/p/plugins/a/x > packages/p/plugins/b/y',
      deep,
      'packages/p/plugins/a/x > packages/p/plugins/b/y',
    ],
  ]);
});

describe('acyclic', () => {
  const all: Contract = { type: 'acyclic' };
  const within: Contract = { type: 'acyclic', within: ['src'] };
  table([
    ['no cycle', 'a > b; b > c; a > c', all, ''],
    ['of two', 'a > b; b > a', all, 'a > a → b, b > b → a'],
    ['of three', 'a > b; b > c; c > a', all, 'a > a → b, b > b → c, c > c → a'],
    ['a file that imports itself', 'a > a', all, 'a > a → a'],
    ['two cycles that share a file', 'a > b c; b > a; c > a', all, 'a > a → b, a > a → c, b > b → a, c > c → a'],
    ['a way into a cycle is none', 'x > a; a > b; b > a', all, 'a > a → b, b > b → a'],
    ['a way out of a cycle is none', 'a > b x; b > a', all, 'a > a → b, b > b → a'],
    ['by a type-only import', 'a > b; b > type:a', all, ''],
    ['by a lazy import', 'a > b; b > lazy:a', all, ''],
    ['by a re-export', 'a > b; b > export:a', all, 'a > a → b, b > b → a'],
    ['through packages', 'a > #x; b > a', all, ''],
    [
      'within a folder',
      'src/a > src/b; src/b > src/a; x > y; y > x',
      within,
      'src/a > src/a → src/b, src/b > src/b → src/a',
    ],
    ['a cycle that leaves the folder', 'src/a > x; x > src/a', within, ''],
    ['many files', 'a > b; b > c; c > d; d > e; e > f; f > d', all, 'd > d → e, e > e → f, f > f → d'],
  ]);
  it('shows the cycle', async () => {
    const [violation] = await standing(all, drawn('a > b', 'b > c', 'c > a'));
    expect(violation?.message).toBe('this import closes a cycle: a.ts → b.ts → c.ts → a.ts.');
    expect(violation?.location).toMatchObject({ path: 'a.ts', line: 1 });
  });
});

describe('entry points', () => {
  const modules: Contract = { type: 'entry-points', module: ['src/*'], entries: ['src/*/index.ts'] };
  const own: Contract = { type: 'entry-points', module: ['packages/ui'], entries: ['public/**', 'main.ts'] };
  table([
    ['through the entry', 'src/a/x > src/b/index', modules, ''],
    ['past the entry', 'src/a/x > src/b/inner', modules, 'src/a/x > src/b/inner'],
    ['deep past the entry', 'src/a/x > src/b/c/d', modules, 'src/a/x > src/b/c/d'],
    ['within', 'src/a/x > src/a/y', modules, ''],
    ['from outside of all modules', 'main > src/b/inner', modules, 'main > src/b/inner'],
    ['the folder itself', 'src/a/x > src/b', { ...modules }, ''],
    ['entries from the module on', 'app > packages/ui/public/button packages/ui/main', own, ''],
    ['past entries from the module on', 'app > packages/ui/private/x', own, 'app > packages/ui/private/x'],
    ['type-only counts', 'app > type:packages/ui/private/x', own, 'app > packages/ui/private/x'],
    ['another module', 'app > packages/core/x', own, ''],
  ]);
});

describe('allow-lists', () => {
  const packages: Contract = { type: 'only', from: ['core'], to: { packages: ['zod', '@acme/*'] } };
  const folders: Contract = { type: 'only', from: ['domain'], to: { paths: ['shared'] } };
  const strict: Contract = { type: 'only', from: ['domain'], to: { paths: ['shared'] }, among: {} };
  const none: Contract = { type: 'only', from: ['pure'], to: { builtins: ['path'] } };
  const names: Contract = {
    type: 'only',
    from: ['app'],
    to: { paths: ['ui'], symbols: ['Button'] },
    among: { paths: ['ui'] },
  };
  table([
    ['a listed package', 'core/a > #zod #@acme/x', packages, ''],
    ['another package', 'core/a > #react', packages, 'core/a > react'],
    ['deep in a listed package', 'core/a > #zod/mini', packages, ''],
    ['a list of packages leaves files alone', 'core/a > ui/b', packages, ''],
    ['a list of packages leaves built-ins alone', 'core/a > #node:fs', packages, ''],
    ['elsewhere', 'ui/a > #react', packages, ''],
    ['a listed folder', 'domain/a > shared/s', folders, ''],
    ['another folder', 'domain/a > infra/i', folders, 'domain/a > infra/i'],
    ['its own folder', 'domain/a > domain/b', folders, ''],
    ['a list of folders leaves packages alone', 'domain/a > #react', folders, ''],
    ['among all imports', 'domain/a > #react #node:fs shared/s', strict, 'domain/a > fs, domain/a > react'],
    ['built-ins', 'pure/a > #node:path #node:fs', none, 'pure/a > fs'],
    ['names', 'app/a > ui/b', names, 'app/a > ui/b'],
  ]);
});

describe('required', () => {
  const logger: Contract = { type: 'required', from: ['services/**'], to: { paths: ['lib/logger.ts'] } };
  const pkg: Contract = { type: 'required', from: ['services/**'], to: { packages: ['server-only'] } };
  const name: Contract = { type: 'required', from: ['services/**'], to: { paths: ['lib'], symbols: ['x'] } };
  table([
    ['there', 'services/a > lib/logger', logger, ''],
    ['missing', 'services/a > lib/other', logger, 'services/a > no import of `lib/logger.ts`'],
    ['elsewhere', 'app/a > lib/other', logger, ''],
    ['a package', 'services/a > #server-only', pkg, ''],
    ['a package is missing', 'services/a > ', pkg, 'services/a > no import of `server-only`'],
    ['a name', 'services/a > lib/b', name, ''],
    ['a name is missing', 'services/a > export:lib/b', name, 'services/a > no import of `x` of `lib`'],
  ]);
});

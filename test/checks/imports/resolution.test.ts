import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ResolverFactory } from 'oxc-resolver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGraphs } from '../../../src/checks/imports/graph.ts';
import { startJavaScript } from '../../../src/checks/imports/languages/javascript.ts';
import { repoPath } from '../../../src/model/path.ts';
import { memoryView } from '../../../src/repository/overlay.ts';
import { removeFolder } from '../../setup/remove-folder.ts';

const FILES: Readonly<Record<string, string>> = {
  'package.json': '{"name": "root", "imports": {"#db/*": "./src/db/*.ts", "#one": {"default": "./src/b.ts"}}}',
  'tsconfig.json':
    '{"extends": "./base.json", "compilerOptions": {"paths": {"@app/*": ["./src/*"], "@app/db/*": ["./src/db/*", "./src/alt/*"], "@one": ["./src/b.ts"]}}}',
  'base.json': '{"compilerOptions": {"baseUrl": "."}}',
  'src/a.ts': '',
  'src/b.ts': '',
  'src/both.ts': '',
  'src/both/index.ts': '',
  'src/dir/index.tsx': '',
  'src/dir/part.js': '',
  'src/plain.mjs': '',
  'src/db/pool.ts': '',
  'src/alt/other.ts': '',
  'src/data.json': '{}',
  'src/deep/er/x.ts': '',
};

const SPECIFIERS = [
  './b',
  './b.ts',
  './b.js',
  './both',
  './both/',
  './both/index',
  './dir',
  './dir/index',
  './dir/index.js',
  './dir/part',
  './dir/part.js',
  './plain.mjs',
  './plain',
  './data.json',
  './data',
  './deep/er/x',
  '../src/b',
  './deep/../b',
  './nope',
  './nope/b',
  '@app/b',
  '@app/dir',
  '@app/db/pool',
  '@app/db/other',
  '@app/none',
  '@one',
  '#db/pool',
  '#one',
  'src/b',
  'src/dir',
  './.',
  '..',
  './b/x',
];

let root = '';
beforeAll(async () => {
  await startJavaScript();
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'bylaw-resolution-')));
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
});
afterAll(() => removeFolder(root));

describe('resolving against a view', () => {
  it.each(SPECIFIERS)('%s leads where a resolver on disk says', (specifier) => {
    const resolver = new ResolverFactory({
      tsconfig: { configFile: path.join(root, 'tsconfig.json'), references: 'auto' },
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.jsx', '.mjs', '.cjs', '.json'],
      extensionAlias: { '.js': ['.ts', '.tsx', '.js'], '.mjs': ['.mts', '.mjs'] },
      conditionNames: ['import', 'default'],
    });
    const found = resolver.sync(path.join(root, 'src'), specifier).path;
    const expected = found === undefined ? undefined : path.relative(root, found).replaceAll(path.sep, '/');
    const view = memoryView({ ...FILES, 'src/a.ts': `import '${specifier}';` });
    const [edge] = createGraphs().of(view).edges(repoPath('src/a.ts'));
    expect(edge?.to.kind === 'file' ? edge.to.path : undefined).toBe(expected);
  });
});

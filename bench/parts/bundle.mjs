import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

let count = 0;

/**
 * Bundles a module of exports, with paths relative to the checkout, as the program is bundled. Its URL: it lies in dist/,
 * to find grammars and workers as the program does, until this process ends.
 */
export async function bundle(contents) {
  count += 1;
  const outfile = path.join(root, 'dist', `bench-${process.pid}-${count}.mjs`);
  process.on('exit', () => rmSync(outfile, { force: true }));
  await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['web-tree-sitter', 'tree-sitter', 'oxc-parser', 'oxc-resolver', '@lydell/node-pty', 'fast-check'],
    banner: { js: "import { createRequire as __c } from 'node:module'; const require = __c(import.meta.url);" },
    logLevel: 'error',
  });
  return pathToFileURL(outfile).href;
}

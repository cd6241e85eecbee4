import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundling } from '../../scripts/bundling.mjs';

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

let count = 0;

/**
 * Bundles a module of exports, with paths relative to the checkout, as the program is bundled: in pieces, so that only what
 * is needed is loaded. Its URL: it lies below dist/, to find grammars and workers as the program does, until this process ends.
 */
export async function bundle(contents) {
  count += 1;
  const outdir = path.join(root, 'dist', `bench-${process.pid}-${count}`);
  process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));
  const stdin = { contents, resolveDir: root, loader: 'ts' };
  // Beside each other, so that each piece finds the workers where the program's own pieces do: one folder up.
  const chunkNames = '[name]-[hash]';
  await build({
    ...bundling,
    stdin,
    outdir,
    chunkNames,
    external: [...bundling.external, 'oxc-resolver', 'fast-check'],
  });
  return pathToFileURL(path.join(outdir, 'stdin.js')).href;
}

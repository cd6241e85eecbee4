// Puts the bundled program together once more for running it, as CommonJS below dist/program/. Node reads such files one after
// the other, without the questions of its other loader, and what most commands need lies in one of them: the program starts
// in two thirds of the time. What is imported by others, and the worker, stay as they are.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { bundling } from './bundling.mjs';

/** What looking at a file by cached rules loads. */
const OFTEN = ['src/cli/main.ts', 'src/cli/check.ts', 'src/checks/code/module.ts'];

/** `outputs`: what esbuild says of the files that it wrote, by their paths. */
export async function writeProgram(root, outputs) {
  const often = loadedBy(root, outputs);
  const dir = path.join(root, 'dist', 'program');
  const bundle = await rolldown({
    input: { cli: path.join(root, 'dist', 'cli.js') },
    platform: 'node',
    external: (id) => id.startsWith('node:') || bundling.external.some((name) => matches(id, name)),
  });
  const written = await bundle.write({
    dir,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    codeSplitting: { groups: [{ name: 'core', test: (id) => often.has(id) }] },
  });
  await bundle.close();
  const fresh = new Set(written.output.map(({ fileName }) => fileName));
  for (const file of readdirSync(dir)) if (!fresh.has(file)) rmSync(path.join(dir, file));
}

/** The files that modules need before they run, but for the entry itself, which only starts. */
function loadedBy(root, outputs) {
  const found = new Set();
  const visit = (file) => {
    if (found.has(file)) return;
    found.add(file);
    for (const { path: needed, kind } of outputs[file].imports)
      if (kind === 'import-statement' && outputs[needed]) visit(needed);
  };
  const entries = Object.entries(outputs).filter(([, { entryPoint }]) => OFTEN.includes(entryPoint));
  if (entries.length !== OFTEN.length) throw new Error(`not all of these were bundled: ${OFTEN.join(', ')}`);
  for (const [file] of entries) visit(file);
  return new Set(
    [...found].filter((file) => outputs[file].entryPoint !== OFTEN[0]).map((file) => path.join(root, file)),
  );
}

function matches(id, name) {
  return name.endsWith('/*') ? id.startsWith(name.slice(0, -1)) : id === name || id.startsWith(`${name}/`);
}

// Checks rules/*.yaml and writes dist/lexicon.json, so that the program need not parse YAML when it starts.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export async function writeLexicon(root) {
  const reader = path.join(root, 'dist', `lexicon-reader-${process.pid}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: ['src/lexicon/read.ts'],
    outfile: reader,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  try {
    const { readLexicon } = await import(pathToFileURL(reader).href);
    writeFileSync(path.join(root, 'dist', 'lexicon.json'), JSON.stringify(readLexicon(path.join(root, 'rules'))));
  } finally {
    rmSync(reader, { force: true });
  }
}

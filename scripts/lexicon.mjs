// Checks rules/*.yaml and writes dist/lexicon.json, so that the program need not parse YAML when it starts.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export async function writeLexicon(root) {
  const reader = path.join(root, 'dist', `lexicon-reader-${process.pid}.mjs`);
  await build({
    absWorkingDir: root,
    stdin: {
      contents: `
        export { packed } from './src/lexicon/packed.ts';
        export { readLexicon } from './src/lexicon/read.ts';`,
      resolveDir: root,
    },
    outfile: reader,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  try {
    const { packed, readLexicon } = await import(pathToFileURL(reader).href);
    writeFileSync(
      path.join(root, 'dist', 'lexicon.json'),
      ascii(JSON.stringify(packed(readLexicon(path.join(root, 'rules'))))),
    );
  } finally {
    rmSync(reader, { force: true });
  }
}

/** A text of plain letters is read in half the time. */
function ascii(json) {
  return json.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

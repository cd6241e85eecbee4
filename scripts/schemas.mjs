// Writes schemas/*.json from the schemas the program itself reads with. Run it after a change to src/model/.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
mkdirSync(path.join(root, 'dist'), { recursive: true });
const scratch = mkdtempSync(path.join(root, 'dist', 'schemas-'));
try {
  const bundle = path.join(scratch, 'schemas.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['src/rulebook/schemas.ts'],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const { publishedSchemas } = await import(pathToFileURL(bundle).href);
  mkdirSync(path.join(root, 'schemas'), { recursive: true });
  for (const [file, schema] of Object.entries(publishedSchemas())) {
    writeFileSync(path.join(root, 'schemas', file), `${JSON.stringify(schema, null, 2)}\n`);
    process.stdout.write(`schemas/${file}\n`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

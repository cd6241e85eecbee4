// Writes schemas/*.json and docs/rules.md from the schemas the program itself reads with. Run it after a change to src/model/.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
mkdirSync(path.join(root, 'dist'), { recursive: true });
const scratch = mkdtempSync(path.join(root, 'dist', 'schemas-'));
try {
  await build({
    absWorkingDir: root,
    entryPoints: { schemas: 'src/rulebook/schemas.ts', manual: 'src/drafting/reference/manual.ts' },
    outdir: scratch,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    packages: 'external',
    platform: 'node',
    logLevel: 'warning',
  });
  const bundled = (name) => import(pathToFileURL(path.join(scratch, `${name}.mjs`)).href);
  const { publishedSchemas } = await bundled('schemas');
  mkdirSync(path.join(root, 'schemas'), { recursive: true });
  for (const [file, schema] of Object.entries(publishedSchemas())) {
    writeFileSync(path.join(root, 'schemas', file), `${JSON.stringify(schema, null, 2)}\n`);
    process.stdout.write(`schemas/${file}\n`);
  }
  const { manual } = await bundled('manual');
  writeFileSync(path.join(root, 'docs', 'rules.md'), manual());
  process.stdout.write('docs/rules.md\n');
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

// Bundles the program into dist/ and copies the syntax grammars beside it. Nothing is downloaded.
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { bundling } from './bundling.mjs';
import { writeCommands } from './commands.mjs';
import { writeLexicon } from './lexicon.mjs';
import { writeProgram } from './program.mjs';
import { writeShapes } from './shapes.mjs';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const require = createRequire(import.meta.url);

/** language id → wasm file inside a development dependency */
const GRAMMARS = {
  javascript: 'tree-sitter-javascript/tree-sitter-javascript.wasm',
  typescript: 'tree-sitter-typescript/tree-sitter-typescript.wasm',
  tsx: 'tree-sitter-typescript/tree-sitter-tsx.wasm',
  python: 'tree-sitter-python/tree-sitter-python.wasm',
  go: 'tree-sitter-go/tree-sitter-go.wasm',
  rust: 'tree-sitter-rust/tree-sitter-rust.wasm',
  java: 'tree-sitter-java/tree-sitter-java.wasm',
  kotlin: '@tree-sitter-grammars/tree-sitter-kotlin/tree-sitter-kotlin.wasm',
  c: 'tree-sitter-c/tree-sitter-c.wasm',
  cpp: 'tree-sitter-cpp/tree-sitter-cpp.wasm',
  csharp: 'tree-sitter-c-sharp/tree-sitter-c_sharp.wasm',
  ruby: 'tree-sitter-ruby/tree-sitter-ruby.wasm',
  php: 'tree-sitter-php/tree-sitter-php.wasm',
  swift: '@repomix/tree-sitter-wasms/out/tree-sitter-swift.wasm',
  bash: 'tree-sitter-bash/tree-sitter-bash.wasm',
  css: 'tree-sitter-css/tree-sitter-css.wasm',
  html: 'tree-sitter-html/tree-sitter-html.wasm',
  json: 'tree-sitter-json/tree-sitter-json.wasm',
  yaml: '@tree-sitter-grammars/tree-sitter-yaml/tree-sitter-yaml.wasm',
  toml: '@tree-sitter-grammars/tree-sitter-toml/tree-sitter-toml.wasm',
};

const dist = path.join(root, 'dist');
const grammars = path.join(dist, 'grammars');
mkdirSync(grammars, { recursive: true });
for (const [language, file] of Object.entries(GRAMMARS)) {
  copyFileSync(path.join(root, 'node_modules', file), path.join(grammars, `${language}.wasm`));
}
copyFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm'), path.join(grammars, 'web-tree-sitter.wasm'));

const built = await build({
  ...bundling,
  metafile: true,
  entryPoints: {
    cli: 'src/cli/main.ts',
    index: 'src/index.ts',
    'scan-worker': 'src/checks/code/scan-worker.ts',
  },
  outdir: 'dist',
  sourcemap: true,
});

await writeProgram(root, built.metafile.outputs);
await writeCommands(root);
await writeLexicon(root);
await writeShapes(root);

// Only once the new program stands are the old chunks taken away: a failed build leaves the last one whole.
const fresh = new Set(Object.keys(built.metafile.outputs).map((file) => path.resolve(root, file)));
for (const file of readdirSync(path.join(dist, 'chunks'))) {
  const chunk = path.join(dist, 'chunks', file);
  if (!fresh.has(chunk)) rmSync(chunk);
}

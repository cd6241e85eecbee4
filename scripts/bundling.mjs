// How the program is bundled: one set of options for the build and for what measures it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The library of schemas brings its messages in fifty languages; ours are our own. */
const withoutLocales = {
  name: 'without-locales',
  setup(esbuild) {
    esbuild.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export {};' }));
  },
};

/** What lists folders loads a library of globs at its start, which is not used here. */
const withoutGlobs = {
  name: 'without-globs',
  setup(esbuild) {
    esbuild.onLoad({ filter: /[\\/]fdir[\\/]dist[\\/]index\.mjs$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8').replace('__require.resolve("picomatch");', 'throw undefined;'),
    }));
  },
};

/** Sub-commands that are programs of their own, which there are none of here, would be started with the module of processes. */
const withoutPrograms = {
  name: 'without-programs',
  setup(esbuild) {
    esbuild.onLoad({ filter: /[\\/]commander[\\/]lib[\\/]command\.js$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8').replace("require('node:child_process')", 'undefined'),
    }));
  },
};

/** Options of esbuild; what is bundled and where to is left to the caller. */
export const bundling = {
  absWorkingDir: path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'),
  plugins: [withoutLocales, withoutGlobs, withoutPrograms],
  // Reading the program is a good part of its start. Names stay, for stack traces.
  minifyWhitespace: true,
  minifySyntax: true,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // jsonc-parser's `main` is a UMD file that cannot be bundled.
  mainFields: ['module', 'main'],
  // What brings its own binaries, or finds files beside itself, stays outside the bundle.
  external: ['web-tree-sitter', 'tree-sitter', 'oxc-parser', '@lydell/node-pty', 'fsevents', 'ai', '@ai-sdk/*'],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
};

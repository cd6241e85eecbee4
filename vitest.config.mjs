import { defineConfig } from 'vitest/config';

/** Folders whose tests leave the process as they found it: their files share one loaded world. */
const TOGETHER = [
  'agents',
  'checks',
  'compiler',
  'drafting',
  'engine',
  'instructions',
  'lexicon',
  'mcp',
  'report',
  'repository',
  'rulebook',
].map((folder) => `test/${folder}/**/*.test.ts`);

const every = {
  // One worker a core: vitest would leave one idle.
  maxWorkers: 2,
  testTimeout: 20_000,
  hookTimeout: 60_000,
  // The bundled program is run as it is.
  server: { deps: { external: [/\/dist\/cli\.js/] } },
  setupFiles: ['test/setup/random.ts'],
};

export default defineConfig({
  test: {
    globalSetup: ['test/setup/build.ts'],
    projects: [
      { test: { ...every, name: 'apart', include: ['test/**/*.test.ts'], exclude: TOGETHER } },
      { test: { ...every, name: 'together', include: TOGETHER, isolate: false } },
    ],
  },
});

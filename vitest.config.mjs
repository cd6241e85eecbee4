import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // One worker a core: vitest would leave one idle.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    globalSetup: ['test/setup/build.ts'],
    setupFiles: ['test/setup/random.ts'],
  },
});

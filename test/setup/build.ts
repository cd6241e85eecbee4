import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Scenario tests run the bundled program: build it once before all tests. */
export default function setup(): void {
  if (process.env.BYLAW_NO_BUILD && existsSync('dist/cli.js')) return;
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the build failed');
}

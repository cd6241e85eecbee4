import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'vitest';
import { playScenario } from './run.ts';

const HERE = 'test/scenario';

for (const folder of ['session', 'bad-input']) {
  describe(folder, () => {
    for (const name of readdirSync(path.join(HERE, folder)).sort()) {
      const scenario = readFileSync(path.join(HERE, folder, name), 'utf8');
      it(name.replace(/\.txtar$/, ''), () => playScenario(scenario));
    }
  });
}

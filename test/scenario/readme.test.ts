import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { playScenario } from './run.ts';

/** The session that README.md shows, as a scenario on the bundled sample. `…` stands for left-out lines. */
function sessionOf(readme: string): string {
  const [, block = ''] = /```console\n([\s\S]*?)```/.exec(readme) ?? [];
  const lines = block.split('\n').map((line) => {
    if (line === '' || line === '…') return '';
    return line.startsWith('$ ') ? line : `> ${line}`;
  });
  const files = filesIn('fixtures/sample').map(
    (file) => `-- ${file} --\n${readFileSync(path.join('fixtures/sample', file), 'utf8')}`,
  );
  // A session with violations ends with status 1, which a reader does not see.
  return [...lines.map((line) => (line.startsWith('$ bylaw check') ? `${line}\n= 1` : line)), ...files].join('\n');
}

function filesIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => !file.startsWith('.bylaw/') && statSync(path.join(root, file)).isFile());
}

it('the session in the README is real', { timeout: 60_000 }, async () => {
  const session = sessionOf(readFileSync('README.md', 'utf8'));
  expect(session).toContain('$ bylaw check');
  await playScenario(session);
});

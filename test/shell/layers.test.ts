import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Scene, shellPath } from './scene.ts';

/** Ways to reach a program. `$P` stands for its absolute path; each is tried for real and the page says what came of it. */
const WAYS: readonly (readonly [string, string])[] = [
  ['by name', 'packit add'],
  ['by absolute path', '$P add'],
  ['name made up of variables', 'a=pack; b=it; $a$b add'],
  ['PATH set in front', 'PATH=$B:/usr/bin:/bin packit add'],
  ['PATH set before', 'PATH=$B:/usr/bin:/bin; packit add'],
  ['by absolute path in a script of sh', 'sh $S'],
  ['env -i with a PATH', 'env -i PATH=$B:/usr/bin:/bin packit add'],
  ['absolute path, from node', "node -e \"require('child_process').spawnSync('$P', ['add'], { stdio: 'inherit' })\""],
  ['by name, from node', "node -e \"require('child_process').spawnSync('packit', ['add'], { stdio: 'inherit' })\""],
  [
    'own environment, from python',
    "python3 -c \"import subprocess; subprocess.run(['packit', 'add'], env={'PATH': '$B:/usr/bin:/bin'})\"",
  ],
  [
    'absolute path made up by a program',
    "node -e \"require('child_process').spawnSync(['$B', 'pack' + 'it'].join('/'), ['add'])\"",
  ],
];
const SHELLS = ['dash', 'bash', 'zsh', 'fish'].filter((shell) => shellPath(shell) !== undefined);
const FISH_WORDS: Readonly<Record<string, string>> = {
  'name made up of variables': 'set a pack; set b it; $a$b add',
  'PATH set before': 'set PATH $B /usr/bin /bin; packit add',
};
const PAGE = path.resolve('docs/layers.md');

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.make();
  writeFileSync(path.join(scene.root, 'script.sh'), `${scene.bin}/packit add\n`);
});
afterAll(() => scene.close());

it.skipIf(SHELLS.length < 4)(
  'holds what docs/layers.md says, and no less (BYLAW_WRITE_DOCS=1 writes the table anew)',
  { timeout: 60_000 },
  async () => {
    const rows: string[] = [];
    for (const [name, line] of WAYS) {
      const cells: string[] = [];
      for (const shell of SHELLS) {
        const text = shell === 'fish' ? (FISH_WORDS[name] ?? line) : line;
        const script = text
          .replaceAll('$P', `${scene.bin}/packit`)
          .replaceAll('$B', scene.bin)
          .replaceAll('$S', path.join(scene.root, 'script.sh'));
        const { ran } = await scene.run([shell, '-c', script]);
        cells.push(ran.length === 0 ? 'held' : '**runs**');
      }
      rows.push(`| ${name} | ${cells.join(' | ')} |`);
    }
    const table = [
      `| a forbidden program | ${SHELLS.join(' | ')} |`,
      `| --- | ${SHELLS.map(() => '---').join(' | ')} |`,
      ...rows,
    ].join('\n');
    const page = readFileSync(PAGE, 'utf8');
    const marks = /(<!-- table: test\/shell\/layers.test.ts -->\n)[\s\S]*?(\n<!-- end -->)/;
    if (process.env.BYLAW_WRITE_DOCS)
      writeFileSync(
        PAGE,
        page.replace(marks, (_, begin: string, end: string) => `${begin}${table}${end}`),
      );
    else expect(marks.exec(page)?.[0]).toContain(table);
  },
);

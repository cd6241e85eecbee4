// What reading prose costs: CPU time of `compile` in a fresh process (its start aside, loading the lexicon and grammars
// within), for a median instruction file (10 kB, limit 150 ms), a large one (35 kB, limit 500 ms), and for ten and a
// hundred times the large one, whose cost must grow with their length and no faster.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

if (process.argv[2] === '--one') {
  const { compile, memoryView, runBriefly } = await import(pathToFileURL(process.argv[3]).href);
  const files = { 'AGENTS.md': prose(Number(process.argv[4])), ...repository() };
  const before = process.cpuUsage();
  runBriefly();
  const { rules, readings } = await compile(memoryView(files), {});
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(
    JSON.stringify({ milliseconds: (user + system) / 1000, rules: rules.length, readings: readings.length }),
  );
  process.exit(0);
}

const bundle = path.join(root, 'dist', `bench-compile-${process.pid}.mjs`);
await build({
  absWorkingDir: root,
  stdin: {
    contents: `
      export { runBriefly } from './src/checks/code/brief-run.ts';
      export { compile } from './src/compiler/compile.ts';
      export { memoryView } from './src/repository/overlay.ts';`,
    resolveDir: root,
  },
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: ['web-tree-sitter', 'tree-sitter', 'oxc-parser', 'oxc-resolver', '@lydell/node-pty'],
  banner: { js: "import { createRequire as __c } from 'node:module'; const require = __c(import.meta.url);" },
  logLevel: 'error',
});
try {
  const median = best(3, 10_000);
  const large = best(3, 35_000);
  report('compile-10kb', median.milliseconds, 'ms', 150);
  report('compile-35kb', large.milliseconds, 'ms', 500);
  // What a start costs once is left out of the growth: the difference of two sizes is pure reading.
  const ten = best(1, 350_000);
  report('compile-350kb-over-ten-times-35kb', ten.milliseconds / 10 / large.milliseconds, 'x', 1.3);
  const hundred = best(1, 3_500_000);
  const growth = hundred.milliseconds / 10 / ten.milliseconds;
  report('compile-350kb', ten.milliseconds, 'ms', 5000);
  report('compile-3500kb-over-ten-times-350kb', growth, 'x', 1.3);
} finally {
  rmSync(bundle, { force: true });
}

function best(times, size) {
  const runs = Array.from({ length: times }, () =>
    JSON.parse(
      execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--one', bundle, String(size)], {
        encoding: 'utf8',
      }),
    ),
  );
  return runs.sort((a, b) => a.milliseconds - b.milliseconds)[0];
}

function report(name, value, unit, limit) {
  process.stdout.write(`BENCH ${name} ${value.toFixed(2)} ${unit} ${limit} ${value < limit ? 'ok' : 'short'}\n`);
}

/** An instruction file of at least so many characters: prose, rules of all kinds, tables and code, as people mix them. */
function prose(size) {
  const parts = ['# Working on this project\n\nA shop with a web front and a queue of jobs behind it.\n'];
  for (let at = 0, length = 0; length < size; at += 1) {
    const part = section(at);
    parts.push(part);
    length += part.length;
  }
  return parts.join('\n');
}

function section(at) {
  const kinds = [
    `## Commands ${at}

Install with \`pnpm install\`, start with \`pnpm dev\`. The server listens on port ${3000 + at}.

- Use pnpm, never npm.
- Run \`pnpm lint\` before committing.
- Never run \`git push --force\` on the main branch.
- Tests run against a database in memory; nothing needs to be started for them.
`,
    `## Code style ${at}

- Never use \`any\`; prefer \`unknown\`.
- No default exports.
- Do not call \`legacyFetch${at}()\`; use the client in \`src/client\`.
- Keep functions short and names telling. A comment says why, not what.
- Prefer early returns over nested conditions.
`,
    `## Layout ${at}

The orders live in \`src/orders\`, what they cost is worked out in \`src/prices\`. Both are pure.

- Components live in \`src/components\`.
- Do not edit files in \`src/generated/\`.
- Only \`src/db\` may import \`pg\`.
- Files are kebab-case.

| Don't | Do |
| --- | --- |
| \`moment\` | \`date-fns\` |
| \`oldHelper${at}()\` | \`newHelper()\` |
`,
    `## Background ${at}

We moved from a single process to a queue in the second year, since orders came in bursts. A job is
taken once, and given back if its worker dies. Retries wait twice as long each time. What cannot be done after
eight tries is put aside for a person, who sees it in the office's list.

\`\`\`ts
export function retry(job: Job): Promise<void> {
  return queue.put(job, { delay: 2 ** job.tries });
}
\`\`\`
`,
  ];
  return kinds[at % kinds.length];
}

function repository() {
  return {
    'package.json': JSON.stringify({
      name: 'shop',
      scripts: { lint: 'eslint .', dev: 'vite', test: 'vitest' },
      dependencies: { pg: '^8.0.0', 'date-fns': '^4.0.0' },
    }),
    'pnpm-lock.yaml': '',
    'src/client/index.ts': 'export const client = {};\n',
    'src/components/order-list.tsx': 'export const OrderList = () => null;\n',
    'src/db/pool.ts': "import pg from 'pg';\nexport const pool = new pg.Pool();\n",
    'src/generated/api.ts': 'export interface Api {}\n',
    'src/orders/order.ts': 'export interface Order { readonly id: string }\n',
    'src/prices/price.ts': 'export const price = (cents: number) => cents;\n',
  };
}

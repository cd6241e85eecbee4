// What stands before the first verdict and behind the first word of prose: loading 200 rules (limit 15 ms, warm, against
// the YAML of the same rules), and reading an instruction file of 10 kB against parsing its Markdown alone.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundle } from './parts/bundle.mjs';
import { report } from './parts/report.mjs';

const { parseMarkdown, readInstructions, printRulebook, loadRules, diskCache, diskView, memoryView } = await import(
  await bundle(`
    export { parseMarkdown } from './src/instructions/markdown/parse.ts';
    export { readInstructions } from './src/instructions/read.ts';
    export { printRulebook } from './src/rulebook/print.ts';
    export { loadRules } from './src/rulebook/load.ts';
    export { diskCache } from './src/rulebook/cache.ts';
    export { diskView } from './src/repository/disk.ts';
    export { memoryView } from './src/repository/overlay.ts';`)
);

const rules = Array.from({ length: 200 }, (_, at) => ({
  id: `rule-${at}`,
  source: { file: 'AGENTS.md', line: at + 1, endLine: at + 1, quote: `Never run \`tool${at}\`.` },
  severity: 'error',
  message: `\`tool${at}\` is not used here`,
  check: { kind: 'command', forbid: [{ program: `tool${at}`, flags: [['--force', '-f']] }] },
  evidence: {
    violating: [{ steps: [{ run: `tool${at} --force x` }] }],
    compliant: [{ steps: [{ write: `src/a${at}.ts`, content: 'export const a = 1;\nexport const b = 2;\n' }] }],
  },
  origin: 'compiled',
}));
const folder = mkdtempSync(path.join(tmpdir(), 'bylaw-bench-'));
try {
  mkdirSync(path.join(folder, '.bylaw'));
  writeFileSync(path.join(folder, '.bylaw', 'rulebook.yaml'), printRulebook({ version: 1, prose: {}, rules }));
  const view = diskView(folder);
  const cache = diskCache(folder);
  await loadRules(view, cache);
  const yaml = await median(7, () => loadRules(view));
  const cached = await median(25, () => loadRules(view, cache));
  report('rulebook-load-200-rules-cached', cached, 'ms', 15);
  report('rulebook-load-cache-over-yaml', yaml / cached, 'x', '>=5');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const item = '- Never call `fetch()` in `src/core`; use the **client** of [the api](src/api). Keep calls typed.\n';
const prose = `# Rules\n\n${`## Part\n\n${item.repeat(9)}\n`.repeat(11)}`;
const file = memoryView({ 'AGENTS.md': prose });
const parsing = await median(15, () => parseMarkdown(prose));
const reading = await median(15, () => readInstructions(file, {}));
report('instructions-read-over-markdown-parse', reading / parsing, 'x', 1.6);

async function median(times, work) {
  const taken = [];
  for (let at = 0; at < times; at++) {
    const started = performance.now();
    await work();
    taken.push(performance.now() - started);
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)];
}

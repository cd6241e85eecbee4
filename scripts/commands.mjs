// Checks rules/commands/*.yaml and writes dist/commands.json, so that the program need not parse YAML when it starts.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export async function writeCommands(root) {
  const reader = path.join(root, 'dist', `commands-reader-${process.pid}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: ['src/checks/command/read-knowledge.ts'],
    outfile: reader,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  try {
    const { readKnowledge } = await import(pathToFileURL(reader).href);
    const knowledge = readKnowledge(path.join(root, 'rules', 'commands'));
    writeFileSync(path.join(root, 'dist', 'commands.json'), JSON.stringify(knowledge));
  } finally {
    rmSync(reader, { force: true });
  }
}

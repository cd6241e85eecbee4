import { parentPort, workerData } from 'node:worker_threads';
import type { RuleOf } from '../../model/rule.ts';
import { startSyntax, useBackend } from './grammars.ts';
import { createInspector } from './inspector.ts';
import { nativeBackend } from './native-backend.ts';
import { packed, type ScanFile, type ScanReply } from './scan-message.ts';

// Started by scan.ts with the rules; judges the batches of files that it is sent.
const rules: readonly RuleOf<'code'>[] = workerData.rules;
const numbers = new Map(rules.map((rule, number) => [rule.id, number]));
const rejected: [number, string][] = [];
// WebAssembly is the default here too: its parser is slower, its queries are quicker, and it needs a third of the memory.
const wanted = process.env.BYLAW_PARSER === 'native' ? nativeBackend() : undefined;
const ready = Promise.all([startSyntax(), wanted]).then(([, native]) => {
  if (native) useBackend(native);
  return createInspector(rules, (rule, reason) => rejected.push([numbers.get(rule.id) ?? -1, reason]));
});

parentPort?.on('message', async (files: readonly ScanFile[]) => {
  const inspector = await ready;
  const results = files.map(({ path, text }) => packed(inspector.inspect(path, text), numbers));
  const reply: ScanReply = { results, rejected: rejected.splice(0) };
  parentPort?.postMessage(reply);
});

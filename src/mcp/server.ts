import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { SubscribeRequestSchema, UnsubscribeRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import * as z from 'zod';
import { Failure } from '../model/failure.ts';
import type { Violation } from '../model/verdict.ts';
import { violationSchema } from '../model/verdict.ts';
import { violationJson } from '../report/json.ts';
import { agentTrace } from '../report/text.ts';
import type { Bench, Listed } from './bench.ts';
import { registerDrafting } from './drafting.ts';

export const RESOURCES = { rules: 'bylaw://rules', violations: 'bylaw://violations' } as const;

const verdictShape = {
  decision: z.enum(['allow', 'warn', 'deny']),
  violations: z.array(violationSchema.omit({ found: true })),
};

/** The repository's rules as an MCP server: questions before acting, never a permission. */
export function createMcpServer(bench: Bench, version: string): McpServer {
  const server = new McpServer(
    { name: 'bylaw', version },
    {
      capabilities: { resources: { subscribe: true, listChanged: true } },
      instructions:
        'Rules of this repository, compiled from its instruction files. Ask before running a command or writing a file ' +
        'whether it breaks one; the hooks will refuse it anyway. The answers quote the line of prose behind each rule.',
    },
  );
  const reading = { readOnlyHint: true, openWorldHint: false } as const;

  server.registerTool(
    'check_command',
    {
      title: 'Check a command',
      description: 'Would this shell command line break a rule here? Nothing is run.',
      inputSchema: {
        command: z.string().describe('the whole line, as handed to a shell'),
        cwd: z.string().default('.').describe('folder, relative to the root of the repository'),
      },
      outputSchema: verdictShape,
      annotations: reading,
    },
    ({ command, cwd }) => answering(async () => verdictResult(await bench.judge({ kind: 'command', command, cwd }))),
  );
  server.registerTool(
    'check_file',
    {
      title: 'Check a proposed file',
      description: 'What would this new content of a file break? Only what it adds to the present content counts.',
      inputSchema: {
        path: z.string().describe('relative to the root of the repository'),
        content: z.string().describe("the file's whole new content"),
      },
      outputSchema: verdictShape,
      annotations: reading,
    },
    ({ path, content }) => answering(async () => verdictResult(await bench.judge({ kind: 'write', path, content }))),
  );
  server.registerTool(
    'rules_for_path',
    {
      title: 'Rules for a file',
      description: 'Which rules govern this file?',
      inputSchema: { path: z.string().describe('relative to the root of the repository') },
      outputSchema: { rules: z.array(z.looseObject({ id: z.string() })) },
      annotations: reading,
    },
    ({ path }) => answering(async () => listResult(await bench.rulesFor(path))),
  );
  server.registerTool(
    'open_violations',
    {
      title: 'Open violations',
      description: 'What the work since the last commit has broken and not yet repaired.',
      inputSchema: {},
      outputSchema: { violations: verdictShape.violations },
      annotations: reading,
    },
    () => answering(async () => violationsResult(await bench.openViolations())),
  );
  server.registerTool(
    'explain_directive',
    {
      title: 'Explain a line of prose or a rule',
      description: 'What became of a line of an instruction file, or what a rule asks, with examples.',
      inputSchema: { what: z.string().describe('FILE:LINE, such as AGENTS.md:12, or the name of a rule') },
      annotations: reading,
    },
    ({ what }) => answering(async () => ({ content: [{ type: 'text', text: await bench.explain(what) }] })),
  );
  registerDrafting(server, bench.drafting, answering);

  resource(server, 'rules', 'The rules in force, each with the line of prose it comes from.', () => bench.allRules());
  resource(server, 'violations', 'What the work since the last commit has broken and not yet repaired.', async () =>
    (await bench.openViolations()).map(violationJson),
  );
  announceChanges(server, bench);
  return server;
}

function resource(
  server: McpServer,
  name: keyof typeof RESOURCES,
  description: string,
  read: () => Promise<unknown>,
): void {
  const mimeType = 'application/json';
  server.registerResource(name, RESOURCES[name], { description, mimeType }, async (uri) => ({
    contents: [{ uri: uri.href, mimeType, text: JSON.stringify(await read(), undefined, 1) }],
  }));
}

/** Tells subscribers when what they have read is no longer so. */
function announceChanges(server: McpServer, bench: Bench): void {
  const subscribed = new Set<string>();
  server.server.setRequestHandler(SubscribeRequestSchema, ({ params }) => {
    subscribed.add(params.uri);
    return {};
  });
  server.server.setRequestHandler(UnsubscribeRequestSchema, ({ params }) => {
    subscribed.delete(params.uri);
    return {};
  });
  bench.onChange((what) => {
    const uri = RESOURCES[what];
    if (subscribed.has(uri)) void server.server.sendResourceUpdated({ uri }).catch(() => undefined);
  });
}

async function answering(work: () => Promise<CallToolResult>): Promise<CallToolResult> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { isError: true, content: [{ type: 'text', text: error.toString() }] };
  }
}

function verdictResult({ verdict, event }: Awaited<ReturnType<Bench['judge']>>): CallToolResult {
  const traces = verdict.violations.map((violation) => agentTrace(violation, event));
  const text = traces.length === 0 ? 'It breaks no rule.' : traces.join('\n\n');
  return {
    content: [{ type: 'text', text }],
    structuredContent: { decision: verdict.decision, violations: verdict.violations.map(violationJson) },
  };
}

function violationsResult(violations: readonly Violation[]): CallToolResult {
  const traces = violations.map((violation) => agentTrace(violation));
  const text =
    traces.length === 0
      ? 'Nothing that the work since the last commit has brought breaks a rule.'
      : traces.join('\n\n');
  return { content: [{ type: 'text', text }], structuredContent: { violations: violations.map(violationJson) } };
}

function listResult(rules: readonly Listed[]): CallToolResult {
  const lines = rules.map(
    ({ id, does, source }) => `${id}: ${does}  (${source.file}:${source.line} "${source.quote}")`,
  );
  return {
    content: [{ type: 'text', text: lines.length === 0 ? 'No rule governs this file.' : lines.join('\n') }],
    structuredContent: { rules: rules.map((rule) => ({ ...rule })) },
  };
}

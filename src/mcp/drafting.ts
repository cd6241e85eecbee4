import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import * as z from 'zod';
import { openDesk, openHouse } from '../drafting/desk.ts';
import { adoptAlone, type Hearing, type HearingJson, hear, hearingJson } from '../drafting/hearing.ts';
import { hearingText } from '../drafting/verdict-text.ts';
import { type Wish, workOrder } from '../drafting/work-order.ts';
import { workOrderText } from '../drafting/work-order-text.ts';
import { Failure } from '../model/failure.ts';
import { parseRepoPath } from '../model/path.ts';
import { paintFor } from '../report/paint.ts';

/** The two steps by which an agent writes rules. Everything may reject with a Failure. */
export interface DraftingDesk {
  order(wish: Wish): Promise<string>;
  adopt(files: readonly string[]): Promise<{ readonly hearing: Hearing; readonly said: HearingJson }>;
}

/** A desk on a repository on disk, opened anew for each step: the author is writing in it. */
export function draftingDesk(root: string): DraftingDesk {
  return {
    async order(wish) {
      const { compilation, written, view } = await openDesk(root);
      return workOrderText(workOrder(compilation, written, view, wish));
    },
    async adopt(asked) {
      const house = await openHouse(root);
      const files = asked.map((file) => {
        const path = parseRepoPath(file);
        if (path === undefined) throw new Failure('invalid-path', `the path lies outside the repository: ${file}`);
        return path;
      });
      const hearing = await hear(house, files);
      return { hearing, said: hearingJson(hearing, adoptAlone(hearing, house.settings, house.view)) };
    },
  };
}

type Answering = (work: () => Promise<CallToolResult>) => Promise<CallToolResult>;

export function registerDrafting(server: McpServer, desk: DraftingDesk, answering: Answering): void {
  server.registerTool(
    'draft_rules',
    {
      title: 'Work order for rules',
      description:
        'Which directives of the instruction files does the compiler not read, and what does a rule for them need? Write each rule to .bylaw/drafts/<id>.yaml, then call adopt_rules.',
      inputSchema: {
        file: z.string().optional().describe('only this instruction file, such as AGENTS.md'),
        line: z.int().min(1).optional().describe('only the statement on this line of the file'),
        limit: z.int().min(1).max(50).default(8).describe('directives in one work order'),
        after: z.string().optional().describe('go on behind this directive, such as AGENTS.md:12'),
      },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ file, line, limit, after }) =>
      answering(async () => {
        const text = await desk.order({
          ...(file !== undefined && { file }),
          ...(line !== undefined && { line }),
          ...(after !== undefined && { after }),
          limit,
          statuses: ['unread', 'partly'],
        });
        return { content: [{ type: 'text', text }] };
      }),
  );
  server.registerTool(
    'adopt_rules',
    {
      title: 'Adopt drafted rules',
      description:
        'Do the drafts in .bylaw/drafts/ prove themselves? What is refused is told with what to mend. What is proven becomes a rule if bylaw.yaml lets an agent adopt; otherwise a person confirms with `bylaw adopt`.',
      inputSchema: { files: z.array(z.string()).default([]).describe('draft files (default: all)') },
      outputSchema: { adopted: z.array(z.unknown()), waiting: z.array(z.unknown()), refused: z.array(z.unknown()) },
      annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: false },
    },
    ({ files }) =>
      answering(async () => {
        const { hearing, said } = await desk.adopt(files);
        const waits = said.waiting.length > 0 ? '\nA person adopts what is proven, in a terminal: bylaw adopt' : '';
        const text = `${hearingText(hearing, paintFor({}))}\n${said.adopted.length} adopted.${waits}`;
        return { content: [{ type: 'text', text }], structuredContent: { ...said } };
      }),
  );
}

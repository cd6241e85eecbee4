import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Command } from 'commander';
import { openBench } from '../mcp/bench.ts';
import { createMcpServer } from '../mcp/server.ts';
import { type CliCommand, withExamples } from './command.ts';
import { rootOf } from './output.ts';
import { version } from './version.ts';

export const command: CliCommand = {
  define(command: Command) {
    withExamples(command, ['bylaw mcp', 'claude mcp add bylaw -- npx bylaw mcp'])
      .option('--root <folder>', 'root of the repository (default: of the current folder)')
      .addHelpText('after', '\nSpeaks the Model Context Protocol on standard input and output, until the input ends.')
      .action(async (options: { root?: string }) => {
        const bench = openBench(rootOf(options));
        const server = createMcpServer(bench, version());
        const ended = new Promise<void>((resolve) => {
          server.server.onclose = resolve;
          process.stdin.once('end', resolve);
        });
        await server.connect(new StdioServerTransport());
        await ended;
        await server.close();
        await bench.close();
      });
  },
};

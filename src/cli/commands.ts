import type { CliCommand } from './command.ts';

/** All commands with their one-line summaries. Each is loaded only when it is asked for: start-up time is a feature. */
export const COMMANDS: Readonly<
  Record<string, { readonly summary: string; readonly hidden?: boolean; load(): Promise<CliCommand> }>
> = {
  hook: {
    summary: "answer an agent host's hook",
    load: async () => (await import('./hook.ts')).command,
  },
  daemon: {
    summary: 'start, stop and look after the background process of a repository',
    load: async () => (await import('./daemon.ts')).command,
  },
};

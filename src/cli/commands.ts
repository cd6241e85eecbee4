import type { CliCommand } from './command.ts';

/** All commands with their one-line summaries. Each is loaded only when it is asked for: start-up time is a feature. */
export const COMMANDS: Readonly<
  Record<string, { readonly summary: string; readonly hidden?: boolean; load(): Promise<CliCommand> }>
> = {
  compile: {
    summary: 'make the rulebook of the instruction files',
    load: async () => (await import('./compile.ts')).command,
  },
  explain: {
    summary: 'say what became of each line of prose, and what a rule asks',
    load: async () => (await import('./explain.ts')).command,
  },
  check: {
    summary: 'show the violations that stand in files',
    load: async () => (await import('./check.ts')).command,
  },
  'check-command': {
    summary: 'say whether a command line would be let through',
    load: async () => (await import('./check-command.ts')).command,
  },
  draft: {
    summary: 'print the work order for rules that the compiler cannot make',
    load: async () => (await import('./draft.ts')).command,
  },
  adopt: {
    summary: 'make rules of drafts that prove themselves',
    load: async () => (await import('./adopt.ts')).command,
  },
  try: {
    summary: 'show what a drafted rule would catch, and why not',
    load: async () => (await import('./try.ts')).command,
  },
  test: {
    summary: 'run the examples of all rules',
    load: async () => (await import('./test.ts')).command,
  },
  tree: {
    summary: 'show the syntax tree of a file, as rules see it',
    load: async () => (await import('./tree.ts')).command,
  },
  serve: {
    summary: 'judge events on standard input and output',
    load: async () => (await import('./serve.ts')).command,
  },
  init: {
    summary: 'install the hooks of agents and git, or take them out',
    load: async () => (await import('./init.ts')).command,
  },
  doctor: {
    summary: 'prove that every installed hook holds',
    load: async () => (await import('./doctor.ts')).command,
  },
  hook: {
    summary: "answer an agent host's hook",
    load: async () => (await import('./hook.ts')).command,
  },
  'git-hook': {
    summary: 'judge what git is about to commit or push',
    load: async () => (await import('./git-hook.ts')).command,
  },
  mcp: {
    summary: 'answer questions about the rules over the Model Context Protocol',
    load: async () => (await import('./mcp.ts')).command,
  },
  export: {
    summary: "hand command rules to a host's own deny list",
    load: async () => (await import('./export.ts')).command,
  },
  daemon: {
    summary: 'start, stop and look after the background process of a repository',
    load: async () => (await import('./daemon.ts')).command,
  },
  shell: {
    summary: 'run an agent or a shell, held to the rules in all it runs',
    load: async () => (await import('./shell.ts')).command,
  },
  exec: { summary: 'judge a command, then run it', load: async () => (await import('./exec.ts')).command },
  shim: {
    summary: 'make the shims that stand on PATH in front of programs',
    load: async () => (await import('./shim.ts')).command,
  },
  watch: { summary: 'watch the repository in the foreground', load: async () => (await import('./watch.ts')).command },
  status: { summary: 'show which violations are open', load: async () => (await import('./status.ts')).command },
  log: { summary: 'show what was asked, found and closed', load: async () => (await import('./log.ts')).command },
};

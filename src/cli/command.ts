import type { Command } from 'commander';

/** Exit statuses of every command. */
export const EXIT = { clean: 0, violation: 1, couldNotLook: 2 } as const;

/** One command of the program: its face for help, and `define`, which adds options, examples and the action. */
export interface CliCommand {
  define(command: Command): void;
}

/** Adds an `Examples:` part to a command's help. */
export function withExamples(command: Command, examples: readonly string[]): Command {
  return command.addHelpText('after', `\nExamples:\n${examples.map((example) => `  $ ${example}`).join('\n')}`);
}

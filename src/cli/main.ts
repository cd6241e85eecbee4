import { Command, CommanderError } from 'commander';
import { Failure } from '../model/failure.ts';
import { EXIT } from './command.ts';
import { COMMANDS } from './commands.ts';
import { version } from './version.ts';

/** Runs the program; resolves to the exit status. */
async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('bylaw')
    .description(
      'Turns the prose of AGENTS.md, CLAUDE.md and their kin into guardrails, and holds coding agents to them.',
    )
    .version(version(), '-V, --version')
    .exitOverride()
    .showHelpAfterError()
    .addHelpText('after', '\nExit status: 0 clean, 1 violation, 2 could not look.');
  const asked = argv.find((word) => !word.startsWith('-'));
  // The others are there to be listed, or to be told from what was mistyped.
  const named = Object.entries(COMMANDS).filter(([name]) => name === asked);
  for (const [name, entry] of named.length > 0 ? named : Object.entries(COMMANDS)) {
    const command = program.command(name, { hidden: entry.hidden ?? false }).description(entry.summary);
    if (name === asked || asked === 'help') (await entry.load()).define(command.exitOverride());
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return Number(process.exitCode ?? EXIT.clean);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.couldNotLook;
    if (error instanceof Failure) {
      process.stderr.write(`bylaw: ${error.toString()}\n`);
      return EXIT.couldNotLook;
    }
    process.stderr.write(`bylaw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return EXIT.couldNotLook;
  }
}

// A reader that has seen enough (`bylaw explain | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

/** Resolves when the command has ended and the exit status stands; what it has left running may go on. */
export const ended: Promise<void> = main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});

import { realpathSync } from 'node:fs';
import type { Command } from 'commander';
import { AGENTS } from '../agents/adapter.ts';
import { ADAPTERS } from '../agents/adapters.ts';
import { siteOf } from '../agents/config/init-plan.ts';
import { examineGit } from '../agents/doctor/examine-git.ts';
import { examineHost } from '../agents/doctor/examine-host.ts';
import type { Door } from '../agents/doctor/finding.ts';
import { remarksOn } from '../agents/doctor/remarks.ts';
import { type Paint, paintFor } from '../report/paint.ts';
import { type CliCommand, EXIT, withExamples } from './command.ts';
import { type CommonOptions, print, printJson, rootOf, withCommonOptions } from './output.ts';

interface Options extends CommonOptions {
  readonly all?: boolean;
}

export const command: CliCommand = {
  define(command: Command) {
    withExamples(withCommonOptions(command), ['bylaw doctor', 'bylaw doctor --json'])
      .option('--all', 'list doors that are not installed too')
      .addHelpText(
        'after',
        '\nFires a call that must be refused and one that must pass through every installed hook.\n' +
          'Exit status: 0 all doors hold, 1 one is dead or bypassed, or none is installed.',
      )
      .action(run);
  },
};

async function run(options: Options): Promise<void> {
  const site = siteOf(realpathSync(rootOf(options)));
  const remarks = await remarksOn(site);
  const doors = [...AGENTS.map((name) => examineHost(ADAPTERS[name], site)), examineGit(site)];
  const installed = doors.filter((door) => door.state !== 'absent');
  const holds =
    installed.length > 0 && installed.every((door) => door.state === 'alive') && !remarks.some((one) => one.fault);
  if (options.json) printJson({ holds, doors, remarks });
  else {
    const paint = paintFor(process.stdout);
    for (const door of options.all ? doors : installed) print(doorLine(door, paint));
    for (const { about, fault, text, remedy } of remarks) {
      print(`${fault ? paint.red('✖') : paint.yellow('!')} ${paint.bold(about)} ${text}${remedyLine(remedy, paint)}`);
    }
    if (installed.length === 0) print(`No door is installed here.${remedyLine('bylaw init', paint)}`);
  }
  process.exitCode = holds ? EXIT.clean : EXIT.violation;
}

function doorLine({ name, state, why, remedy }: Door, paint: Paint): string {
  const mark = { alive: paint.green('✔'), dead: paint.red('✖'), bypassed: paint.red('⤳'), absent: paint.dim('·') }[
    state
  ];
  return `${mark} ${paint.bold(name)} ${state}: ${why}${remedyLine(remedy, paint)}`;
}

function remedyLine(remedy: string | undefined, paint: Paint): string {
  return remedy === undefined ? '' : `\n    ${paint.cyan(remedy)}`;
}

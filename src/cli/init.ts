import { realpathSync } from 'node:fs';
import path from 'node:path';
import * as clack from '@clack/prompts';
import { type Command, Option } from 'commander';
import pc from 'picocolors';
import { AGENTS, type AgentName } from '../agents/adapter.ts';
import { ADAPTERS } from '../agents/adapters.ts';
import type { Site } from '../agents/config/host-steps.ts';
import { hostsFound, install, planInit, planUninstall, siteOf, uninstall } from '../agents/config/init-plan.ts';
import { type FileStep, kindOf } from '../agents/config/step.ts';
import { managerOf } from '../git/hook-steps.ts';
import { findRoot } from '../repository/root.ts';
import { type CliCommand, EXIT, withExamples } from './command.ts';

interface Options {
  readonly root?: string;
  readonly agent?: readonly AgentName[];
  readonly all?: boolean;
  readonly git: boolean;
  readonly dryRun?: boolean;
  readonly uninstall?: boolean;
  readonly yes?: boolean;
}

export const command: CliCommand = {
  define(command: Command) {
    withExamples(command, [
      'bylaw init',
      'bylaw init --agent claude cursor --yes',
      'bylaw init --dry-run',
      'bylaw init --uninstall',
    ])
      .option('--root <folder>', 'the repository')
      .addOption(
        new Option('--agent <names...>', 'hosts to install for; default: those that the repository uses').choices(
          AGENTS,
        ),
      )
      .option('--all', 'install for every host that the repository or you use')
      .option('--no-git', 'leave git hooks alone')
      .option('--dry-run', 'show what would be done and do nothing')
      .option('--uninstall', 'take out all of our entries')
      .option('-y, --yes', 'ask nothing')
      .action(async (options: Options) => {
        const site = siteOf(realpathSync(options.root ?? findRoot(process.cwd())));
        process.exitCode = options.uninstall ? await runUninstall(site, options) : await runInit(site, options);
      });
  },
};

async function runInit(site: Site, options: Options): Promise<number> {
  const agents = await chosenAgents(site, options);
  if (agents === undefined) return EXIT.couldNotLook;
  const steps = planInit({ agents, git: options.git }, site);
  show(steps, site);
  if (agents.length === 0) say('No agent host was found here; name one: bylaw init --agent claude');
  if (options.dryRun) return EXIT.clean;
  if (steps.some((step) => !['same', 'problem'].includes(kindOf(step))) && !(await agreed(options)))
    return EXIT.couldNotLook;
  install(steps, site);
  for (const name of agents) {
    const { title, config } = ADAPTERS[name];
    if (config.afterwards) say(`${title}: ${config.afterwards}`);
  }
  say('Next: bylaw compile (rules from the prose), bylaw doctor (does every door hold?)');
  return steps.some((step) => kindOf(step) === 'problem') ? EXIT.violation : EXIT.clean;
}

async function runUninstall(site: Site, options: Options): Promise<number> {
  const steps = planUninstall(site);
  show(steps, site);
  if (steps.length === 0) say('Nothing of ours is installed.');
  if (options.dryRun || steps.length === 0) return EXIT.clean;
  if (!(await agreed(options))) return EXIT.couldNotLook;
  uninstall(steps, site);
  return steps.some((step) => kindOf(step) === 'problem') ? EXIT.violation : EXIT.clean;
}

/** Named ones, else found ones; asked for in a terminal. `undefined` if the person calls it off. */
async function chosenAgents(site: Site, options: Options): Promise<readonly AgentName[] | undefined> {
  if (options.agent) return options.agent;
  const found = hostsFound(site);
  const here = [...found].flatMap(([name, sign]) => (options.all || sign === 'repository' ? [name] : []));
  if (!isAsking(options) || found.size === 0) return here;
  const answer = await clack.multiselect({
    message: 'Install for which agents?',
    options: [...found].map(([value, sign]) => ({
      value,
      label: ADAPTERS[value].title,
      hint: sign === 'repository' ? 'used by this repository' : 'used by you',
    })),
    initialValues: here,
    required: false,
  });
  return clack.isCancel(answer) ? undefined : answer;
}

async function agreed(options: Options): Promise<boolean> {
  if (!isAsking(options)) return true;
  const answer = await clack.confirm({ message: 'Go ahead?' });
  return answer === true;
}

function isAsking(options: Options): boolean {
  return !options.yes && !options.dryRun && process.stdin.isTTY === true && process.stdout.isTTY === true;
}

const MARKS = {
  create: pc.green('+ create'),
  change: pc.yellow('~ change'),
  remove: pc.red('- remove'),
  same: pc.dim('= as it is'),
  problem: pc.red('! by hand'),
} as const;

function show(steps: readonly FileStep[], site: Site): void {
  const manager = managerOf(site.root);
  say(`${pc.bold(site.root)}${manager === undefined ? '' : pc.dim(`  (git hooks: ${manager})`)}`);
  for (const step of steps) {
    const inside = path.relative(site.root, step.path);
    const shown = inside.startsWith('..') ? step.path.replace(site.home, '~') : inside;
    say(`  ${MARKS[kindOf(step)]}  ${shown}  ${pc.dim(step.why)}`);
    if (step.problem !== undefined) say(`      ${step.problem.replaceAll('\n', '\n      ')}`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

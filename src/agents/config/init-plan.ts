import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { program } from '../../daemon/program.ts';
import { gitInstallSteps, gitUninstallSteps } from '../../git/hook-steps.ts';
import { type Adapter, AGENTS, type AgentName } from '../adapter.ts';
import { ADAPTERS } from '../adapters.ts';
import { draftCommandOf } from './draft-command.ts';
import { MARK, type OwnFile } from './entry.ts';
import { contentOf, installSteps, type Site, signOf, uninstallSteps } from './host-steps.ts';
import { forgetInstalled, noteInstalled, restoring } from './record.ts';
import { applySteps, type FileStep, readIfThere } from './step.ts';

/** What is to be installed where. */
export interface InitWish {
  readonly agents: readonly AgentName[];
  readonly git: boolean;
}

export const LAUNCHER: OwnFile = {
  form: 'own',
  path: MARK,
  content: { shim: 'bylaw-hook' },
  executable: true,
};

const DRAFTING = '/bylaw-draft: how rules are drafted';

/** The host with nothing but its drafting command to install. */
function drafting(name: AgentName): Adapter {
  return { ...ADAPTERS[name], config: { signs: [], files: draftCommandOf(name) } };
}

export function siteOf(root: string): Site {
  return { root, home: process.env.HOME ?? os.homedir(), shims: path.join(program().root, 'shims') };
}

/** Hosts that this repository or this person uses, with which of the two shows it. */
export function hostsFound(site: Site): ReadonlyMap<AgentName, 'repository' | 'home'> {
  const found = new Map<AgentName, 'repository' | 'home'>();
  for (const name of AGENTS) {
    const sign = signOf(ADAPTERS[name], site);
    if (sign !== undefined) found.set(name, sign);
  }
  return found;
}

export function planInit(wish: InitWish, site: Site): readonly FileStep[] {
  const launcher = path.join(site.root, LAUNCHER.path);
  const steps: FileStep[] = [
    {
      path: launcher,
      before: readIfThere(launcher),
      after: contentOf(LAUNCHER, site),
      executable: true,
      why: 'what agents and git call',
    },
    ...wish.agents.flatMap((name) => [
      ...installSteps(ADAPTERS[name], site),
      ...installSteps(drafting(name), site).map((step) => ({ ...step, why: DRAFTING })),
    ]),
    ...(wish.git ? gitInstallSteps(site.root) : []),
  ];
  // Copilot and VS Code share a file.
  return [...new Map(steps.map((step) => [step.path, step])).values()];
}

export function planUninstall(site: Site): readonly FileStep[] {
  const launcher = path.join(site.root, LAUNCHER.path);
  const before = readIfThere(launcher);
  const steps = [
    ...AGENTS.flatMap((name) => [...uninstallSteps(ADAPTERS[name], site), ...uninstallSteps(drafting(name), site)]),
    ...gitUninstallSteps(site.root),
    ...(before === undefined ? [] : [{ path: launcher, before, after: undefined, why: 'what agents and git call' }]),
  ].map((step) => restoring(step, site.root));
  return [...new Map(steps.map((step) => [step.path, step])).values()];
}

export function install(steps: readonly FileStep[], site: Site): void {
  const run = path.join(site.root, '.bylaw', 'run');
  mkdirSync(run, { recursive: true, mode: 0o700 });
  if (!existsSync(path.join(run, '.gitignore'))) writeFileSync(path.join(run, '.gitignore'), '*\n');
  // Where this program lies on this machine: the launcher falls back to it.
  writeFileSync(path.join(run, 'program'), `${program().script}\n`);
  noteInstalled(site.root, steps);
  applySteps(steps, [site.root, site.home]);
}

export function uninstall(steps: readonly FileStep[], site: Site): void {
  applySteps(steps, [site.root, site.home]);
  forgetInstalled(site.root);
}

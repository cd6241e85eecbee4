import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { emptyTree } from '../../git/commit-gate.ts';
import { gitUninstallSteps, hooksFolder, managerOf } from '../../git/hook-steps.ts';
import { GIT_HOOKS, type GitHook } from '../../git/hooks.ts';
import { askGit } from '../../git/run.ts';
import type { Site } from '../config/host-steps.ts';
import { readIfThere } from '../config/step.ts';
import type { Door } from './finding.ts';

/** Makes the git hooks refuse; it can only refuse, never let pass. */
export const GIT_PROBE = 'BYLAW_PROBE';
const PATIENCE = 60_000;
const AGAIN = 'bylaw init';
const WORD: Readonly<Record<string, readonly string[]>> = {
  husky: ['HUSKY'],
  lefthook: ['LEFTHOOK'],
  'pre-commit': [],
  git: [],
};

/** Fires a refusal through each git hook as git would run it, and a commit of nothing new through the launcher. */
export function examineGit(site: Site): Door {
  const name = 'git hooks';
  const manager = managerOf(site.root);
  if (manager === undefined) return { name, state: 'absent', why: 'no git repository' };
  if (gitUninstallSteps(site.root).length === 0) {
    const elsewhere = strayHook(site.root);
    return elsewhere === undefined
      ? { name, state: 'absent', why: 'not installed' }
      : { name, state: 'bypassed', why: `core.hooksPath is ${elsewhere}: git does not run our hooks`, remedy: AGAIN };
  }
  const off = (WORD[manager] ?? []).find((variable) => ['0', 'false'].includes(process.env[variable] ?? ''));
  if (off)
    return {
      name,
      state: 'bypassed',
      why: `${off}=${process.env[off]} switches ${manager} off`,
      remedy: `unset ${off}`,
    };
  for (const hook of GIT_HOOKS) {
    const fault = hookFault(hook, manager, site);
    if (fault) return { name: `${name} (${hook})`, ...fault };
  }
  const allowed = runHook(path.join(site.root, '.bylaw', 'hook'), ['git', 'pre-commit'], site, {});
  return allowed.status === 0
    ? { name, state: 'alive', why: `refused what they must and let pass what they may (${manager})` }
    : {
        name,
        state: 'dead',
        why: `a commit of nothing is refused: ${firstLine(allowed.text)}`,
        remedy: 'see the reason',
      };
}

function hookFault(hook: GitHook, manager: string, site: Site): Omit<Door, 'name'> | undefined {
  const file = path.join(hooksFolder(site.root), hook);
  if (!existsSync(file)) {
    const remedy = manager === 'git' ? AGAIN : `${manager} install`;
    return { state: 'dead', why: `git finds no ${hook} hook (${manager} has not set it up)`, remedy };
  }
  if ((statSync(file).mode & 0o111) === 0) {
    return { state: 'dead', why: `${file} may not be run: git passes over it`, remedy: `chmod +x ${file}` };
  }
  // A manager runs everything that is configured; only a script that is ours may be run for a probe.
  if (manager !== 'git') {
    const content = readIfThere(file) ?? '';
    const known =
      manager === 'husky'
        ? /husky|\. "\$\(dirname/.test(content) || file.includes('.husky')
        : content.includes(manager);
    return known
      ? undefined
      : { state: 'bypassed', why: `${file} is not run by ${manager}`, remedy: `${manager} install` };
  }
  const { status, text } = runHook(file, hook === 'commit-msg' ? ['/dev/null'] : ['origin', 'url'], site, {
    [GIT_PROBE]: 'deny',
  });
  if (status !== 0 && text.includes('bylaw: probe')) return undefined;
  const why = status === 0 ? 'lets everything pass' : `ends with status ${status}: ${firstLine(text)}`;
  return { state: 'dead', why: `${file} ${why}`, remedy: AGAIN };
}

/** Where git looks for hooks instead, if ours stand in the folder it would look in by itself. */
function strayHook(root: string): string | undefined {
  const elsewhere = askGit(root, ['config', '--get', 'core.hooksPath']);
  const common = askGit(root, ['rev-parse', '--git-common-dir']);
  if (elsewhere === undefined || common === undefined) return undefined;
  const ours = readIfThere(path.resolve(root, common, 'hooks', 'pre-commit'));
  return ours?.includes('bylaw') ? elsewhere : undefined;
}

function runHook(
  file: string,
  args: readonly string[],
  site: Site,
  more: NodeJS.ProcessEnv,
): { status: number; text: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bylaw-doctor-'));
  const { BYLAW_SESSION: _session, ...rest } = process.env;
  const env = { ...rest, ...more, GIT_INDEX_FILE: path.join(folder, 'index') };
  try {
    const head = askGit(site.root, ['rev-parse', '--verify', '-q', 'HEAD']) ?? emptyTree(site.root);
    spawnSync('git', ['read-tree', head], { cwd: site.root, env });
    const ended = spawnSync(file, [...args], { cwd: site.root, env, encoding: 'utf8', timeout: PATIENCE, input: '' });
    return {
      status: ended.status ?? -1,
      text: `${ended.stdout ?? ''}${ended.stderr ?? ''}${ended.error?.message ?? ''}`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}

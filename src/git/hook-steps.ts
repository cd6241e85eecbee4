import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { MARK } from '../agents/config/entry.ts';
import { type FileStep, readIfThere } from '../agents/config/step.ts';
import { holdsBlock, type TextBlock, withBlock, withoutBlock } from '../agents/config/text-block.ts';
import type { YamlEntry } from '../agents/config/yaml-edit.ts';
import { GIT_HOOKS, type GitHook } from './hooks.ts';
import { lefthookFile, lefthookStep } from './lefthook.ts';
import { WHY, yamlStep } from './manager-step.ts';
import { askGit } from './run.ts';

/** Who runs a repository's git hooks. */
export type HookManager = 'lefthook' | 'husky' | 'pre-commit' | 'git';

const ASIDE = '.before-bylaw';

export function managerOf(root: string): HookManager | undefined {
  if (lefthookFile(root) !== undefined) return 'lefthook';
  if (existsSync(path.join(root, '.husky'))) return 'husky';
  if (existsSync(path.join(root, '.pre-commit-config.yaml'))) return 'pre-commit';
  return askGit(root, ['rev-parse', '--git-dir']) === undefined ? undefined : 'git';
}

/** The steps that put our entries into what runs the git hooks here. */
export function gitInstallSteps(root: string): readonly FileStep[] {
  switch (managerOf(root)) {
    case undefined:
      return [];
    case 'lefthook':
      return [lefthookStep(root, true)];
    case 'pre-commit':
      return [yamlStep(path.join(root, PRE_COMMIT.path), [PRE_COMMIT], true)];
    case 'husky':
      return GIT_HOOKS.flatMap((hook) => scriptStep(path.join(root, '.husky', hook), hook));
    case 'git': {
      const steps = GIT_HOOKS.flatMap((hook) => scriptStep(path.join(hooksFolder(root), hook), hook));
      if (isOwnFolder(hooksFolder(root), root)) return steps;
      // A folder for all of a person's repositories is not this one's to write to.
      return steps.map((step) => ({ ...step, after: step.before, problem: SHARED }));
    }
  }
}

/** The steps that take them out again, from every place they may stand in. */
export function gitUninstallSteps(root: string): readonly FileStep[] {
  const scripts = [path.join(root, '.husky'), ...(managerOf(root) === undefined ? [] : [hooksFolder(root)])];
  const steps = [
    ...(lefthookFile(root) !== undefined ? [lefthookStep(root, false)] : []),
    ...(existsSync(path.join(root, PRE_COMMIT.path))
      ? [yamlStep(path.join(root, PRE_COMMIT.path), [PRE_COMMIT], false)]
      : []),
    ...scripts.flatMap((folder) => GIT_HOOKS.flatMap((hook) => unscriptStep(path.join(folder, hook), hook))),
  ];
  return steps.filter((step) => step.before !== step.after);
}

const SHARED = [
  'core.hooksPath names a folder outside this repository; add to the hook there:',
  '"$(git rev-parse --show-toplevel)/.bylaw/hook" git HOOK "$@" || exit $?',
].join('\n');

function isOwnFolder(folder: string, root: string): boolean {
  const common = path.resolve(root, askGit(root, ['rev-parse', '--git-common-dir']) ?? '.git');
  return [root, common].some((own) => folder === own || folder.startsWith(own + path.sep));
}

/** Where git looks for hooks: `core.hooksPath`, or the hooks folder that all work trees share. Absolute. */
export function hooksFolder(root: string): string {
  return path.resolve(root, askGit(root, ['rev-parse', '--git-path', 'hooks']) ?? '.git/hooks');
}

const PRE_COMMIT: YamlEntry = {
  path: '.pre-commit-config.yaml',
  at: ['repos'],
  value: [
    'repo: local',
    'hooks:',
    ...GIT_HOOKS.flatMap((hook) => [
      `  - id: bylaw-${hook}`,
      `    name: bylaw ${hook}`,
      `    entry: .bylaw/hook git ${hook}`,
      '    language: system',
      `    stages: [${hook}]`,
      '    always_run: true',
      `    pass_filenames: ${hook === 'commit-msg'}`,
    ]),
  ],
};

function blockFor(hook: GitHook): TextBlock {
  const find = 'bylaw_hook="$(git rev-parse --show-toplevel 2>/dev/null)/.bylaw/hook"';
  const run = `[ ! -x "$bylaw_hook" ] || "$bylaw_hook" git ${hook} "$@" || exit $?`;
  if (hook !== 'pre-push') return { where: 'top', lines: [find, run] };
  // What git pushes stands on standard input, and those that come after us want it too.
  const lines = [
    find,
    'if [ -x "$bylaw_hook" ]; then',
    '  bylaw_refs=$(cat)',
    `  printf '%s\\n' "$bylaw_refs" | "$bylaw_hook" git pre-push "$@" || exit $?`,
    '  exec <<BYLAW_REFS',
    '$bylaw_refs',
    'BYLAW_REFS',
    'fi',
  ];
  return { where: 'top', lines };
}

const EMPTY_SCRIPT = '#!/bin/sh\n';

function scriptStep(file: string, hook: GitHook): readonly FileStep[] {
  const before = readIfThere(file);
  const script = before ?? EMPTY_SCRIPT;
  if (isShell(script))
    return [{ path: file, before, after: withBlock(script, blockFor(hook)), executable: true, why: WHY }];
  if (script.includes('\0')) {
    return [
      {
        path: file,
        before,
        after: before,
        why: WHY,
        problem: `the hook is a program; make it a script that first runs: .bylaw/hook git ${hook} "$@"`,
      },
    ];
  }
  // A hook in another language: it is put aside and called from ours.
  const call = `exec "$(dirname "$0")/${hook}${ASIDE}" "$@"\n`;
  const wrapper = withBlock(EMPTY_SCRIPT, blockFor(hook)) + call;
  return [
    {
      path: `${file}${ASIDE}`,
      before: undefined,
      after: script,
      executable: true,
      why: `the ${hook} hook that was there`,
    },
    { path: file, before, after: wrapper, executable: true, why: WHY },
  ];
}

function unscriptStep(file: string, hook: GitHook): readonly FileStep[] {
  const before = readIfThere(file);
  if (before === undefined || !holdsBlock(before) || !before.includes(MARK)) return [];
  const aside = readIfThere(`${file}${ASIDE}`);
  if (aside !== undefined && before.includes(`${hook}${ASIDE}`)) {
    return [
      { path: file, before, after: aside, executable: true, why: `the ${hook} hook that was there` },
      { path: `${file}${ASIDE}`, before: aside, after: undefined, why: 'put aside by us' },
    ];
  }
  const after = withoutBlock(before);
  return [{ path: file, before, after: after === EMPTY_SCRIPT ? undefined : after, why: WHY }];
}

function isShell(script: string): boolean {
  const shebang = /^#!.*/.exec(script)?.[0];
  return shebang === undefined ? !script.includes('\0') : /\b(sh|bash|dash|zsh|ksh)\b/.test(shebang);
}

/** Git hooks that lie in the hooks folder, by name. */
export function hooksThere(root: string): readonly string[] {
  const folder = hooksFolder(root);
  return existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith('.sample')) : [];
}

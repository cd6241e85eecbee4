import { existsSync } from 'node:fs';
import path from 'node:path';
import { parse as parseToml } from 'smol-toml';
import type { JsonFile } from '../agents/config/entry.ts';
import { holdsItems, withItems, withoutItems } from '../agents/config/json-edit.ts';
import { type FileStep, readIfThere } from '../agents/config/step.ts';
import { withBlock, withoutBlock } from '../agents/config/text-block.ts';
import type { YamlEntry } from '../agents/config/yaml-edit.ts';
import { Failure } from '../model/failure.ts';
import { GIT_HOOKS, type GitHook } from './hooks.ts';
import { guardedStep, yamlStep } from './manager-step.ts';

const NAMES = ['lefthook.yml', '.lefthook.yml', 'lefthook.yaml', '.lefthook.yaml', 'lefthook.toml', 'lefthook.json'];

/** The file that configures lefthook here; its name. */
export function lefthookFile(root: string): string | undefined {
  return NAMES.find((name) => existsSync(path.join(root, name)));
}

function lefthookEntry(file: string, hook: GitHook): YamlEntry {
  return { path: file, at: [hook, 'commands'], key: 'bylaw', value: lefthookLines(hook, ': ', '') };
}

function lefthookLines(hook: GitHook, is: string, quote: string): readonly string[] {
  const args = { 'pre-commit': '', 'commit-msg': ' {1}', 'pre-push': ' {1} {2}' }[hook];
  return [
    `run${is}${quote}.bylaw/hook git ${hook}${args}${quote}`,
    ...(hook === 'pre-push' ? [`use_stdin${is}true`] : []),
  ];
}

/** Puts our commands into lefthook's file, or takes them out. */
export function lefthookStep(root: string, install: boolean): FileStep {
  const name = lefthookFile(root) ?? 'lefthook.yml';
  const file = path.join(root, name);
  if (name.endsWith('.json')) return lefthookJsonStep(file, install);
  if (name.endsWith('.toml')) return lefthookTomlStep(file, install);
  return yamlStep(
    file,
    GIT_HOOKS.map((hook) => lefthookEntry(name, hook)),
    install,
  );
}

function lefthookTomlStep(file: string, install: boolean): FileStep {
  const before = readIfThere(file) ?? '';
  const lines = GIT_HOOKS.flatMap((hook) => [`[${hook}.commands.bylaw]`, ...lefthookLines(hook, ' = ', '"')]);
  return guardedStep(file, before, () => {
    if (!install) return withoutBlock(before);
    const after = withBlock(before, { where: 'bottom', lines });
    try {
      parseToml(after);
    } catch (error) {
      throw new Failure('unavailable', `our tables do not fit into this file: ${String(error).split('\n')[0]}`, {
        place: path.basename(file),
        remedy: `add by hand:\n${lines.join('\n')}`,
      });
    }
    return after;
  });
}

/** Lefthook's JSON has maps where others have lists: our entry is a member. */
function lefthookJsonStep(file: string, install: boolean): FileStep {
  const before = readIfThere(file) ?? '';
  const shape: JsonFile = {
    form: 'json',
    path: path.basename(file),
    items: GIT_HOOKS.map((hook) => ({
      list: [hook, 'jobs'],
      item: { name: 'bylaw', run: `.bylaw/hook git ${hook}${hook === 'commit-msg' ? ' {1}' : ''}` },
    })),
  };
  return guardedStep(file, before, () => {
    if (install) return withItems(before, shape);
    return holdsItems(before, shape) ? (withoutItems(before, shape) ?? '{}\n') : before;
  });
}

import { parse } from 'yaml';

const cache = new Map<string, unknown>();

/** The commands of a task of a Taskfile, dependencies and called tasks in their place. `{{.X}}` becomes a variable. */
export function taskCommands(text: string, name: string): readonly string[] {
  if (text === '') return [];
  if (!cache.has(text)) {
    if (cache.size > 20) cache.clear();
    cache.set(text, readYaml(text));
  }
  const tasks = field(cache.get(text), 'tasks');
  const done = new Set<string>();
  const commands: string[] = [];
  const visit = (at: string): void => {
    const task = field(tasks, at);
    if (task === undefined || done.has(at)) return;
    done.add(at);
    if (typeof task === 'string') commands.push(task);
    for (const need of items(field(task, 'deps')))
      visit(typeof need === 'string' ? need : String(field(need, 'task') ?? ''));
    for (const command of [
      ...items(field(task, 'cmds')),
      ...items(field(task, 'cmd')),
      ...(Array.isArray(task) ? task : []),
    ]) {
      const called = field(command, 'task');
      const written = typeof command === 'string' ? command : field(command, 'cmd');
      if (typeof called === 'string') visit(called);
      else if (typeof written === 'string') commands.push(written);
    }
  };
  visit(name);
  return commands.map((command) => command.replaceAll(/\{\{\s*\.?(\w*)[^}]*\}\}/g, '$${$1}'));
}

function readYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 50 });
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

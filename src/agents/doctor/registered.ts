import { parse } from 'jsonc-parser';
import type { Adapter } from '../adapter.ts';
import { type ConfigFile, MARK } from '../config/entry.ts';
import { placeOf, type Site } from '../config/host-steps.ts';
import { readIfThere } from '../config/step.ts';
import { isPayload, part, text } from '../payload.ts';

/** The command line that the host runs before a tool, as its configuration has it now. */
export interface Registered {
  readonly file: string;
  readonly command: string;
}

/** Names of the event before a tool, as hosts spell it; entries for it are what can refuse. */
const BEFORE = /^(pre_?tool_?use|before_?tool|before_?shell_?execution|pre_?(run_?command|write_?code|read_?code))$/i;

/** Our commands that are registered for what happens before a tool. Nothing for a file that cannot be read. */
export function registeredCommands(adapter: Adapter, site: Site): readonly Registered[] {
  return adapter.config.files.flatMap((file) => {
    const place = placeOf(file.path, site);
    const content = readIfThere(place);
    return content === undefined ? [] : commandsIn(file, place, content).map((command) => ({ file: place, command }));
  });
}

function commandsIn(file: ConfigFile, place: string, content: string): readonly string[] {
  if (file.form === 'json' || file.path.endsWith('.json')) {
    const value: unknown = parse(content, [], { allowTrailingComma: true });
    return isPayload(value) ? [...new Set(commandsUnder(value.hooks, undefined))] : [];
  }
  // A script that the host runs by its name, and plugins, which run the launcher.
  if (BEFORE.test(file.path.slice(file.path.lastIndexOf('/') + 1))) return [`'${place}'`];
  return /plugins?\//.test(file.path) && content.includes(MARK.split('/')[1] ?? '')
    ? [`sh ${MARK} ${pluginOf(file.path)}`]
    : [];
}

function pluginOf(path: string): string {
  return path.startsWith('.amp') ? 'amp' : 'opencode';
}

/** Commands of ours in a tree of hook entries, under the event before a tool. */
function commandsUnder(value: unknown, event: string | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => commandsUnder(item, event));
  if (!isPayload(value)) return [];
  const named = text(value, 'trigger') ?? event;
  const own = text(value, 'command', 'bash') ?? text(part(value, 'action'), 'command');
  if (own !== undefined) return named !== undefined && BEFORE.test(named) && own.includes(MARK) ? [own] : [];
  return Object.entries(value).flatMap(([key, inner]) =>
    commandsUnder(inner, event ?? (BEFORE.test(key) ? key : named)),
  );
}

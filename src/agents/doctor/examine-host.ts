import { spawnSync } from 'node:child_process';
import { parse } from 'jsonc-parser';
import type { Adapter } from '../adapter.ts';
import { blockedBy, type Ended } from '../blocking.ts';
import type { KillSwitch } from '../config/entry.ts';
import { contentOf, installedIn, placeOf, type Site } from '../config/host-steps.ts';
import { readIfThere } from '../config/step.ts';
import { isPayload } from '../payload.ts';
import type { Door } from './finding.ts';
import { type ProbeKind, probePayload } from './probe.ts';
import { registeredCommands } from './registered.ts';

/** A hook that takes longer than this (milliseconds) is as good as none. */
const PATIENCE = 30_000;

/** Fires a call that must be refused and one that must pass through what the host has registered. */
export function examineHost(adapter: Adapter, site: Site): Door {
  const name = adapter.title;
  const found = fileFault(adapter, site);
  if (found) return { name, ...found };
  const off = (adapter.config.switches ?? []).find((one) => isThrown(one, site));
  if (off) return { name, state: 'bypassed', why: off.says, remedy: `take it out of ${off.path}` };
  const commands = registeredCommands(adapter, site);
  if (commands.length === 0) {
    return { name, state: 'dead', why: 'nothing of ours is registered for what happens before a tool', remedy: AGAIN };
  }
  for (const { command, file } of commands) {
    const fault = probeFault(adapter, command, site);
    if (fault)
      return { name, state: 'dead', why: `${shown(file, site)}: \`${command}\` ${fault.why}`, remedy: fault.remedy };
  }
  return { name, state: 'alive', why: 'refused what it must and let pass what it may' };
}

const AGAIN = 'bylaw init';

/** What is wrong with the host's files as such. */
function fileFault(adapter: Adapter, site: Site): Omit<Door, 'name'> | undefined {
  const files = adapter.config.files.map((file) => ({ file, content: readIfThere(placeOf(file.path, site)) }));
  const installed = files.filter(({ file, content }) => content !== undefined && installedIn(content, file));
  for (const { file, content } of files) {
    if (file.form === 'json' && content !== undefined && !isPayload(parsed(content))) {
      return {
        state: 'dead',
        why: `${file.path} is no JSON: the host reads nothing from it`,
        remedy: 'repair it, then bylaw init',
      };
    }
  }
  if (installed.length === 0) return { state: 'absent', why: 'not installed' };
  const missing = files.find((one) => !installed.includes(one));
  if (missing) return { state: 'dead', why: `${missing.file.path} is missing or not ours`, remedy: AGAIN };
  const stale = installed.find(({ file, content }) => file.form === 'own' && content !== contentOf(file, site));
  if (stale) return { state: 'dead', why: `${stale.file.path} is not what this version installs`, remedy: AGAIN };
  return undefined;
}

function parsed(content: string): unknown {
  const errors: Parameters<typeof parse>[1] = [];
  const value: unknown = parse(content, errors, { allowTrailingComma: true, allowEmptyContent: true });
  return errors.length > 0 ? undefined : value;
}

function isThrown({ path, key, off }: KillSwitch, site: Site): boolean {
  const content = readIfThere(placeOf(path, site));
  let value: unknown = content === undefined ? undefined : parsed(content);
  for (const step of key) value = isPayload(value) ? value[step] : undefined;
  return off === 'present' ? value !== undefined : value === off;
}

function probeFault(adapter: Adapter, command: string, site: Site): { why: string; remedy: string } | undefined {
  const denied = fire(adapter, 'deny', command, site);
  const blocked = blockedBy(adapter.name, denied);
  if (!blocked) return { why: whyNot(denied), remedy: remedyFor(denied) };
  if (blocked.reason.trim() === '') return { why: 'refuses without a reason', remedy: AGAIN };
  const allowed = blockedBy(adapter.name, fire(adapter, 'allow', command, site));
  if (!allowed) return undefined;
  return {
    why: `refuses even the command \`true\`: ${firstLine(allowed.reason)}`,
    remedy: 'see the reason, then bylaw doctor again',
  };
}

function fire(adapter: Adapter, kind: ProbeKind, command: string, site: Site): Ended {
  const { BYLAW_SESSION: _session, CLAUDE_ENV_FILE: _file, ...env } = process.env;
  const ended = spawnSync('sh', ['-c', command], {
    cwd: site.root,
    input: probePayload(adapter.name, kind, site.root),
    encoding: 'utf8',
    timeout: PATIENCE,
    env: {
      ...env,
      HOME: site.home,
      CLAUDE_PROJECT_DIR: site.root,
      GEMINI_PROJECT_DIR: site.root,
      FACTORY_PROJECT_DIR: site.root,
    },
  });
  return { status: ended.status ?? -1, stdout: ended.stdout ?? '', stderr: ended.stderr ?? '' };
}

function whyNot({ status, stderr }: Ended): string {
  const said = firstLine(stderr);
  const because = said === '' ? '' : `: ${said}`;
  switch (status) {
    case 0:
      return `let a new rule of the agent's own pass${because}`;
    case 126:
      return `may not be run${because}`;
    case 127:
      return `is not found${because}`;
    case -1:
      return `did not answer within ${PATIENCE / 1000} s`;
    default:
      return `ends with status ${status}, which this host takes for consent${because}`;
  }
}

function remedyFor({ status }: Ended): string {
  if (status === 126) return 'chmod +x .bylaw/hook';
  return status === 0 ? 'is there a rulebook? bylaw compile; then bylaw init' : AGAIN;
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}

function shown(file: string, site: Site): string {
  return file.replace(`${site.root}/`, '').replace(site.home, '~');
}

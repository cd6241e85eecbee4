// Bylaw's plugin for Amp.
// Installed by `bylaw init`, removed by `bylaw init --uninstall`; do not edit. It runs .bylaw/hook.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Answer = { status: 0 | 2; text: string };
// biome-ignore lint/suspicious/noExplicitAny: the host's types are not at hand where this file is installed
type Host = any;

function launcherOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, '.bylaw', 'hook');
    if (existsSync(file)) return file;
    if (dirname(at) === at) return undefined;
  }
}

/** Asks about one call. A launcher that cannot be run refuses. */
function ask(folder: string, question: object): Promise<Answer> {
  const launcher = launcherOf(folder);
  if (!launcher) return Promise.resolve({ status: 0, text: '' });
  return new Promise((resolve) => {
    const child = spawn('sh', [launcher, 'amp'], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('error', (error) => resolve({ status: 2, text: `bylaw could not be asked: ${error.message}` }));
    child.on('close', (status) =>
      resolve(status === 0 ? { status: 0, text: out.trim() } : { status: 2, text: err.trim() }),
    );
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify({ cwd: folder, ...question }));
  });
}

export default function bylaw(amp: Host): void {
  const folderOf = (event: Host): string => {
    const root = amp.system?.workspaceRoot;
    const shell = amp.helpers?.shellCommandFromToolCall?.(event);
    if (typeof shell?.dir === 'string' && shell.dir !== '') return shell.dir;
    return (root && amp.helpers?.filePathFromURI?.(root)) || process.cwd();
  };
  const question = (name: string, event: Host) => ({
    event: name,
    session: event.thread?.id,
    tool: event.tool,
    input: event.input,
    status: event.status,
  });
  amp.on('tool.call', async (event: Host) => {
    const answer = await ask(folderOf(event), question('tool.call', event));
    // `allow` is this interface's word for having nothing against it; Amp's own permissions hold on.
    return answer.status === 2 ? { action: 'reject-and-continue', message: answer.text } : { action: 'allow' };
  });
  amp.on('tool.result', async (event: Host) => {
    await ask(folderOf(event), question('tool.result', event));
  });
}

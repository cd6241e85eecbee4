// Bylaw's plugin for OpenCode (V1 calls `server`, V2 calls `setup`).
// Installed by `bylaw init`, removed by `bylaw init --uninstall`; do not edit. It runs .bylaw/hook.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The launcher of the repository that a folder lies in. */
function launcherOf(folder) {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, '.bylaw', 'hook');
    if (existsSync(file)) return file;
    if (dirname(at) === at) return undefined;
  }
}

/** Asks about one call; resolves to `{status, text}`. A launcher that cannot be run refuses. */
function ask(folder, question) {
  const launcher = launcherOf(folder);
  if (!launcher) return Promise.resolve({ status: 0, text: '' });
  return new Promise((resolve) => {
    const child = spawn('sh', [launcher, 'opencode'], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
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

async function before(folder, session, tool, input) {
  const answer = await ask(folder, { event: 'before', session, tool, input });
  if (answer.status === 2) throw new Error(answer.text || 'refused by bylaw');
}

async function server({ directory, client }) {
  const said = new Map();
  return {
    'tool.execute.before': (input, output) => before(directory, input.sessionID, input.tool, output.args),
    'tool.execute.after': async (input, output) => {
      const exit = output?.metadata?.exit;
      const result = typeof exit === 'number' ? { exit_code: exit } : undefined;
      const answer = await ask(directory, {
        event: 'after',
        session: input.sessionID,
        tool: input.tool,
        input: input.args ?? {},
        result,
      });
      if (answer.text && output) output.output = `${output.output ?? ''}\n\n${answer.text}`;
    },
    event: async ({ event }) => {
      const session = event?.properties?.sessionID ?? event?.properties?.info?.id;
      if (event?.type === 'session.created') await ask(directory, { event: 'created', session });
      if (event?.type !== 'session.idle') return;
      const answer = await ask(directory, { event: 'idle', session });
      // Told once: an agent that stops again over the same thing is let go.
      if (answer.status !== 2 || said.get(session) === answer.text) return;
      said.set(session, answer.text);
      await client?.session?.prompt?.({
        path: { id: session },
        body: { parts: [{ type: 'text', text: answer.text }] },
      });
    },
    'shell.env': async (input, output) => {
      if (input?.sessionID && output?.env) output.env.BYLAW_SESSION = `opencode-${input.sessionID}`;
    },
  };
}

async function setup(ctx) {
  const folder = ctx?.location?.directory ?? process.cwd();
  await ctx.tool.hook('execute.before', (event) =>
    before(folder, event.sessionID, event.tool, event.input ?? event.args),
  );
  await ctx.tool.hook('execute.after', async (event) => {
    const exit = event.result?.metadata?.exit ?? event.metadata?.exit;
    const result =
      typeof exit === 'number' ? { exit_code: exit } : event.status === 'error' ? { exit_code: 1 } : undefined;
    const answer = await ask(folder, {
      event: 'after',
      session: event.sessionID,
      tool: event.tool,
      input: event.input ?? event.args ?? {},
      result,
    });
    if (answer.text && typeof event.result?.content === 'string') event.result.content += `\n\n${answer.text}`;
  });
}

export default { id: 'bylaw', server, setup };

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { DoorContext } from './json-door.ts';
import { errorReply, replyOf } from './reply.ts';
import { readRequest } from './request.ts';

/** Bodies above this size (bytes) are refused. */
export const MAX_BODY = 16 * 1024 * 1024;

const HOOK = /^\/hook\/([a-z]+)$/;

export interface HttpDoor {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * The event protocol over HTTP for hosts whose hooks are web requests: `POST /event` with one event as JSON, the
 * reply as JSON; `POST /hook/AGENT` with what that host sends, its own kind of answer back. Only on loopback, only
 * with the token, never for a page in a browser.
 */
export async function openHttpDoor(context: DoorContext, tokenFile: string, port = 0): Promise<HttpDoor> {
  const token = randomBytes(32).toString('hex');
  const server = createServer((request, response) => {
    handle(request, response, context, token).catch((error: unknown) => send(response, 500, errorReply(null, error)));
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  writeFileSync(tokenFile, `${token}\n`, { mode: 0o600 });
  return { port: portOf(server), close: () => closed(server) };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { keeper, hooks }: DoorContext,
  token: string,
): Promise<void> {
  const refusal = refusalOf(request, token);
  if (refusal) {
    // What is still on its way is let run out: else the client may see a broken connection instead of the answer.
    request.resume();
    response.setHeader('connection', 'close');
    return send(response, refusal.status, { error: { code: 'refused', message: refusal.message } });
  }
  const body = await bodyOf(request);
  if (body === undefined) {
    request.resume();
    response.setHeader('connection', 'close');
    return send(response, 413, { error: { code: 'refused', message: `the body is larger than ${MAX_BODY} bytes` } });
  }
  const agent = HOOK.exec(request.url ?? '')?.[1];
  if (agent !== undefined) {
    if (hooks) return send(response, 200, await hooks.answer(agent, body, keeper));
    return send(response, 404, { error: { code: 'refused', message: 'this daemon answers no hooks' } });
  }
  const asked = readRequest(body);
  if (asked.kind !== 'event') {
    const message = asked.kind === 'invalid' ? asked.message : 'only events are answered here';
    return send(response, 400, { id: null, error: { code: 'invalid-event', message } });
  }
  try {
    send(response, 200, replyOf(asked.event, await keeper.answer(asked.event)));
  } catch (error) {
    send(response, 422, errorReply(asked.event.id ?? null, error));
  }
}

function refusalOf(request: IncomingMessage, token: string): { status: number; message: string } | undefined {
  const { host, origin, authorization } = request.headers;
  // A page that had its name pointed at 127.0.0.1 sends its own name as host, and any page sends its origin.
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? '')) return { status: 403, message: 'unknown host' };
  if (origin !== undefined) return { status: 403, message: 'not for pages' };
  if (!sameText(authorization ?? '', `Bearer ${token}`))
    return { status: 401, message: 'the token is missing or wrong' };
  if (request.url !== '/event' && !HOOK.test(request.url ?? '')) {
    return { status: 404, message: 'only /event and /hook/AGENT are here' };
  }
  if (request.method !== 'POST') return { status: 405, message: 'only POST' };
  return undefined;
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > MAX_BODY) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify(body)}\n`);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

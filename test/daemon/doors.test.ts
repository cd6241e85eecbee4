import { readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { createConnection } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../src/daemon/client.ts';
import type { Daemon } from '../../src/daemon/daemon.ts';
import { readState } from '../../src/daemon/state.ts';
import { Place } from './place.ts';

let place: Place;
let daemon: Daemon;
beforeAll(async () => {
  place = new Place();
  daemon = await place.daemon({ http: 0 });
});
afterAll(async () => {
  await daemon.stop('the test is over');
  place.remove();
});

/** Sends bytes in pieces and resolves to all that comes back. */
function exchange(pieces: readonly (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = createConnection(daemon.address.socket);
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    // The daemon may hang up on what it refuses to read.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(text));
    void (async () => {
      for (const piece of pieces) {
        socket.write(piece);
        await new Promise((next) => setTimeout(next, 2));
      }
      socket.end();
    })();
  });
}

const lines = async (...requests: readonly (object | string)[]): Promise<readonly Record<string, unknown>[]> => {
  const text = requests.map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join('');
  return (await exchange([text]))
    .trim()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));
};

describe('the socket', () => {
  it('is for this user alone', () => {
    expect(statSync(daemon.address.socket).mode & 0o777).toBe(0o600);
    expect(statSync(daemon.address.run).mode & 0o777).toBe(0o700);
    expect(readFileSync(`${daemon.address.run}/.gitignore`, 'utf8')).toBe('*\n');
    expect(place.git('status', '--porcelain')).toBe('');
  });

  it('answers events in their order, with their ids', async () => {
    const events = Array.from({ length: 50 }, (_, id) =>
      id % 2 === 0 ? { id, kind: 'command', command: 'packit x' } : { id: `w${id}`, kind: 'read', path: 'a' },
    );
    const replies = await lines(...events);
    expect(replies.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect(replies.map(({ decision }) => decision)).toEqual(events.map((_, id) => (id % 2 === 0 ? 'deny' : 'allow')));
  });

  it('says all that the protocol says of a violation, and no more', async () => {
    const [reply] = await lines({ id: 'p', kind: 'write', path: 'src/a.txt', content: 'so\nwhat GRUMBLEs\n' });
    expect(reply).toEqual({
      id: 'p',
      decision: 'deny',
      violations: [
        {
          rule: 'no-grumble',
          severity: 'error',
          message: 'GRUMBLE is not written here.',
          source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: 'Never write GRUMBLE.' },
          location: { path: 'src/a.txt', line: 2, column: 6, endLine: 2, endColumn: 14 },
          reproduce: 'bylaw check src/a.txt',
        },
      ],
    });
  });

  it.each([
    ['what is no JSON', '{', null],
    ['what is no event', { id: 4, kind: 'dance' }, 4],
    ['an event without what it needs', { id: 'x', kind: 'write', path: 'a' }, 'x'],
    ['an array', '[1]', null],
    ['a lone null', 'null', null],
  ])('says what is wrong with %s, and goes on', async (_what, bad, id) => {
    const [first, second] = await lines(bad, { id: 'next', kind: 'read', path: 'a' });
    expect(first).toMatchObject({ id, error: { code: 'invalid-event' } });
    expect(second).toMatchObject({ id: 'next', decision: 'allow' });
  });

  it('says that a path lies outside', async () => {
    const [reply] = await lines({ id: 1, kind: 'write', path: '../x', content: '' });
    expect(reply).toMatchObject({ id: 1, error: { code: 'invalid-path' } });
  });

  it('puts together what comes byte by byte', async () => {
    const bytes = Buffer.from('{"id":"š","kind":"command","command":"packit 🦊"}\n');
    const reply = await exchange([...bytes].map((byte) => Buffer.from([byte])));
    expect(JSON.parse(reply)).toMatchObject({ id: 'š', decision: 'deny' });
  });

  it('tells who it is', async () => {
    const [hello] = await lines({ id: 1, ask: 'hello' });
    expect(hello).toMatchObject({
      id: 1,
      protocol: 1,
      root: place.root,
      pid: process.pid,
      rulebook: daemon.keeper.holder.hash(),
    });
  });

  it('tells what comes into the log to those who ask for it', async () => {
    const connection = await connect(place.root);
    const heard: unknown[] = [];
    connection?.listen(({ trace }) => heard.push(trace));
    await connection?.ask({ ask: 'traces' });
    await connection?.ask({ kind: 'command', command: 'packit z', session: 'listened' });
    expect(heard).toMatchObject([{ type: 'event', session: 'listened', decision: 'deny' }]);
    connection?.close();
    await connection?.closed;
  });

  it('lives through connections that break off', async () => {
    for (let index = 0; index < 20; index += 1) {
      const socket = createConnection(daemon.address.socket);
      socket.on('error', () => undefined);
      socket.write('{"id":1,"kind":"command","command":"packit');
      socket.destroy();
    }
    expect(await lines({ id: 1, kind: 'read', path: 'a' })).toMatchObject([{ decision: 'allow' }]);
  });

  it('refuses a line without end', async () => {
    const reply = await exchange(Array.from({ length: 17 }, () => Buffer.alloc(1 << 20, 0x20)));
    expect(JSON.parse(reply)).toMatchObject({ error: { code: 'invalid-event' } });
  });
});

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly token?: string;
}

function ask({
  method = 'POST',
  path = '/event',
  headers = {},
  body = '',
  token,
}: Asked): Promise<{ status: number; body: string }> {
  const own = token ?? readFileSync(daemon.address.token, 'utf8').trim();
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: readState(daemon.address.state)?.http,
        method,
        path,
        headers: { authorization: `Bearer ${own}`, ...headers },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

describe('the HTTP door', () => {
  const event = JSON.stringify({ id: 9, kind: 'command', command: 'packit' });

  it('answers an event as the socket does', async () => {
    const { status, body } = await ask({ body: event });
    expect(status).toBe(200);
    expect([JSON.parse(body)]).toEqual(await lines(event));
  });

  it('keeps its token for this user alone', () => {
    expect(statSync(daemon.address.token).mode & 0o777).toBe(0o600);
  });

  const refusals: readonly (readonly [string, Asked, number])[] = [
    ['no token', { headers: { authorization: '' } }, 401],
    ['a wrong token', { token: '0'.repeat(64) }, 401],
    ['the name of another host', { headers: { host: 'example.org' } }, 403],
    ['a host that only begins like ours', { headers: { host: '127.0.0.1.example.org' } }, 403],
    ['a page', { headers: { origin: 'http://localhost' } }, 403],
    ['another path', { path: '/' }, 404],
    ['another method', { method: 'GET' }, 405],
    ['a body that is no event', { body: '{}' }, 400],
    ['a question that is no event', { body: '{"ask":"stop"}' }, 400],
    ['a body without end', { body: ' '.repeat(17 << 20) }, 413],
    ['an event that cannot be judged', { body: '{"kind":"read","path":"/x"}' }, 422],
  ];
  it.each(refusals)('refuses %s', async (_what, asked, status) => {
    expect(await ask({ body: event, ...asked }).then((reply) => reply.status)).toBe(status);
  });
});

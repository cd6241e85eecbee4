import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

interface Asked {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly authorization: string | undefined;
}

/** A server that speaks the chat protocol and gives these answers in turn; status 500 when they are used up. */
export class ModelServer {
  readonly asked: Asked[] = [];
  private readonly server: Server;

  private constructor(answers: readonly string[], delay: number) {
    this.server = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part);
      const body = JSON.parse(Buffer.concat(parts).toString());
      const answer = answers[this.asked.length];
      this.asked.push({ ...body, authorization: request.headers.authorization });
      if (request.url !== '/v1/chat/completions' || answer === undefined) {
        response.writeHead(500).end('out of answers');
        return;
      }
      await sleep(delay);
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          choices: [{ index: 0, message: { role: 'assistant', content: answer } }],
          usage: { prompt_tokens: 100, completion_tokens: 20 },
        }),
      );
    });
  }

  /** `delay`: milliseconds before each answer. */
  static async start(answers: readonly string[], delay = 0): Promise<ModelServer> {
    const started = new ModelServer(answers, delay);
    await new Promise<void>((resolve) => started.server.listen(0, '127.0.0.1', resolve));
    return started;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  close(): void {
    this.server.close();
  }
}

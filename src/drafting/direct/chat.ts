import * as z from 'zod';
import { Failure } from '../../model/failure.ts';

export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface Reply {
  readonly text: string;
  /** Tokens as the provider counts them; 0 where it does not say. */
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/** One turn of a conversation with a model. Rejects with a Failure `unavailable`. */
export type Chat = (messages: readonly Message[]) => Promise<Reply>;

interface Provider {
  readonly url: string;
  /** Environment variable of the key; absent where none is needed. */
  readonly key?: string;
}

const PROVIDERS: Readonly<Record<string, Provider>> = {
  openai: { url: 'https://api.openai.com/v1', key: 'OPENAI_API_KEY' },
  anthropic: { url: 'https://api.anthropic.com/v1', key: 'ANTHROPIC_API_KEY' },
  openrouter: { url: 'https://openrouter.ai/api/v1', key: 'OPENROUTER_API_KEY' },
  mistral: { url: 'https://api.mistral.ai/v1', key: 'MISTRAL_API_KEY' },
  ollama: { url: 'http://127.0.0.1:11434/v1' },
  lmstudio: { url: 'http://127.0.0.1:1234/v1' },
};

/** One answer may take this long, in milliseconds. */
const PATIENCE = 180_000;

const answerSchema = z.looseObject({
  choices: z.array(z.looseObject({ message: z.looseObject({ content: z.string().nullable() }) })).min(1),
  usage: z.looseObject({ prompt_tokens: z.number().optional(), completion_tokens: z.number().optional() }).nullish(),
});

/**
 * A chat with `PROVIDER/MODEL` over OpenAI's chat protocol. `BYLAW_MODEL_URL` (and `BYLAW_MODEL_KEY`) name another
 * endpoint that speaks it. Throws a Failure `unavailable` for an unknown provider and where the key is missing.
 */
export function openChat(name: string, env: Readonly<Record<string, string | undefined>>): Chat {
  const [, providerName = '', model = ''] = /^([^/]+)\/(.+)$/.exec(name) ?? [];
  const provider = PROVIDERS[providerName];
  const url = env.BYLAW_MODEL_URL ?? provider?.url;
  if (model === '' || url === undefined) {
    throw new Failure('usage', `expected PROVIDER/MODEL, found ${JSON.stringify(name)}`, {
      remedy: `providers: ${Object.keys(PROVIDERS).join(', ')}; for any other endpoint set BYLAW_MODEL_URL`,
    });
  }
  const key = env.BYLAW_MODEL_KEY ?? (provider?.key === undefined ? undefined : env[provider.key]);
  if (key === undefined && provider?.key !== undefined && env.BYLAW_MODEL_URL === undefined) {
    throw new Failure('unavailable', `there is no key for ${providerName}: ${provider.key} is not set`, {
      remedy: 'set it, or let your own agent write the rules, without a key: bylaw draft',
    });
  }
  return (messages) => ask(`${url.replace(/\/$/, '')}/chat/completions`, model, key, messages);
}

async function ask(url: string, model: string, key: string | undefined, messages: readonly Message[]): Promise<Reply> {
  const failed = (why: string, cause?: unknown) =>
    new Failure('unavailable', `the model does not answer: ${why}`, { place: url, cause });
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, messages }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    body = response.ok ? await response.json() : await response.text();
  } catch (error) {
    throw failed(error instanceof Error ? error.message : String(error), error);
  }
  if (!response.ok) throw failed(`status ${response.status}: ${String(body).slice(0, 200)}`);
  const read = answerSchema.safeParse(body);
  if (!read.success) throw failed('its answer is not of the chat protocol');
  const { choices, usage } = read.data;
  return {
    text: choices[0]?.message.content ?? '',
    tokensIn: usage?.prompt_tokens ?? 0,
    tokensOut: usage?.completion_tokens ?? 0,
  };
}

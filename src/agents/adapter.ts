import type { HostConfig } from './config/entry.ts';
import type { Payload } from './payload.ts';
import type { ToolCall } from './tools/call.ts';

export const AGENTS = [
  'claude',
  'codex',
  'cursor',
  'gemini',
  'copilot',
  'vscode',
  'windsurf',
  'devin',
  'cline',
  'kiro',
  'droid',
  'opencode',
  'amp',
] as const;
export type AgentName = (typeof AGENTS)[number];

/**
 * When a host calls: before a tool runs, after it ran, at a point made for telling what is still
 * broken, when the agent believes it is done, when a session starts, or for something we do not judge.
 */
export type Moment = 'before' | 'after' | 'report' | 'stop' | 'start' | 'none';

/** A host's call understood. Paths are still as the host wrote them. */
export interface Occasion {
  readonly moment: Moment;
  /** The host's name of the event, where its answer must repeat it. */
  readonly event: string;
  /** The host's session, unique within the host. */
  readonly session: string;
  readonly calls: readonly ToolCall[];
  /** Folder in which relative paths and commands are meant. */
  readonly cwd?: string | undefined;
  /** The root of the work space as the host names it. */
  readonly base?: string | undefined;
  /** At `after`: this answer may carry what is still broken. */
  readonly carries?: boolean;
  /** At `stop`: the agent goes on because an earlier stop was refused. */
  readonly again?: boolean;
  /** At `start`: the session goes on from earlier; what it did is not forgotten. */
  readonly resumed?: boolean;
}

/** What the host must be told. */
export type Outcome =
  | { readonly kind: 'silent' }
  | { readonly kind: 'deny'; readonly reason: string }
  | { readonly kind: 'tell'; readonly text: string };

/** What a hook process leaves behind. With status 2 the text goes to standard error, else to standard output. */
export interface Answer {
  readonly status: 0 | 2;
  readonly text: string;
}

/** One agent host: its payloads in, its answers out, its configuration file. */
export interface Adapter {
  readonly name: AgentName;
  readonly title: string;
  /** Longest reason (characters) that the host hands to the model. */
  readonly limit: number;
  /** `hint` is the event's name where the host gives it outside the payload. */
  read(payload: Payload, hint?: string): Occasion;
  answer(outcome: Outcome, occasion: Occasion): Answer;
  readonly config: HostConfig;
}

export const SILENT: Answer = { status: 0, text: '' };

export function json(value: object): Answer {
  return { status: 0, text: JSON.stringify(value) };
}

/** The answer of hosts that read standard error of a hook that ends with status 2. */
export function refusal(reason: string): Answer {
  return { status: 2, text: reason };
}

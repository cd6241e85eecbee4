import type { AgentName } from '../../src/agents/adapter.ts';
import type { Speaker } from './speakers/act.ts';
import { claude, codex, devin, droid, kiro, vscode } from './speakers/claude-shaped.ts';
import { amp, cline, copilot, cursor, gemini, opencode, windsurf } from './speakers/own-shaped.ts';

/** How each host words what an agent does, from its documentation and from captures. */
export const SPEAKERS: Readonly<Record<AgentName, Speaker>> = {
  claude,
  codex,
  cursor,
  gemini,
  copilot,
  vscode,
  windsurf,
  devin,
  cline,
  kiro,
  droid,
  opencode,
  amp,
};

export type { Act } from './speakers/act.ts';

import { table } from '../../model/table.ts';
import { type Answer, json, type Moment, type Occasion, type Outcome, SILENT } from '../adapter.ts';
import { flag, type Payload, part, text } from '../payload.ts';
import { callsOf, type ToolTable } from '../tools/tool-table.ts';

/** Claude Code's events, which many hosts took over. */
const MOMENTS: Readonly<Record<string, Moment>> = table({
  PreToolUse: 'before',
  PostToolUse: 'after',
  PostToolUseFailure: 'after',
  PostToolBatch: 'report',
  Stop: 'stop',
  SessionStart: 'start',
});

/** Reads a payload with `hook_event_name`, `tool_name`, `tool_input` (Claude Code `docs/hooks.md`). */
export function readClaudeLike(payload: Payload, tools: ToolTable, hint?: string): Occasion {
  const event = text(payload, 'hook_event_name', 'hookEventName') ?? hint ?? '';
  const moment = MOMENTS[event.charAt(0).toUpperCase() + event.slice(1)] ?? 'none';
  const tool = text(payload, 'tool_name') ?? '';
  const failed = event === 'PostToolUseFailure';
  const result = payload.tool_response ?? payload.tool_output ?? payload.tool_result;
  const calls =
    moment === 'before' || moment === 'after' ? callsOf(tools, tool, part(payload, 'tool_input'), result) : [];
  return {
    moment,
    event,
    session: text(payload, 'session_id') ?? 'default',
    cwd: text(payload, 'cwd'),
    calls: moment === 'after' ? calls.map((call) => withExit(call, failed ? 1 : 0)) : calls,
    carries: moment === 'after' || moment === 'report',
    again: flag(payload, 'stop_hook_active'),
    resumed: ['resume', 'compact'].includes(text(payload, 'source') ?? ''),
  };
}

/** A command whose host does not tell the status: the event itself says whether it succeeded. */
export function withExit<C extends Occasion['calls'][number]>(call: C, exitCode: number): C {
  return call.kind === 'command' && call.exitCode === undefined ? { ...call, exitCode } : call;
}

/** Answers with `hookSpecificOutput`, or `decision: "block"` where the event is a stop. */
export function answerClaudeLike(outcome: Outcome, occasion: Occasion): Answer {
  if (outcome.kind === 'silent') return SILENT;
  if (outcome.kind === 'deny') {
    return occasion.moment === 'before'
      ? json({
          hookSpecificOutput: {
            hookEventName: occasion.event,
            permissionDecision: 'deny',
            permissionDecisionReason: outcome.reason,
          },
        })
      : json({ decision: 'block', reason: outcome.reason });
  }
  return json({ hookSpecificOutput: { hookEventName: occasion.event, additionalContext: outcome.text } });
}

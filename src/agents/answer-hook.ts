import type { Event } from '../model/event.ts';
import { Failure } from '../model/failure.ts';
import type { RepoPath } from '../model/path.ts';
import type { Verdict, Violation } from '../model/verdict.ts';
import type { RepositoryView } from '../repository/view.ts';
import type { Adapter, Answer, Occasion, Outcome } from './adapter.ts';
import { ADAPTERS, detectAgent, isAgentName } from './adapters.ts';
import { changedPaths, eventsOf } from './events.ts';
import { parsePayload } from './payload.ts';
import { type Told, tracesOf } from './trace.ts';

/** What a hook process was started with. */
export interface HookQuestion {
  /** Name of the host, or `auto`. */
  readonly agent: string;
  /** Name of the event where the host gives it as an argument; else empty. */
  readonly event: string;
  /** Standard input, as it came. */
  readonly payload: string;
}

/** Who judges: the daemon, or the repository opened in this process. */
export interface Desk {
  readonly root: string;
  readonly view: RepositoryView;
  readonly failure: 'closed' | 'open';
  take(event: Event): Promise<Verdict>;
  /** What these files, or with none named all that the session changed, have brought since the last commit. */
  standing(session: string, paths?: readonly RepoPath[]): Promise<readonly Violation[]>;
}

/** A host's call from payload to answer. Never rejects: what cannot be judged is denied, unless failures are open. */
export async function answerHook(question: HookQuestion, desk: Desk): Promise<Answer> {
  const payload = parsePayload(question.payload);
  const adapter = ADAPTERS[isAgentName(question.agent) ? question.agent : detectAgent(payload ?? {})];
  if (payload === undefined) {
    return refuse(adapter, question, desk.failure, 'the hook was handed something that is no JSON object');
  }
  const occasion = named(adapter.read(payload, question.event === '' ? undefined : question.event), adapter);
  try {
    return adapter.answer(await outcomeOf(occasion, adapter, desk), occasion);
  } catch (error) {
    const reason = error instanceof Failure ? error.toString() : String(error);
    return refuse(adapter, question, desk.failure, reason);
  }
}

/** The answer of a door that cannot look. Only what would happen is denied; what has happened stays as it is. */
export function refuse(adapter: Adapter, question: HookQuestion, failure: Desk['failure'], why: string): Answer {
  const payload = parsePayload(question.payload);
  const occasion = adapter.read(payload ?? {}, question.event === '' ? undefined : question.event);
  const wouldHappen = payload === undefined || occasion.moment === 'before';
  if (failure === 'open' || !wouldHappen) return adapter.answer({ kind: 'silent' }, occasion);
  const reason = [
    `bylaw could not judge this, so it does not pass: ${why.slice(0, 1500)}`,
    '(`bylaw doctor` shows what is wrong; `failure: open` in bylaw.yaml lets such calls pass)',
  ].join('\n');
  const event = occasion.event === '' ? 'PreToolUse' : occasion.event;
  return adapter.answer({ kind: 'deny', reason }, { ...occasion, moment: 'before', event });
}

async function outcomeOf(occasion: Occasion, adapter: Adapter, desk: Desk): Promise<Outcome> {
  if (occasion.moment === 'none') return { kind: 'silent' };
  const told: Told[] = [];
  for (const event of eventsOf(occasion, desk.view, desk.root)) {
    const { violations } = await desk.take(event);
    told.push(...violations.map((violation) => ({ violation, event })));
  }
  if (occasion.moment === 'before') return denial(told, adapter.limit);
  if (occasion.moment === 'start') return { kind: 'silent' };
  if (occasion.moment === 'stop') {
    // An agent that was sent back once is not held for ever.
    if (occasion.again) return { kind: 'silent' };
    const standing = await desk.standing(occasion.session);
    return denial([...told, ...standing.map((violation) => ({ violation }))], adapter.limit);
  }
  if (occasion.carries === true) {
    const paths = changedPaths(occasion, desk.view, desk.root);
    const standing = paths.length > 0 ? await desk.standing(occasion.session, paths) : [];
    told.push(...standing.map((violation) => ({ violation })));
  }
  return told.length === 0 ? { kind: 'silent' } : { kind: 'tell', text: tracesOf(told, adapter.limit) };
}

/** Warnings are told after the fact; only errors stop anything. */
function denial(told: readonly Told[], limit: number): Outcome {
  const errors = told.filter(({ violation }) => violation.severity === 'error');
  return errors.length === 0 ? { kind: 'silent' } : { kind: 'deny', reason: tracesOf(errors, limit) };
}

/** Sessions of different hosts are different sessions. */
function named(occasion: Occasion, adapter: Adapter): Occasion {
  return { ...occasion, session: `${adapter.name}-${occasion.session}` };
}

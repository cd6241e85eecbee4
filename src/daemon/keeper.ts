import { readCommandLine } from '../checks/command/read.ts';
import { decisionOf } from '../engine/verdict.ts';
import type { Event } from '../model/event.ts';
import { Failure } from '../model/failure.ts';
import { repoPath } from '../model/path.ts';
import type { Session } from '../model/session.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Address } from './address.ts';
import { createCookies } from './cookies.ts';
import { excused, lineOf } from './excuse.ts';
import { gitState } from './git-state.ts';
import { type Holder, holdRepository } from './holder.ts';
import { openJournal } from './journal.ts';
import { lateSurvey } from './late-survey.ts';
import { createLedger, type OpenViolation } from './ledger.ts';
import { openLog, type TraceLog } from './log.ts';
import { wantsExitStatus } from './named-programs.ts';
import { openInLog } from './open-in-log.ts';
import { createPresence } from './presence.ts';
import { repoFolder } from './repo-folder.ts';
import type { Survey } from './survey.ts';
import type { WatchWay } from './tree-watcher.ts';
import type { ShellQuestion } from './words.ts';

/** What a shell is told about its command. */
export interface ShellAnswer {
  readonly event: Event;
  readonly verdict: Verdict;
  /** The shell is to report how the command ended. */
  readonly tell: boolean;
}

/** Everything that the daemon of one repository knows and does; the doors ask it. */
export interface Keeper {
  readonly holder: Holder;
  readonly log: TraceLog;
  /** Judges, remembers and logs an event. Rejects with a Failure for one that cannot be judged. */
  answer(event: Event): Promise<Verdict>;
  answerShell(question: ShellQuestion): Promise<ShellAnswer>;
  /** What a session has done so far. */
  session(id: string): Promise<Session>;
  /** Resolves when every file written so far has been seen and judged. */
  sync(): Promise<void>;
  /** Resolves when the tree is watched and has been looked through once. */
  ready(): Promise<void>;
  status(): KeeperStatus;
  close(): Promise<void>;
}

export interface KeeperStatus {
  readonly rules: number;
  readonly rulebook: string;
  readonly broken: string | undefined;
  readonly files: number;
  readonly standing: number;
  readonly open: readonly OpenViolation[];
  readonly sessions: readonly string[];
  readonly events: number;
  readonly watching: string;
  /** How the prose differs from the rulebook, in words; empty if it does not. */
  readonly drift: string;
  readonly scanned: { readonly done: number; readonly of: number };
  readonly log: string | undefined;
}

/** Characters of a command that the log keeps. */
const MAX_LOGGED = 500;

export interface KeeperOptions {
  readonly watch?: boolean;
  /** How to watch; the size of the tree decides where this is not given. */
  readonly way?: WatchWay;
  readonly logBound?: number;
  /** Called when other rules have come into force. */
  readonly onRules?: (holder: Holder) => void;
}

export async function createKeeper(address: Address, options: KeeperOptions = {}): Promise<Keeper> {
  const { root } = address;
  const holder = await holdRepository(root);
  const log = openLog(address.log, options.logBound === undefined ? {} : { bound: options.logBound });
  const journal = openJournal(address.sessions);
  const ledger = createLedger();
  const presence = createPresence();
  const git = gitState(root);
  const cookies = createCookies(address.cookies);
  const folder = repoFolder(root);
  let events = 0;

  for (const open of openInLog(address.log)) ledger.reopen(open);

  const survey: Survey | undefined =
    options.watch === false
      ? undefined
      : lateSurvey({
          holder,
          ledger,
          git,
          log,
          presence,
          cookies,
          way: options.way,
          onRules: () => options.onRules?.(holder),
        });

  const judged = async (event: Event): Promise<Verdict> => {
    const { guard, view } = holder.current();
    if (git.moved()) view.refresh();
    await journal.recall(event.session, guard, view);
    const verdict = await guard.take(event);
    journal.note(event, guard);
    if (event.phase === 'after' && event.kind !== 'read') view.refresh();
    return verdict;
  };

  const logged = (event: Event, verdict: Verdict): void => {
    events += 1;
    log.append({
      type: 'event',
      ...descriptionOf(event),
      decision: verdict.decision,
      ...(verdict.violations.length > 0 && { violations: [...verdict.violations] }),
    });
  };

  const handle = async (event: Event, under: readonly string[]): Promise<Verdict> => {
    presence.heard(event);
    if (event.kind === 'stop') await survey?.sync();
    try {
      const own = excused(await judged(event), holder.current().rules, under);
      const verdict = withNews(own, presence.deliver(event));
      logged(event, verdict);
      return verdict;
    } catch (error) {
      events += 1;
      const message = error instanceof Failure ? error.message : String(error);
      log.append({ type: 'event', ...descriptionOf(event), decision: 'error', error: message });
      throw error;
    }
  };

  /** A line that starts with going to a folder outside the repository: does nothing behind that come back into it? */
  const runsElsewhere = (line: string): boolean => {
    const { invocations, effects } = readCommandLine(line, repoPath('.'), holder.current().view);
    return effects.length === 0 && invocations.slice(1).every((invocation) => invocation.cwd === undefined);
  };

  return {
    holder,
    log,
    answer: (event) => handle(event, []),
    async answerShell(question) {
      const line = question.form === 'line' ? (question.words[0] ?? '') : lineOf(question.words);
      const cwd = folder(question.cwd);
      const event: Event = {
        kind: 'command',
        phase: question.phase,
        session: question.session,
        command: cwd === undefined ? `cd ${lineOf([question.cwd])} && ${line}` : line,
        cwd: cwd ?? '.',
        ...(question.exitCode !== undefined && { exitCode: question.exitCode }),
      };
      if (cwd === undefined && runsElsewhere(event.command)) {
        return { event, verdict: { decision: 'allow', violations: [] }, tell: false };
      }
      const verdict = await handle(event, question.under);
      return { event, verdict, tell: wantsExitStatus(holder.current().rules) };
    },
    async session(id) {
      const { guard, view } = holder.current();
      await journal.recall(id, guard, view);
      return guard.session(id);
    },
    sync: async () => survey?.sync(),
    ready: async () => survey?.ready,
    status() {
      const { files, standing } = ledger.size();
      const trouble = log.trouble();
      return {
        rules: holder.current().rules.length,
        rulebook: holder.hash(),
        broken: holder.broken(),
        files,
        standing,
        open: ledger.open(),
        sessions: presence.present(),
        events,
        watching: survey?.way() ?? 'nothing',
        drift: survey?.drift() ?? '',
        scanned: survey?.progress() ?? { done: 0, of: 0 },
        log: trouble && `${trouble.reason} (${trouble.waiting} waiting, ${trouble.lost} lost)`,
      };
    },
    async close() {
      await survey?.close();
      cookies.close();
      log.close();
    },
  };
}

function withNews(verdict: Verdict, news: readonly OpenViolation[]): Verdict {
  const known = new Set(
    verdict.violations.map(({ rule, location, found }) => JSON.stringify([rule, location?.path, found])),
  );
  const added = news
    .filter(({ violation: { rule, location, found } }) => !known.has(JSON.stringify([rule, location?.path, found])))
    .map(({ violation }) => violation);
  if (added.length === 0) return verdict;
  const violations = [...verdict.violations, ...added];
  return { ...verdict, violations, decision: decisionOf(violations) };
}

function descriptionOf(event: Event) {
  const { session, kind, phase, id } = event;
  const what =
    kind === 'command'
      ? event.command
      : kind === 'rename'
        ? `${event.from} → ${event.to}`
        : 'path' in event
          ? event.path
          : '';
  return {
    session,
    kind,
    phase,
    what: shortened(what),
    ...(id !== undefined && { id }),
    ...(kind === 'command' && event.exitCode !== undefined && { exitCode: event.exitCode }),
  };
}

/** A command or path as the log has it: one line, not too long. */
function shortened(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ');
  return line.length > MAX_LOGGED ? `${line.slice(0, MAX_LOGGED)}…` : line;
}

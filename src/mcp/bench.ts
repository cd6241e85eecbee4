import path from 'node:path';
import { watch } from 'chokidar';
import { standing } from '../agents/standing.ts';
import { compile } from '../compiler/compile.ts';
import { type OpenRepository, openRepository } from '../engine/open.ts';
import { newSession } from '../engine/session.ts';
import { committedTexts } from '../git/committed.ts';
import { changedInWorkTree } from '../git/work-tree.ts';
import { type Event, eventSchema } from '../model/event.ts';
import { Failure } from '../model/failure.ts';
import { parseRepoPath } from '../model/path.ts';
import type { Source } from '../model/span.ts';
import type { Verdict, Violation } from '../model/verdict.ts';
import { ruleText, statementText } from '../report/explanation.ts';
import { paintFor } from '../report/paint.ts';
import { describeRule } from '../rulebook/describe.ts';
import { type DraftingDesk, draftingDesk } from './drafting.ts';
import { governing } from './governing.ts';

/** A rule as it is listed. */
export interface Listed {
  readonly id: string;
  readonly severity: 'error' | 'warning';
  readonly kind: string;
  readonly does: string;
  readonly source: Source;
  readonly instead?: string | undefined;
}

/** What the MCP server asks. Everything may reject with a Failure. */
export interface Bench {
  judge(event: object): Promise<{ readonly verdict: Verdict; readonly event: Event }>;
  rulesFor(path: string): Promise<readonly Listed[]>;
  allRules(): Promise<readonly Listed[]>;
  openViolations(): Promise<readonly Violation[]>;
  explain(what: string): Promise<string>;
  readonly drafting: DraftingDesk;
  onChange(listener: (what: 'rules' | 'violations') => void): void;
  close(): Promise<void>;
}

/** Files that change which rules are in force. */
const GOVERNING = ['.bylaw/rulebook.yaml', '.bylaw/rules', 'bylaw.yaml'];
/** Changes this close together (milliseconds) are announced once. */
const QUIET = 100;

/** A bench on a repository on disk. Opens it when first asked, and anew when its rules change. */
export function openBench(root: string): Bench {
  const listeners: ((what: 'rules' | 'violations') => void)[] = [];
  let opened: Promise<OpenRepository> | undefined;
  const repository = (): Promise<OpenRepository> => {
    opened ??= openRepository(root);
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  };
  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: (file) => /(^|[\\/])(\.git|node_modules|\.bylaw[\\/](run|cache))([\\/]|$)/.test(path.relative(root, file)),
  });
  const pending = new Set<'rules' | 'violations'>();
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_event, file) => {
    const inside = path.relative(root, file).replaceAll(path.sep, '/');
    const rules = GOVERNING.some((one) => inside === one || inside.startsWith(`${one}/`));
    if (rules) {
      opened = undefined;
      pending.add('rules');
    }
    pending.add('violations');
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const what of pending) for (const listener of listeners) listener(what);
      pending.clear();
    }, QUIET);
  });
  watcher.on('error', () => undefined);

  const paint = paintFor({});
  return {
    async judge(asked) {
      const { engine, view } = await repository();
      const event = eventSchema.parse(asked);
      view.refresh();
      return { event, verdict: await engine.judge(event, view, newSession('mcp')) };
    },
    async rulesFor(asked) {
      const inside = parseRepoPath(asked);
      if (inside === undefined) throw new Failure('invalid-path', `the path lies outside the repository: ${asked}`);
      return governing((await repository()).rules, inside).map(listed);
    },
    allRules: async () => (await repository()).rules.map(listed),
    async openViolations() {
      const { engine, view } = await repository();
      view.refresh();
      const files = changedInWorkTree(view.root).filter((file) => !file.startsWith('.bylaw/'));
      return standing(files, engine, view, committedTexts(view.root, files));
    },
    async explain(what) {
      const { rules, view, settings } = await repository();
      const known = rules.find((rule) => rule.id === what);
      if (known) return ruleText(known, paint);
      const [, file, line] = /^(.+):(\d+)$/.exec(what) ?? [];
      const { readings } = await compile(view, settings);
      const meant = readings.filter(
        ({ directive: { source } }) =>
          source.file === file && source.line <= Number(line) && Number(line) <= source.endLine,
      );
      if (meant.length === 0) throw new Failure('usage', `no rule is called, and no statement stands at, ${what}`);
      return meant.map((reading) => statementText(reading, paint)).join('\n');
    },
    drafting: draftingDesk(root),
    onChange: (listener) => {
      listeners.push(listener);
    },
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

function listed(rule: OpenRepository['rules'][number]): Listed {
  const { id, severity, source, instead, check } = rule;
  return {
    id,
    severity,
    kind: check.kind,
    does: describeRule(rule),
    source,
    ...(instead !== undefined && { instead }),
  };
}

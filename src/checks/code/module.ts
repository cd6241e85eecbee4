import type { RepoPath } from '../../model/path.ts';
import type { RuleOf } from '../../model/rule.ts';
import { isGenerated } from '../../repository/attributes.ts';
import type { PathTest } from '../../repository/globs.ts';
import { languageOf } from '../../repository/languages.ts';
import type { RepositoryView } from '../../repository/view.ts';
import type { CheckModule, Finding, Inspection, MaybePromise, PrepareContext } from '../contract.ts';
import { displaced, lost } from '../kept.ts';
import { concernTest } from './concern.ts';
import type { Inspector } from './inspector.ts';
import { NO_CACHE, openResultCache } from './result-cache.ts';
import { scanTree } from './scan.ts';

/** From this many files on, earlier results are looked up even where the queries stand ready. */
const MANY = 20;

/** Rules that look at texts as they stand, and rules about what an edit takes away, each ready to judge. */
interface Inspectors {
  readonly standing: Inspector;
  readonly keeping: Inspector;
}

/** Syntax-tree queries over source text. */
export const codeChecks: CheckModule<'code'> = {
  kind: 'code',
  prepare(rules, context) {
    const standing = rules.filter((rule) => !stays(rule));
    const keeping = rules.filter(stays);
    let rejections = 0;
    const reject: PrepareContext['reject'] = (rule, reason) => {
      rejections += 1;
      context.reject(rule, reason);
    };
    // Who finds all results in the cache needs neither parser nor queries.
    let loaded: Inspectors | undefined;
    let loading: Promise<Inspectors> | undefined;
    const load = async (): Promise<Inspectors> => {
      const { inspectorsFor } = await import('./inspector.ts');
      const create = await inspectorsFor({ ...context, reject });
      loaded = { standing: create(standing), keeping: create(keeping) };
      return loaded;
    };
    const inspectors = (): MaybePromise<Inspectors> => {
      loading ??= load();
      return loaded ?? loading;
    };
    const concernsStanding = concernTest(standing);
    const concernsKeeping = concernTest(keeping);
    let looked = false;
    return {
      async inspect(path, view) {
        const text = judgeableText(concernsStanding, path, view);
        return typeof text === 'string' ? (await inspectors()).standing.inspect(path, text) : text;
      },
      inspectAll(paths, view) {
        // A process that looks at one file and ends is spared the queries; one that goes on looking has them.
        const cache = looked && paths.length < MANY ? NO_CACHE : openResultCache(view.root, standing);
        looked = true;
        return scanTree({
          rules: standing,
          paths,
          cache,
          textOf: (path) => judgeableText(concernsStanding, path, view),
          inspector: async () => (await inspectors()).standing,
          reject,
          hasRejected: () => rejections > 0,
        });
      },
      async act(action, { before, after }) {
        // What a command writes is not known, and a new file has nothing to keep.
        if (action.kind !== 'change' || action.change === 'create' || action.change === 'delete') return [];
        if (action.by && action.content === undefined) return [];
        const from = action.from ?? action.path;
        const old = judgeableText(concernsKeeping, from, before);
        const now = judgeableText(concernsKeeping, action.path, after);
        if (typeof old !== 'string' || typeof now !== 'string') return [];
        const { keeping: keeper } = await inspectors();
        return withdrawn(keeper.inspect(from, old), keeper.inspect(action.path, now), action.path);
      },
      async complete() {
        const all = await inspectors();
        all.standing.complete();
        all.keeping.complete();
      },
    };
  },
};

function stays({ check }: RuleOf<'code'>): boolean {
  return check.mode === 'keep' || check.mode === 'append';
}

/** What an edit took from matches that have to stay. A text that cannot be looked at breaks nothing. */
function withdrawn(old: Inspection, now: Inspection, path: RepoPath): readonly Finding[] {
  if (old.notLookedAt !== undefined || now.notLookedAt !== undefined) return [];
  return [...new Set(old.findings.map(({ rule }) => rule))].flatMap((rule) => {
    const [before, after] = [old, now].map(({ findings }) => findings.filter((finding) => finding.rule === rule));
    const judge = rule.check.kind === 'code' && rule.check.mode === 'append' ? displaced : lost;
    return judge(rule, path, before ?? [], after ?? []);
  });
}

/** The text to judge; or the inspection that says that there is nothing to judge, or why it cannot be. */
function judgeableText(concerns: PathTest, path: RepoPath, view: RepositoryView): string | Inspection {
  if (!concerns(path)) return { findings: [] };
  const content = view.read(path);
  if (content?.kind === 'text') return isGenerated(path, view, content.text) ? { findings: [] } : content.text;
  const isSource = languageOf(path) !== undefined;
  return content && isSource ? { findings: [], notLookedAt: content.reason } : { findings: [] };
}

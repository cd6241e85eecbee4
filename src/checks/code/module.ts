import type { RepoPath } from '../../model/path.ts';
import type { RuleOf } from '../../model/rule.ts';
import { isGenerated } from '../../repository/attributes.ts';
import { languageOf } from '../../repository/languages.ts';
import type { RepositoryView } from '../../repository/view.ts';
import type { CheckModule, Finding, Inspection } from '../contract.ts';
import { displaced, lost } from '../kept.ts';
import { combine } from './combined.ts';
import { startSyntax } from './grammars.ts';
import { createInspector, type Inspector } from './inspector.ts';
import { NO_CACHE, openResultCache } from './result-cache.ts';
import { scanTree } from './scan.ts';
import { combineForExamples } from './walk-examples.ts';

/** From this many files on, earlier results are looked up even where the queries stand ready. */
const MANY = 20;

/** Syntax-tree queries over source text. */
export const codeChecks: CheckModule<'code'> = {
  kind: 'code',
  async prepare(rules, context) {
    await startSyntax();
    const standing = rules.filter((rule) => !stays(rule));
    const by = context.examplesOnly ? combineForExamples : combine;
    const inspector = createInspector(standing, context.reject, by);
    const keeper = createInspector(rules.filter(stays), context.reject, by);
    let looked = false;
    const textOf = (path: RepoPath, view: RepositoryView) => judgeableText(inspector, path, view);
    return {
      inspect(path, view) {
        const text = textOf(path, view);
        return typeof text === 'string' ? inspector.inspect(path, text) : text;
      },
      inspectAll(paths, view) {
        // A process that looks at one file and ends is spared the queries; one that goes on looking has them.
        const cache = looked && paths.length < MANY ? NO_CACHE : openResultCache(view.root, standing);
        looked = true;
        return scanTree(standing, inspector, paths, view, textOf, cache, context.reject);
      },
      act(action, { before, after }) {
        // What a command writes is not known, and a new file has nothing to keep.
        if (action.kind !== 'change' || action.change === 'create' || action.change === 'delete') return [];
        if (action.by && action.content === undefined) return [];
        const [old, now] = [
          judgeableText(keeper, action.from ?? action.path, before),
          judgeableText(keeper, action.path, after),
        ];
        if (typeof old !== 'string' || typeof now !== 'string') return [];
        return withdrawn(
          keeper.inspect(action.from ?? action.path, old),
          keeper.inspect(action.path, now),
          action.path,
        );
      },
      complete() {
        inspector.complete();
        keeper.complete();
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
function judgeableText(inspector: Inspector, path: RepoPath, view: RepositoryView): string | Inspection {
  if (!inspector.concerns(path)) return { findings: [] };
  const content = view.read(path);
  if (content?.kind === 'text') return isGenerated(path, view, content.text) ? { findings: [] } : content.text;
  const isSource = languageOf(path) !== undefined;
  return content && isSource ? { findings: [], notLookedAt: content.reason } : { findings: [] };
}

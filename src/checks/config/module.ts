import type { RepoPath } from '../../model/path.ts';
import type { RuleOf } from '../../model/rule.ts';
import { globTest, type PathTest, scopeTest } from '../../repository/globs.ts';
import { type RepositoryView, textOf } from '../../repository/view.ts';
import type { CheckModule, Finding } from '../contract.ts';
import { lineIndex } from '../lines.ts';
import { type ConfigJudge, compileConfig, type Fault } from './judge.ts';
import { parseConfig } from './parse.ts';
import type { Parsed } from './tree.ts';

interface Prepared {
  readonly rule: RuleOf<'config'>;
  readonly judge: ConfigJudge;
  readonly speaksOf: PathTest;
}

/** Values of manifests and configuration files. */
export const configChecks: CheckModule<'config'> = {
  kind: 'config',
  prepare(rules, context) {
    const prepared: Prepared[] = [];
    for (const rule of rules) {
      try {
        const files = globTest(rule.check.files);
        const inScope = scopeTest(rule.scope);
        prepared.push({ rule, judge: compileConfig(rule.check), speaksOf: (path) => files(path) && inScope(path) });
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        context.reject(rule, error.message);
      }
    }

    return {
      inspect(path, view) {
        const concerned = prepared.filter(({ speaksOf }) => speaksOf(path));
        if (concerned.length === 0) return { findings: [] };
        const content = view.read(path);
        if (!content) return { findings: [] };
        if (content.kind !== 'text') return { findings: [], notLookedAt: content.reason };
        // An empty file says nothing yet; what it lacks is asked of it once it does.
        if (content.text.trim() === '') return { findings: [] };
        const parsed = parseConfig(path, content.text);
        if ('problem' in parsed) return { findings: [], notLookedAt: parsed.problem };
        const find = finder(path, content.text);
        return {
          findings: concerned.flatMap(({ rule, judge }) =>
            judge.faults(parsed.documents).map((fault) => find(rule, fault)),
          ),
        };
      },

      act(action, { before, after }) {
        // What a command writes is not known, and a new file has nothing to keep.
        if (action.kind !== 'change' || action.by || (action.change !== 'modify' && action.change !== 'rename'))
          return [];
        const was = action.from ?? action.path;
        const concerned = prepared.filter(({ rule, speaksOf }) => rule.check.expect.unchanged && speaksOf(was));
        if (concerned.length === 0) return [];
        const old = parsedAt(was, before);
        const now = parsedAt(action.path, after);
        if (!old || !now || 'problem' in old || 'problem' in now) return [];
        const find = finder(action.path, textOf(after, action.path) ?? '');
        return concerned.flatMap(({ rule, judge }) =>
          judge.changes(old.documents, now.documents).map((fault) => find(rule, fault)),
        );
      },
    };
  },
};

function parsedAt(path: RepoPath, view: RepositoryView): Parsed | undefined {
  const text = textOf(view, path);
  return text === undefined ? undefined : parseConfig(path, text);
}

function finder(path: RepoPath, text: string): (rule: RuleOf<'config'>, fault: Fault) => Finding {
  const lines = lineIndex(text);
  return (rule, { at, message, found }) => ({
    rule,
    location: { path, ...(at && lines.spanOf(at.start, at.end)) },
    message,
    found,
  });
}

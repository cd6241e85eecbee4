import type { RepoPath } from '../../model/path.ts';
import { isGenerated } from '../../repository/attributes.ts';
import { languageOf } from '../../repository/languages.ts';
import type { RepositoryView } from '../../repository/view.ts';
import type { CheckModule, Inspection } from '../contract.ts';
import { startSyntax } from './grammars.ts';
import { createInspector, type Inspector } from './inspector.ts';
import { scanTree } from './scan.ts';

/** Syntax-tree queries over source text. */
export const codeChecks: CheckModule<'code'> = {
  kind: 'code',
  async prepare(rules, context) {
    await startSyntax();
    const inspector = createInspector(rules, context.reject);
    const textOf = (path: RepoPath, view: RepositoryView) => judgeableText(inspector, path, view);
    return {
      inspect(path, view) {
        const text = textOf(path, view);
        return typeof text === 'string' ? inspector.inspect(path, text) : text;
      },
      inspectAll: (paths, view) => scanTree(rules, inspector, paths, view, textOf, context.reject),
      complete: () => inspector.complete(),
    };
  },
};

/** The text to judge; or the inspection that says that there is nothing to judge, or why it cannot be. */
function judgeableText(inspector: Inspector, path: RepoPath, view: RepositoryView): string | Inspection {
  if (!inspector.concerns(path)) return { findings: [] };
  const content = view.read(path);
  if (content?.kind === 'text') return isGenerated(path, view, content.text) ? { findings: [] } : content.text;
  const isSource = languageOf(path) !== undefined;
  return content && isSource ? { findings: [], notLookedAt: content.reason } : { findings: [] };
}

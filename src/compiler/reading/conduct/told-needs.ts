import type { Mention } from '../../../model/intent.ts';
import { stretch } from '../grammar/tokens.ts';
import { readItems } from '../naming/mention.ts';
import type { ReadClause } from '../setting.ts';

const DIFF =
  /\b(?:self-)?(?:review|inspect|re-?read|audit|look (?:over|at|through)|examine|check|go over)(?:ing)?\b(?: (?:the|your|own|full|complete|whole|final|entire|staged|generated|of|all))* (?:git )?(?:diffs?\b|changes with `git diff`)/i;
const CI =
  /\b(?:github actions|ci|ci checks|ci pipeline|all checks|status checks|pipelines?|workflows?)\b(?: \w+){0,3} (?:pass(?:es|ed)?|green|succeeds?|succeeded)\b/i;

/** What has to be done first where no command names it: "review the diff", "GitHub Actions pass". */
export function needsTold({ clause, setting }: ReadClause): readonly Mention[] {
  const { statement, knowledge } = setting;
  const body = clause.subject.length > 0 ? [...clause.subject, ...clause.body] : clause.body;
  const text = stretch(body, statement);
  const merges = clause.adjuncts.some(
    (each) => each.relation === 'before' && /\bmerg/i.test(stretch(each.tokens, statement)),
  );
  if (merges && CI.test(text))
    return [{ kind: 'command', text: 'gh pr checks', or: ['gh run watch', 'gh run view', 'gh run list'] }];
  if (!DIFF.test(text)) return [];
  const from = body.findIndex((token) => ['check', 'read', 'consult', 'follow', 'see'].includes(token.low));
  const files =
    from < 0
      ? []
      : readItems(body.slice(from), statement, knowledge)
          .flatMap((item) => item.mentions)
          .filter((mention) => mention.kind === 'path' && mention.exists && /\.md$/.test(mention.text));
  return [{ kind: 'command', text: 'git diff', or: ['git show', 'git log -p', 'gh pr diff'] }, ...files.slice(0, 1)];
}

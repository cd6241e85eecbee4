import type { Intent } from '../../../model/intent.ts';
import { stretch } from '../grammar/tokens.ts';
import { readItems } from '../naming/mention.ts';
import { globsOf } from '../naming/reach.ts';
import type { ReadClause } from '../setting.ts';

const NEEDING =
  /\bchanges?\b[^.;]*\b(?:needs?|requires?|must (?:have|include|come with|carry|be accompanied by)|always (?:needs?|includes?))\b/i;

/** Which changes are meant then depends on what they do. */
const NARROWED = /\b(?:that|which|affecting|visible|facing|breaking|significant|notable|public|behaviou?r\w*)\b/i;

/** "Changes under `packages/` need a changeset": files that change together. */
export function readCompanion(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const spoken = stretch([...clause.subject, ...clause.body], setting.statement);
  if (read.stance !== 'require' || !NEEDING.test(spoken) || NARROWED.test(spoken)) return undefined;
  const items = readItems(
    clause.adjuncts.filter((each) => each.relation === 'in' || each.relation === 'to').flatMap((each) => each.tokens),
    setting.statement,
    setting.knowledge,
  );
  const when = items.flatMap((item) => item.mentions).flatMap(globsOf);
  const need = read.object.filter(
    (mention) =>
      mention.qualified === undefined &&
      (mention.kind === 'path' || (mention.kind === 'files' && FIXED.has(mention.id))),
  );
  if (when.length === 0 || need.length === 0) return undefined;
  const reach = { ...setting.reach, unclear: [] };
  return [{ ...read.common, reach, shape: 'companion', when: [{ kind: 'changed', globs: when }], need }];
}

/** Kinds of files that have one place. */
const FIXED = new Set(['changesets', 'changelogs', 'env-examples']);

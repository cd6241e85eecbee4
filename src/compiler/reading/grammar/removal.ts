import type { Intent, Mention } from '../../../model/intent.ts';
import type { ReadClause } from '../setting.ts';

const REMOVING: ReadonlySet<string> = new Set(['remove', 'delete', 'strip', 'drop', 'clean-up']);

/** "Remove debug output before committing", "Delete commented-out code": there is to be none. */
export function readRemoval(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  if (read.stance !== 'require' || !REMOVING.has(clause.verb ?? '') || read.object.length === 0) return undefined;
  const plain = clause.adjuncts.every((each) => each.relation === 'before') && clause.contrast.length === 0;
  const { concepts } = setting.knowledge.lexicon;
  const isCode = (mention: Mention) => {
    const concept = mention.kind === 'concept' ? concepts[mention.id] : undefined;
    return concept?.means === 'forbid' && concept.arms.some((arm) => arm.kind === 'code' || arm.kind === 'text');
  };
  if (!plain || !read.object.every(isCode)) return undefined;
  return [
    {
      ...read.common,
      shape: 'forbid',
      doing: 'use',
      verb: undefined,
      things: read.object,
      except: [],
      instead: [],
      on: [],
    },
  ];
}

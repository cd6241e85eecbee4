import type { Concept } from '../../../lexicon/lexicon.ts';
import type { IntentOf, MentionOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { type Lowered, left } from '../draft.ts';
import { flagOf } from './bounds.ts';
import { lowerCommandBan } from './command.ts';

const UNDONE = /^(?:failing|broken|red|unresolved|untested|uncommitted|known|open)\b/i;

/** A deed that is ruled out with something only: "never push with `--x`", "no PR with failing tests". */
export function lowerDeedWith(
  mention: MentionOf<'concept'>,
  concept: Concept,
  intent: IntentOf<'forbid'>,
  knowledge: Knowledge,
): Lowered | undefined {
  const state = intent.on.find((each) => UNDONE.test(each.qualified ?? each.text));
  if (state) return left(`whether there are “${state.qualified ?? ''} ${state.text}” cannot be told of a command`);
  const flag = intent.on.find((each) => flagOf(each) !== undefined);
  const line = flag && flagOf(mention) === undefined ? lineOf(concept) : undefined;
  if (!flag || line === undefined) return undefined;
  const others = intent.on.filter((each) => each !== flag);
  return lowerCommandBan([{ kind: 'command', text: `${line} ${flagOf(flag)}` }], { ...intent, on: others }, knowledge);
}

/** "Never push with `--x`": the command that a deed is done with. */
function lineOf(concept: Concept): string | undefined {
  const [pattern] = concept.arms.flatMap(({ check }) => (check.kind === 'command' ? check.forbid : []));
  if (typeof pattern?.program !== 'string' || pattern.flags || pattern.operands) return undefined;
  return [pattern.program, ...(pattern.subcommand ?? []).map((word) => [word].flat()[0])].join(' ');
}

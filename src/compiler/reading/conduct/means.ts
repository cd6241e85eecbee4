import type { Concept } from '../../../lexicon/lexicon.ts';
import type { Mention } from '../../../model/intent.ts';
import type { Knowledge } from '../naming/knowledge.ts';
import { readMentions } from '../naming/mention.ts';
import type { ReadClause } from '../setting.ts';

const MEANS: ReadonlySet<string> = new Set(['with', 'via', 'by']);

/**
 * "Never deploy with `fly deploy`" rules that command out, not all that deploys. The command lines that a deed is ruled
 * out with; none where the deed has but one way, of which the line is a spelling.
 */
export function meansOf({ clause, setting }: ReadClause, things: readonly Mention[]): readonly Mention[] {
  const { knowledge, statement } = setting;
  const deeds = things.map((thing) => (thing.kind === 'concept' ? knowledge.lexicon.concepts[thing.id] : undefined));
  if (deeds.length === 0 || !deeds.every((deed) => deed !== undefined && isDeed(deed))) return [];
  return clause.adjuncts
    .filter(({ relation }) => MEANS.has(relation))
    .flatMap(({ tokens }) => readMentions(tokens, statement, knowledge))
    .flatMap((mention) =>
      lineOf(
        mention,
        deeds.filter((deed) => deed !== undefined),
        knowledge,
      ),
    );
}

/** What is told by its effect ("sending data by `curl`") is more than the programs that may have it. */
function isDeed({ arms }: Concept): boolean {
  const isTold = ({ check }: Concept['arms'][number]) =>
    check.kind === 'command' && check.forbid.every(({ does }) => does === undefined);
  return arms.length > 0 && arms.every(isTold);
}

function lineOf(mention: Mention, deeds: readonly Concept[], knowledge: Knowledge): readonly Mention[] {
  if (mention.kind === 'command') return [mention];
  const line = mention.kind === 'concept' ? /^`([a-z][\w-]* [^`]+)`$/.exec(mention.text)?.[1] : undefined;
  if (line === undefined || mention.kind !== 'concept') return [];
  const deed = knowledge.lexicon.concepts[mention.id];
  const sole = deed !== undefined && deeds.includes(deed) && programsOf(deed).size === 1;
  return sole ? [] : [{ kind: 'command', text: line }];
}

function programsOf({ arms }: Concept): ReadonlySet<string> {
  return new Set(
    arms.flatMap(({ check }) => (check.kind === 'command' ? check.forbid.flatMap(({ program }) => program ?? []) : [])),
  );
}

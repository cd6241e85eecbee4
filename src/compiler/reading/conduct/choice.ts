import type { Mention, MentionOf } from '../../../model/intent.ts';
import { table } from '../../../model/table.ts';
import type { ReadClause } from '../setting.ts';

/** Verbs that make a tool the one for its job; what a thing "requires", "handles" or is "installed" with leaves the rest alone. */
const CHOOSING: ReadonlySet<string> = new Set(
  'use utilize utilise employ adopt choose pick favor favour prefer stick go switch leverage be run execute call invoke manage write'.split(
    ' ',
  ),
);

/** What a label has to be about for the tool behind it to be the one of its kind. */
const ROLES: Readonly<Record<string, RegExp>> = table({
  'package-manager': /\b(?:package|packages|dependenc(?:y|ies)|manager|managers|deps)\b/,
  'test-runner': /\b(?:test|tests|testing|test-runner|runner|e2e)\b/,
  formatter: /\b(?:format|formatter|formatters|formatting|formatted)\b/,
  linter: /\b(?:lint|linter|linters|linting)\b/,
  container: /\b(?:containers?|compose)\b/,
});

/** The demanded things without the tools that are only mentioned: "Some tests require bun", "Deploy: one host, docker". */
export function chosen(things: readonly Mention[], read: ReadClause): readonly Mention[] {
  const { verb } = read.clause;
  const regards = verb !== undefined && REGARDING.has(verb);
  // A notion told by its verb ("keep edits inside the repository") is asked for by it.
  const told = (thing: Mention) => verb !== undefined && thing.text.toLowerCase().startsWith(`${verb} `);
  return things.filter((thing) =>
    thing.kind === 'tool'
      ? isChosen(thing, read)
      : !(regards && !read.told && thing.kind === 'concept' && !told(thing)),
  );
}

/** Verbs that say how to look at a thing, not that there should be one: "Treat the order of fields as fixed". */
const REGARDING: ReadonlySet<string> = new Set('treat see review consider preserve pass check keep test'.split(' '));

/** Does a demand choose a tool, as the one of its kind, among those that it is set against? */
export function competes(things: readonly Mention[], against: readonly Mention[], read: ReadClause): boolean {
  const groupsOf = (mentions: readonly Mention[]) =>
    mentions.flatMap((each) =>
      each.kind === 'tool' ? (read.setting.knowledge.tools.get(each.id.toLowerCase())?.of.group ?? []) : [],
    );
  const groups = new Set(groupsOf(against));
  return groupsOf(things).some((group) => groups.has(group) && (ROLES[group.does] || group.does === 'library'));
}

function isChosen(tool: MentionOf<'tool'>, read: ReadClause): boolean {
  const { clause, setting } = read;
  const known = setting.knowledge.tools.get(tool.id.toLowerCase())?.of;
  const role = known === undefined ? undefined : ROLES[known.group.does];
  if (clause.label.length > 0 && clause.verb === undefined && !clause.insists) {
    const label = clause.label.map((token) => token.low).join(' ');
    return clause.label.every((token) => token.kind === 'word' || token.kind === 'punct') && role?.test(label) === true;
  }
  if (clause.verb !== undefined) return CHOOSING.has(clause.verb) && !isConditioned(read);
  // "**pnpm** – package manager": the item says what it is for.
  const words = setting.statement.toLowerCase();
  if (clause.body.length <= 2 && words.split(/\s+/).length <= 12 && role?.test(words)) return true;
  // A bare item below a heading of conventions names what is there; asked for by a mark or a heading, it is a choice.
  return (
    clause.polarity === 'require' || setting.polarity === 'require' || (clause.only && tool.qualified === undefined)
  );
}

/** "If the tests fail: use bun": chosen for that case alone. */
function isConditioned({ clause }: ReadClause): boolean {
  return clause.adjuncts.some((each) => each.relation === 'when' && each.only === undefined && each.tokens.length > 1);
}

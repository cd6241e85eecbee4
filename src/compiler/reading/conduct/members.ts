import type { Intent } from '../../../model/intent.ts';
import { table } from '../../../model/table.ts';
import type { ReadClause } from '../setting.ts';

const MANIFESTS: Readonly<Record<string, readonly string[]>> = table({
  crate: ['Cargo.toml'],
  package: ['package.json', 'pyproject.toml', 'Cargo.toml'],
  workspace: ['package.json'],
  gem: ['*.gemspec'],
  project: ['*.csproj', '*.fsproj'],
});

const OCCASION =
  /^(?:when|whenever|after|if|once|on|upon)(?: you| we)? ((?:(?:add|creat|introduc|remov|delet|renam|mov)\w*(?:, (?:and |or )?| and | or |\/)?)+) (?:a |an |any |new |the )*(crate|package|workspace|gem|project)s?(?: [^,:;.]{0,30})?[,:] ?(?:always |also |please |you must |remember to )*(?:update|edit|extend|adjust|change|add (?:it|them) to|list (?:it|them) in|register (?:it|them) in) (?:the )?[\w ]*`([^`]+)`/i;

/** "Whoever adds or renames a crate updates `MAP.md`": the manifests of members come and go with it. */
export function readMembers(read: ReadClause): readonly Intent[] | undefined {
  const { setting } = read;
  const { knowledge, statement } = setting;
  const match = OCCASION.exec(statement.replaceAll(/\*\*|__/g, ''));
  if (!match || read.stance === 'forbid') return undefined;
  const [, verbs = '', noun = '', text = ''] = match;
  const need = knowledge
    .typeAtom({ kind: 'code', text, low: text.toLowerCase(), start: 0, end: 0 }, [])
    .filter((each) => each.kind === 'path' && each.exists && !each.folder);
  const { facts } = knowledge;
  const globs = (MANIFESTS[noun.toLowerCase()] ?? [])
    .filter((name) => facts.packages().length > 1 && facts.find(`**/${name}`, knowledge.from).length > 1)
    .map((name) => `*/**/${name}`);
  if (need.length === 0 || globs.length === 0) return undefined;
  const how = [
    /add|creat|introduc/i.test(verbs) && ('create' as const),
    /remov|delet/i.test(verbs) && ('delete' as const),
    /renam|mov/i.test(verbs) && ('rename' as const),
  ].filter((each) => each !== false);
  const reach = { ...read.common.reach, unclear: [], include: setting.reach.include };
  return [{ ...read.common, reach, shape: 'companion', when: [{ kind: 'changed', globs, how }], need }];
}

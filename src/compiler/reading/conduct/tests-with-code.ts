import type { Intent } from '../../../model/intent.ts';
import { stretch } from '../grammar/tokens.ts';
import { codeGlobs } from '../naming/code-files.ts';
import { globsOf } from '../naming/reach.ts';
import type { ReadClause } from '../setting.ts';

const ANY_CODE_CHANGE =
  /^(?:(?:any|all|every|each|your|the|of|code|source|changes?|updates?|changing|behaviou?rs?|functionality|alongside) ?)+$/;

/** "Add or update tests for any code change": sources and tests change together. */
export function readTests(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const verbs = [clause.verb ?? '', ...clause.object.map((token) => token.low)];
  if (!verbs.some((verb) => ['add', 'update', 'write', 'include', 'create', 'extend'].includes(verb))) return undefined;
  const tests = read.object.filter((mention) => mention.kind === 'files' && /test/.test(mention.id));
  const around = clause.adjuncts.filter((each) => ['for', 'when', 'with', 'beside', 'after'].includes(each.relation));
  const text = around.map((each) => stretch(each.tokens, setting.statement).toLowerCase()).join(' ');
  if (tests.length === 0 || !ANY_CODE_CHANGE.test(text)) return undefined;
  const code = codeGlobs(setting.knowledge);
  if (code.length === 0) return undefined;
  const reach = {
    ...read.common.reach,
    unclear: [],
    include: setting.reach.include,
    exclude: [...read.common.reach.exclude, ...tests.flatMap(globsOf)],
  };
  return [{ ...read.common, reach, shape: 'companion', when: [{ kind: 'changed', globs: code }], need: tests }];
}

import type { Intent } from '../../../model/intent.ts';
import { readTestTree } from '../files/mirrored-tests.ts';
import type { Token } from '../grammar/tokens.ts';
import { readItems } from '../naming/mention.ts';
import { readOfRepository } from '../naming/of-repository.ts';
import { globsOf } from '../naming/reach.ts';
import type { ReadClause } from '../setting.ts';

const CHANGES = new Set('change changes edit edits update updates modification modifications'.split(' '));
const REPEATED = new Set(
  'mirrored reflected repeated replicated copied ported synced synchronized synchronised matched documented recorded propagated'.split(
    ' ',
  ),
);

const CHANGED = /\b(?:change|edit|update|modification)s?\b/i;

/** "Every change to `a` must be mirrored in `b`", "Changes to `a` need an update of `b`": two files that change together. */
export function readMirror(read: ReadClause): readonly Intent[] | undefined {
  return readOfRepository(read) ?? readTestTree(read) ?? readMirrored(read);
}

function readMirrored(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  if (!CHANGED.test(setting.statement)) return undefined;
  const tokens = [
    ...clause.subject.filter((token) => !clause.body.includes(token)),
    ...clause.adjuncts.flatMap(({ tokens: own }) => own),
    ...clause.body,
  ];
  const all = [...new Set(tokens)].sort((one, other) => one.start - other.start);
  const change = all.findIndex((token) => CHANGES.has(token.low));
  const done = all.findIndex((token, at) => at > change && REPEATED.has(token.low));
  if (change < 0 || change > 2 || done < 0) return undefined;
  const from = pathsOf(all.slice(change + 1, done), read);
  const to = readItems(all.slice(done + 1), setting.statement, setting.knowledge)
    .flatMap((item) => item.mentions)
    .filter((mention) => mention.kind === 'path');
  if (from.length === 0 || to.length === 0) return undefined;
  const reach = { ...read.common.reach, unclear: [], include: setting.reach.include };
  return [{ ...read.common, reach, shape: 'companion', when: [{ kind: 'changed', globs: from }], need: to }];
}

function pathsOf(tokens: readonly Token[], { setting }: ReadClause): readonly string[] {
  return readItems(tokens, setting.statement, setting.knowledge)
    .flatMap((item) => item.mentions)
    .filter((mention) => mention.kind === 'path' && mention.exists)
    .flatMap(globsOf);
}

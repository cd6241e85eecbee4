import type { Intent, Mention } from '../../../model/intent.ts';
import { leadingArea } from '../naming/areas.ts';
import { everyToken, homeOf, isPlace, targetsOf } from '../naming/targets.ts';
import type { ReadClause } from '../setting.ts';

/** "Import `@acme/core` through its subpaths only, never the package root." */
export function readDeep(read: ReadClause): readonly Intent[] | undefined {
  const { statement } = read.setting;
  const says =
    /\bsub-?paths?(?: (?:exports?|imports?))? only\b|\bonly (?:through|via|from|by|its)? ?(?:its )?sub-?paths?\b|\b(?:no|never|not)(?: from)?(?: the)? (?:package[- ]root|root)(?: import| entry)?\b/i;
  if (!says.test(statement)) return undefined;
  const to = read.setting.knowledge && targetsOf(everyToken(read), statement, read.setting.knowledge);
  const [named] = to.filter((mention) => mention.kind === 'package');
  return named
    ? [
        {
          ...read.common,
          reach: { ...read.common.reach, unclear: [], include: [] },
          shape: 'depend',
          how: 'deep',
          from: [],
          to: [named],
          except: [],
        },
      ]
    : undefined;
}

/** "Imports go through `~/`, not bare `lib/`": what matters is how they are written. */
export function readBare(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  if (!/\b(?:imports?|alias(?:es)?)\b/i.test(setting.statement)) return undefined;
  const wrong = read.stance === 'forbid' ? clause.object : clause.contrast;
  if (!wrong.some((token) => token.low === 'bare')) return undefined;
  const written = wrong.filter((token) => token.kind === 'code' && /^[\w-]+\/$/.test(token.text));
  if (written.length === 0) return undefined;
  const words = [...clause.label, ...clause.subject].filter((token) => token.kind === 'word').map((token) => token.low);
  const from = leadingArea(words, setting.knowledge.facts);
  const to = written.map((token): Mention => ({ kind: 'code', text: token.text.slice(0, -1) }));
  const reach = { ...setting.reach, unclear: [] };
  const paths = written.map((token) => `${token.text}**`);
  return [
    { ...read.common, reach, shape: 'depend', how: 'never', from: from ? [from] : [], to, except: [], written: paths },
  ];
}

/** "Import from `./fixtures/base`, not `@runner/test`": who can write the relative path is spoken to. */
export function readSwap(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const { statement, knowledge } = setting;
  if (clause.verb !== 'import' || clause.contrast.length === 0 || read.stance === 'forbid') return undefined;
  const right = clause.adjuncts.filter((each) => each.relation === 'from').flatMap((each) => each.tokens);
  const to = targetsOf(
    clause.contrast.filter((token) => token.low !== 'from'),
    statement,
    knowledge,
  ).filter((each) => each.kind !== 'path' || each.exists);
  const relative = right.find((token) => /^\.\.?\//.test(token.text));
  if (to.length === 0 || right.length === 0) return undefined;
  const home = relative && homeOf(relative.text, knowledge);
  if (relative && !home) return [];
  const except = home?.file ?? targetsOf(right, statement, knowledge).filter(isPlace);
  const reach = { ...setting.reach, unclear: [] };
  return [{ ...read.common, reach, shape: 'depend', how: 'never', from: home ? [home.folder] : [], to, except }];
}

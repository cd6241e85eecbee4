import type { Intent } from '../../../model/intent.ts';
import type { Token } from '../grammar/tokens.ts';
import type { ReadClause } from '../setting.ts';
import { deedsNamed } from './deeds.ts';

const CONSENTS = new Set(
  'approval approvals permission permissions confirmation consent authorization authorisation sign-off signoff go-ahead'.split(
    ' ',
  ),
);
const ASKS = new Set('ask asks check confirm consult'.split(' '));
const OBTAINS = new Set('get request obtain require requires seek need needs wait await secure receive'.split(' '));
const WHOM = new Set('me us user human maintainer maintainers owner team operator someone'.split(' '));

/**
 * "Ask before pushing", "Require approval before commit, push or publication", "New dependencies need approval":
 * nothing shows the asking, so that the deed itself is held back. Only deeds that have a name are.
 */
export function readConsent(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const { statement, knowledge } = setting;
  if (clause.contrast.length > 0) return undefined;
  const tokens = asked(clause.subject, clause.body) ?? needing(clause, statement);
  const things = tokens === undefined ? [] : deedsNamed(tokens, statement, knowledge);
  const deeds = things.filter((thing) => {
    const concept = thing.kind === 'concept' ? knowledge.lexicon.concepts[thing.id] : undefined;
    return concept?.means === 'forbid' && concept.arms.some((arm) => arm.kind === 'command');
  });
  if (deeds.length === 0) return undefined;
  const reach = { ...read.common.reach, unclear: [], include: setting.reach.include };
  return [
    {
      ...read.common,
      reach,
      shape: 'forbid',
      doing: 'run',
      verb: 'run',
      things: deeds,
      except: [],
      instead: [],
      on: [],
    },
  ];
}

/** What is to be asked for. */
function asked(subject: readonly Token[], body: readonly Token[]): readonly Token[] | undefined {
  const all = [...subject.filter((token) => !body.includes(token)), ...body];
  const before = all.findIndex((token) => token.low === 'before' || token.low === 'prior');
  const head = before < 0 ? all : all.slice(0, before);
  const words = head.filter((token) => token.kind === 'word').map((token) => token.low);
  const consents = words.some((word) => CONSENTS.has(word));
  const [first = ''] = words;
  const asks = ASKS.has(first) && (words.length <= 2 || consents || words.some((word) => WHOM.has(word)));
  if (before >= 0 && (asks || (consents && OBTAINS.has(first)))) {
    const rest = all.slice(before + 1).filter((token) => token.low !== 'before');
    return rest[0]?.low === 'to' ? rest.slice(1) : rest;
  }
  return undefined;
}

const NEEDS = /^(?:\w+\s)?(?:needs?|requires?|must have|should have)\b/;

/** "New dependencies need approval". */
function needing({ subject, body }: ReadClause['clause'], statement: string): readonly Token[] | undefined {
  const last = subject.at(-1);
  const behind = body.filter((token) => token.kind === 'word');
  if (!last || behind.length > 6 || !behind.some((token) => CONSENTS.has(token.low))) return undefined;
  return NEEDS.test(statement.slice(last.end).trimStart()) ? subject : undefined;
}

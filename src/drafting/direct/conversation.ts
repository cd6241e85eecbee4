import { repoPath } from '../../model/path.ts';
import { paintFor } from '../../report/paint.ts';
import { DRAFTS, type Draft, type Malformed } from '../draft-files.ts';
import { type Examined, examine, type House } from '../examine.ts';
import { hearingText } from '../verdict-text.ts';
import type { WorkItem, WorkOrder } from '../work-order.ts';
import { workOrderText } from '../work-order-text.ts';
import type { AnswerCache } from './answer-cache.ts';
import { draftsIn } from './answers.ts';
import type { Chat, Message } from './chat.ts';

/** An answer that fails proof is handed back; after this many there is no more. */
const ROUNDS = 3;

const SYSTEM = `You write rules for bylaw, as YAML data, from a work order. Answer with one \`\`\`yaml block a rule and nothing else.
You cannot run commands: what a draft fails is told to you, then send again only the rules that were refused, mended.
Leave out directives that no program can decide. If none is left, answer: nothing.`;

/** What came of a work order that a model was given. */
export interface Conversation {
  readonly proven: readonly Examined[];
  /** As last refused. */
  readonly refused: readonly Examined[];
  readonly malformed: readonly Malformed[];
  readonly rounds: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/** Gives a model a work order, and its refused drafts back to it, until all are proven or the rounds are over. */
export async function converse(order: WorkOrder, house: House, chat: Chat, cache?: AnswerCache): Promise<Conversation> {
  const known = await fromCache(order.items, house, cache);
  const asked = order.items.filter((item) => cache?.get(item.directive) === undefined);
  let [tokensIn, tokensOut, rounds] = [0, 0, 0];
  let proven: readonly Examined[] = known;
  let refused: readonly Examined[] = [];
  let malformed: readonly Malformed[] = [];
  const messages: Message[] = [
    { role: 'system', content: SYSTEM },
    { role: 'user', content: workOrderText({ ...order, items: asked }) },
  ];
  while (asked.length > 0 && rounds < ROUNDS) {
    const reply = await chat(messages);
    rounds += 1;
    tokensIn += reply.tokensIn;
    tokensOut += reply.tokensOut;
    const answer = draftsIn(reply.text, house.directives);
    const examined = await examine([...proven.map(({ draft }) => draft), ...answer.drafts], house);
    proven = examined.filter(({ objections }) => objections.length === 0);
    refused = examined.filter(({ objections }) => objections.length > 0);
    malformed = answer.malformed;
    if (refused.length === 0 && malformed.length === 0) break;
    const said = hearingText({ malformed, examined: refused, proven: [] }, paintFor({}));
    messages.push({ role: 'assistant', content: reply.text }, { role: 'user', content: said });
  }
  for (const { directive } of asked)
    cache?.set(
      directive,
      rulesFor(directive, proven).map(({ rule }) => rule),
    );
  return { proven, refused, malformed, rounds, tokensIn, tokensOut };
}

/** What was proven before is examined again: the repository may have changed. */
async function fromCache(
  items: readonly WorkItem[],
  house: House,
  cache: AnswerCache | undefined,
): Promise<readonly Examined[]> {
  const drafts = items.flatMap(({ directive }, item) =>
    (cache?.get(directive) ?? []).map(
      (rule): Draft => ({ rule, file: repoPath(`${DRAFTS}/kept-${item + 1}.yaml`), index: undefined }),
    ),
  );
  return (await examine(drafts, house)).filter(({ objections }) => objections.length === 0);
}

function rulesFor({ source }: WorkItem['directive'], proven: readonly Examined[]): readonly Draft[] {
  return proven
    .map(({ draft }) => draft)
    .filter(
      ({ rule }) =>
        rule.source.file === source.file && source.line <= rule.source.line && rule.source.line <= source.endLine,
    );
}

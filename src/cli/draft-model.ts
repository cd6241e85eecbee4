import { fileDrafts } from '../drafting/adoption.ts';
import { openHouse } from '../drafting/desk.ts';
import { answerCache } from '../drafting/direct/answer-cache.ts';
import type { Chat } from '../drafting/direct/chat.ts';
import { converse } from '../drafting/direct/conversation.ts';
import { hearingText } from '../drafting/verdict-text.ts';
import type { WorkOrder } from '../drafting/work-order.ts';
import type { Rule } from '../model/rule.ts';
import { counted } from '../report/counted.ts';
import { paintFor } from '../report/paint.ts';
import { print } from './output.ts';
import { progressOf } from './progress.ts';

/** Directives in one conversation. */
const BATCH = 4;

/** Gives a work order to a model in batches, puts what is proven into `.bylaw/drafts/`, and tells the cost. */
export async function letModel(order: WorkOrder, model: string, chat: Chat, root: string): Promise<void> {
  const house = await openHouse(root);
  const cache = answerCache(house.view.root, model);
  const progress = progressOf(order.items.length, 'drafting');
  const rules: Rule[] = [];
  const paint = paintFor(process.stdout);
  let [tokensIn, tokensOut] = [0, 0];
  try {
    for (let from = 0; from < order.items.length; from += BATCH) {
      const items = order.items.slice(from, from + BATCH);
      const { proven, refused, malformed, ...cost } = await converse({ ...order, items }, house, chat, cache);
      tokensIn += cost.tokensIn;
      tokensOut += cost.tokensOut;
      rules.push(...proven.map(({ draft }) => draft.rule));
      progress.advance(items.length);
      if (proven.length + refused.length + malformed.length > 0)
        print(hearingText({ malformed, examined: [...proven, ...refused], proven }, paint));
    }
  } finally {
    progress.stop();
  }
  for (const file of fileDrafts(rules, house.view.root)) print(`${paint.green('drafted')} ${file}`);
  print(
    `${counted(rules.length, 'draft')} proven of ${counted(order.items.length, 'directive')}; ${tokensIn} tokens sent, ${tokensOut} received`,
  );
  if (rules.length > 0) print('make rules of them: bylaw adopt');
}

import type { Intent, Mention } from '../../../model/intent.ts';

const FINE = '(?:fine|ok|okay|allowed|permitted|acceptable|safe|good|(?:the |an )?(?:only |one |sole )?exceptions?)';
const AFTER = new RegExp(
  `\`([^\`]+ [^\`]+)\`\\)?(?:,? (?:and|or) \`[^\`]+\`)? (?:is|are|remains?) (?:always |still |perfectly |also )?${FINE}\\b`,
  'gi',
);
const BEFORE =
  /\b(?:exceptions?|except(?: for)?|apart from|other than|besides)\b[^`;.]{0,40}`([^`]+ [^`]+)`(?:(?:,? (?:and|or)|,) `([^`]+ [^`]+)`)?/gi;

/** "Never run `x test`; `x test --doc` is fine": a run that is let be is a longer one of those that are ruled out. */
export function withExceptions(intents: readonly Intent[], text: string): readonly Intent[] {
  if (!text.includes('`') || !intents.some(({ shape }) => shape === 'forbid')) return intents;
  const lines = [AFTER, BEFORE].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => match.slice(1).filter((line) => line !== undefined)),
  );
  if (lines.length === 0) return intents;
  return intents.map((intent) => {
    if (intent.shape !== 'forbid') return intent;
    const ruledOut = intent.things.filter(isLine).map((thing) => thing.text.replaceAll('`', ''));
    const left = lines.filter(
      (line) =>
        ruledOut.some((each) => line.startsWith(`${each} `)) && !intent.except.some((each) => each.text === line),
    );
    const except: readonly Mention[] = left.map((line) => ({ kind: 'command', text: line }));
    return except.length > 0 ? { ...intent, except: [...intent.except, ...except] } : intent;
  });
}

function isLine({ kind, text }: Mention): boolean {
  return kind === 'command' || (kind === 'concept' && text.startsWith('`')) || kind === 'tool';
}

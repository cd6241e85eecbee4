import type { Intent, Mention } from '../../model/intent.ts';

const OVER = '(?:instead of|over|rather than|not|in place of)';
const PAIR = new RegExp(`(\`[^\`]+\` ${OVER} \`[^\`]+\`)(?:, and|,| and) (?=\`[^\`]+\` ${OVER} \`)`, 'g');

/** "Use `a` instead of `b` and `c` instead of `d`": each pair is a clause of its own. */
export function pairsApart(text: string): string {
  const verb = /^(?:always |please )?(use|prefer|run|choose)\b/i.exec(text)?.[1]?.toLowerCase();
  return verb === undefined ? text : text.replace(PAIR, `$1; ${verb} `);
}

/** "Run everything with `uv run`; never call `python` directly": what is asked for takes the place of what is ruled out. */
export function withReplacement(intents: readonly Intent[]): readonly Intent[] {
  const asked = intents.findIndex(
    (intent) => (intent.shape === 'require' || intent.shape === 'only') && intent.things.some(isRun),
  );
  const better = intents[asked];
  if (better?.shape !== 'require' && better?.shape !== 'only') return intents;
  return intents.map((intent, at) =>
    at > asked && intent.shape === 'forbid' && intent.instead.length === 0 && intent.things.every(isRun)
      ? { ...intent, instead: better.things.filter(isRun) }
      : intent,
  );
}

function isRun({ kind }: Mention): boolean {
  return kind === 'command' || kind === 'tool';
}

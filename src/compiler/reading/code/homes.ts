import type { Intent, Mention } from '../../../model/intent.ts';
import type { RepoPath } from '../../../model/path.ts';
import type { Knowledge } from '../naming/knowledge.ts';

/** "Use the client in `lib/client.ts`", "go through `lib/store.ts`", "import `z` from `lib/z.ts`": where what is to be used lies. */
const HOME =
  /(?<!\b(?:never|not|don['’]t|avoid|without)(?: \w+)? )\b(?:use|using|import|prefer|through|via)((?: [a-z][\w'’-]*)*)(?: `[^`/]+`(?: [a-z-]+)*)?(?: \(?| )`(?:\.\/)?([\w.-]+(?:\/[\w.-]+)+\/?)`/gi;

/** What is ruled out or asked for elsewhere may well stand where the thing to be used is made of it. `after` is the sentence behind. */
export function withHomes(
  intents: readonly Intent[],
  text: string,
  after: string | undefined,
  knowledge: Knowledge,
): readonly Intent[] {
  const whole = after === undefined ? text : `${text} ${after}`;
  if (!whole.includes('/') || !intents.some(isOfCode)) return intents;
  const homes = [...whole.matchAll(HOME)].flatMap((match) =>
    homeIn(match[0], match[1] ?? '', match[2] ?? '', knowledge),
  );
  if (homes.length === 0) return intents;
  return intents.map((intent) =>
    isOfCode(intent)
      ? {
          ...intent,
          reach: {
            ...intent.reach,
            include: intent.reach.include.filter((globs) => !globs.every((glob) => homes.includes(glob))),
            exclude: [...intent.reach.exclude, ...homes],
          },
        }
      : intent,
  );
}

function homeIn(said: string, words: string, path: string, { facts }: Knowledge): readonly string[] {
  const relation = /\b(from|in|of|at|for|on|within|inside|under|outside)\b[^`]*`[^`]+`$/i
    .exec(said)?.[1]
    ?.toLowerCase();
  const isFile = /\.[a-z]{1,6}$/i.test(path);
  const definite = /\b(?:the|our|its)\b/i.test(words);
  // "Use `x` in `src/api`" says where to use it.
  if (relation !== undefined && relation !== 'from' && !(isFile && definite && /^(?:in|of|at)$/.test(relation)))
    return [];
  const bare = path.replace(/\/$/, '');
  const there = facts.view.kind(bare as RepoPath);
  // `try/catch` is no path.
  if (isFile && there !== 'folder') return [bare];
  return there === 'absent' ? [] : there === 'folder' ? [`${bare}/**`] : [bare];
}

function isOfCode(intent: Intent): intent is Extract<Intent, { shape: 'forbid' | 'require' | 'only' }> {
  return (
    (intent.shape === 'forbid' || intent.shape === 'require' || intent.shape === 'only') &&
    intent.things.some(isCode) &&
    intent.things.every((thing) => isCode(thing) || thing.kind === 'phrase')
  );
}

function isCode({ kind }: Mention): boolean {
  return kind === 'code' || kind === 'concept' || kind === 'package';
}

import type { Intent, Mention } from '../../../model/intent.ts';
import type { Knowledge } from '../naming/knowledge.ts';

const WRAPPED =
  /\b(?:prefix|run|execute|invoke|call|go|goes)\b[^`.;]*\b(?:everything|all|commands?|python|scripts?|tools?|tests)?\b[^`.;]*\b(?:through|via|with|using|under|by) `([^`]+ (?:run|exec|x|dlx)|npx|bunx|uvx)`/i;

/** "Build with `./wrapper`, not `tool`" */
const WITH = /\b(?:with|via|using|through|by) `([^`\s]+)`,? (?:not|never|rather than|instead of) /i;

/**
 * "Run everything with `uv run`; never call `python` directly": what is asked for takes the place of what is ruled out,
 * and what runs under it is no violation.
 */
export function withReplacement(intents: readonly Intent[], text: string, knowledge: Knowledge): readonly Intent[] {
  const wrapper =
    WRAPPED.exec(text)?.[1] ?? WITH.exec(text)?.[1] ?? (DIRECTLY.test(text) ? runnerOf(intents, knowledge) : undefined);
  const better: readonly Mention[] = wrapper === undefined ? askedIn(intents) : [{ kind: 'command', text: wrapper }];
  if (better.length === 0) return intents;
  return intents.map((intent) =>
    intent.shape === 'forbid' && intent.instead.length === 0 && intent.things.length > 0 && intent.things.every(isRun)
      ? { ...intent, instead: better.filter((each) => intent.things.every(({ text: other }) => other !== each.text)) }
      : intent,
  );
}

const DIRECTLY =
  /\b(?:never|not|don['’]t|avoid)\b[^.;]*\b(?:directly|bare|outside (?:of )?the (?:venv|virtualenv|virtual environment))\b/i;

/** What the repository's own set-up runs programs with: `uv run` beside a `uv.lock`. */
function runnerOf(intents: readonly Intent[], { lexicon, facts, from, tools: known }: Knowledge): string | undefined {
  const programs = intents.flatMap((intent) =>
    'things' in intent ? intent.things.map(({ text }) => text.split(' ')[0] ?? '') : [],
  );
  const run = programs.every((name) =>
    known.get(name.toLowerCase())?.of.group.languages?.some((language) => language === 'python' || language === 'ruby'),
  );
  if (!run) return undefined;
  const tools = ['python-package-managers', 'ruby-runners'].flatMap((id) => lexicon.groups[id]?.tools ?? []);
  return tools.find(({ lockFiles }) => lockFiles.some((file) => facts.find(file, from).length > 0))?.runners[0];
}

function askedIn(intents: readonly Intent[]): readonly Mention[] {
  const first = intents.find((intent) => intent.shape === 'require' || intent.shape === 'only');
  const at = first ? intents.indexOf(first) : -1;
  const bans = intents.findIndex(({ shape }) => shape === 'forbid');
  return at >= 0 && at < bans && (first?.shape === 'require' || first?.shape === 'only')
    ? first.things.filter(isRun)
    : [];
}

function isRun({ kind, text }: Mention): boolean {
  return kind === 'command' || kind === 'tool' || (kind === 'path' && /^\.\/[\w-]+$/.test(text));
}

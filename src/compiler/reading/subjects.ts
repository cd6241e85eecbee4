import { constructNamed } from '../../lexicon/constructs.ts';
import type { Mention, Reach } from '../../model/intent.ts';
import type { Knowledge } from './knowledge.ts';
import { globsOf } from './reach.ts';

/** Who is spoken of says where: "`src/index.ts` must not …", "Tests never …". Unknown subjects make it unclear. */
export function reachOfSubject(subject: readonly Mention[], knowledge: Knowledge): Reach {
  const files = subject.flatMap(globsOf);
  const unknown = subject.filter((mention) => mention.kind === 'phrase' && !ANYONE.test(mention.text));
  const [only] = unknown;
  const part = only && unknown.length === 1 ? constructNamed(only.text, knowledge.lexicon.constructs) : undefined;
  return {
    include: files.length > 0 ? [files] : [],
    exclude: [],
    languages: [],
    unclear: files.length > 0 || part ? [] : unknown.map((mention) => mention.text),
    ...(part && { within: [{ kind: 'construct' as const, text: part.id, inside: true }] }),
  };
}

const ANYONE =
  /^(?:(?:we|you|they|agents?|ai|coding|assistants?|contributors?|developers?|everyone|code|files?|changes?|commits?|modules?|functions?|new|prs?|it|this|there) ?)+$/;

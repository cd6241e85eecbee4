import type { Intent } from '../../../model/intent.ts';
import type { Adjunct } from '../grammar/segment.ts';
import { stretch, type Token } from '../grammar/tokens.ts';
import { reachBut } from '../naming/form-reach.ts';
import type { ReadClause } from '../setting.ts';

const WRITES: ReadonlySet<string> = new Set('write use say spell capitalise capitalize prefer be keep put'.split(' '));

/** "Acme store, not Acme Store": two spellings of the same plain words, of which one is wrong in what people read. */
export function readTerm(read: ReadClause): readonly Intent[] | undefined {
  const { clause, stance, setting } = read;
  if (stance === 'forbid' || (clause.verb !== undefined && !WRITES.has(clause.verb))) return undefined;
  const wrong = clause.contrast;
  if (wrong.length === 0 || wrong.length > 4 || !wrong.every((token) => token.kind === 'word')) return undefined;
  const told = [...clause.label, ...clause.subject, ...clause.object];
  const right = runOf(wrong, told);
  if (!right || right.every((token, index) => token.text === wrong[index]?.text)) return undefined;
  const [bad, good] = [stretch(wrong, setting.statement), stretch(right, setting.statement)];
  // All in lower case, a word is the name of a package or a part of an address as well.
  if (bad === bad.toLowerCase()) return undefined;
  const reach = reachBut(read, isAboutWriting);
  return [
    {
      ...read.common,
      reach,
      shape: 'forbid',
      doing: 'use',
      verb: 'write',
      things: [{ kind: 'quote', text: bad }],
      except: [],
      instead: [{ kind: 'quote', text: good }],
      on: [],
    },
  ];
}

/** "When it starts a sentence", "in headings": where such words are written anyway. */
function isAboutWriting({ tokens }: Adjunct): boolean {
  return tokens.some((token) =>
    /^(?:sentences?|headings?|labels?|titles?|texts?|prose|copy|strings?)$/.test(token.low),
  );
}

/** The same words, however they are capitalised, one behind the other. */
function runOf(words: readonly Token[], among: readonly Token[]): readonly Token[] | undefined {
  for (let at = among.length - words.length; at >= 0; at -= 1) {
    const run = among.slice(at, at + words.length);
    if (run.every((token, index) => token.kind === 'word' && token.low === words[index]?.low)) return run;
  }
  return undefined;
}

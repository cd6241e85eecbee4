import type { Example } from '../../../model/evidence.ts';
import type { Mention } from '../../../model/intent.ts';
import { parseRepoPath } from '../../../model/path.ts';
import { globTest } from '../../../repository/globs.ts';

/** What to use instead, as a person would say it. */
export function insteadOf(mentions: readonly Mention[]): string | undefined {
  const names = mentions
    .filter((mention) => mention.kind !== 'quantity')
    .map((mention) =>
      mention.kind === 'command' || mention.kind === 'code' || mention.kind === 'flag' || mention.kind === 'path'
        ? `\`${mention.text}\``
        : mention.text,
    );
  const [first] = names[0]?.split(/(?<=\w) /) ?? [];
  const deed = first !== undefined && first !== names[0] && ADVISING.has(first);
  return names.length > 0 ? `${deed ? '' : 'use '}${names.join(' or ')}` : undefined;
}

/** What is wrong and what to do, in one sentence: "`pip` is ruled out here; use `uv`". */
export function ruledOut(what: string, instead: string | undefined, be: 'is' | 'are' = 'is'): string {
  return withAdvice(`${what} ${be} ruled out here`, instead);
}

/** A remark with what to do about it. Advice that names a thing only is a thing to use. */
export function withAdvice(remark: string, advice: string | undefined): string {
  if (advice === undefined) return remark;
  const [first] = advice.split(/\s+/);
  return `${remark}; ${first !== undefined && ADVISING.has(first) ? '' : 'use '}${advice}`;
}

const ADVISING = new Set(
  'use fix push stage wait run write put name keep let leave make add move ask split read throw return pass call give log catch import set remove delete test open create commit regenerate rebase prefer handle update check raise define declare do import take end start type narrow document assert inject'.split(
    ' ',
  ),
);

/** What names a program, a file or code stands in code marks; plain words stand as they are. */
export function inMarks(text: string, program: boolean): string {
  return program || /[^A-Za-z ,/-]/.test(text) ? `\`${text.replaceAll('`', '')}\`` : text;
}

/** Names in code marks, as a sentence lists them: "`a`, `b` and `c`". */
export function listed(names: readonly string[]): string {
  const marked = names.map((name) => `\`${name}\``);
  return marked.length < 2 ? marked.join('') : `${marked.slice(0, -1).join(', ')} and ${marked.at(-1)}`;
}

export function ran(run: string): Example {
  return { steps: [{ run }] };
}

export function wrote(write: string, content: string): Example {
  return { steps: [{ write, content }] };
}

/** Does one of the globs mean this path? */
export function covers(globs: readonly string[], path: string): boolean {
  const parsed = parseRepoPath(path);
  return parsed !== undefined && parsed !== '' && globTest(globs)(parsed);
}

import { type ProgramSpec, programSpec } from '../../../checks/command/programs.ts';
import type { RepoPath } from '../../../model/path.ts';
import type { Knowledge } from './knowledge.ts';

const LIST = /`[^`\s]+ [^`]+`(?:(?:,? (?:or|and|nor) |, ?| ?\/ ?)`[^`]+`)+/g;
const UNDER =
  /\b(under|beneath|outside(?: of)?|(?:files?|anything|everything|nothing|code|content|changes?|edits?|modules?) (?:in|inside|within)) (the )?`([\w.-]+)`/gi;

/** "`a` or anything in `b/`" */
const ALL_IN =
  /(`[^`]+`,?) (or|and|nor) (?:any |all |the |other )*(?:anything|everything|files?|code|content|contents|migrations)(?: else)? (?:in|under|inside|within|below|of) (?:the )?`([\w./-]+)`(?! (?:that|which|without|whose)\b)/gi;

/** What a statement leaves to its readers, spelled out: "`git push` or `commit`", a folder without its slash. */
export function spelledOut(text: string, knowledge: Knowledge): string {
  if (!text.includes('`')) return text;
  return text
    .replace(LIST, (list) => withProgram(list))
    .replace(ALL_IN, (whole: string, first: string, joint: string, place: string) =>
      place.includes('/') || isFolder(place, knowledge) ? `${first} ${joint} \`${place.replace(/\/$/, '')}/\`` : whole,
    )
    .replace(UNDER, (whole: string, place: string, the: string | undefined, name: string) =>
      isFolder(name, knowledge) ? `${place} ${the ?? ''}\`${name}/\`` : whole,
    );
}

/** "`docker compose down -v`, `up` or `rm`": where one can only be a sub-command of the first, all of them are. */
function withProgram(list: string): string {
  const spans = [...list.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
  const [head = ''] = spans;
  const before = prefixOf(head);
  const others = spans.slice(1);
  if (before === undefined || !others.some((span) => before.certain(span))) return list;
  return list.replaceAll(/`([^`]+)`/g, (span: string, text: string) =>
    text !== head && before.fits(text) ? `\`${before.words} ${text}\`` : span,
  );
}

interface Prefix {
  readonly words: string;
  fits(span: string): boolean;
  /** It fits, and is no program of its own. */
  certain(span: string): boolean;
}

function prefixOf(head: string): Prefix | undefined {
  const words = head.split(/\s+/);
  const first = (span: string) => span.split(/\s+/)[0] ?? '';
  const spaced = words.findIndex((word) => /^[a-z]+:[\w:]+$/.test(word));
  if (spaced > 0) {
    const fits = (span: string) => /^[a-z][\w-]*:[\w:-]+$/.test(first(span));
    return { words: words.slice(0, spaced).join(' '), fits, certain: fits };
  }
  let spec: ProgramSpec | undefined = programSpec(words[0] ?? '');
  let found: Prefix | undefined;
  for (const [at, word] of words.entries()) {
    const below = at === 0 ? undefined : spec?.sub.get(word);
    if (at > 0 && below === undefined) break;
    const parent = spec;
    if (at > 0 && parent) {
      const fits = (span: string) => parent.sub.has(first(span));
      const certain = (span: string) => fits(span) && programSpec(first(span)) === undefined;
      found = { words: words.slice(0, at).join(' '), fits, certain };
      spec = below;
    }
  }
  return found;
}

function isFolder(name: string, { facts, from }: Knowledge): boolean {
  return facts.folders().has((from === '' ? name : `${from}/${name}`) as RepoPath);
}

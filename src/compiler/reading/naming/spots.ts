import type { Spots } from '../../../model/intent.ts';
import type { Adjunct } from '../grammar/segment.ts';

/** Folders that prose names by a word. */
const NAMED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:user'?s? )?home(?: (?:director(?:y|ies)|folders?|dirs?))?$/, ['~']],
  [/^(?:(?:file ?system|system|disk) )?root(?: (?:directory|folder|dir))?$/, ['/']],
  [
    /^(?:the )?(?:system )?(?:temp|tmp|temporary)(?: (?:directory|directories|folders?|dirs?|files))?$/,
    ['/tmp', '/var/tmp', '$TMPDIR', '/private/tmp'],
  ],
  [
    /^system (?:director(?:y|ies)|folders?|files|paths)$/,
    ['/etc', '/usr', '/bin', '/sbin', '/lib', '/boot', '/var', '/sys', '/proc', '/System', '/Library'],
  ],
];
const WRITTEN = /^(?:~|\/|\$\{?(?:HOME|TMPDIR|TEMP|TMP)\}?|%(?:TEMP|TMP|USERPROFILE)%)(?:\/?[\w.*-]+)*\/?$/;
/** How a command is brought about changes nothing: "under sudo, or inside a shell -c script". */
const HOWEVER = new Set(
  'a an any the or and nor some sudo doas sh bash zsh shell eval xargs -c -lc script scripts subshell subshells pipeline pipelines pipe pipes wrapper wrappers substitution substitutions command nested another one-liner one-liners heredoc heredocs loop loops background interpreter interpreters string strings'.split(
    ' ',
  ),
);

/** Places outside of the repository's own folders that a circumstance names; `undefined` if it names anything else. */
export function spotsOf(adjunct: Adjunct, statement: string): Spots | undefined {
  if (!['in', 'outside', 'except', 'to', 'from', 'for'].includes(adjunct.relation)) return undefined;
  const pieces = wording(adjunct, statement)
    .split(/,|\b(?:or|and|nor)\b/)
    .map((piece) =>
      piece
        .replaceAll(/[`"']/g, '')
        .replace(/^\s*(?:the|any|your|a)\s+/, '')
        .trim(),
    )
    .filter((piece) => piece !== '');
  const places = pieces.map(placesOf);
  if (places.length === 0 || places.some((each) => each === undefined)) return undefined;
  const all = places.flatMap((each) => each ?? []);
  return adjunct.relation === 'outside' || adjunct.relation === 'except'
    ? { outside: all.flatMap((place) => [place, place === '/' ? '/**' : `${place}/**`]) }
    : { on: all.flatMap((place) => [place, `${place.replace(/\/$/, '')}/[*]`]) };
}

export function isHowever(adjunct: Adjunct, statement: string): boolean {
  const words = wording(adjunct, statement)
    .toLowerCase()
    .split(/[\s,/`]+/);
  return ['in', 'via', 'with'].includes(adjunct.relation) && words.every((word) => word === '' || HOWEVER.has(word));
}

function placesOf(piece: string): readonly string[] | undefined {
  if (WRITTEN.test(piece)) return [piece.replace(/\$\{(\w+)\}/, '$$$1').replace(/(?<=.)\/\*{0,2}$/, '')];
  return NAMED.find(([words]) => words.test(piece.toLowerCase()))?.[1];
}

/** The circumstance as written; signs that belong to a path stand beside its first and last token. */
function wording({ tokens }: Adjunct, statement: string): string {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (!first || !last) return '';
  let start = first.start;
  while (start > 0 && /[~/$%`\s]/.test(statement.charAt(start - 1))) start -= 1;
  let end = last.end;
  while (end < statement.length && /[/%`*}]/.test(statement.charAt(end))) end += 1;
  return statement.slice(start, end).trim();
}

const SPAN = '`[^`]+`';
const SPANS = `${SPAN}(?:(?:,| and|, and| &|,? then) ${SPAN})*`;
const NEVER = "(?:never|do not|don['’]t|must not|avoid)(?: ever)?";
const PULL = '(?:prs?|pull[ -]requests?|mrs?|merge requests?)';
const GREEN =
  '(?:pass(?:es)?|succeeds?|(?:is|are|exits?|comes? back|runs?|stays?|works?) (?:all )?(?:green|clean|cleanly|successful(?:ly)?|passing|error-free|without (?:any )?errors?|zero|0))';
const WORK =
  '(?:an? |the |your |any |every |each )?(?:task|work|changes?|features?|prs?|pull requests?|job|fix|fixes|it|you|code)';

/** A wording that the grammar would take for something else: when it may be there at all, how it reads, what it says. */
type Rewording = readonly [gate: string, pattern: RegExp, says: string];

const REWORDINGS: readonly Rewording[] = [
  [
    '--force-with-lease',
    /^.*`(?:git push )?--force-with-lease`[^`.;]{0,24}\b(?:never|not|instead of|rather than|over|no)\b[^`.;]{0,24}`(?:git push )?(?:--force|-f)`(?:\/`-f`)?.*$/is,
    'Never use `git push --force`; use `git push --force-with-lease` instead',
  ],
  [
    '--force-with-lease',
    new RegExp(
      `^${NEVER}[^\`]{0,40}\`(?:git push )?(?:--force|-f)\`[^.]{0,60}(?:[;,—–.(-]|but|except)[^\`]{0,40}\`(?:git push )?--force-with-lease\`.*$`,
      'is',
    ),
    'Never use `git push --force`; use `git push --force-with-lease` instead',
  ],
  [
    'draft',
    new RegExp(
      `^(?:please )?(?:${NEVER} (?:open|create|submit|make|use|mark|leave|raise|put up) (?:any |your |a |the )?(?:${PULL} (?:as|in) (?:an? )?drafts?(?: mode| state)?|draft ${PULL})|no draft ${PULL})\\b`,
      'i',
    ),
    'Never use `--draft` with `gh pr create`',
  ],
  [
    'before',
    new RegExp(
      `^(before [^,\`]+), (?:please |always |also )?(?:make sure|ensure|verify|confirm|check)(?: that)?(?: all| both| the)? (${SPANS})(?: all| both)? ${GREEN}\\b.*$`,
      'i',
    ),
    'Run $2 $1',
  ],
  [
    'is ',
    new RegExp(
      `^${WORK} is(?: only)? (?:done|complete|completed|finished|ready|considered (?:done|complete|finished))(?: only)? (?:when|once|if|after)(?: all| both)? (${SPANS})(?: all| both)? ${GREEN}\\b.*$`,
      'i',
    ),
    'Run $1 before finishing',
  ],
];

/** The statement in words that are read. */
export function reworded(text: string): string {
  const low = text.toLowerCase();
  for (const [gate, pattern, says] of REWORDINGS) {
    if (!low.includes(gate) || !pattern.test(text)) continue;
    return text.replace(pattern, says);
  }
  return text;
}

const SPAN = '`[^`]+`';
const SPANS = `${SPAN}(?:(?:,| and|, and| &|,? then) ${SPAN})*`;
const NEVER = "(?:never|do not|don['’]t|must not|avoid)(?: ever)?";
const PULL = '(?:prs?|pull[ -]requests?|mrs?|merge requests?)';
const GREEN =
  '(?:pass(?:es)?|succeeds?|(?:is|are|exits?|comes? back|runs?|stays?|works?) (?:all )?(?:green|clean|cleanly|successful(?:ly)?|passing|error-free|without (?:any )?errors?|zero|0))';
const EDITED =
  '(?:edit|modify|change|touch|alter|rewrite|amend|update|rename|delete|modif|chang|alter|rewrit)(?:ed|d|ing|s|en)?';
const OLD =
  '(?:existing|applied|already[- ]applied|committed|merged|old|older|past|previous|prior|released|deployed|shipped|historical|published)';
const MIGRATION =
  '(?:(?:database|db|sql|schema|django|rails|alembic|flyway|prisma) )?migrations?(?: files?| scripts?)?';
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
    ' run',
    /^(?:always |please )?(?:run|execute|invoke) (?:everything|all commands|all (?:python |ruby )?(?:code|commands|scripts|tools|programs)|(?:any|every) (?:python |ruby )?(?:command|script|tool)s?|python(?: commands| scripts| code)?) (?:with|via|through|using|under|by prefixing (?:it|them) with) (`(?:uv|poetry|hatch|pdm|pipenv|pixi|bundle|rye) (?:run|exec)`)(?=[\s.;,(—:]|$).*$/is,
    'Use $1 to execute commands',
  ],
  [
    'changeset',
    /^(?!.*\b(?:that|which|affect\w*|visible|facing|breaking|behaviou?r\w*|public|fix\w*|significant|notable)\b)(?:any |all |every |each )?(?:code |source )?changes? (?:to|in|under|made to) [^`;.]*(`[^`]+\/[^`]*`)[^`;.]* (?:requires?|needs?|must (?:have|include|come with)) (?:an? )?(?:new )?changesets?\b.*$/i,
    'Changes under $1 need a changeset',
  ],
  [
    'commit',
    /^(?:always |please )?(?:format|write|structure|word) (?:all |your |git |the )*commits?(?: messages?)? (?:as|like) (?=`[^`]+`)/i,
    'Commit format: ',
  ],
  [
    'without',
    /^(?:(?:never|do not|don['’]t|must not) (?:add|introduce|install|pull in) (?:an?|any|another) (?:new )?(?:external |third-party |npm )?(?:dependency|package|library|gem|crate)|no (?:new )?(?:dependency|dependencies|packages?|librar(?:y|ies)|gems?|crates?) (?:may|can|should|must|is to|are to) be (?:added|introduced|installed)) (?=without\b.*\b(?:ask|approv|permi|consent|confirm|consult|discuss|sign-?off|review|request|agree))/i,
    'Never add new dependencies ',
  ],
  [
    'strict',
    /^(?:(?:keep|leave) (?:the )?(?:typescript(?:['’]s)? |ts )?`?strict`?(?: mode)? (?:on|enabled|true|turned on)|(?:the )?(?:typescript(?:['’]s)? |ts )?`?strict`?(?: mode)? (?:must|should|has to|needs to) (?:always )?(?:stay|remain|be|be kept) (?:on|enabled|true)|(?:never|do not|don['’]t) (?:disable|turn off|relax|weaken|loosen) (?:typescript(?:['’]s)? |ts )?`?strict`?(?: mode| flags?)?)(?: in `?tsconfig(?:\.json)?`?)?(?=[\s.;,(—]|$).*$/i,
    'Keep `strict: true` in `tsconfig.json`',
  ],
  [
    '^',
    /^(?:(?:always )?(?:pin|use|keep|install|specify)(?: all| only)? exact (?:dependency |package )?versions?(?: for| of| in)?(?: all| every| new)?(?: dependenc\w+| packages?)?(?: in `package\.json`)?|no version ranges|(?:never|do not|don['’]t|no|avoid) (?:using |use )?(?:caret |tilde )?(?:ranges )?(?=`[\^~]`)).*`[\^~]`.*$/i,
    'Pin exact versions',
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
    'migration',
    new RegExp(
      `^(?!.*\`[^\`]*/)(?:once|after|when|if) (?:an? |the |any |your )?(?:\\w+ )?${MIGRATION} (?:is|are|was|has|have|been|already| )+(?:merged|applied|committed|deployed|released|shipped|run|pushed|published|landed)\\b[^,]*, (?:it (?:must|should|may|can)(?:not| not| never)|${NEVER}|you (?:must|should|may|can)(?:not| not| never))(?: ever)? (?:be )?${EDITED}\\b.*$`,
      'is',
    ),
    'Never edit existing migrations',
  ],
  [
    'migration',
    new RegExp(
      `^(?!.*\`[^\`]*/)(?:${MIGRATION} ?[:—–-] ?${NEVER} ${EDITED}(?: (?:or|and) \\w+)? (?:an? |any )?${OLD}(?: (?:ones?|files?|migrations?|scripts?))?|no (?:edits|changes|modifications) to ${OLD} ${MIGRATION}|${EDITED} (?:an? |any )?${OLD} ${MIGRATION} (?:is|are) (?:strictly )?(?:forbidden|prohibited|not allowed|not permitted|never allowed|banned))(?=[\\s.;,(—:!]|$).*$`,
      'is',
    ),
    'Never edit existing migrations',
  ],
  [
    'migration',
    new RegExp(
      `^(?!.*\`[^\`]*/)(?:always |please )?(?:add|create|write|generate|make|ship) (?:an? |the )?(?:new |follow-up |separate )*${MIGRATION}\\b[^.\`]{0,50}? ?(?:instead of|rather than|over|not by|never by|[;,—-] ?(?:and )?${NEVER}|and never)(?: ever)? ${EDITED} (?:an? |any |the )?${OLD}\\b.*$`,
      'is',
    ),
    'Never edit existing migrations',
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

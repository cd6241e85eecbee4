const SPAN = '`[^`]+`';
const SPANS = `${SPAN}(?:(?:,| and|, and| or|, or|\\/) ?${SPAN})*`;
const OLD =
  '(?:legacy|obsolete|outdated|superseded|retired|gone|dead|removed|being (?:phased out|removed|retired|deprecated))';
const MUST_NOT =
  "(?:must|should|may|can|shall)(?: never| not)|(?:must|should|may|can)n['’]t|cannot|is never to|are never to|never";
const ONLY = '(?:only|exclusively|solely)';
const TOUCHED = '(?:used|accessed|read|called|touched|invoked|referenced|written|consumed|queried)';
const TOUCHES = '(?:use|access|read|call|touch|invoke|reference|instantiate|consume|query)';
const THROUGH = '(?:in|from|within|inside|through|via|by)';
const THERE = `((?:the |its )?${SPAN}(?:(?:,| and|, and| or|, or) ${SPAN})*)`;
const CALLED = `(?:${SPAN}|\\w+ \\(${SPAN}\\))`;

/** A wording of what code is to be like: when it may be there at all, how it reads, what it says. */
type Rewording = readonly [gate: string, pattern: RegExp, says: (...groups: readonly string[]) => string | undefined];

const REWORDINGS: readonly Rewording[] = [
  [
    ': `',
    new RegExp(
      `^(?:never|do not|don['’]t|avoid|no) [^\`:]+(?::| [—–]) (?:use |write |prefer )?(${SPAN}),? (?:not|instead of|rather than|over|never) (${SPAN})[.!]?$`,
      'i',
    ),
    (good, bad) => `Use ${good} instead of ${bad}`,
  ],
  [
    'good',
    new RegExp(`^(?:bad|wrong|avoid): ?(${SPAN})(?:;|,| [|/—–-]|\\.)? ?(?:good|right|better): ?(${SPAN})[.!]?$`, 'i'),
    (bad, good) => `Never use ${bad}; use ${good} instead`,
  ],
  [
    'good',
    new RegExp(`^good: ?(${SPAN})(?:;|,| [|/—–-]|\\.)? ?(?:bad|wrong|avoid): ?(${SPAN})[.!]?$`, 'i'),
    (good, bad) => `Never use ${bad}; use ${good} instead`,
  ],
  [
    'use',
    new RegExp(
      `^(?:the )?(${SPAN}) (?:is|are|was|has been|have been) (?:now |considered )?${OLD}(?:;|,|:|\\.| [—–-]) ?(?:please |always )?(?:use|prefer|call) (?:the )?(${SPAN})(?: instead)?[.!]?$`,
      'i',
    ),
    (old, better) => `Use ${better} instead of ${old}`,
  ],
  [
    'deprecated',
    new RegExp(
      `^(?:always |please )?(?:use|prefer|call) (?:the )?(${SPAN}) \\(?(?:[—–-] )?(?:the )?(${SPAN}) is (?:now )?(?:deprecated|legacy|obsolete|outdated)\\)?[.!]?$`,
      'i',
    ),
    (better, old) => `Use ${better} instead of ${old}`,
  ],
  [
    'replaces',
    new RegExp(`^(${SPAN}) replaces (?:the )?(?:old |legacy |deprecated |former )?(${SPAN})(?:; .*)?[.!]?$`, 'i'),
    (better, old) => (isCode(better) && isCode(old) ? `Use ${better} instead of ${old}` : undefined),
  ],
  [
    'replace ',
    new RegExp(
      `^replace (?:any|all|every|remaining|existing|old|legacy) (?:uses? of |usages? of |calls? to |occurrences? of |remaining |existing )*(${SPAN})(?: calls?| usages?| uses)? (?:with|by) (${SPAN})[.!]?$`,
      'i',
    ),
    (old, better) => `Use ${better} instead of ${old}`,
  ],
  [
    '> use',
    new RegExp(`^(${SPAN}) (?:→|->|=>) use (${SPAN})[.!]?$`, 'i'),
    (old, better) => `Use ${better} instead of ${old}`,
  ],
  [
    'longer',
    new RegExp(
      `^(?:we no longer (?:use|call|want|rely on) (?:the )?(${SPAN})|(${SPAN}) (?:is|are) no longer (?:used|allowed|supported|permitted)(?: here| in this (?:repo|repository|project|codebase))?)(?:[;,.].*)?$`,
      'i',
    ),
    (first, second) => (isCode(first || second) ? `Never use ${first || second}` : undefined),
  ],
  [
    'be ',
    new RegExp(
      `^(?:any |all )?(${SPANS})(?: calls?| statements?)? (?:${MUST_NOT})(?: ever)? be (?:committed|merged|checked in|shipped|left (?:in|behind)|left in (?:the )?code|pushed)\\b.*$`,
      'i',
    ),
    (things) => (spansIn(things).every(isCode) ? `Never use ${things}` : undefined),
  ],
  [
    'commit ',
    new RegExp(
      `^(?:never|do not|don['’]t|avoid)(?: ever)? (?:commit(?:ting)?|merge|check in|ship|push|leave)(?: any| code with)? (${SPANS})(?: calls?| statements?)?(?: in| behind| to main)?[.!]?$`,
      'i',
    ),
    (things) => (spansIn(things).every(isCode) ? `Never use ${things}` : undefined),
  ],
  [
    'only',
    new RegExp(
      `^(?:the )?(${SPAN})(?: objects?| instances?)? (?:(?:is|are|must|should|may|can)(?: be)? )*${ONLY} (?:ever )?(?:be )?(?:created|instantiated|constructed|built) (?:in|by|inside|within) ${THERE}[.!]?$`,
      'i',
    ),
    (thing, place) => outsideOf(/^`\w+`$/.test(thing) ? `\`${thing.replaceAll('`', '')}()\`` : thing, place),
  ],
  [
    'only',
    new RegExp(
      `^(?:the )?(${CALLED})(?: objects?| instances?| calls?)? (?:(?:is|are|must|should|may|can|shall|to)(?: be| always)? )*${ONLY} (?:ever )?(?:be )?${TOUCHED} ${THROUGH} ${THERE}[.!]?$`,
      'i',
    ),
    (thing, place) => outsideOf(thing, place),
  ],
  [
    'only',
    new RegExp(`^${TOUCHES} (?:the )?(${SPAN}) ${ONLY} ${THROUGH} ${THERE}[.!]?$`, 'i'),
    (thing, place) => outsideOf(thing, place),
  ],
  [
    'through',
    new RegExp(
      `^(?:all |any |every |direct )?(?:(?:access|calls?|reads?|reading|writes?) (?:to|of|from) (?:the )?(${SPAN})|(${SPAN}) (?:access|calls?|reads?|usage)) (?:(?:must|should|has to|have to) )?(?:only )?goe?s? (?:only )?(?:through|via) ${THERE}[.!]?$`,
      'i',
    ),
    (first, second, place) => outsideOf(first || second, place ?? ''),
  ],
  [
    'prefer ',
    new RegExp(`^prefer (?:the )?(${SPAN}) to (?:the )?(${SPAN})[.!]?$`, 'i'),
    (better, other) => `Prefer ${better} over ${other}`,
  ],
  [
    'off limits',
    new RegExp(`^(${SPANS}) (?:is|are) off limits(?=[\\s.,;!]|$)(.*)$`, 'i'),
    (things, rest) => `${things} is forbidden${rest}`,
  ],
  [
    'never ',
    new RegExp(
      `^((?:[a-z]+ ){0,2}[a-z]+s) (?:must |should )?never (?:touch|access|query|hit|talk to|reach into|reach for) (?:the )?(${SPAN})(?: directly)?(?:[;,.].*)?$`,
      'i',
    ),
    (who, thing) => `${who} must not use ${thing}`,
  ],
  [
    'only ',
    new RegExp(
      `^only (?:the )?((?:[a-z]+ ){0,2}[a-z]+) (?:may|can|should|must|(?:is|are) allowed to|(?:is|are) permitted to) (?:directly )?${TOUCHES} (?:the )?(${SPAN})(?: directly)?[.!]?$`,
      'i',
    ),
    (who, thing) => (isCode(thing) ? `Never use ${thing} outside ${who}` : undefined),
  ],
  [
    ' they ',
    /^((?:all |every |the )?[a-z]+(?: [a-z]+)?) (?:return|use|are|have|call|only|live|take|own|hold|contain|delegate|read|map|do|translate|coordinate|stay|just)s? [^;]*(?:;|,| [—–-]) ?(?:and )?they (never|must not|should not|must never|do not|don['’]t) (.*)$/i,
    (who, never, what) => `${who} ${never?.startsWith('do') ? 'must not' : never} ${what}`,
  ],
  [
    ' must ',
    new RegExp(
      `^(?:all |every |each |any )?(?:calls? (?:to|of) )?(${SPAN})(?: calls?)? (?:(?:must|should|has to|have to|needs? to) )(?:always )?(?:be (?:called|given|passed|run|invoked|used) (?:with )?|pass |set |specify |include |provide |have |receive )(?:an? |the |explicit |its )*(${SPAN})(?: argument| option| parameter| keyword| kwarg| flag| prop)?[.!]?$`,
      'i',
    ),
    (call, argument) => argumentOf(call, argument),
  ],
  [
    ' without ',
    new RegExp(
      `^no (${SPAN})(?: calls?| fields?| columns?)? without (?:an? |the |explicit )*(${SPAN})(?: argument| option| parameter| keyword| kwarg)?[.!]?$`,
      'i',
    ),
    (call, argument) => argumentOf(call, argument),
  ],
  [
    'log',
    new RegExp(
      `^(?:never|do not|don['’]t) (?:ever )?log (?:the |raw |full )*(${SPANS})(?: headers?| values?| fields?| objects?)?[.!]?$`,
      'i',
    ),
    (things) => `Never use ${things} in log calls`,
  ],
  [
    ' checks',
    /^(.*)(`(?:isinstance|typeof|instanceof|type|hasattr)(?:\(\))?`)(?:-based)? checks\b(.*)$/is,
    (before, name, after) => `${before}${name}${after}`,
  ],
  [
    'outside',
    new RegExp(
      `^(?:never|do not|don['’]t)(?: ever)? (?:read|access|touch|reference|query|mutate|write(?: to)?) (?:the )?(${SPANS})(?: directly)? outside(?: of)? (.*)$`,
      'i',
    ),
    (things, place) => `Never use ${things} outside ${place}`,
  ],
  [
    'outside',
    new RegExp(`^(?:the )?(${SPANS}) (?:${MUST_NOT})(?: ever)? be ${TOUCHED}(?: directly)? outside(?: of)? (.*)$`, 'i'),
    (things, place) => `Never use ${things} outside ${place}`,
  ],
  [
    '-',
    new RegExp(
      `^(.*)(${SPAN})-(?:typed|shaped|valued) (?:parameters?|arguments?|values?|variables?|fields?|props?|payloads?|objects?|data|code|results?|returns?)\\b(.*)$`,
      'is',
    ),
    (before, type, after) => `${before}${type}${after}`,
  ],
  [
    '`',
    new RegExp(
      `^(?!(?:if|when|before|after|run|execute|install|unless|build|test|commit|start|import|export|take)\\b)([^\`:;.,]{4,50}?) (?:with|using|via|through|from|by calling)(?: our| the)? (${SPAN})(?: \\(?(?:from|in) (${SPAN})\\)?)?(?:,| and| but|, and|, but)? (?:not|never|instead of|rather than) (?:with |via |through |from |by |using |directly |raw |the |a )*(${SPAN})(?: directly)?[.!]?$`,
      'i',
    ),
    (_, better, home, other) =>
      isCode(other) ? `Use ${better} instead of ${other}${isPath(home ?? '') ? ` outside ${home}` : ''}` : undefined,
  ],
  [
    'every ',
    new RegExp(
      `^every (?:call (?:to|of) )?(${SPAN})(?: call)? (?:passes|sets|specifies|includes|provides|has|needs|requires|gets|takes) (?:an? |the |explicit |its )*(${SPAN})(?: argument| option| parameter| keyword| kwarg| flag)?[.!]?$`,
      'i',
    ),
    (call, argument) => argumentOf(call, argument),
  ],
  [
    'without',
    new RegExp(
      `^(?:never|do not|don['’]t|avoid)(?: ever)? (?:call|use|run|invoke)(?:ing)? (${SPAN}) without (?:an? |the |explicit |setting |passing |specifying )*(${SPAN})(?: argument| option| parameter| keyword| kwarg| flag)?[.!]?$`,
      'i',
    ),
    (call, argument) => argumentOf(call, argument),
  ],
];

/** A statement about code in words that are read. */
export function rewordedOfCode(text: string): string {
  if (!text.includes('`')) return text;
  const low = text.toLowerCase();
  for (const [gate, pattern, says] of REWORDINGS) {
    if (!low.includes(gate)) continue;
    const found = pattern.exec(text);
    const said = found ? says(...found.slice(1).map((group) => group ?? '')) : undefined;
    if (said !== undefined) return said;
  }
  return text;
}

function spansIn(text: string): readonly string[] {
  return text.match(/`[^`]+`/g) ?? [];
}

/** A call, a member, a macro; names of files and commands are none. */
function isCode(span: string | undefined): boolean {
  const text = (span ?? '').replaceAll('`', '');
  return (
    /^[A-Za-z_$][\w$]*(?:(?:\.|::)[A-Za-z_$][\w$]*)*(?:!?\((?:[^()]*)\)|!)?$/.test(text) &&
    /[.(!:]|[a-z][A-Z]|_/.test(text) &&
    !/\.(?:[cm]?[jt]sx?|py|go|rs|rb|java|kt|json|ya?ml|toml|md|env|lock|sql|css|html|sh|local|example)$/.test(text)
  );
}

function isPath(span: string): boolean {
  return /\/|\.\w{1,4}`$/.test(span) && !/[()\s]/.test(span);
}

/** Where the place is a file or folder, not what is spoken of. */
function outsideOf(thing: string, place: string): string | undefined {
  const [span = ''] = spansIn(thing);
  const places = spansIn(place);
  return span !== '' && places.length > 0 && places.every(isPath)
    ? `Never use ${span} outside ${places.join(' and ')}`
    : undefined;
}

/** A named argument, with its value where one is given. */
function argumentOf(call: string | undefined, argument: string | undefined): string | undefined {
  const callee = (call ?? '').replaceAll('`', '');
  const given = (argument ?? '').replaceAll('`', '');
  if (!/^\.?[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*(?:\(.*\))?$/.test(callee)) return undefined;
  const name = /^(?!(?:await|async|try|catch|new|return|yield|defer|go|unsafe|sudo|null|None|nil)$)([a-z_]\w*)$/.exec(
    given,
  )?.[1];
  const named = name === undefined ? given : `${name}=`;
  return /^[a-z_]\w*=/i.test(named) ? `Always pass \`${named}\` to \`${callee.replace(/\(.*\)$/, '')}()\`` : undefined;
}

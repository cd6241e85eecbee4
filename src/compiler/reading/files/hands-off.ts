import type { Intent, Mention } from '../../../model/intent.ts';
import { filesOf, kindOf, masked, type Whole } from '../conduct/whole.ts';
import { onlyExisting } from './protection.ts';

const DEED =
  '(?:re)?(?:edit|modify|change|touch|alter|update|rewrite|write to|hand-edit|delete|remove|rename|move|overwrite)';
const DEEDS = `(?:(?:manually|directly|hand) )?${DEED}(?: (?:, )?(?:or|and|nor|/|,) (?:manually )?${DEED})*`;
const NOT = "(?:never|do not|don't|must not|should not|shouldn't|may not|avoid)(?: ever)?";
const DONE = '(?:edited|modified|changed|touched|altered|updated|rewritten|hand-edited|written)';
const BY_HAND = '(?:by hand|manually|directly|by yourself|by agents?|by an agent)';
const LIST = '§(?: (?:, and|, or|,|and|or|/|&) §)*';
const FOLDER = '(?: (?:files?|folders?|director(?:y|ies)|migrations?))?';
/** What may follow without narrowing anything: how, consent, a reason. */
const REST = `(?:(?: ${BY_HAND})?(?: (?:once|after|when) (?:(?:they|it|that) )?(?:(?:is|are|has|have|been|was|were) )*(?:merged|applied|committed|released|deployed|shipped|published|landed|on main|in main)(?: \\w+ \\w+)?)?(?: (?:unless|without) [^§.]*\\b(?:ask|approv|permi|request|instruct|told|consent|confirm|consult|review|author)[^§.]*)?(?: (?:[¦;.:!,-]|as|since|because)(?: .*)?)?)`;

const OF_NAMED = new RegExp(
  `^(?:please )?(?:you )?(${NOT}) (${DEEDS}) ((?:[\\w'/-]+ ){1,6})\\( (?:(?:in|under|at|e\\.g\\.|i\\.e\\.|see|located in|everything (?:in|under)|anything (?:in|under)|files (?:in|under)|especially|like|such as|including|mainly)(?: ,)? )?(${LIST})${FOLDER} \\)${REST}$`,
);
const PASSIVE = new RegExp(
  `^(?:(?:all|any|the) )?((?:[\\w'-]+ ){0,5})(?:(?:in|under|inside|within|below|from) )?\\(? ?(${LIST}) ?\\)?${FOLDER} (?:(?:is|are) (?:never|not)(?: to be)?(?: ever)? ${DONE} ${BY_HAND}|(?:must|should|may|can|shall) (?:never|not)(?: ever)? be(?: \\w+ly)? ${DONE})${REST}$`,
);
const LOST = new RegExp(
  `^(?:(?:all |the )?(?:[\\w-]+ ){0,2}(?:files|code|everything|anything|content)? ?(?:in|under|inside|within) |the )?(${LIST}) .*\\b(?:changes|edits|modifications)(?: (?:made )?(?:to (?:it|them|these files|this file)|there|here|made by hand|by hand))? (?:will be|are|get|would be|will get) (?:always )?(?:lost|overwritten|discarded|wiped|clobbered|reverted)\\b`,
);
const ALONE = new RegExp(
  `^(?:please )?(?:leave|keep) (?:the )?(${LIST})${FOLDER} (?:alone|untouched|unchanged|as is|as-is|unmodified|intact)${REST}$`,
);
const MAINTAINED =
  /^(?:the |all )?([\w' -]+?|(?:[\w'-]+ ){1,4}(?:in|under) §|§) (?:(?:is|are) (?:only |always )*|(?:must|should) (?:only |always )*be (?:only )?)(?:auto-?)?(?:re)?(?:generated|updated|created|produced|built|maintained|managed|written) ?(?:automatically )?(?:(?:by|with|via|using|through|from)\b|[;¦,(.])(.*)\b(?:never|not|don't|do not) (?:be )?(?:(?:edit|touch|change|modify|update|write)(?:ed|d)? (?:it |them )?)?(?:by hand|manually|directly|hand-edited|edited)\b/;
const HAND_EDIT = new RegExp(
  `^(?:please )?${NOT} (?:hand-edit|manually edit|manually modify|edit|modify|update|write) ((?:[\\w-]+ ){0,3}[\\w-]+?)( by hand| manually| directly)?(?: ?[¦;.,].*)?$`,
);
const DIRECT = new RegExp(
  `^(?:please )?${NOT} (?:edit|modify|touch|hand-edit|make (?:any )?(?:manual )?(?:changes|edits|modifications) (?:to|in|under))(?: (?:the |any |anything |files |everything |in |under |inside )*)(${LIST})${FOLDER}(?: ${BY_HAND})? ?(?:[¦:;.(-].*)?$`,
);
const OFF = new RegExp(
  `^(?:please )?(?:keep (?:your )?hands off|hands off|stay out of|no (?:manual |direct )?(?:changes|edits|modifications) (?:to|in|under)) (?:the |anything in )?(${LIST})${FOLDER}(?: except (?:through|via|by|with) .*|${REST})$`,
);
const GENERATED = new RegExp(
  `^(?:(?:all |the )?(?:files?|code|everything|anything|content|types|clients?) (?:in|under|inside|within|matching) |the )?(${LIST})${FOLDER} (?:is|are|comes?|contains?|holds?) [^§]*?(?:[¦;.:,-]|and|so)+ ?(?:so |please )?(?:never|do not|don't|must not be) (?:manually |ever |be )?(?:hand-)?(?:edit|modify|change|touch|edited|modified|changed|touched)(?: (?:it|them|these|this|those|these files|this file|by hand|manually|directly))*(?: ?[¦;.:,(].*)?$`,
);
const MADE_OF =
  /^(?:the )?(§) (?:is|are) (?:auto-?)?(?:generated|compiled|exported|built|produced|derived|rendered|created) (?:by|from|with|via|using) [^;]{1,80}? ?[;¦.] (?:please |always )?(?:edit|change|update|modify) (?:the )?[^;]{1,60} instead\b/;
const FROZEN_IN = new RegExp(
  `^(?:all |the )?((?:[\\w-]+ ){1,4})(?:in|under|inside|within) (${LIST})${FOLDER} (?:is|are|stays?|remains?) (?:strictly )?(?:immutable|read-only|readonly|frozen|append-only|off-limits)${REST}$`,
);
const GERUND = new RegExp(
  `^(?:manually |directly |hand-)?(?:edit|modify|chang|touch|alter|updat)ing (?:the |any |anything |files |everything |in |under |inside )*(${LIST})${FOLDER}${REST}$`,
);
const ONLY_IN = new RegExp(
  `^(?:please )?(?:only (?:edit|modify|change|touch|write|make changes)(?: to)?(?: the| your)?(?: files?| code)? (?:in|under|inside|within)|${NOT} (?:edit|modify|change|touch)(?: any)?(?: files?| code| anything) outside(?: of)?) (?:the )?(${LIST})${FOLDER}${REST}$`,
);
const APPLIED = new RegExp(
  `^(?:please )?${NOT} ${DEEDS} ((?:[\\w-]+ ){0,3}[\\w-]+) (?:that|which|once|after|if) (?:they |it )?(?:have|has|are|were|is) (?:already )?(?:been )?(?:applied|merged|committed|released|deployed|shipped|run|published|pushed)\\b`,
);
const APPLIED_PASSIVE = new RegExp(
  `^(?:the |all |any )?((?:[\\w-]+ ){0,2}[\\w-]+) (?:that|which|once) (?:they )?(?:have|has|are|were|is) (?:already )?(?:been )?(?:applied|merged|committed|released|deployed|shipped|run|published|pushed|in production|on main)(?: \\w+ \\w+)? (?:must|should|may|can|shall) (?:never|not)(?: ever)? be(?: \\w+ly)? ${DONE}\\b`,
);
const STATED = new RegExp(
  `^(?:(?:all |the )?(?:[\\w-]+ ){0,2}(?:files?|code|everything|anything|content)? ?(?:in|under|inside|within) |the |all )*(${LIST})${FOLDER} (?:is|are)(?: strictly| both| all)? (?:off-limits|off limits|untouchable|hands off|hands-off|not to be (?:touched|edited|modified|changed)|read-only|readonly|immutable|frozen)${REST}$`,
);
/** "Do not edit them": the files that the sentence before tells of. */
const OF_BEFORE = new RegExp(
  `^(?:please |so )?${NOT} (?:manually |directly |hand-)?${DEEDS} (?:them|it|these|those|this|these files|those files|this file|any of them|anything (?:there|in it|in there)|(?:files )?there)\\b`,
);
/** A heading, a label or a lead-in over things nobody changes. */
const ABOVE =
  /^(?:the following |these )?(?:files? |paths? |folders? |director(?:y|ies) |areas? |things )*(?:are |is )?(?:strictly )?(?:protected|off-limits|off limits|read-only|readonly|untouchable|immutable|frozen|hands off|hands-off|no-touch|(?:that )?(?:you )?(?:must |should )?(?:do not|don't|never|not|must not|not to)(?: ever)? (?:touch|edit|modify|change|hand-edit|alter)(?: or \w+)?)(?: (?:manually|directly|by hand|without (?:asking|approval|permission)))?(?: (?:these|the following|any of these))?(?: (?:files?|paths?|folders?|director(?:y|ies)|areas?|zones?|code|and director(?:y|ies)|and folders?))*(?: \(.*\))?$/;
const LABELLED = new RegExp(`^([\\w' -]+?) ?: (${LIST})(?: ?[¦.(;-].*)?$`);
const ITEM = new RegExp(
  `^(?:the |any |all )?(?:(?:files?|anything|everything|code) (?:in|under|inside) )?(${LIST})${FOLDER}(?: [¦(:,-].*)?$`,
);
const ALLOWS = /\b(?:may|can|ok|okay|fine|except|unless|free to|safe to|allowed|add|extend|update)\b/;

/** Only what is there is meant. */
const ADDED_TO = /\bappend-only\b|\b(?:once|after) (?:(?:they|it|is|are|has|have|been|was|were) )*\w+ed\b/;

/** "Never modify CI workflows (`.ci/`)", "Files in `gen/` are not edited by hand", "Leave `x` alone", "Protected: `a`, `b`". */
export function readHandsOff(whole: Whole): readonly Intent[] {
  const { text, directive } = whole;
  const named = OF_NAMED.exec(text);
  if (named) return protect(whole, named[4], named[3], /^(?:delete|remove)$/.test(named[2] ?? '') ? 'delete' : 'edit');
  const passive = PASSIVE.exec(text);
  if (passive) return protect(whole, passive[2], passive[1]);
  const lost = LOST.exec(text) ?? ALONE.exec(text);
  if (lost) return protect(whole, lost[1], '');
  const maintained = MAINTAINED.exec(text);
  const lies = /.* (?:in|under) (§)$/.exec(maintained?.[1] ?? '')?.[1];
  if (lies !== undefined) return protect(whole, lies, 'existing');
  if (maintained) return protectKind(whole, maintained[1] ?? '');
  const byHand = HAND_EDIT.exec(text);
  if (byHand && (byHand[2] !== undefined || /hand-|manually/.test(text))) return protectKind(whole, byHand[1] ?? '');
  const frozen = FROZEN_IN.exec(text);
  if (frozen) return protect(whole, frozen[2], ADDED_TO.test(text) ? 'existing' : frozen[1]);
  const direct = MADE_OF.exec(text) ?? DIRECT.exec(text) ?? OFF.exec(text) ?? GENERATED.exec(text);
  if (direct) return protect(whole, direct[1], '');
  const gerund = directive.polarity === 'forbid' ? GERUND.exec(text) : undefined;
  if (gerund) return protect(whole, gerund[1], '');
  const inside = ONLY_IN.exec(text)?.[1];
  if (inside !== undefined) return outside(whole, inside);
  const applied = APPLIED.exec(text);
  if (applied) return protectKind(whole, applied[1] ?? '', true);
  const done = APPLIED_PASSIVE.exec(text);
  if (done) return protectKind(whole, done[1] ?? '', true);
  const stated = STATED.exec(text);
  if (stated) return protect(whole, stated[1], ADDED_TO.test(text) ? 'existing' : '');
  if (OF_BEFORE.test(text) && directive.follows !== undefined) return ofBefore(whole, directive.follows);
  const last = lastClause(whole);
  if (last) return readHandsOff(last);
  const labelled = LABELLED.exec(text);
  if (labelled && ABOVE.test(labelled[1] ?? '')) return protect(whole, labelled[2], '');
  const above = [directive.headings.at(-1), directive.parents.at(-1)].map((each) => plain(each ?? ''));
  if (!above.some((each) => ABOVE.test(each))) return [];
  const item = ITEM.exec(text);
  if (item && !ALLOWS.test(text)) return protect(whole, item[1], '');
  return protectKind(whole, text);
}

const ROW_NOT = new RegExp(
  `^(?:no ?[,¦-]? ?)?(?:(?:auto-?)?generated(?: (?:by|from|with|code|files?|types|client)[^;,¦.:]*)? ?[;,¦.:-]+ ?)?(?:${NOT} (?:be )?(?:${DEEDS}|hand-edit|edited|modified|changed|touched)|read-only|readonly|off-limits|off limits|immutable|frozen|hands off)\\b(?! (?:the |in |when |for |existing ))`,
);
const LEAVES =
  /\b(?:only|except|fix|fixes|bugfix(?:es)?|if|when)\b|\b(?:without|unless)\b(?!.*\b(?:ask|approv|permi|request|instruct|told|consent|confirm|consult|review))/;
const ADDED_TO_CELL =
  /\bappend-only\b|\b(?:existing|accepted|applied|merged|committed|past|released|published)\b|\b(?:add|create|write) (?:an? )?new\b/;
const EDITABLE = /^(?:editable|can edit|edit|edit by hand|hand-edit|may edit|modify|safe to edit|touch|can modify)\??$/;

/** "`gen/` | do not edit": a row whose first cell is a path, or the column "Do not edit". */
export function readHandsOffRow(row: Readonly<Record<string, string>>, whole: Whole): readonly Intent[] {
  const cells = Object.entries(row).map(([heading, cell]) => ({ heading: plain(heading), cell, ...masked(cell) }));
  const banned = cells.find(({ heading, text }) => ABOVE.test(heading) && text.includes('§'));
  if (banned) return protectAtoms(whole, filesOf(banned.atoms, whole.knowledge), '', 'edit');
  const first = cells.find(({ text }) => text.includes('§'));
  const below = ABOVE.test(plain(whole.directive.headings.at(-1) ?? ''));
  if (!first || !new RegExp(`^${LIST}${FOLDER}$`).test(first.text)) return [];
  // "Frozen, bug fixes only": who may still change it cannot be told.
  if (cells.some((cell) => cell !== first && LEAVES.test(cell.text))) return [];
  const off =
    below ||
    cells.some(
      (cell) =>
        cell !== first &&
        (ROW_NOT.test(cell.text) ||
          (EDITABLE.test(cell.heading) && /^(?:no|never|❌|✗|🚫|✘|⛔)/u.test(cell.cell.trim().toLowerCase()))),
    );
  const adds = cells.some((cell) => cell !== first && ADDED_TO_CELL.test(cell.text));
  return off ? protectAtoms(whole, filesOf(first.atoms, whole.knowledge), adds ? 'existing' : '', 'edit') : [];
}

function plain(heading: string): string {
  return masked(heading).text.replace(/[:!. ]+$/, '');
}

/** "Only edit files under `a`": all others are left alone. */
function outside(whole: Whole, part: string): readonly Intent[] {
  const places = filesOf(whole.atoms.slice(0, part.split('§').length - 1), whole.knowledge);
  const exclude = places.flatMap((each) => (each.kind === 'path' && each.exists ? each.globs : []));
  if (places.length === 0 || exclude.length === 0) return [];
  const reach = { ...whole.common.reach, exclude: [...whole.common.reach.exclude, ...exclude] };
  const text = `only files in ${places.map((each) => each.text).join(', ')} are edited here`;
  const [place = ''] = exclude.map((glob) => glob.replace(/\*.*$/, ''));
  return [
    {
      ...whole.common,
      reach,
      shape: 'check',
      subject: 'edits outside',
      message: text,
      check: {
        kind: 'paths',
        contract: { type: 'protected', files: { include: ['**'], exclude: [...reach.exclude] } },
      },
      violating: [{ steps: [{ write: 'elsewhere/example.txt', content: 'new\n' }] }],
      compliant: [{ steps: [{ write: `${place}example.txt`, content: 'new\n' }] }],
    },
  ];
}

/** "Snapshots: look at them first; never edit `.snap` files": the clause behind the semicolon stands for itself. */
function lastClause(whole: Whole): Whole | undefined {
  const at = whole.text.search(/ [;¦,] (?:please |but |and )?(?:never|do not|don't|must not) /);
  if (at < 0) return undefined;
  const taken = whole.text.slice(0, at).split('§').length - 1;
  return { ...whole, text: whole.text.slice(at + 3).replace(/^(?:but|and) /, ''), atoms: whole.atoms.slice(taken) };
}

/** What the statement before says is generated, or lies there, is what this one is about. */
function ofBefore(whole: Whole, before: string): readonly Intent[] {
  const { text, atoms } = masked(before.replace(/[.!:]+$/, ''));
  if (/\b(?:never|not|unless|except|only|if|when)\b/.test(text) || atoms.length === 0) return [];
  const said = `${text} ; ${whole.text}`;
  const found = GENERATED.exec(said);
  const by = whole.atoms.flatMap((atom) => whole.knowledge.typeAtom(atom, []));
  return found
    ? protect({ ...whole, text: said, atoms: [...atoms, ...whole.atoms] }, found[1], '').map((intent) =>
        intent.shape === 'protect' ? { ...intent, by: by.filter(({ kind }) => kind === 'command') } : intent,
      )
    : [];
}

/** The files of that part of the masked statement. */
function protect(whole: Whole, part = '', words = '', doing: 'edit' | 'delete' = 'edit'): readonly Intent[] {
  const count = part.split('§').length - 1;
  const from = whole.text.slice(0, whole.text.indexOf(part)).split('§').length - 1;
  return protectAtoms(whole, filesOf(whole.atoms.slice(from, from + count), whole.knowledge), words, doing);
}

function protectAtoms(
  { common, knowledge, atoms }: Whole,
  files: readonly Mention[],
  words: string,
  doing: 'edit' | 'delete',
): readonly Intent[] {
  if (files.length === 0) return [];
  const by = atoms.flatMap((atom) => knowledge.typeAtom(atom, [])).filter((mention) => mention.kind === 'command');
  return [{ ...common, shape: 'protect', files, by, doing, existingOnly: onlyExisting(files, words.split(' ')) }];
}

function protectKind(whole: Whole, words: string, existing = false): readonly Intent[] {
  if (words === '§') return protect(whole, '§');
  const mocks = /^(?:generated |the )?mocks?(?: files?)?$/.test(words) ? 'mock files' : words;
  const kind = kindOf(mocks, whole.knowledge);
  return kind ? protectAtoms(whole, [kind], existing ? 'existing' : words, 'edit') : [];
}

import type { OrderCheck } from '../../../model/checks/order.ts';
import type { Intent } from '../../../model/intent.ts';
import type { Whole } from './whole.ts';

type Contract = Omit<Extract<OrderCheck['contract'], { type: 'message' }>, 'type' | 'of'>;

const OF_COMMITS = /\bcommits?\b|\bsubject lines?\b/;
const OPEN_LIST = /\b(?:e\.g\.|for example|such as|like|etc|or similar)\b|\.\.\./;
const SCOPES =
  /^(?:.*[;.¦(] )?(?:use |using |with )?(?:the )?(?:allowed |valid |available |permitted |known |supported |common |commit |possible )*scopes?(?: (?:are|is|must be|should be|may be|can be))?(?: one of| limited to| any of)?(?: the following)? ?:? ((?:§|[a-z][\w-]*)(?: ?(?:,|\||\/|or|and|, or|, and) (?:§|[a-z][\w-]*))+)(?: ?[).;¦].*)?$/;
const BRANCHES =
  /\bbranch(?:es)? (?:names? )?(?:(?:are|is|must be|should be|get|always) )*(?:named|prefixed|called|created as|follow|follows|use|uses|start with|starts with|start|begin with|look like|format|naming|names?|prefix(?:es)?|pattern|convention)\b|\b(?:name|prefix|call) (?:all |your |the |new |feature |git |every )*branch(?:es)?\b|\bbranch(?:es)?(?: naming| names?| name format| prefix(?:es)?| format| pattern| convention| naming convention)* ?(?::|¦|\()|\bbranch(?:es)? (?:with|using|from main(?: as| with| named)?|off main(?: as)?) (?:the )?§/;
const NO_NAMING =
  /\b(?:never|not|don't|protected|push|merge|merged|rebase|delete|deploy\w*|trigger\w*|target\w*|base[ds]?|default|commit to|commits to|switch|checkout|example|e\.g\.|such as|like|if|when|only for|release branches|environment)\b/;
const PREFIX = /^([A-Za-z][\w.-]*)\/(?:[<{[*][^/]*|[<{*][^`]*|…|\.\.\.|x+|)$/;
const SPOKEN_PREFIX = /^([a-z][\w-]*)\/$/;
/** Branches that are there before anybody names one. */
const STANDING = 'main|master|develop|development|dev|staging|production|trunk|gh-pages|next|stable';

/** What commit subjects and branches look like, told by their parts: scopes, prefixes, the key of a ticket. */
export function readMessageForms(whole: Whole): readonly Intent[] {
  const { text, directive } = whole;
  const above = [...directive.headings.slice(-1), directive.parents.at(-1) ?? '', directive.follows ?? ''].join(' ');
  if (directive.polarity === 'forbid') return [];
  if (/\bbranch/.test(text) || /\bbranch (?:naming|names|prefix)/i.test(above)) return branches(whole, above);
  if (!OF_COMMITS.test(`${text} ${above.toLowerCase()}`)) return [];
  return [...scopes(whole), ...ticket(whole), ...area(whole)];
}

function scopes(whole: Whole): readonly Intent[] {
  const { text } = whole;
  const found = SCOPES.exec(text);
  const list = found?.[1];
  if (list === undefined || OPEN_LIST.test(text) || /\boptional|\bcan be any\b/.test(text)) return [];
  const from = text.slice(0, text.indexOf(list)).split('§').length - 1;
  let taken = from;
  const names = list
    .split(/ ?(?:,|\||\/|\bor\b|\band\b) ?/)
    .filter((name) => name !== '')
    .map((name) => (name === '§' ? (whole.atoms[taken++]?.text ?? '') : name));
  if (names.length < 2 || !names.every((name) => /^[a-z][\w/.-]*$/i.test(name))) return [];
  const [first = 'core'] = names;
  return [
    message(whole, {
      subject: 'commit scope',
      says: `the scope of a commit is one of ${names.join(', ')}`,
      contract: { conventional: { scopes: names } },
      good: `fix(${first}): trim names`,
      bad: 'fix(something-else): trim names',
    }),
  ];
}

const KEY =
  /\b(?:ticket|issue|jira|linear|story)(?:['’]s)? ?(?:numbers?|keys?|ids?|identifiers?|references?|prefix|tag|code)?\b/;
const STARTS =
  /\b(?:start(?:s|ed)?|begin(?:s)?|prefix(?:ed)?)(?: (?:all|every|each|the|your|commit|commits|messages?|subjects?|titles?|pr))* (?:with|by)\b|\bprefix (?:all |every |each |the |your )*(?:commits?|commit messages?|commit subjects?|subjects?) with\b/;

/** "Commit messages start with the ticket number (`AB-12: …`)" */
function ticket(whole: Whole): readonly Intent[] {
  const { text, atoms } = whole;
  const sample = atoms
    .map((atom) => /^(\[?)([A-Z][A-Z0-9]+)-(?:\d+|[Xx#N]+|<[^>]*>|\{[^}]*\})(\]?)/.exec(atom.text))
    .find(Boolean);
  if (!sample || !KEY.test(text) || !STARTS.test(text) || /\b(?:if|when|unless|may|can|optional)/.test(text)) return [];
  const key = /^(?:ABC|XXX+|PROJ(?:ECT)?|TICKET|JIRA|KEY|ISSUE|XYZ|FOO)$/.test(sample[2] ?? '')
    ? '[A-Z][A-Z0-9]+'
    : sample[2];
  const [open, close] = sample[1] === '[' ? ['\\[', '\\]'] : ['', ''];
  const shown = `${sample[1]}${key?.startsWith('[') ? 'AB' : key}-12${sample[3]}`;
  return [
    message(whole, {
      subject: 'commit ticket',
      says: 'the subject of a commit starts with the key of its ticket',
      contract: { part: 'subject', pattern: `^(?:${open}${key}-\\d+${close}|Merge |Revert |fixup! )` },
      good: `${shown}: Trim names`,
      bad: 'Trim names',
    }),
  ];
}

const FORMED =
  /^(?:(?:write|format|use|keep|follow) )?(?:the |all |your |git )*(?:commit messages?|commit subjects?|commits?|commit titles?|subject lines?)(?: (?:format|style))?(?: (?:are|is|use|uses|follow|follows|must|should|have|be|in|of|written|formatted|look|like|as|the|following|form|format|style|pattern|shape|convention))* ?:? §/;

/** "Prefix commit subjects with the package: `parser: accept tabs`" */
function area(whole: Whole): readonly Intent[] {
  const { text, atoms } = whole;
  const spoken =
    /^(?:please |always )*prefix (?:all |every |each |the |your |git )*(?:commits?|commit messages?|commit subjects?|commit titles?|subject lines?|subjects?) with (?:the |a |an |its |their )?(?:[\w/-]+ ){0,3}(?:package|crate|module|area|component|subsystem|folder|directory|scope|workspace|app|project)s?(?: name| path| it touches| changed| affected)*\b/.test(
      text,
    );
  const [first] = atoms.map((atom) => /^(\[?)<?([\w./ -]+?)>?(\]|:) \S/.exec(atom.text));
  const formed =
    first &&
    FORMED.test(text) &&
    !/^(?:feat|fix|chore|docs|type|prefix|co-authored-by|signed-off-by|fixes|closes|refs)$/i.test(first[2] ?? '');
  const sample = spoken
    ? atoms.map((atom) => /^(\[?)([\w./-]+)(\]|:) \S/.exec(atom.text)).find(Boolean)
    : formed
      ? first
      : undefined;
  if (!sample || /\b(?:if|when|unless|may|can|optional)/.test(text)) return [];
  const bracket = sample[1] === '[';
  return [
    message(whole, {
      subject: 'commit area',
      says: `the subject of a commit starts with ${bracket ? '`[area]`' : '`area:`'}`,
      contract: {
        part: 'subject',
        pattern: bracket
          ? '^(?:\\[[^\\]]+\\]|Merge |Revert |fixup! )'
          : '^(?:[^\\s:][^:]*: ?\\S|Merge |Revert |fixup! )',
      },
      good: bracket ? `[${sample[2]}] Trim names` : `${sample[2]}: trim names`,
      bad: 'Trim names',
    }),
  ];
}

/** "Branches are named `feat/<topic>` or `fix/<topic>`" */
function branches(whole: Whole, above: string): readonly Intent[] {
  const { text, atoms } = whole;
  const listed = /\bbranch (?:naming|names|prefix)/i.test(above) && /^§(?: ?[¦:(-].*)?$/.test(text);
  if (!BRANCHES.test(text) || listed || NO_NAMING.test(text) || atoms.length === 0) return [];
  const prefixes = atoms.map(({ text: name }) => (PREFIX.exec(name) ?? SPOKEN_PREFIX.exec(name))?.[1]);
  const open = atoms.some(({ text: name }) => /^[<{[][\w -]+[>}\]]\/[<{[]?[\w -]+/.test(name));
  const known = prefixes.filter((prefix) => prefix !== undefined);
  if (!open && (known.length !== prefixes.length || OPEN_LIST.test(text))) return [];
  const alternatives = open ? '[\\w.-]+' : [...new Set(known)].map((each) => each.replaceAll('.', '\\.')).join('|');
  const shown = open ? 'topic' : known[0];
  return [
    message(
      whole,
      {
        subject: 'branch names',
        says: open
          ? 'branches are named `kind/topic`'
          : `names of branches start with ${[...new Set(known)].map((each) => `\`${each}/\``).join(', ')}`,
        contract: { pattern: `^(?:(?:${alternatives})/.|(?:${STANDING}|release[/-].*|hotfix/.*)$)` },
        good: `${shown}/trim-names`,
        bad: 'trim-names',
      },
      'branch',
    ),
  ];
}

interface Demand {
  readonly subject: string;
  readonly says: string;
  readonly contract: Contract;
  readonly good: string;
  readonly bad: string;
}

function message({ common }: Whole, demand: Demand, of: 'commit' | 'branch' = 'commit'): Intent {
  const run = (text: string) => ({
    steps: [{ run: of === 'commit' ? `git commit -m "${text}"` : `git switch -c ${text}` }],
  });
  return {
    ...common,
    shape: 'check',
    subject: demand.subject,
    message: demand.says,
    check: { kind: 'order', contract: { type: 'message', of: [of], ...demand.contract } },
    violating: [run(demand.bad)],
    compliant: [run(demand.good)],
  };
}

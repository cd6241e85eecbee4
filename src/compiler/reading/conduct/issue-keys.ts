import type { MessageKind } from '../../../model/checks/order.ts';
import type { Step } from '../../../model/evidence.ts';
import type { Intent } from '../../../model/intent.ts';
import type { Whole } from './whole.ts';

const KEY =
  '(?:(?:the|an?|its|their|your|jira|linear|github|gitlab|corresponding|associated) )*(?:ticket|issue|story|jira|work item)(?: ?(?:number|id|key|reference|identifier|code))?';
const IN =
  '(?:(?:all|every|each|the|your|git|any) )*(?<what>commits?|commit messages?|commit subjects?|subject lines?|commit titles?|branch|branches|branch names?|prs?|pull requests?|(?:pr|pull request) titles?|(?:pr|pull request) (?:descriptions?|bodies|body))';
const HOLD =
  '(?:(?:must|should|always|has to|have to|needs? to|shall) )*(?:includes?|contains?|references?|mentions?|names?|cites?|links?(?: to)?|carry|carries|has|have|refers? to|be linked to|be tied to)';

const FORMS: readonly RegExp[] = [
  // "Commit messages must reference an issue"
  new RegExp(`^${IN} ${HOLD} (?<key>${KEY})(?: §| like §| such as §)?$`),
  // "Include the ticket number in the branch name"
  new RegExp(
    `^(?:always |please |you must |must )*(?:include|reference|mention|put|add|cite) (?<key>${KEY})(?: §)? (?:in|to) ${IN}$`,
  ),
  // "No commit without a ticket number"
  new RegExp(`^no ${IN} without (?<key>${KEY})(?: §)?$`),
];
const OPEN = /\b(?:if|when|where|unless|may|can|optional(?:ly)?|possible|applicable|appropriate)\b/;
/** A key is none of a team's own where it only shows the form. */
const ANY_TEAM = /^(?:ABC|XXX+|PROJ(?:ECT)?|TICKET|JIRA|KEY|ISSUE|XYZ|FOO)$/;

interface Kind {
  readonly of: MessageKind;
  readonly called: string;
  step(text: string): Step;
}

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/^branch/, { of: 'branch', called: 'the name of a branch', step: (text) => ({ run: `git switch -c ${text}` }) }],
  [
    /^(?:pr|pull request) title/,
    {
      of: 'pull-request-title',
      called: 'the title of a pull request',
      step: (text) => ({ run: `gh pr create --title "${text}" --body "Done."` }),
    },
  ],
  [
    /^(?:pr|pull request)/,
    {
      of: 'pull-request-body',
      called: 'the body of a pull request',
      step: (text) => ({ run: `gh pr create --title "Trim names" --body "${text}"` }),
    },
  ],
  [/./, { of: 'commit', called: 'a commit message', step: (text) => ({ run: `git commit -m "${text}"` }) }],
];

/** "Commit messages must reference an issue", "Include the ticket number in the branch name". */
export function readIssueKeys(whole: Whole): readonly Intent[] {
  const { text, common, directive } = whole;
  if (OPEN.test(text)) return [];
  const plain = text
    .replaceAll(/ ?\( [^()]* \)/g, '')
    .replace(/ ?[¦;,:].*$/, '')
    .replace(/[.! ]+$/, '');
  const found = FORMS.map((form) => form.exec(plain)?.groups).find(Boolean);
  const kind = KINDS.find(([name]) => name.test(found?.what ?? ''))?.[1];
  if (!found || !kind || directive.polarity === 'forbid') return [];
  const { pattern, shown } = keyOf(whole, found.key ?? '');
  const isName = kind.of === 'branch';
  const good = isName ? `${shown.replace('#', '')}-trim-names` : `Trim names (${shown})`;
  return [
    {
      ...common,
      shape: 'check',
      subject: `issue in ${kind.of}`,
      message: `${kind.called} names the issue it belongs to`,
      check: {
        kind: 'order',
        contract: {
          type: 'message',
          of: [kind.of],
          part: 'all',
          pattern: isName ? `${pattern}|^(?:main|master|develop|development|dev|staging|release.*)$` : pattern,
          flags: 'i',
        },
      },
      violating: [{ steps: [kind.step(isName ? 'trim-names' : 'Trim names')] }],
      compliant: [{ steps: [kind.step(good)] }],
    },
  ];
}

/** What a key looks like: as it is shown, or any number where nothing is. */
function keyOf({ atoms }: Whole, said: string): { readonly pattern: string; readonly shown: string } {
  const samples = atoms.map(({ text }) => /\b([A-Z][A-Z0-9]+)-(?:\d+|[Xx#N]+|<[^>]*>|\{[^}]*\})/.exec(text)?.[1]);
  const team = samples.find((sample) => sample !== undefined);
  if (team !== undefined && !ANY_TEAM.test(team)) return { pattern: `${team}-\\d+`, shown: `${team}-12` };
  if (team !== undefined || /jira|linear/.test(said)) return { pattern: '\\b[A-Z][A-Z0-9]+-\\d+', shown: 'AB-12' };
  return { pattern: '#?\\d+', shown: '#12' };
}

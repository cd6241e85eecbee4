import type { MessageKind } from '../../../model/checks/order.ts';
import type { Example } from '../../../model/evidence.ts';
import type { Intent } from '../../../model/intent.ts';
import { textOf } from '../../../repository/view.ts';
import type { ReadClause } from '../setting.ts';

const OF_PR = /\b(?:prs?|pull[ -]requests?|merge requests?)\b/i;
const TEMPLATE = /(?:^|\/)pull_request_template(?:\/[\w.-]+)?\.md$|(?:^|\/)pull_request_template\/[\w.-]+\.md$/i;
const LISTED =
  /\b(?:prs?|pull[ -]requests?)\b.{0,30}\b(?:template|descriptions?|bod(?:y|ies)|must (?:include|contain|have))\b.*:$/i;
const LINKED =
  /\b(?:link(?:ed|s|ing)? to|referenc(?:e|es|ing)|tied to|associated with|link(?:s|ing)?) (?:an?|the|its|their|any)? ?(?:\w+ ){0,2}(?:github )?issues?\b/i;
const CARRIES = /\bcommits?(?: messages?)?\b.{0,20}\b(?:include|contain|carry|have|end with|add)\b/i;

/** What pull requests and commits have to say: the template, sections, an issue, a trailer. */
export function readBody(read: ReadClause): readonly Intent[] | undefined {
  if (read.stance === 'forbid') return undefined;
  return ofTemplate(read) ?? ofSection(read) ?? ofIssue(read) ?? ofTrailer(read);
}

/** "Fill `.github/pull_request_template.md` into every PR body", "Always use the PR template". */
function ofTemplate(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const { statement } = setting;
  if (!/\b(?:fill|use|follow|using|complete|copy)\b/i.test(statement) || !/template/i.test(statement)) return undefined;
  const { view } = setting.knowledge.facts;
  const named = view.files().filter((file) => TEMPLATE.test(file));
  const [file] = named;
  const spoken =
    /\b(?:prs?|pull[ -]requests?) template\b/i.test(statement) || named.some((each) => statement.includes(each));
  if (!spoken || file === undefined || named.length > 1 || /\b(?:optional|can|may)\b/i.test(statement))
    return undefined;
  if (clause.force === 'may' || !/template/i.test(statement.slice(clause.body[0]?.start ?? 0))) return undefined;
  const headings = [...(textOf(view, file) ?? '').matchAll(/^#{1,6}[ \t]+(.+?)[ \t]*$/gm)].map((found) =>
    plain(found[1] ?? ''),
  );
  const known = headings.filter((heading) => /\w/.test(heading));
  const filled: Intent = {
    ...read.common,
    reach: { ...setting.reach, unclear: [] },
    shape: 'check',
    subject: 'pull request without template',
    message: `pull requests are opened with \`${file}\` filled in`,
    check: {
      kind: 'command',
      forbid: [
        {
          program: 'gh',
          subcommand: ['pr', 'create'],
          flags: [['--fill', '-f', '--fill-first', '--fill-verbose']],
          without: ['--template', '-T', '--body', '-b', '--body-file', '-F', '--web', '-w'],
        },
      ],
    },
    violating: [{ steps: [{ run: 'gh pr create --fill' }] }],
    compliant: [{ steps: [{ run: `gh pr create --title "Example" --body-file ${file}` }] }],
  };
  if (known.length === 0) return [filled];
  const pattern = `^#{1,6}[ \\t]+(?:${known.map(escaped).join('|')})`;
  return [
    filled,
    wording(read, {
      subject: 'pull request template',
      message: `the body of a pull request follows \`${file}\``,
      of: ['pull-request-body'],
      pattern,
      good: pullRequest(`## ${known[0]}\n\nDone.`),
      bad: pullRequest('Done.'),
    }),
  ];
}

/** An item "Test plan" below "Pull request descriptions must include:". */
function ofSection(read: ReadClause): readonly Intent[] | undefined {
  const { setting, clause } = read;
  const lead = setting.above.at(-1) ?? '';
  if (!LISTED.test(lead) || /\b(?:if|may|can|optional)\b/i.test(`${lead} ${setting.statement}`)) return undefined;
  const [title = ''] = setting.statement.replaceAll(/[*_`]/g, '').split(/\s*(?::| [-–—] )\s*/);
  const words = title.trim().split(/\s+/);
  const opens =
    setting.statement.slice(0, clause.body[0]?.start ?? 0).replaceAll(/\W/g, '') === '' || clause.label.length > 0;
  if (!opens || title === '' || words.length > 6 || !/^[A-Z]/.test(title) || /[.`]/.test(title)) return undefined;
  return [
    wording(read, {
      subject: `pull request ${title}`,
      message: `the body of a pull request has a part “${title}”`,
      of: ['pull-request-body'],
      pattern: escaped(title).replaceAll(' ', '\\s+'),
      good: pullRequest(`## ${title}\n\nDone.`),
      bad: pullRequest('Done.'),
    }),
  ];
}

/** "Pull requests are linked to an issue", "Reference the issue number in the PR title". */
function ofIssue(read: ReadClause): readonly Intent[] | undefined {
  const { statement } = read.setting;
  const asks = read.stance === 'require' || /^\W*(?:keep|all|every)\b/i.test(statement);
  if (
    !OF_PR.test(statement) ||
    !LINKED.test(statement) ||
    !asks ||
    /\b(?:if|when|where|unless|may|can|not|never)\b/i.test(statement)
  )
    return undefined;
  const inTitle = /\btitles?\b/i.test(statement);
  return [
    wording(read, {
      subject: inTitle ? 'pull request title issue' : 'pull request issue',
      message: `the ${inTitle ? 'title' : 'body'} of a pull request names the issue it belongs to`,
      of: [inTitle ? 'pull-request-title' : 'pull-request-body'],
      pattern: '#\\d+|\\b[A-Z][A-Z0-9]+-\\d+\\b|/issues/\\d+',
      good: inTitle ? pullRequest('Done.', 'Trim names (#12)') : pullRequest('Fixes #12.'),
      bad: pullRequest('Done.'),
    }),
  ];
}

/** "Commits must include:" with a trailer in the code block below. */
function ofTrailer(read: ReadClause): readonly Intent[] | undefined {
  const { setting } = read;
  const { statement } = setting;
  if (!CARRIES.test(statement) || !/\b(?:must|always|should|required?|every|all)\b/i.test(statement)) return undefined;
  if (/\b(?:if|when|unless|may|can|never|not)\b/i.test(statement)) return undefined;
  const texts = [setting.block ?? '', ...[...statement.matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? '')];
  const key = texts.map((text) => /^([A-Z][A-Za-z]*(?:-[A-Za-z]+)+):/.exec(text.trim())?.[1]).find(Boolean);
  if (key === undefined) return undefined;
  return [
    wording(read, {
      subject: `commit ${key}`,
      message: `commits carry a \`${key}:\` trailer`,
      of: ['commit'],
      pattern: `^[ \\t]*${key}[ \\t]*:[ \\t]*\\S`,
      good: { steps: [{ run: `git commit -m "fix: trim names" -m "${key}: Ann <ann@example.org>"` }] },
      bad: { steps: [{ run: 'git commit -m "fix: trim names"' }] },
    }),
  ];
}

interface Demand {
  readonly subject: string;
  readonly message: string;
  readonly of: readonly MessageKind[];
  readonly pattern: string;
  readonly good: Example;
  readonly bad: Example;
}

function wording({ common, setting }: ReadClause, { subject, message, of, pattern, good, bad }: Demand): Intent {
  return {
    ...common,
    reach: { ...setting.reach, unclear: [] },
    shape: 'check',
    subject,
    message,
    check: { kind: 'order', contract: { type: 'message', of: [...of], part: 'all', pattern, flags: 'im' } },
    violating: [bad],
    compliant: [good],
  };
}

function pullRequest(body: string, title = 'Trim names'): Example {
  return { steps: [{ run: `gh pr create --title "${title}" --body "${body}"` }] };
}

function plain(heading: string): string {
  return heading.replaceAll(/<!--.*?-->|[*_`#:]/g, '').trim();
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

import type { PathsCheck } from '../../../model/checks/paths.ts';
import type { Intent, Mention } from '../../../model/intent.ts';
import type { Whole } from './whole.ts';

const NEGATED = /^(?:please )?(?:never|do not|don't|no|avoid|must not|leave out|omit|strip|without)\b/;
const ATTRIBUTION =
  /\b(?:(?:ai|tool|claude|llm|bot|assistant|agent|copilot)(?:-generated)? (?:attribution|signatures?|branding|credits?|footers?|trailers?|co-authors?|mentions?)|generated (?:with|by) (?:lines?|footers?|claude|ai))\b|\bmention(?:s|ing|ed)?(?: \w+){0,4} (?:ai|claude|chatgpt|copilot|llms?|cursor|codex)\b/;
const OF_COMMITS = /\b(?:commits?|commit messages?|prs?|pull requests?|messages?|trailers?)\b/;
const SIGNED =
  /\b(?:commits? (?:must|should|need to|have to|needs to|has to) (?:all |always )?(?:be signed[- ]off|include a sign-?off|carry a sign-?off|have a sign-?off)|sign[- ]off (?:on )?(?:all|every|each|your|the) commits?|always sign[- ]off|(?:commit|commits) with (?:`git commit )?(?:-s\b|--signoff))/;
const RUNS_LISTED =
  /^(?:never|do not|don't|must not)(?: ever)? (?:run|execute|start|invoke|launch|trigger|issue|(?:use|run) (?:[\w-]+ )*commands?)\b[^§(]*\( (?:e\.g\. |like |such as |i\.e\. )?,? ?(§(?: ?(?:,|or|and|\/|, or|, and) §)*)(?: ,? ?etc\.?| ,? ?\.\.\.)? \)(?: ?(?:unless|without|¦|[;.,:]).*)?$/;
const BANNED =
  /^(?:forbidden|banned|prohibited|disallowed|off-limits|off limits|dangerous|blocked|never run|do not run|don't run|not allowed)(?: (?:shell |git )?(?:commands?|operations?))? ?: (§(?: ?(?:,|or|and|\/|, or|, and) §)*)(?: ?[¦;.(].*)?$/;
const FOLLOWING =
  /^(?:the )?(?:following|these|below) commands? (?:(?:must|should|may|can) (?:never|not)(?: ever)? be (?:run|used|executed)|are (?:strictly )?(?:forbidden|banned|prohibited|off-limits|not allowed))\b|^(?:never|do not|don't) (?:run|use|execute) (?:any of )?(?:these|the following)(?: commands?)?\b/;
const SUBJECT_LENGTH =
  /\b(?:first|subject|title|summary)(?: line)?s?\b.*?\b(?:to|under|below|within|at most|max(?:imum)?(?: of)?|than|exceed) (\d{2,3}) (?:chars?|characters)\b|\b(\d{2,3})[- ](?:chars?|characters?) (?:max(?:imum)? )?(?:subject|title|first line|summary)/;
const ENVIRONMENT =
  /\b(?:environment|env) (?:vars?|variables?)\b.*\b(?:add|document|update|list|declar|reflect|appear|includ|record)|\b(?:add|document|update|list|declar|record|includ)\w*\b.*\b(?:environment|env) (?:vars?|variables?)\b/;
const READ_VARIABLE =
  '(?:process\\.env\\.|process\\.env\\[["\']|import\\.meta\\.env\\.|Deno\\.env\\.get\\(["\']|os\\.environ\\[["\']|os\\.environ\\.get\\(["\']|os\\.getenv\\(["\']|os\\.Getenv\\("|os\\.LookupEnv\\("|env::var\\("|System\\.getenv\\("|ENV\\[["\']|ENV\\.fetch\\(["\'])([A-Z][A-Z0-9_]+)';

/** What commits carry, and what changes along with them, told in wordings of their own. */
export function readCommitting(whole: Whole): readonly Intent[] {
  const { text, directive, common, knowledge } = whole;
  const plain = directive.text.toLowerCase().replaceAll(/[`"“”*]/g, '');
  const forbids = NEGATED.test(text) || directive.polarity === 'forbid';
  const forbid = (things: readonly Mention[]): Intent[] => [
    { ...common, shape: 'forbid', doing: 'run', verb: 'run', things, except: [], instead: [], on: [] },
  ];
  if (forbids && ATTRIBUTION.test(plain) && OF_COMMITS.test(plain))
    return forbid([{ kind: 'concept', id: 'tool-attribution', text: 'tool attribution' }]);
  if (forbids && /\bemojis?\b/.test(plain) && /\bcommit (?:messages?|subjects?|titles?)\b|\bcommits\b/.test(plain))
    return forbid([{ kind: 'concept', id: 'emoji-in-commit', text: 'emoji in commit messages' }]);
  if (!forbids && SIGNED.test(plain) && !/(?<![\w-])-S\b/.test(directive.text))
    return [
      {
        ...common,
        shape: 'require',
        doing: 'use',
        things: [{ kind: 'concept', id: 'sign-off', text: 'sign-off' }],
        subject: [],
        purpose: [],
      },
    ];
  const block = FOLLOWING.test(text) ? (directive.fence?.text.split('\n') ?? []) : [];
  const lines = block.map((line) => line.replace(/\s+#\s.*$/, '').trim()).filter((line) => /^[a-z]/i.test(line));
  if (lines.length > 0) return forbid(lines.map((line): Mention => ({ kind: 'command', text: line })));
  const listed = RUNS_LISTED.exec(text)?.[1] ?? BANNED.exec(text)?.[1];
  if (listed !== undefined) {
    const commands = whole.atoms
      .slice(0, listed.split('§').length - 1)
      .map((atom) => knowledge.typeAtom(atom, []).find(({ kind }) => kind === 'command'));
    const known = commands.filter((mention) => mention !== undefined);
    return known.length === commands.length ? forbid(known) : [];
  }
  const limit = SUBJECT_LENGTH.exec(plain);
  if (!forbids && limit && /\bcommit/.test(plain)) {
    const strict = /(?:under|below|fewer than|less than) \d{2,3} char/.test(limit[0]) ? 1 : 0;
    return [
      { ...common, shape: 'message', of: ['commit'], style: { maxLength: Number(limit[1] ?? limit[2]) - strict } },
    ];
  }
  return !forbids && ENVIRONMENT.test(plain) ? documentedVariables(whole, plain) : [];
}

/** "New environment variables are added to `.env.example`" */
function documentedVariables({ common, knowledge }: Whole, plain: string): readonly Intent[] {
  const name = /(?:^|[\s(])((?:[\w-]+\/)*\.env\.(?:example|sample|template|dist))\b/.exec(plain)?.[1];
  const [file, ...others] = name === undefined ? [] : knowledge.facts.find(name, knowledge.from);
  if (file === undefined || others.length > 0) return [];
  const check: PathsCheck = {
    kind: 'paths',
    contract: {
      type: 'companion',
      files: {
        include: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs,py,go,rs,rb,java,kt}'],
        exclude: ['**/*.{test,spec}.*', '**/{test,tests,spec,__tests__}/**', '**/test_*.py', '**/*_test.*'],
        holds: READ_VARIABLE,
      },
      need: [file],
      holds: '{holds.1}',
      at: ['commit', 'stop'],
    },
  };
  const write = { write: 'src/example.ts', content: 'export const key = process.env.EXAMPLE_KEY;\n' };
  const commit = { run: "git commit -m 'feat: example'" };
  return [
    {
      ...common,
      shape: 'check',
      subject: 'variables documented',
      message: `variables of the environment that the code reads stand in \`${file}\``,
      check,
      violating: [{ files: { [file]: 'OTHER_KEY=1\n' }, steps: [write, commit] }],
      compliant: [{ files: { [file]: 'EXAMPLE_KEY=1\n' }, steps: [write, commit] }],
    },
  ];
}

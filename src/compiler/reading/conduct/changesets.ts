import type { CommandPattern } from '../../../model/checks/command.ts';
import type { Happening } from '../../../model/checks/order.ts';
import type { Intent } from '../../../model/intent.ts';
import { codeGlobs } from '../naming/code-files.ts';
import type { Whole } from './whole.ts';

const SOON = '(?:please |always |you must |you should |must |should |remember to |make sure to )*';
const ANY = '(?:every|each|any|all|a|your|the)';
/** A pull request or a change as such; what "user-facing changes" are cannot be told. */
const WORK = `(?:${ANY} )*(?:single )?(?:code |new )?(?:prs?|pull requests?|mrs?|merge requests?|changes?|contributions?)`;
const CHANGESET =
  '(?:an? |at least one |the |its own |their own |your )?(?:new )?changesets?(?: files?| entry| entries)?';
const NEEDS =
  '(?:(?:must|should|always|has to|have to|needs? to) )*(?:needs?|requires?|includes?|has|have|contains?|carry|carries|comes? with|ships? with|gets?|be accompanied by|be covered by)';

const FORMS: readonly RegExp[] = [
  new RegExp(`^${WORK} ${NEEDS} ${CHANGESET}$`),
  new RegExp(
    `^${SOON}(?:add|create|include|write|generate|commit|provide) ${CHANGESET} (?:for|with|to|in|on) ${WORK}$`,
  ),
  new RegExp(`^${CHANGESET} (?:is|are) (?:always )?(?:required|mandatory|needed|expected) (?:for|with|on|in) ${WORK}$`),
  new RegExp(`^(?:no|never open|never submit|do not open|do not submit|don't open) ${WORK} without ${CHANGESET}$`),
];
const RUN = new RegExp(`^${SOON}(?:run|use) § (?:for|with|on|in|before (?:opening|submitting|creating)) ${WORK}$`);
const COMMAND =
  /^(?:(?:npx|npm run|npm exec|pnpm|pnpm run|pnpm exec|pnpm dlx|yarn|yarn run|bun|bunx|bun run) )?changeset(?: add)?$/;
const MANAGERS = ['npm', 'pnpm', 'yarn', 'bun'];

/** Ways to make one; `changeset version` and `changeset status` are none. */
const MAKES: readonly CommandPattern[] = [
  { program: 'changeset', subcommand: [], noOperands: true },
  { program: 'changeset', subcommand: ['add'] },
  { program: MANAGERS, subcommand: ['changeset'], noOperands: true },
  { program: MANAGERS, subcommand: ['run'], operands: ['changeset'] },
];

/** "Every PR needs a changeset", "Run `pnpm changeset` for every PR": due when one is opened, once code has changed. */
export function readChangesets(whole: Whole): readonly Intent[] {
  const { knowledge, common, directive, atoms } = whole;
  const text = whole.text.replaceAll(/ ?\( [^()]* \)/g, '').replace(/[.! ]+$/, '');
  const runs = RUN.test(text) && COMMAND.test(atoms[0]?.text ?? '');
  if (directive.polarity === 'forbid' || !(runs || FORMS.some((form) => form.test(text)))) return [];
  const code = codeGlobs(knowledge);
  const { tests, changesets } = knowledge.lexicon.fileKinds;
  if (!changesets || code.length === 0 || !knowledge.facts.view.files().some((file) => file.startsWith('.changeset/')))
    return [];
  const except = tests ? knowledge.globsOf(tests) : [];
  const when: Happening = { changed: [...code], ...(except.length > 0 && { except: [...except] }) };
  const [sample = 'src/example.ts'] = code.map((glob) => glob.replace('**/*', 'src/example'));
  const write = { write: sample.replace(/\{([^,}]*)[^}]*\}/, '$1'), content: 'new\n' };
  const open = { run: 'gh pr create --fill' };
  return [
    {
      ...common,
      shape: 'check',
      subject: 'changeset with a pull request',
      message: 'a pull request comes with a changeset here',
      instead: 'add a file to `.changeset/`',
      check: {
        kind: 'order',
        contract: {
          type: 'before',
          trigger: [{ ran: [{ program: 'gh', subcommand: ['pr', 'create'] }], ok: false }],
          need: [[{ changed: [...changesets.globs], how: ['create', 'modify'] }, { ran: [...MAKES] }]],
          when,
        },
      },
      violating: [{ steps: [write, open] }],
      compliant: [{ steps: [write, { write: '.changeset/example.md', content: 'new\n' }, open] }, { steps: [open] }],
    },
  ];
}

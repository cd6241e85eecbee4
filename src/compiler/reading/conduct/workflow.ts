import { patternsSaid } from '../../../checks/command/pattern.ts';
import type { CommandCheck, CommandPattern } from '../../../model/checks/command.ts';
import type { Intent, Mention } from '../../../model/intent.ts';
import type { Whole } from './whole.ts';

const NOT = "(?:never|do not|don't|must not|no|avoid)";
const LIST = '(?:§|[\\w./*-]+)(?: ?(?:,|/|or|and|nor)(?: to| on)? (?:the )?(?:§|[\\w./*-]+))*';
const ONTO = new RegExp(
  `^(?:.*[;.¦] )?(?:please )?${NOT}(?: ever)? (?:direct(?:ly)? )?(push|commit)(?:ing|s)?(?: directly| straight)?(?: or (?:push|commit))? (?:to|on|onto) (?:the )?(${LIST})(?: branch(?:es)?)?(?: directly)?(?: ?[¦;,.(].*)?$`,
);
/** Branches besides the main one that go by their usual names. */
const BRANCH =
  /^(?:develop|development|dev|staging|stage|production|prod|release|trunk|gh-pages|stable|next|release\/\*+|release\/[\w.-]+)$/;
const OWN_BRANCH =
  /^(?:always |please |you must |must )*(?:create|use|start|open|cut|make|work (?:on|in|from)|do (?:all )?work (?:on|in)|develop (?:on|in)|switch to) (?:a|an|your own|one|your|its own) (?:(?:new|separate|dedicated|feature|topic|short-lived|git|own|fresh|working|descriptive|§) )*branch\b(?! (?:name|protection|of the))/;
const DRAFTS =
  /^(?!.*\b(?:never|not|don't|no)\b.*\bdraft)(?:.*\b(?:prs?|pull requests?|mrs?|merge requests?) (?:\w+ ){0,3}(?:as|in) (?:a )?drafts?\b|(?:always |please )?(?:open|create|submit|use) (?:only )?draft (?:prs?|pull requests?))/;
const FLAG_ON =
  /^(?:always |please )?(?:pass|use|add|include|supply|set|specify) ((?:--?[\w-]+|§)) (?:flag |option )?(?:to|with|when (?:you )?(?:run|running|calling|invoking|using)|for|on) (?:every |all |any |the )?(§|[\w-]+)(?: (?:command|commands|call|calls|invocations?|runs?))?(?: (?:so|to|because|as|since|in order)\b.*| ?[¦;,.(].*)?$/;
const READS =
  /^(?:never|do not|don't|must not)(?: ever)? (?:(?:read|open|print|cat|view|display|access|dump|show|echo|inspect|output|load|commit|edit|modify|touch|log|share)(?: ?,)?(?: or| and)? ?)+(?:the )?(?:contents? of )?(?:the |any )?§(?: files?)?(?: ?[¦;,.(].*)?$/;
const ENDINGS = new Set(
  'md mdx js jsx mjs cjs ts tsx mts cts css scss sass less styl vue svelte yml yaml json json5 toml ini txt rst py pyi ipynb rb go rs java kt kts groovy php sh bash zsh ps1 bat html htm xml svg png jpg jpeg gif webp csv sql graphql gql'.split(
    ' ',
  ),
);
const NO_ENDING =
  /^(?:do not|don't|never|no|avoid)(?: (?:use|create|add|write|commit|introduce|using|adding|creating))?(?: (?:any|new|plain|more))* § ?(?:files?|extensions?|modules?|sources?)?(?: ?[¦;,.:(].*)?$/;
const ENDING_OVER =
  /^(?:always |please )?(?:use|prefer|write|create)(?: the)? § (?:files?|extensions?)? ?(?:,|¦|\()? ?(?:never|not|instead of|over|rather than) §/;

/** "… for larger changes": other work may go without one. */
const AT_TIMES =
  /\b(?:if|unless|only|optional(?:ly)?|for (?:larger|large|big|bigger|major|risky|complex|experimental|long|substantial|significant|non-trivial))\b/;

/** Customs of branches, pull requests and runs that are told in one sentence, beside what its clauses ask. */
export function readWorkflow(whole: Whole): readonly Intent[] {
  const { text } = whole;
  const onto = ONTO.exec(text);
  if (onto) return ontoBranches(whole, onto[1] ?? '', onto[2] ?? '');
  if (OWN_BRANCH.test(text) && !AT_TIMES.test(text) && whole.directive.polarity !== 'forbid')
    return [forbid(whole, { kind: 'concept', id: 'commit-to-main', text: 'commit to main' })];
  return DRAFTS.test(text) ? draftsOnly(whole) : unread(whole);
}

/** The same, where the clauses gave nothing. */
export function readRunning(whole: Whole): readonly Intent[] {
  const { text } = whole;
  const flag = FLAG_ON.exec(text);
  if (flag) return withFlag(whole, flag[1] ?? '', flag[2] ?? '');
  return endingsOut(whole);
}

function forbid({ common }: Whole, thing: Mention): Intent {
  return { ...common, shape: 'forbid', doing: 'run', verb: 'run', things: [thing], except: [], instead: [], on: [] };
}

function checked(
  whole: Whole,
  subject: string,
  message: string,
  check: CommandCheck,
  bad: string,
  good: string,
): Intent {
  return {
    ...whole.common,
    shape: 'check',
    subject,
    message,
    check,
    violating: [{ steps: [{ run: bad }] }],
    compliant: [{ steps: [{ run: good }] }, { steps: [{ run: 'git status' }] }],
  };
}

/** Of the branches named those that the notion of the main branch does not cover. */
function ontoBranches(whole: Whole, deed: string, list: string): readonly Intent[] {
  const from = whole.text.slice(0, whole.text.indexOf(list)).split('§').length - 1;
  const atoms = whole.atoms.slice(from);
  let taken = 0;
  const names = list.split(/ ?(?:,|\bor\b|\band\b|\bnor\b|(?<= )\/(?= )) ?(?:(?:to|on) )?(?:the )?/).flatMap((name) => {
    if (name !== '§') return name === '' ? [] : [name];
    taken += 1;
    return [atoms[taken - 1]?.text ?? ''];
  });
  const branches = names.filter((name) => BRANCH.test(name));
  const [first] = branches;
  if (first === undefined || !names.every((name) => BRANCH.test(name) || /^(?:main|master)$/.test(name))) return [];
  const git = (subcommand: string): CommandPattern => ({ program: 'git', subcommand: [subcommand] });
  const pushes = [
    { ...git('push'), operands: [branches.flatMap((name) => [name, `*:${name}`, `*:refs/heads/${name}`])] },
    { ...git('push'), noOperands: true, without: ['--tags', '--delete'], branch: [...branches] },
  ];
  const commits = [{ ...git('commit'), without: ['--dry-run'], branch: [...branches] }];
  const shown = first.replace(/\*+/, 'next');
  const check: CommandCheck = { kind: 'command', forbid: deed === 'push' ? pushes : commits };
  const listed = branches.map((name) => `\`${name}\``).join(' or ');
  if (deed === 'push')
    return [
      checked(
        whole,
        `push to ${first}`,
        `nothing is pushed to ${listed} directly`,
        check,
        `git push origin ${shown}`,
        'git push origin topic',
      ),
    ];
  return [
    {
      ...whole.common,
      shape: 'check',
      subject: `commit to ${first}`,
      message: `nothing is committed to ${listed} directly`,
      check,
      violating: [{ branch: shown, steps: [{ run: 'git commit -m "feat: example"' }] }],
      compliant: [{ branch: 'topic', steps: [{ run: 'git commit -m "feat: example"' }] }],
    },
  ];
}

function draftsOnly(whole: Whole): readonly Intent[] {
  const check: CommandCheck = {
    kind: 'command',
    forbid: [{ program: 'gh', subcommand: ['pr', 'create'], without: ['--draft', '-d', '--dry-run', '--help'] }],
  };
  return [
    checked(
      whole,
      'draft pull requests',
      'pull requests are opened as drafts here',
      check,
      'gh pr create --fill',
      'gh pr create --draft --fill',
    ),
  ];
}

/** "Pass `--x` to `tool`": it is not run without. */
function withFlag(whole: Whole, flag: string, target: string): readonly Intent[] {
  const atoms = [...whole.atoms];
  const name = flag === '§' ? (atoms.shift()?.text ?? '') : flag;
  const line = target === '§' ? (atoms.shift()?.text ?? '') : target;
  const tool = whole.knowledge.tools.get(line.toLowerCase())?.of.tool;
  const said = target === '§' || tool ? patternsSaid(tool?.programs[0] ?? line) : undefined;
  const [pattern, ...others] = said ?? [];
  if (!/^--?[\w-]+$/.test(name) || !pattern?.program || others.length > 0) return [];
  const host = { program: pattern.program, ...(pattern.subcommand && { subcommand: pattern.subcommand }) };
  const check: CommandCheck = { kind: 'command', forbid: [{ ...host, without: [name, '--help', '--version'] }] };
  const shown = tool?.programs[0] ?? line;
  return [checked(whole, `${shown} ${name}`, `\`${shown}\` needs \`${name}\` here`, check, shown, `${shown} ${name}`)];
}

/** "No `.mdx` files", "Use `.yaml`, not `.yml`": no new file has that ending. */
function endingsOut(whole: Whole): readonly Intent[] {
  const at = NO_ENDING.test(whole.text) ? 0 : ENDING_OVER.test(whole.text) ? 1 : -1;
  const ending = /^\*?\.([a-z0-9]+)$/.exec(whole.atoms[at]?.text ?? '')?.[1];
  if (ending === undefined || !ENDINGS.has(ending)) return [];
  const globs = [`**/*.${ending}`];
  const files: readonly Mention[] = [{ kind: 'path', text: `.${ending}`, globs, exists: true, folder: false }];
  return [{ ...whole.common, shape: 'protect', files, by: [], doing: 'create', existingOnly: false }];
}

const READING = /\b(?:read|open|print|cat|view|display|access|dump|show|echo|inspect|output|load)\b/;

/** "Never print `.env`" */
function unread(whole: Whole): readonly Intent[] {
  const [atom] = whole.atoms;
  if (
    !READS.test(whole.text) ||
    !READING.test(whole.text) ||
    !atom ||
    !/^(?:\.{0,2}\/)?(?:[\w.-]+\/)*\.env(?:\.\w+|\*|\.\*)?$/.test(atom.text)
  )
    return [];
  const name = atom.text.replace(/^\.\//, '').replace(/\.?\*$/, '');
  const check: CommandCheck = {
    kind: 'command',
    forbid: [
      {
        program: [
          'cat',
          'less',
          'more',
          'head',
          'tail',
          'bat',
          'grep',
          'rg',
          'awk',
          'sed',
          'strings',
          'xxd',
          'source',
          '.',
        ],
        operands: [[name, `./${name}`]],
      },
    ],
  };
  return [checked(whole, `read ${name}`, `\`${name}\` is not read here`, check, `cat ${name}`, `cat ${name}.example`)];
}

import type { Intent } from '../../../model/intent.ts';
import type { Whole } from './whole.ts';

const NOT = "(?:never|do not|don't|avoid|must not)";
const MAIN = '(?:the )?(?:(?:latest )?(?:origin/)?(?:main|master|develop)|§|(?:main|default|base|target) branch)';
const OWN =
  '(?:(?:an?|any|the|your|our|own|feature|topic|working|work|pr|local|long-lived|short-lived) )+branch(?:es)?|feature branches|topic branches|branches|your work';
const INTO = `${MAIN} (?:back )?(?:in|into|to|onto) (?:${OWN})`;
const END = '(?: ?[¦;,.(].*)?$';
const FORMS: readonly RegExp[] = [
  // "Never merge `main` into a feature branch; rebase"
  new RegExp(`^${NOT} merg(?:e|ing) ${INTO}${END}`),
  // "Rebase instead of merging `main` into your branch"
  new RegExp(
    `^(?:always |please )*rebase(?: (?:your |the |feature )*branch(?:es)?)?(?: (?:on|onto|on top of) ${MAIN})? ?,? ?(?:instead of|rather than) merging ${INTO}${END}`,
  ),
];

/** "Never merge `main` into a feature branch; rebase": branches are merged into main all the same. */
export function readMerging({ text, atoms, common, directive }: Whole): readonly Intent[] {
  if (directive.polarity === 'forbid' || /\b(?:if|when|unless|except)\b/.test(text)) return [];
  if (!FORMS.some((form) => form.test(text))) return [];
  const said = /\b(main|master|develop)\b/.exec(text)?.[1] ?? atoms[0]?.text.replace(/^(?:origin|upstream)\//, '');
  if (said !== undefined && !/^[\w.-]+$/.test(said)) return [];
  const names = said === undefined ? ['main', 'master'] : [said];
  const operands = names.flatMap((name) => [name, `origin/${name}`, `upstream/${name}`]);
  const [name = 'main'] = names;
  return [
    {
      ...common,
      shape: 'check',
      subject: `${name} merged into a branch`,
      message: `\`${name}\` is not merged into other branches here`,
      instead: `rebase onto \`${name}\``,
      check: {
        kind: 'command',
        forbid: [
          {
            program: 'git',
            subcommand: ['merge'],
            operands: [operands],
            without: ['--ff-only', '--abort', '--quit', '--continue'],
          },
        ],
        // There it brings the branch up to date.
        allow: [{ program: 'git', subcommand: ['merge'], branch: names }],
      },
      violating: [{ branch: 'topic', steps: [{ run: `git merge ${name}` }] }],
      compliant: [
        { branch: name, steps: [{ run: 'git merge topic' }] },
        { branch: 'topic', steps: [{ run: `git rebase ${name}` }] },
      ],
    },
  ];
}

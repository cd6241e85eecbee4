import type { CommandPattern } from '../../../model/checks/command.ts';
import type { IntentOf, Mention } from '../../../model/intent.ts';
import type { Language } from '../../../model/language.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { insteadOf, ran, ruledOut } from '../code/wording.ts';
import { type Lowered, NOTHING, severityOf } from '../draft.ts';

interface Installer {
  readonly languages: readonly Language[];
  readonly commands: readonly CommandPattern[];
  /** Opens a line that adds a package. */
  readonly shown: string;
}

const INSTALLERS: readonly Installer[] = [
  {
    languages: ['typescript', 'tsx', 'javascript', 'vue', 'svelte', 'astro'],
    commands: [{ program: ['npm', 'pnpm', 'yarn', 'bun'], subcommand: [['install', 'i', 'add']] }],
    shown: 'npm install',
  },
  {
    languages: ['python'],
    commands: [
      { program: ['uv', 'poetry', 'pdm'], subcommand: ['add'] },
      { program: ['pip', 'pip3'], subcommand: ['install'] },
    ],
    shown: 'pip install',
  },
  {
    languages: ['ruby'],
    commands: [
      { program: 'bundle', subcommand: ['add'] },
      { program: 'gem', subcommand: ['install'] },
    ],
    shown: 'bundle add',
  },
  { languages: ['rust'], commands: [{ program: 'cargo', subcommand: ['add'] }], shown: 'cargo add' },
  { languages: ['go'], commands: [{ program: 'go', subcommand: ['get'] }], shown: 'go get' },
  { languages: ['php'], commands: [{ program: 'composer', subcommand: ['require'] }], shown: 'composer require' },
];

const ADOPTS: ReadonlySet<string> = new Set(['use', 'add', 'install', 'introduce', 'adopt', 'include', 'bring']);

/** "No Vue": what is used nowhere and is no dependency yet is not made one. */
export function lowerAdding(mention: Mention, intent: IntentOf<'forbid'>, knowledge: Knowledge): Lowered {
  const { reach, verb } = intent;
  const everywhere = [reach.include, reach.exclude, reach.unclear, reach.within ?? []].every(
    (each) => each.length === 0,
  );
  if (!everywhere || mention.qualified !== undefined || (verb !== undefined && !ADOPTS.has(verb))) return NOTHING;
  const known = mention.kind === 'tool' ? knowledge.tools.get(mention.id.toLowerCase())?.of : undefined;
  const names = mention.kind === 'package' ? [mention.text] : (known?.tool.packages ?? []);
  const dependencies = knowledge.facts.dependencies();
  const own = mention.kind === 'package' && mention.folder !== undefined;
  if (names.length === 0 || own || names.some((name) => dependencies.has(name))) return NOTHING;
  const languages = known?.group.languages ?? [...knowledge.languages];
  const [installer, ...others] = INSTALLERS.filter((each) =>
    each.languages.some((language) => languages.includes(language)),
  );
  const [name] = names;
  if (!installer || name === undefined || (known === undefined && others.length > 0)) return NOTHING;
  const operands = [names.flatMap((each) => [each, `${each}@*`])];
  const instead = insteadOf(intent.instead);
  return {
    drafts: [
      {
        subject: `${mention.text} dependency`,
        severity: severityOf(intent),
        message: ruledOut(`\`${name}\``, instead),
        ...(instead !== undefined && { instead }),
        check: { kind: 'command', forbid: installer.commands.map((command) => ({ ...command, operands })) },
        evidence: {
          violating: [ran(`${installer.shown} ${name}`)],
          compliant: [
            ran(`${installer.shown} another-${name.replaceAll(/[^\w-]/g, '')}`),
            ran(`grep -n ${name} README.md`),
          ],
        },
      },
    ],
    left: [],
  };
}

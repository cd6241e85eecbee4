import type { IntentOf } from '../../../model/intent.ts';
import type { Scope } from '../../../model/rule.ts';
import type { LocalPackage } from '../../../repository/facts.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { ran, wrote } from '../code/wording.ts';
import { type Draft, severityOf } from '../draft.ts';

/** A package that may not be a dependency: in the manifest, and by the commands that add one. */
export function unwantedDrafts(
  name: string,
  intent: IntentOf<'depend'>,
  from: readonly string[],
  knowledge: Knowledge,
): readonly Draft[] {
  const folders = from.length === 0 ? ['**'] : from.map((glob) => glob.replace(/\/\*\*$/, ''));
  const files = folders.map((folder) => `${folder}/package.json`);
  const [file = 'package.json'] = files.map((glob) => glob.replace(/^\*\*\//, ''));
  const text = (dependency: string) =>
    `${JSON.stringify({ name: 'example', dependencies: { [dependency]: '1.0.0' } })}\n`;
  const message = `${name} is not a dependency here`;
  const severity = severityOf(intent);
  const manifest: Draft = {
    subject: `${name} dependency`,
    message,
    severity,
    check: {
      kind: 'config',
      files,
      key: 'dependencies.*',
      expect: { keyMatches: `^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, present: false },
    },
    evidence: { violating: [wrote(file, text(name))], compliant: [wrote(file, text('another'))] },
  };
  const operands = [[name, `${name}@*`]];
  const into = from.length === 0 ? undefined : flagsInto(folders, knowledge);
  if (into?.length === 0) return [manifest];
  const [flag] = into ?? [];
  const command: Draft = {
    subject: `${name} install`,
    message,
    severity,
    check: {
      kind: 'command',
      forbid: [
        {
          program: ['npm', 'pnpm', 'yarn', 'bun'],
          subcommand: [['install', 'i', 'add']],
          operands,
          ...(into && { flags: [into] }),
        },
        ...(into
          ? []
          : [
              { program: ['uv', 'poetry', 'cargo', 'pdm'], subcommand: ['add'], operands },
              { program: ['pip', 'pip3'], subcommand: ['install'], operands },
            ]),
      ],
    },
    evidence: {
      violating: [ran(`npm install ${name}${flag === undefined ? '' : ` ${flag}`}`)],
      compliant: [ran('npm install'), ran(`grep ${name} README.md`)],
    },
  };
  return [manifest, command];
}

/** How package managers are told to work on one of these folders: by the name of its package, or by its path. */
function flagsInto(folders: readonly string[], knowledge: Knowledge): string[] {
  const own = knowledge.facts.packages().filter((each) => folders.includes(each.folder));
  return [
    ...own.flatMap(({ name }) => ['--workspace', '-w', '--filter', '-F'].map((flag) => `${flag}=${name}`)),
    ...folders.flatMap((folder) =>
      ['--workspace', '--prefix', '--dir', '-C', '--cwd'].map((flag) => `${flag}=${folder}`),
    ),
  ];
}

/** What may not be imported may not be a dependency in the manifest either. */
export function manifestDrafts(
  intent: IntentOf<'depend'>,
  subject: string,
  message: string,
  from: readonly string[],
  names: readonly string[],
  known: { readonly scopes: readonly string[]; readonly allowed: readonly string[] },
  scope: Scope | undefined,
): readonly Draft[] {
  const files = from.flatMap((glob) => (glob.endsWith('/**') ? [`${glob}/package.json`] : []));
  const [name] = names;
  const [file] = files.map((glob) => glob.replaceAll('/**/', '/example/'));
  if (name === undefined || file === undefined) return [];
  const text = (dependency: string) =>
    `${JSON.stringify({ name: 'example', dependencies: { [dependency]: '1.0.0' } })}\n`;
  const escaped = (each: string) => each.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const own = [...names.map((each) => `${escaped(each)}$`), ...known.scopes.map((each) => `${escaped(each)}/`)];
  return [
    {
      subject: `${subject} in manifests`,
      message,
      severity: severityOf(intent),
      ...(scope && { scope }),
      check: {
        kind: 'config',
        files: [...files],
        key: 'dependencies.*',
        expect: {
          keyMatches: `^(?:${own.join('|')})`,
          keyNotMatches: `^(?:${known.allowed.map(escaped).join('|')})$`,
          present: false,
        },
      },
      evidence: { violating: [wrote(file, text(name))], compliant: [wrote(file, text('another'))] },
    },
  ];
}

/** What a layer may not import of the layers above it is no dependency of its packages either. */
export function layerManifests(
  intent: IntentOf<'depend'>,
  layer: string,
  members: readonly LocalPackage[],
  above: readonly LocalPackage[],
  knowledge: Knowledge,
): readonly Draft[] {
  const files = members
    .map(({ folder }) => `${folder}/package.json`)
    .filter((file) => knowledge.facts.find(file, knowledge.from).length > 0);
  const [file] = files;
  const [first] = above;
  if (file === undefined || first === undefined) return [];
  const text = (dependency: string) =>
    `${JSON.stringify({ name: 'example', dependencies: { [dependency]: '1.0.0' } })}\n`;
  const names = above.map(({ name }) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return [
    {
      subject: `${layer} dependencies`,
      message: `packages of ${layer} do not depend on those above them`,
      severity: severityOf(intent),
      check: {
        kind: 'config',
        files,
        key: 'dependencies.*',
        expect: { keyMatches: `^(?:${names.join('|')})$`, present: false },
      },
      evidence: { violating: [wrote(file, text(first.name))], compliant: [wrote(file, text('another'))] },
    },
  ];
}

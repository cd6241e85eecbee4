import type { IntentOf } from '../../model/intent.ts';
import type { Scope } from '../../model/rule.ts';
import { type Draft, severityOf } from './draft.ts';
import { ran, wrote } from './wording.ts';

/** A package that may not be a dependency: in the manifest, and by the commands that add one. */
export function unwantedDrafts(name: string, intent: IntentOf<'depend'>, from: readonly string[]): readonly Draft[] {
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
  if (from.length > 0) return [manifest];
  const operands = [[name, `${name}@*`]];
  const command: Draft = {
    subject: `${name} install`,
    message,
    severity,
    check: {
      kind: 'command',
      forbid: [
        { program: ['npm', 'pnpm', 'yarn', 'bun'], subcommand: [['install', 'i', 'add']], operands },
        { program: ['uv', 'poetry', 'cargo', 'pdm'], subcommand: ['add'], operands },
        { program: ['pip', 'pip3'], subcommand: ['install'], operands },
      ],
    },
    evidence: {
      violating: [ran(`npm install ${name}`)],
      compliant: [ran('npm install'), ran(`grep ${name} README.md`)],
    },
  };
  return [manifest, command];
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

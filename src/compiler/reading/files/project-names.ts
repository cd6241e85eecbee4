import type { Intent } from '../../../model/intent.ts';
import { nameOf, type RepoPath } from '../../../model/path.ts';
import type { ReadClause } from '../setting.ts';
import { escaped } from './settings.ts';

const NAMING = /\b(?:naming|named|names)\b[^.;()`]{0,24}((?:`[\w.*<>-]+`(?: \([^()]*\))?(?:,? (?:or|and) |, )?)+)/i;
const PROJECTS = /\b(?:projects?|NuGet packages?|assembl(?:y|ies)|integrations?|libraries)\b/i;
/** Segments of a sample that stand for any name: `MyPart`, `Foo`, `<Name>`, `*`. */
const OPEN = /^(?:\*|<[^<>]+>|(?:My|Your|Some|Example|Sample)[A-Z]?\w*|Foo|Bar|X)$/;

/** "Test projects in `tests/` (naming: `Acme.MyPart.Tests`)": names of .NET projects, where those that are there bear it out. */
export function readProjectNames(read: ReadClause): readonly Intent[] | undefined {
  const { setting, stance } = read;
  const { statement, knowledge } = setting;
  const spoken = NAMING.exec(statement);
  if (stance === 'forbid' || !spoken || !PROJECTS.test(statement)) return undefined;
  const samples = [...(spoken[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
  if (!samples.every((sample) => sample.split('.').length > 1 && sample.split('.').some((part) => OPEN.test(part))))
    return undefined;
  const forms = samples.map((sample) => sample.split('.').map((part) => (OPEN.test(part) ? '.+' : escaped(part))));
  const pattern = `^(?:${forms.map((parts) => parts.join('\\.')).join('|')})\\.csproj$`;
  const projects = knowledge.facts.view.files().filter((file) => file.endsWith('.csproj'));
  const ofTests = /\btest projects?\b/i.test(statement);
  const isTest = (file: RepoPath) => /Tests?\.csproj$/.test(file);
  const fitting = projects.filter((file) => new RegExp(pattern).test(nameOf(file)) && isTest(file) === ofTests);
  const [folder, ...others] = new Set(fitting.map((file) => file.split('/')[0] ?? ''));
  if (folder === undefined || others.length > 0) return undefined;
  const among = projects.filter((file) => file.startsWith(`${folder}/`) && isTest(file) === ofTests);
  if (among.length > fitting.length) return undefined;
  const right = (samples[0] ?? '')
    .split('.')
    .map((part) => (OPEN.test(part) ? 'Example' : part))
    .join('.');
  const wrong = ofTests ? 'Wrong.OtherTests' : 'Wrong.Other';
  const made = (name: string) => ({ steps: [{ write: `${folder}/${name}/${name}.csproj`, content: '<Project />\n' }] });
  return [
    {
      ...read.common,
      reach: { ...setting.reach, unclear: [], include: [] },
      shape: 'check',
      subject: `${ofTests ? 'test ' : ''}project name`,
      message: `projects in \`${folder}/\` are named ${samples.map((sample) => `\`${sample}\``).join(' or ')}`,
      check: {
        kind: 'paths',
        contract: {
          type: 'named',
          files: {
            include: [ofTests ? `${folder}/**/*{Test,Tests}.csproj` : `${folder}/**/*.csproj`],
            ...(!ofTests && { exclude: ['**/*{Test,Tests}.csproj'] }),
          },
          pattern,
        },
      },
      violating: [made(wrong)],
      compliant: [made(right)],
    },
  ];
}

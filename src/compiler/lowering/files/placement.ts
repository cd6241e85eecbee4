import type { IntentOf, Mention } from '../../../model/intent.ts';
import type { RepoPath } from '../../../model/path.ts';
import { globTest } from '../../../repository/globs.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { globsOf } from '../../reading/naming/reach.ts';
import { covers, wrote } from '../code/wording.ts';
import { type Draft, instances, type Lowered, left, scopeOf, severityOf } from '../draft.ts';
import { meetGlobs } from './meet-globs.ts';

/** There are other tests, too, which lie elsewhere. */
const SOME_TESTS = /^(?:unit|integration|functional|acceptance|system|smoke|regression|contract|component|api)\b/i;

/** "Components live in `src/components`": such files anywhere else are new violations. */
export function lowerPlace(intent: IntentOf<'place'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf(intent.reach, knowledge, true);
  if (typeof scope === 'string') return left(scope);
  const kinds = intent.what.filter(
    (mention) =>
      (mention.kind === 'files' && mention.qualified === undefined) ||
      (mention.kind === 'path' && /[*]/.test(mention.text)),
  );
  const what = [...new Set(kinds.flatMap(globsOf))];
  const under = intent.under.flatMap(globsOf);
  if (what.length === 0) return left('which files are meant cannot be told from their names');
  // A kind told only by the folder it lies in says nothing about files elsewhere.
  const telling = what.filter((glob) => !glob.endsWith('/**'));
  if (intent.beside && under.length === 0) return lowerBeside(intent, kinds, telling, knowledge);
  if (under.length === 0) return left('the place is not a folder of this repository');
  const some = kinds.find((kind) => kind.kind === 'files' && kind.id === 'tests' && SOME_TESTS.test(kind.text));
  if (some) return left(`which tests are “${some.text}” cannot be told from their names`);
  const rivals = rivalFolders(kinds, intent.under, knowledge);
  const files = [...telling, ...rivals];
  if (files.length === 0) return left('such files can only be told by the folder they lie in');
  const base = scope?.include ? meetGlobs(scope.include, files) : files;
  if (intent.told && !bornOut(base, under, knowledge))
    return left('it is told as a fact that the repository does not bear out');
  const outside = base
    .flatMap((glob) => [
      ...instances(glob.replace(/^\*\*\//, 'misplaced/'), 'example', ''),
      ...instances(glob, 'example', ''),
    ])
    .find((path) => covers(base, path) && !covers(under, path));
  const inside = under
    .flatMap((folder) =>
      base.flatMap((glob) => instances(folder.replace(/\*\*$/, glob.replace(/^\*\*\//, '')), 'example', '')),
    )
    .find((path) => covers(under, path));
  if (outside === undefined || inside === undefined) return left('no example could be made for the place');
  const names = kinds.map((mention) => mention.text).join(', ');
  return {
    drafts: [
      {
        subject: `${kinds.map((mention) => mention.text).join(' ')} place`,
        severity: severityOf(intent),
        message: `${names} belong under ${intent.under.map((mention) => `\`${mention.text}\``).join(' or ')}`,
        check: {
          kind: 'paths',
          contract: {
            type: 'placed',
            files: { include: [...base], ...(scope?.exclude && { exclude: scope.exclude }) },
            under: [...under],
          },
        },
        evidence: { violating: [wrote(outside, '\n')], compliant: [wrote(inside, '\n')] },
      },
    ],
    left: [],
  };
}

/** Folders that others keep such files in, and this repository does not: `fixtures/` where they go to `testdata/`. */
function rivalFolders(kinds: readonly Mention[], under: readonly Mention[], knowledge: Knowledge): readonly string[] {
  const named = under.map((mention) => mention.text.replace(/\/+$/, ''));
  return kinds.flatMap((kind) => {
    if (kind.kind !== 'files') return [];
    const folders = kind.globs.filter((glob) => /^\*\*\/[\w-]+\/\*\*$/.test(glob));
    // Only where the named folder is itself one of the usual ones does another of them stand for the same.
    const usual = folders.some((glob) => named.some((name) => glob === `**/${name.replace(/^.*\//, '')}/**`));
    if (!usual || kind.id === 'tests') return [];
    return folders.filter(
      (glob) =>
        !named.some((name) => glob === `**/${name.replace(/^.*\//, '')}/**`) && filesOf([glob], knowledge).length === 0,
    );
  });
}

/** Does no such file of the repository lie elsewhere? */
function bornOut(files: readonly string[], under: readonly string[], knowledge: Knowledge): boolean {
  const inPlace = globTest(under);
  return filesOf(files, knowledge).every((file) => inPlace(file));
}

function filesOf(globs: readonly string[], knowledge: Knowledge): readonly RepoPath[] {
  const test = globTest(globs);
  return knowledge.facts.view.files().filter((file) => test(file));
}

const APART = ['tests', 'test', '__tests__', 'spec', 'specs'];

/** "Tests lie next to the source": none in folders of their own, save those that have some. */
function lowerBeside(
  intent: IntentOf<'place'>,
  kinds: readonly Mention[],
  telling: readonly string[],
  knowledge: Knowledge,
): Lowered {
  const scope = scopeOf(intent.reach, knowledge, true);
  if (typeof scope === 'string') return left(scope);
  const tests =
    kinds.some((kind) => kind.kind === 'files' && kind.id === 'tests') ||
    kinds.some((kind) => /test|spec/.test(kind.text));
  if (!tests || telling.length === 0) return left('what lies beside what cannot be told from names');
  const present = filesOf(telling, knowledge);
  const homes = APART.filter((name) => !present.some((file) => file.split('/').slice(0, -1).includes(name)));
  const include = homes.flatMap((name) => telling.flatMap((glob) => [`${name}/${glob}`, `**/${name}/${glob}`]));
  const files = scope?.include ? meetGlobs(scope.include, include) : include;
  const sample = files.flatMap((glob) => instances(glob, 'example', '')).find((path) => covers(files, path));
  const beside = telling
    .flatMap((glob) => instances(glob.replace(/^\*\*\//, 'src/'), 'example', ''))
    .find((path) => !covers(files, path));
  if (sample === undefined || beside === undefined) return left('no example could be made for the place');
  return {
    drafts: [
      absence(
        intent,
        `${kinds[0]?.text ?? 'tests'} beside`,
        'tests lie beside the source they test',
        files,
        scope?.exclude,
        sample,
        beside,
      ),
    ],
    left: [],
  };
}

/** "Avoid `app/services/`": no new files there. */
export function lowerAbsent(intent: IntentOf<'absent'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf({ ...intent.reach, languages: [] }, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const kinds = intent.kinds?.flatMap((kind) =>
    kind.kind === 'code' ? [`**/*${kind.text.replace('*', '')}`] : globsOf(kind),
  ) ?? ['**'];
  const include = meetGlobs(meetGlobs(scope?.include ?? ['**'], intent.files.flatMap(globsOf)), kinds);
  const sample = include
    .flatMap((glob) => instances(glob, 'example.txt', '.txt'))
    .find((path) => covers(include, path));
  if (sample === undefined) return left(`no example could be made for \`${intent.files[0]?.text ?? ''}\``);
  const names = intent.files.map((mention) => `\`${mention.text}\``).join(', ');
  return {
    drafts: [
      absence(
        intent,
        `${names} absent`,
        `nothing new goes under ${names}`,
        include,
        scope?.exclude,
        sample,
        'unrelated/example-note.txt',
      ),
    ],
    left: [],
  };
}

function absence(
  intent: IntentOf<'absent' | 'place'>,
  subject: string,
  message: string,
  include: readonly string[],
  exclude: readonly string[] | undefined,
  wrong: string,
  right: string,
): Draft {
  return {
    subject,
    severity: severityOf(intent),
    message,
    check: {
      kind: 'paths',
      contract: {
        type: 'forbidden',
        new: true,
        files: { include: [...include], ...(exclude && { exclude: [...exclude] }) },
      },
    },
    evidence: { violating: [wrote(wrong, 'new\n')], compliant: [wrote(right, 'new\n')] },
  };
}

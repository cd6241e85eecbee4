import { parsePattern } from '../../checks/command/pattern.ts';
import { fits } from '../../checks/paths/style.ts';
import type { Example } from '../../model/evidence.ts';
import type { IntentOf, Mention } from '../../model/intent.ts';
import { parseRepoPath } from '../../model/path.ts';
import type { Scope } from '../../model/rule.ts';
import { globTest } from '../../repository/globs.ts';
import type { Knowledge } from '../reading/knowledge.ts';
import { globsOf } from '../reading/reach.ts';
import {
  type Draft,
  globsOfLanguages,
  instances,
  type Lowered,
  left,
  NOTHING,
  samplePath,
  scopeOf,
  severityOf,
} from './draft.ts';
import { meetGlobs } from './meet-globs.ts';
import { ran, wrote } from './wording.ts';

/** "Never edit `gen/`": changing, deleting or committing files of a folder, by any tool or command. */
export function lowerProtect(intent: IntentOf<'protect'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf({ ...intent.reach, include: intent.reach.include }, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const files = intent.files.filter((mention) => globsOf(mention).length > 0);
  const include = meetGlobs(scope?.include ?? ['**'], files.flatMap(globsOf));
  if (include.length === 0)
    return left(
      `no file of this repository is meant by ${intent.files.map((mention) => `“${mention.text}”`).join(', ')}`,
    );
  const sample = include
    .flatMap((glob) => instances(glob, 'example.txt', '.txt'))
    .find((path) => globTest(include)(parseRepoPath(path) ?? repoless));
  if (sample === undefined) return left(`no example could be made for \`${include[0]}\``);
  const commit = intent.doing === 'commit';
  const allow = allowedChanges(intent);
  const by = intent.by.flatMap((mention) =>
    mention.kind === 'command' ? (parsePattern(mention.text, knowledge.facts.view) ?? []) : [],
  );
  const names = files.map((mention) => (mention.kind === 'path' ? `\`${mention.text}\`` : mention.text)).join(', ');
  const violating: Example[] = commit
    ? [{ files: { [sample]: 'old\n' }, steps: [{ write: sample, content: 'new\n' }, { run: `git add ${sample}` }] }]
    : intent.doing === 'delete'
      ? [{ files: { [sample]: 'old\n' }, steps: [{ delete: sample }] }]
      : allow.includes('create')
        ? [{ files: { [sample]: 'old\n' }, steps: [{ write: sample, content: 'new\n' }] }]
        : [{ steps: [{ write: sample, content: 'new\n' }] }];
  const draft: Draft = {
    subject: `${names} ${commit ? 'commit' : 'edit'}`,
    severity: severityOf(intent),
    message: commit
      ? `${names} must not be committed`
      : `${names} must not be ${intent.doing === 'delete' ? 'deleted' : intent.doing === 'create' ? 'added' : 'edited'}`,
    ...(by.length > 0 && { instead: `run ${intent.by.map((mention) => `\`${mention.text}\``).join(' or ')}` }),
    check: {
      kind: 'paths',
      contract: {
        type: 'protected',
        files: { include: [...include], ...(scope?.exclude && { exclude: scope.exclude }) },
        ...(allow.length > 0 && { allow }),
        ...(by.length > 0 && { by }),
        ...(commit && { commit: true }),
      },
    },
    evidence: { violating, compliant: [wrote('unrelated/example-note.txt', 'new\n'), ran(`cat ${sample}`)] },
  };
  return { drafts: [draft], left: [] };
}

const repoless = parseRepoPath('nowhere') ?? ('' as never);

function allowedChanges(intent: IntentOf<'protect'>): ('create' | 'modify' | 'delete' | 'rename')[] {
  if (intent.doing === 'commit') return [];
  if (intent.doing === 'create') return ['modify', 'delete', 'rename'];
  if (intent.doing === 'delete') return ['create', 'modify'];
  return intent.existingOnly ? ['create'] : [];
}

/** "Components live in `src/components`": such files anywhere else are new violations. */
export function lowerPlace(intent: IntentOf<'place'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf(intent.reach, knowledge, true);
  if (typeof scope === 'string') return left(scope);
  const kinds = intent.what.filter(
    (mention) => mention.kind === 'files' || (mention.kind === 'path' && /[*]/.test(mention.text)),
  );
  const what = [...new Set(kinds.flatMap(globsOf))];
  const under = intent.under.flatMap(globsOf);
  if (what.length === 0) return left('which files are meant cannot be told from their names');
  if (under.length === 0) return left('the place is not a folder of this repository');
  // A kind told only by the folder it lies in says nothing about files elsewhere.
  const telling = what.filter((glob) => !glob.endsWith('/**'));
  if (telling.length === 0) return left('such files can only be told by the folder they lie in');
  const base = scope?.include ? meetGlobs(scope.include, telling) : telling;
  const outside = base
    .flatMap((glob) => [
      ...instances(glob.replace(/^\*\*\//, 'misplaced/'), 'example', ''),
      ...instances(glob, 'example', ''),
    ])
    .find((path) => test(base, path) && !test(under, path));
  const inside = under
    .flatMap((folder) =>
      base.flatMap((glob) => instances(folder.replace(/\*\*$/, glob.replace(/^\*\*\//, '')), 'example', '')),
    )
    .find((path) => test(base, path) && test(under, path));
  if (outside === undefined || inside === undefined) return left('no example could be made for the place');
  return {
    drafts: [
      {
        subject: `${kinds.map((mention) => mention.text).join(' ')} place`,
        severity: severityOf(intent),
        message: `${kinds.map((mention) => mention.text).join(', ')} belong under ${intent.under.map((mention) => `\`${mention.text}\``).join(' or ')}`,
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

function test(globs: readonly string[], path: string): boolean {
  const parsed = parseRepoPath(path);
  return parsed !== undefined && globTest(globs)(parsed);
}

const FILE_WORDS = /^(files?|filenames?|file-names?|modules?|folders?|director(?:y|ies)|paths?|scripts?)$/;
const SAMPLES: Readonly<Record<string, readonly [string, string]>> = {
  'kebab-case': ['two-words', 'TwoWords'],
  camelCase: ['twoWords', 'two-words'],
  PascalCase: ['TwoWords', 'two-words'],
  snake_case: ['two_words', 'twoWords'],
  UPPER_SNAKE: ['TWO_WORDS', 'two-words'],
};

/** "Files are kebab-case": names of files and folders. Names of things in code are lowered elsewhere. */
export function lowerFileName(intent: IntentOf<'name'>, knowledge: Knowledge): Lowered {
  if (
    !intent.words.some((word) => FILE_WORDS.test(word)) &&
    !intent.what.some((mention) => mention.kind === 'files' || mention.kind === 'path')
  )
    return NOTHING;
  const scope = scopeOf(intent.reach, knowledge, true);
  if (typeof scope === 'string') return left(scope);
  const named = intent.what.filter((mention) => mention.kind === 'files' || mention.kind === 'path');
  const languages = intent.what.flatMap((mention) =>
    mention.kind === 'language' ? (knowledge.lexicon.languages[mention.id]?.languages ?? []) : [],
  );
  const wide = languages.length > 0 ? globsOfLanguages(languages, knowledge.lexicon) : sourceGlobs(knowledge);
  const globs = named.length > 0 ? named.flatMap(globsOf) : wide;
  const include = meetGlobs(scope?.include ?? ['**'], globs);
  const [style] = intent.styles;
  const folders =
    intent.words.some((word) => /^(folders?|director)/.test(word)) &&
    !intent.words.some((word) => /^(files?|filenames?)/.test(word));
  if (style === undefined || include.length === 0) return left('the name asked for is not a case style');
  const [good, bad] = SAMPLES[style] ?? ['two-words', 'TwoWords'];
  const path = (word: string) =>
    include
      .flatMap((glob) => instances(glob.replace(/(\*+)(?=\.[^/]*$)/, word), `${word}.txt`, '.txt'))
      .find((each) => test(include, each));
  const [right, wrong] = folders ? [`src/${good}/example.ts`, `src/${bad}/example.ts`] : [path(good), path(bad)];
  if (right === undefined || wrong === undefined || fits(style as never, bad))
    return left('no example could be made for the name');
  return {
    drafts: [
      {
        subject: `file name ${style}`,
        severity: severityOf(intent),
        message: `names of ${folders ? 'folders' : 'files'} are ${intent.styles.join(' or ')}`,
        check: {
          kind: 'paths',
          contract: {
            type: 'named',
            files: { include: [...include], ...(scope?.exclude && { exclude: scope.exclude }) },
            subject: folders ? 'folder' : 'file',
            style: [...intent.styles],
          },
        },
        evidence: { violating: [wrote(wrong, '\n')], compliant: [wrote(right, '\n')] },
      },
    ],
    left: [],
  };
}

/** Source files of the languages present. */
function sourceGlobs(knowledge: Knowledge): readonly string[] {
  const globs = globsOfLanguages(
    [...knowledge.languages].filter(
      (language) => !['json', 'yaml', 'toml', 'markdown', 'text', 'dockerfile'].includes(language),
    ),
    knowledge.lexicon,
  );
  return globs.length > 0 ? globs : ['**'];
}

/** "Files under 400 lines", "lines at most 100 characters". */
export function lowerLimit(intent: IntentOf<'limit'>, knowledge: Knowledge): Lowered {
  const words = new Set(intent.words);
  const about = (pattern: RegExp) => [...words].some((word) => pattern.test(word));
  if (about(/^(subject|commit|commits|message|messages|title)$/))
    return intent.unit === 'characters' ? lowerSubjectLimit(intent) : NOTHING;
  const measure =
    intent.unit === 'lines' && about(/^(files?|modules?|scripts?|sources?)$/)
      ? 'lines'
      : intent.unit === 'characters' && about(/^(lines?|columns?|width|long)$/)
        ? 'line-length'
        : intent.unit === 'lines' && intent.what.some((mention) => mention.kind === 'files' || mention.kind === 'path')
          ? 'lines'
          : undefined;
  if (measure === undefined)
    return left(`a limit of ${intent.max} ${intent.unit} on this is not something we can measure`);
  const scope = scopeOf(intent.reach, knowledge, true);
  if (typeof scope === 'string') return left(scope);
  const named = intent.what.filter(
    (mention): mention is Mention => mention.kind === 'files' || (mention.kind === 'path' && mention.globs.length > 0),
  );
  const include = meetGlobs(
    scope?.include ?? ['**'],
    named.length > 0 ? named.flatMap(globsOf) : sourceGlobs(knowledge),
  );
  const inner: Scope = { include: [...include], ...(scope?.exclude && { exclude: scope.exclude }) };
  const file =
    samplePath(inner, 'example') ??
    include.flatMap((glob) => instances(glob, 'example', '')).find((path) => test(include, path));
  if (file === undefined) return left('no example could be made for the limit');
  const text = (size: number) => (measure === 'lines' ? 'x\n'.repeat(size) : `${'x'.repeat(size)}\n`);
  return {
    drafts: [
      {
        subject: `${measure} ${intent.max}`,
        severity: severityOf(intent),
        message:
          measure === 'lines'
            ? `files have at most ${intent.max} lines`
            : `lines have at most ${intent.max} characters`,
        check: {
          kind: 'paths',
          contract: {
            type: 'size',
            files: { include: [...include], ...(scope?.exclude && { exclude: scope.exclude }) },
            measure,
            max: intent.max,
          },
        },
        evidence: { violating: [wrote(file, text(intent.max + 1))], compliant: [wrote(file, text(intent.max))] },
      },
    ],
    left: [],
  };
}

function lowerSubjectLimit(intent: IntentOf<'limit'>): Lowered {
  const subject = `feat: ${'x'.repeat(Math.max(1, intent.max - 6))}`;
  return {
    drafts: [
      {
        subject: `commit subject ${intent.max}`,
        severity: severityOf(intent),
        message: `the subject of a commit has at most ${intent.max} characters`,
        check: { kind: 'order', contract: { type: 'message', of: ['commit'], part: 'subject', maxLength: intent.max } },
        evidence: {
          violating: [ran(`git commit -m "${subject}x"`)],
          compliant: [ran(`git commit -m "${subject}"`), ran('git commit -m "feat: short"')],
        },
      },
    ],
    left: [],
  };
}

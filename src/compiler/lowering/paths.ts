import { fits } from '../../checks/paths/style.ts';
import type { IntentOf, Mention } from '../../model/intent.ts';
import type { Scope } from '../../model/rule.ts';
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
import { lowerNamePattern } from './name-pattern.ts';
import { covers, ran, wrote } from './wording.ts';

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
  if (style === undefined && intent.patterns.length > 0) return lowerNamePattern(intent, named, scope, knowledge);
  if (style === undefined || include.length === 0) return left('the name asked for is not a case style');
  const [good, bad] = SAMPLES[style] ?? ['two-words', 'TwoWords'];
  if (fits(style, bad)) return left('no example could be made for the name');
  const ofFolders = intent.words.some((word) => /^(folders?|director)/.test(word));
  const ofFiles = !ofFolders || intent.words.some((word) => /^(files?|filenames?)/.test(word));
  const path = (word: string) =>
    include
      .flatMap((glob) => instances(glob.replace(/(\*+)(?=\.[^/]*$)/, word), `${word}.txt`, '.txt'))
      .find((each) => covers(include, each));
  const folders = [...(scope?.include ?? ['**'])];
  const inside = (word: string) =>
    [`src/${word}/example.ts`, ...folders.flatMap((glob) => instances(glob, `${word}/example.ts`, ''))]
      .map((each) => (each.includes(`/${word}/`) ? each : each.replace(/[^/]*$/, `${word}/example.ts`)))
      .find((each) => covers(folders, each));
  const drafts = [
    ofFiles && draftOfName('file', include, path(good), path(bad), intent, scope),
    ofFolders && draftOfName('folder', folders, inside(good), inside(bad), intent, scope),
  ].filter((draft) => typeof draft === 'object');
  return drafts.length > 0 ? { drafts, left: [] } : left('no example could be made for the name');
}

function draftOfName(
  subject: 'file' | 'folder',
  include: readonly string[],
  right: string | undefined,
  wrong: string | undefined,
  intent: IntentOf<'name'>,
  scope: Scope | undefined,
): Draft | undefined {
  if (right === undefined || wrong === undefined) return undefined;
  return {
    subject: `${subject} name ${intent.styles[0] ?? ''}`,
    severity: severityOf(intent),
    message: `names of ${subject}s are ${intent.styles.join(' or ')}`,
    check: {
      kind: 'paths',
      contract: {
        type: 'named',
        files: { include: [...include], ...(scope?.exclude && { exclude: scope.exclude }) },
        subject,
        style: [...intent.styles],
      },
    },
    evidence: { violating: [wrote(wrong, '\n')], compliant: [wrote(right, '\n')] },
  };
}

/** Source files of the languages present. */
function sourceGlobs(knowledge: Knowledge): readonly string[] {
  // TypeScript is one language, whether or not there are components yet.
  const family = knowledge.languages.has('typescript') ? (['tsx'] as const) : [];
  const globs = globsOfLanguages(
    [...knowledge.languages, ...family].filter(
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
    include.flatMap((glob) => instances(glob, 'example', '')).find((path) => covers(include, path));
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

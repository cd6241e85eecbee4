import { fits } from '../../../checks/paths/style.ts';
import type { IntentOf, MentionOf } from '../../../model/intent.ts';
import type { Scope } from '../../../model/rule.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { globsOf } from '../../reading/naming/reach.ts';
import { lowerNamePattern } from '../code/name-pattern.ts';
import { covers, wrote } from '../code/wording.ts';
import { type Draft, globsOfLanguages, instances, type Lowered, left, NOTHING, scopeOf, severityOf } from '../draft.ts';
import { meetGlobs } from './meet-globs.ts';
import { sourceGlobs } from './source-globs.ts';

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
  const plain = intent.what.filter((mention) => mention.kind === 'files' || mention.kind === 'path');
  const ofKind = plain.length > 0 ? undefined : filesOfKind(intent.words, knowledge);
  if (ofKind === 'unknown') return left('which files are to have such a name cannot be told');
  const named = ofKind ? [ofKind] : plain;
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

/** "Components in PascalCase files" speaks of the files of components: of no others, where those cannot be told. */
function filesOfKind(
  words: readonly string[],
  { lexicon, globsOf: globs }: Knowledge,
): MentionOf<'files'> | 'unknown' | undefined {
  const kind = words.map((word) => word.replace(/s$/, '')).find((word) => HELD.test(word));
  if (kind === undefined) return undefined;
  const files = Object.values(lexicon.fileKinds).find(({ names }) => names.includes(`${kind} file`));
  return files ? { kind: 'files', id: files.id, text: `${kind} files`, globs: globs(files) } : 'unknown';
}

/** What files hold, one each. */
const HELD = /^(?:component|hook|store|service|screen|widget|composable|context|provider|model|entity|controller)$/;

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

import { codeSpanToMatchers } from '../../../checks/code/code-span.ts';
import { escapeRegex } from '../../../checks/text/regex.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { globsOfLanguages, instances, type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { meetGlobs } from '../files/meet-globs.ts';
import { presentLanguages } from './code.ts';
import { wrote } from './wording.ts';

/** "`src/api.ts` must call `refFor()`": a file of these in whose code it stands nowhere. */
export function lowerHolds(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  const [thing] = intent.things;
  const whole = scopeOf(intent.reach, knowledge, true);
  if (typeof whole === 'string') return left(whole);
  if (!thing || !whole?.include) return left('which files are to hold it is not said');
  const scope = { ...whole, include: sourcesOf(whole.include, thing.text, intent, knowledge) };
  if (scope.include.length === 0) return left('which files are to hold it is not clear');
  const shown = thing.text.replace(/\s*(?:\.\.\.|…).*$/s, '');
  const start = shown.replace(/\(.*\)?$/s, '');
  const generic = /<\w+$/.test(shown) || /<$/.test(shown);
  // A function is there when it is declared, handed on or called.
  const pattern = `(?:^|[^\\w$])${escapeRegex(generic ? shown : start)}${generic ? '' : '(?:$|[^\\w$])'}`;
  const isCode = /\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|cs|rb|php|swift|vue|svelte)$/;
  const extensions = ['ts', 'js', 'tsx', 'py', 'go', 'rs', 'java', 'kt', 'cs', 'rb', 'php', 'swift'];
  const path =
    scope.include
      .flatMap((glob) => instances(glob, 'example.ts', '.ts'))
      .find((each) => isCode.test(each) && samplePath(scope, each) === each) ??
    extensions
      .map((extension) => samplePath(scope, `example.${extension}`))
      .find((each) => each !== undefined && isCode.test(each));
  if (path === undefined) return left(`no example could be made for \`${thing.text}\``);
  const head = path.endsWith('.php') ? '<?php\n' : path.endsWith('.go') ? 'package example\n\n' : '';
  const tests = scope.include.every((glob) => /test|spec/i.test(glob.replace(/^.*\//, '')));
  const comment = path.endsWith('.py') || path.endsWith('.rb') ? '#' : '//';
  return {
    drafts: [
      {
        subject: `${thing.text} in files`,
        severity: severityOf(intent),
        message: `such files hold \`${thing.text}\``,
        scope: {
          ...scope,
          exclude: [
            ...(scope.exclude ?? []),
            '**/*.{md,mdx,json,css,scss,svg,png,snap}',
            '**/*.{test,spec}.*',
            '**/index.*',
            '**/*.d.ts',
          ].filter((glob) => samplePath({ include: [glob] }, path) !== path),
        },
        check: { kind: 'text', pattern, in: 'source', mode: 'require', ...(tests && { when: TEST }) },
        evidence: {
          violating: [wrote(path, `${head}${comment} ${shown}\nother()\n${tests ? 'def test_it(' : ''}\n`)],
          compliant: [wrote(path, `${head}${shown.includes('(') ? shown : `x = ${shown}`}\n`)],
        },
      },
    ],
    left: [],
  };
}

/** Where a test begins: files of tests that have none are helpers. */
const TEST =
  '\\bfunc (?:\\([^)]*\\) )?[Tt]est|\\bdef test_|\\b(?:it|test|describe|scenario|context)(?:\\.\\w+)*\\(|@(?:Parameterized)?Test\\b|#\\[(?:\\w+::)?test\\b|\\[(?:Fact|Theory|Test|TestMethod)\\b|\\bfunction test|^\\s*(?:it|test) [\'"]';

/** Of globs for any file ("tests"), those for files in a language that the text can be code of; files named in full stay. */
function sourcesOf(
  globs: readonly string[],
  text: string,
  { reach }: IntentOf<'form'>,
  knowledge: Knowledge,
): string[] {
  const present = presentLanguages(reach, knowledge);
  const parsed = new Set(codeSpanToMatchers(text, present).flatMap(({ languages }) => languages));
  const languages = parsed.size > 0 ? present.filter((language) => parsed.has(language)) : present;
  const sources = globsOfLanguages(languages, knowledge.lexicon);
  return globs.flatMap((glob) => (glob.endsWith('/**') ? meetGlobs([glob], sources) : [glob]));
}

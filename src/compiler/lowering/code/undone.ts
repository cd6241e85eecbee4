import { codeSpanToMatchers } from '../../../checks/code/code-span.ts';
import type { CodeMatcher } from '../../../model/checks/code.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Language } from '../../../model/language.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { fileOf, presentLanguages } from './code.ts';
import { confined } from './within.ts';
import { wrote } from './wording.ts';

const SCRIPTS: readonly Language[] = ['typescript', 'tsx', 'javascript'];

/** "`begin()` in `beforeEach`, `end()` in `afterEach`": a file with the one has the other where it is cleaned up. */
export function lowerUndone(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  const [does] = intent.things;
  const [undoes, where] = intent.with;
  if (!does || !undoes || !where) return left('what undoes it is not said');
  const scope = scopeOf(intent.reach, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const languages = presentLanguages(intent.reach, knowledge).filter((language) => SCRIPTS.includes(language));
  const begins = callsOf(does.text, languages);
  const within = [{ kind: 'code' as const, text: where.text, inside: true }];
  const ends = confined(callsOf(undoes.text, languages), { ...intent.reach, within }, knowledge);
  const path = languages[0] && samplePath(scope, fileOf(languages[0]));
  if (begins.length === 0 || ends.length === 0 || path === undefined)
    return left(`\`${does.text}\` and \`${undoes.text}\` could not be read as code of this repository's languages`);
  const [begin, end] = [generalised(does.text), generalised(undoes.text)];
  return {
    drafts: [
      {
        subject: `${end} after ${begin}`,
        severity: severityOf(intent),
        message: `what \`${begin}\` sets up is undone by \`${end}\` in \`${where.text}\``,
        instead: `\`${where.text}(() => ${end})\``,
        ...(scope && { scope }),
        check: { kind: 'code', match: ends, mode: 'require', when: begins },
        evidence: {
          violating: [wrote(path, `beforeEach(() => {\n  ${begin};\n});\n`)],
          compliant: [
            wrote(path, `beforeEach(() => {\n  ${begin};\n});\n${where.text}(() => {\n  ${end};\n});\n`),
            wrote(path, 'export const sample = 1;\n'),
          ],
        },
      },
    ],
    left: [],
  };
}

function callsOf(span: string, languages: readonly Language[]): CodeMatcher[] {
  return codeSpanToMatchers(generalised(span), languages).filter((matcher) => matcher.query !== undefined);
}

/** A call with any arguments. */
function generalised(span: string): string {
  return span.replace(/\([^()]*\)$/s, '()');
}

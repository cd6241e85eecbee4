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
/** Languages in which a call alone is a whole file. */
const PLAIN: readonly Language[] = [...SCRIPTS, 'python', 'ruby'];

/** "`begin()` in `beforeEach`, `end()` in `afterEach`": a file with the one has the other, where it is cleaned up if that is said. */
export function lowerUndone(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  const [does] = intent.things;
  const [undoes, where] = intent.with;
  if (!does || !undoes) return left('what undoes it is not said');
  const scope = scopeOf(intent.reach, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const able = where ? SCRIPTS : PLAIN;
  const languages = presentLanguages(intent.reach, knowledge).filter((language) => able.includes(language));
  const begins = callsOf(does.text, languages);
  const calls = callsOf(undoes.text, languages);
  const within = where ? [{ kind: 'code' as const, text: where.text, inside: true }] : [];
  const ends = where ? confined(calls, { ...intent.reach, within }, knowledge) : calls;
  const [begin, end] = [generalised(does.text), generalised(undoes.text)];
  const examples = languages.flatMap((language) => {
    const path = samplePath(scope, fileOf(language));
    return path === undefined ? [] : [{ path, ...sampleOf(begin, end, where?.text) }];
  });
  if (begins.length === 0 || ends.length === 0 || examples.length === 0)
    return left(`\`${does.text}\` and \`${undoes.text}\` could not be read as code of this repository's languages`);
  return {
    drafts: [
      {
        subject: `${end} after ${begin}`,
        severity: severityOf(intent),
        message: where
          ? `what \`${begin}\` sets up is undone by \`${end}\` in \`${where.text}\``
          : `what \`${begin}\` does is undone by \`${end}\` in the same file`,
        instead: where ? `\`${where.text}(() => ${end})\`` : `\`${end}\``,
        ...(scope && { scope }),
        check: { kind: 'code', match: ends, mode: 'require', when: begins },
        evidence: {
          violating: examples.map(({ path, broken }) => wrote(path, broken)),
          compliant: examples.flatMap(({ path, kept }) => [wrote(path, kept), wrote(path, 'sample()\n')]),
        },
      },
    ],
    left: [],
  };
}

function sampleOf(begin: string, end: string, where: string | undefined): { broken: string; kept: string } {
  const broken = where === undefined ? `${begin}\n` : `beforeEach(() => {\n  ${begin};\n});\n`;
  return { broken, kept: where === undefined ? `${broken}${end}\n` : `${broken}${where}(() => {\n  ${end};\n});\n` };
}

function callsOf(span: string, languages: readonly Language[]): CodeMatcher[] {
  return codeSpanToMatchers(generalised(span), languages).filter((matcher) => matcher.query !== undefined);
}

/** A call with any arguments. */
function generalised(span: string): string {
  return span.replace(/\([^()]*\)$/s, '()');
}

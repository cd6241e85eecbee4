import { codeSpanToMatchers } from '../../../checks/code/code-span.ts';
import { exampleWithin } from '../../../checks/code/example-within.ts';
import type { CodeMatcher } from '../../../model/checks/code.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { fileOf, presentLanguages } from './code.ts';
import { declarationsOf, formOf } from './within.ts';
import { wrote } from './wording.ts';

/** "`catch` blocks must call `report()`": such a part of code without that call in it. */
export function lowerObliged(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  const [call] = intent.things;
  const [place] = intent.with;
  const scope = scopeOf(intent.reach, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  if (!call || !place) return left('where it is called is not said');
  const bare = call.text.replace(/^await\s+/, '').replace(/\([^()]*\)$/s, '()');
  const forms = presentLanguages(intent.reach, knowledge).flatMap((language) => {
    const path = samplePath(scope, fileOf(language));
    const calls = codeSpanToMatchers(bare, [language]).flatMap(({ query, where }) =>
      query === undefined || where || /import|token_tree|decorator/.test(query) ? [] : [query],
    );
    const part =
      place.kind === 'phrase'
        ? formOf({ kind: 'construct', text: place.text, inside: true }, language, knowledge)
        : undefined;
    const queries = part ? [part.query] : place.kind === 'code' ? declarationsOf(nameOf(place.text), language) : [];
    const sample = part?.sample ?? SAMPLES[language]?.replace('NAME', nameOf(place.text));
    if (path === undefined || calls.length === 0 || queries.length === 0 || sample === undefined) return [];
    const match = queries.map(
      (query): CodeMatcher => ({ languages: [language], query, where: { hasNot: calls.join('\n') } }),
    );
    const kept = exampleWithin(
      bare,
      language,
      sample,
      calls.map((query) => ({ languages: [language], query })),
    );
    return kept === undefined ? [] : [{ path, match, kept, broken: sample.replace('§', 'other()') }];
  });
  if (forms.length === 0) return left(`where \`${bare}\` is to be called is no part of code that we know`);
  const where = place.kind === 'phrase' ? `each \`${place.text}\`` : `\`${place.text}\``;
  return {
    drafts: [
      {
        subject: `${bare} in ${place.text}`,
        severity: severityOf(intent),
        message: `${where} calls \`${bare}\` here`,
        instead: `call \`${bare}\``,
        ...(scope && { scope }),
        check: { kind: 'code', match: forms.flatMap((each) => each.match) },
        evidence: {
          violating: forms.map(({ path, broken }) => wrote(path, `${broken}\n`)),
          compliant: forms.map(({ path, kept }) => wrote(path, kept)),
        },
      },
    ],
    left: [],
  };
}

const SCRIPT = 'class Sample {\n  NAME() {\n    §;\n  }\n}';
/** A function of a name, with a place for a statement. */
const SAMPLES: Readonly<Record<string, string>> = {
  typescript: SCRIPT,
  tsx: SCRIPT,
  javascript: SCRIPT,
  python: 'class Sample:\n    def NAME(self):\n        §',
  ruby: 'def NAME\n  §\nend',
  php: '<?php\nfunction NAME() {\n  §;\n}',
  go: 'package sample\n\nfunc NAME() {\n\t§\n}',
  java: 'class Sample {\n  void NAME() {\n    §;\n  }\n}',
  csharp: 'class Sample\n{\n  void NAME()\n  {\n    §;\n  }\n}',
};

function nameOf(code: string): string {
  return code.replace(/\(.*\)$/s, '');
}

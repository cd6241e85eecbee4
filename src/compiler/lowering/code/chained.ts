import { codeSpanToMatchers } from '../../../checks/code/code-span.ts';
import type { CodeMatcher } from '../../../model/checks/code.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Language } from '../../../model/language.ts';
import { table } from '../../../model/table.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { join, type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { fileOf, presentLanguages } from './code.ts';
import { withHosts } from './hosts.ts';
import { wrote } from './wording.ts';

const SCRIPT =
  '(call_expression function: (member_expression property: ((property_identifier) @n (#eq? @n "§")))) @match';
/** A call further up the chain, by the name of its method. */
const LINKS: Readonly<Partial<Record<Language, string>>> = table({
  typescript: SCRIPT,
  tsx: SCRIPT,
  javascript: SCRIPT,
  python: '(call function: (attribute attribute: ((identifier) @n (#eq? @n "§")))) @match',
  ruby: '(call method: ((identifier) @n (#eq? @n "§"))) @match',
  php: '(member_call_expression name: ((name) @n (#eq? @n "§"))) @match',
  java: '(method_invocation name: ((identifier) @n (#eq? @n "§"))) @match',
  rust: '(call_expression function: (field_expression field: ((field_identifier) @n (#eq? @n "§")))) @match',
});
const SAMPLES: Readonly<Partial<Record<Language, (chain: string) => string>>> = table({
  typescript: (chain) => `export const sample = ${chain};\n`,
  tsx: (chain) => `export const sample = ${chain};\n`,
  javascript: (chain) => `export const sample = ${chain};\n`,
  python: (chain) => `sample = ${chain}\n`,
  ruby: (chain) => `sample = ${chain}\n`,
  php: (chain) => `<?php\n${chain};\n`,
  java: (chain) => `class Sample {\n  void run() {\n    ${chain};\n  }\n}\n`,
  rust: (chain) => `fn run() {\n    ${chain};\n}\n`,
});

/** "Every `z.string()` has a `.max()`": such a call with nothing of that name further up its chain. */
export function lowerChained(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  const [, name, argument] = /^\W*([A-Za-z_]\w*)(?:\(([A-Za-z_$][\w$]*)\))?/.exec(intent.with[0]?.text ?? '') ?? [];
  if (name === undefined) return left('which call is to follow is not said');
  const link: Link = { name, ...(argument !== undefined && { argument }) };
  const scope = scopeOf(intent.reach, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  return join(...intent.things.map((thing) => chained(thing.text, link, scope, intent, knowledge)));
}

interface Link {
  readonly name: string;
  /** What it must be given, where that is said. */
  readonly argument?: string;
}

/** Formats of texts: they are bounded and clean by themselves. */
const FORMATS = 'email uuid url datetime date time ip cuid cuid2 ulid nanoid length regex base64 literal'.split(' ');

/** Calls that do further up the chain of a head. */
function furtherUp(head: string, link: Link, language: Language): string | undefined {
  const query = LINKS[language];
  if (query === undefined) return undefined;
  const own = query.replaceAll('§', link.name);
  const given =
    link.argument !== undefined && query === SCRIPT
      ? own.replace(
          /\) @match$/,
          ` arguments: (arguments ((identifier) @a (#eq? @a ${JSON.stringify(link.argument)})))) @match`,
        )
      : own;
  const formats = /\.string\(/.test(head) ? FORMATS.map((format) => query.replaceAll('§', format)) : [];
  return [given, ...formats].join('\n');
}

function chained(
  head: string,
  link: Link,
  scope: Exclude<ReturnType<typeof scopeOf>, string>,
  intent: IntentOf<'form'>,
  knowledge: Knowledge,
): Lowered {
  const bare = `${head.replace(/\(.*\)$/s, '')}()`;
  const shown = `${link.name}(${link.argument ?? ''})`;
  const present = presentLanguages(intent.reach, knowledge);
  const match = codeSpanToMatchers(bare, present).flatMap((matcher): CodeMatcher[] =>
    matcher.languages.flatMap((language) => {
      const further = furtherUp(bare, link, language);
      const call = matcher.query === undefined || !/import|decorator|annotation|token_tree/.test(matcher.query);
      return further === undefined || matcher.where || !call
        ? []
        : [{ ...matcher, languages: [language], where: { notInside: further } }];
    }),
  );
  for (const language of new Set(match.flatMap((matcher) => matcher.languages))) {
    const path = samplePath(scope, fileOf(language));
    const sample = SAMPLES[language];
    if (path === undefined || !sample) continue;
    const access = language === 'php' ? '->' : '.';
    return {
      drafts: [
        {
          subject: `${bare} ${link.name}`,
          severity: severityOf(intent),
          message: `\`${bare}\` needs \`${access}${shown}\` here`,
          instead: `\`${bare}${access}${shown}\``,
          ...(scope && { scope }),
          check: { kind: 'code', match: withHosts(match, scope, knowledge) },
          evidence: {
            violating: [wrote(path, sample(bare))],
            compliant: [
              wrote(path, sample(`${bare}${access}${shown}`)),
              wrote(path, sample(`${bare}${access}other()${access}${shown}`)),
            ],
          },
        },
      ],
      left: [],
    };
  }
  return left(`calls that go on from \`${bare}\` have no check for the languages of this repository`);
}

import type { CodeMatcher } from '../../../model/checks/code.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Language } from '../../../model/language.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { join, type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { fileOf, presentLanguages } from './code.ts';
import { withHosts } from './hosts.ts';
import { wrote } from './wording.ts';

/** Calls that stand as statements of their own, by language: a bare function, a method of a receiver. § is the name. */
interface Dropped {
  readonly languages: readonly Language[];
  readonly bare: string;
  /** ¶ stands for the receiver. */
  readonly method: string;
  readonly sample: (call: string) => string;
}

const DROPPED: readonly Dropped[] = [
  {
    languages: ['typescript', 'tsx', 'javascript'],
    bare: '(expression_statement [(call_expression function: (identifier) @n) (unary_expression argument: (call_expression function: (identifier) @n))] (#eq? @n "§")) @match',
    method:
      '(expression_statement [(call_expression function: (member_expression object: ¶ property: (property_identifier) @n)) (unary_expression argument: (call_expression function: (member_expression object: ¶ property: (property_identifier) @n)))] (#eq? @n "§")) @match',
    sample: (call) => `export async function run() {\n  ${call};\n}\n`,
  },
  {
    languages: ['python'],
    bare: '(expression_statement (call function: (identifier) @n) (#eq? @n "§")) @match',
    method:
      '(expression_statement (call function: (attribute object: ¶ attribute: (identifier) @n)) (#eq? @n "§")) @match',
    sample: (call) => `async def run():\n    ${call}\n`,
  },
];

/** What a receiver must be: a call of some name, a variable of some name, anything. */
const RECEIVERS: Readonly<Record<'script' | 'python', Readonly<Record<'call' | 'name', string>>>> = {
  script: {
    call: '(call_expression function: (identifier) @r (#eq? @r "¶"))',
    name: '[((identifier) @r (#eq? @r "¶")) (member_expression property: ((property_identifier) @r (#eq? @r "¶")))]',
  },
  python: {
    call: '(call function: (identifier) @r (#eq? @r "¶"))',
    name: '[((identifier) @r (#eq? @r "¶")) (attribute attribute: ((identifier) @r (#eq? @r "¶")))]',
  },
};

/** "`load()` is always awaited": it is no statement of its own. Handed on (`return load()`) it may be awaited elsewhere. */
export function lowerAwaited(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  return join(...intent.things.map((thing) => awaited(thing.text, intent, knowledge)));
}

function awaited(span: string, intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf(intent.reach, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const call = callOf(span);
  if (!call) return left(`which call \`${span}\` stands for cannot be told`);
  const present = presentLanguages(intent.reach, knowledge);
  const forms = DROPPED.flatMap((form) => {
    const languages = form.languages.filter((language) => present.includes(language));
    return languages.length > 0 ? [{ ...form, languages }] : [];
  });
  const match = forms.flatMap(({ languages, bare, method }): CodeMatcher[] => {
    const receivers = RECEIVERS[languages.includes('python') ? 'python' : 'script'];
    const receiver = call.receiver && receivers[call.receiver.kind].replaceAll('¶', call.receiver.name);
    const queries = [
      ...(receiver === undefined ? [bare] : []),
      ...(receiver !== undefined
        ? [method.replaceAll('¶', receiver)]
        : isOwn(call.name)
          ? [method.replaceAll('¶', '(_)')]
          : []),
    ];
    return queries.map((query) => ({ languages: [...languages], query: query.replaceAll('§', call.name) }));
  });
  const [form] = forms;
  const path = form && samplePath(scope, fileOf(form.languages[0] ?? 'typescript'));
  if (!form || path === undefined) return left(`no example could be made for \`${span}\``);
  const shown = call.receiver
    ? `${call.receiver.name}${call.receiver.kind === 'call' ? '(value)' : ''}.${call.name}()`
    : `${call.name}()`;
  return {
    drafts: [
      {
        subject: `${call.name} awaited`,
        severity: severityOf(intent),
        message: `\`${shown.replace('(value)', '(…)')}\` is awaited here`,
        instead: `await ${shown.replace('(value)', '(…)')}`,
        ...(scope && { scope }),
        check: { kind: 'code', match: withHosts(match, scope, knowledge) },
        evidence: {
          violating: [wrote(path, form.sample(shown))],
          compliant: [wrote(path, form.sample(`await ${shown}`)), wrote(path, form.sample(`return ${shown}`))],
        },
      },
    ],
    left: [],
  };
}

interface Call {
  readonly name: string;
  readonly receiver?: { readonly kind: 'call' | 'name'; readonly name: string };
}

function callOf(span: string): Call | undefined {
  const text = span.replace(/^await\s+/, '').replace(/;$/, '');
  const on = /^([A-Za-z_$][\w$]*)\(.*\)\.(\w+)\(.*\)$/s.exec(text);
  if (on) return { name: on[2] ?? '', receiver: { kind: 'call', name: on[1] ?? '' } };
  const of = /^(?:[A-Za-z_$][\w$]*\.)*([A-Za-z_$][\w$]*)\.(\w+)\([^()]*\)$/s.exec(text);
  if (of) return { name: of[2] ?? '', receiver: { kind: 'name', name: of[1] ?? '' } };
  const bare = /^([A-Za-z_$][\w$]*)\(.*\)$/s.exec(text);
  return bare ? { name: bare[1] ?? '' } : undefined;
}

/** A name of several words is the same method wherever it is called. */
function isOwn(name: string): boolean {
  return /[a-z][A-Z]|\w_\w/.test(name) && name.length >= 8;
}

import { escapeRegex } from '../../../checks/text/regex.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { join, type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { presentLanguages } from './code.ts';
import { wrote } from './wording.ts';

/** "Never implement `AsRef<Path>`": an `impl` of the trait. Bounds and arguments that name it are none. */
export function lowerImplemented(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf(intent.reach, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const path = samplePath(scope, 'example.rs');
  if (!presentLanguages(intent.reach, knowledge).includes('rust') || path === undefined)
    return left('implementing a trait has no check for the languages of this repository');
  return join(
    ...intent.things.map((thing): Lowered => {
      const { name, generics, bound } = partsOf(thing.text);
      const shown = `${escapeRegex(name)}${generics === undefined ? '(<.*>)?' : `<\\s*([a-z_]+::)*${escapeRegex(generics)}.*>`}`;
      const where = bound && {
        has: `(type_item name: (type_identifier) @n type: (_) @t (#eq? @n ${JSON.stringify(bound[0])}) (#match? @t ${JSON.stringify(`(^|::)${escapeRegex(bound[1])}$`)}))`,
      };
      const body = bound ? ` type ${bound[0]} = ${bound[1]}; ` : ' ';
      const full = generics === undefined ? name : `${name}<${generics}>`;
      return {
        drafts: [
          {
            subject: `impl ${thing.text}`,
            severity: severityOf(intent),
            message: `implementing \`${thing.text}\` is ruled out here`,
            ...(scope && { scope }),
            check: {
              kind: 'code',
              match: [
                {
                  languages: ['rust'],
                  query: `((impl_item trait: (_) @trait) @match (#match? @trait ${JSON.stringify(`^([A-Za-z_]+::)*${shown}$`)}))`,
                  ...(where && { where }),
                },
              ],
            },
            evidence: {
              violating: [wrote(path, `impl ${full} for Sample {${body}}\n`)],
              compliant: [wrote(path, `fn run(value: impl ${full}) {}\n`), wrote(path, 'impl Other for Sample {}\n')],
            },
          },
        ],
        left: [],
      };
    }),
  );
}

/** `AsRef<Path>`: a trait and its argument; `Deref<Target=Path>`: a trait and what an associated type is. */
function partsOf(text: string): {
  readonly name: string;
  readonly generics?: string;
  readonly bound?: readonly [string, string];
} {
  const name = /^\w+/.exec(text)?.[0] ?? text;
  const inner = /^\w+<(.*)>$/.exec(text)?.[1]?.trim();
  const bound = inner === undefined ? undefined : /^(\w+)\s*=\s*(\w+)$/.exec(inner);
  if (bound) return { name, bound: [bound[1] ?? '', bound[2] ?? ''] };
  return inner === undefined || /^(?:\.\.\.|…|_|[A-Z])$/.test(inner) ? { name } : { name, generics: inner };
}

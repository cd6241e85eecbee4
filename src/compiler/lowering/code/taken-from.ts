import type { IntentOf, Mention } from '../../../model/intent.ts';
import type { Language } from '../../../model/language.ts';
import type { Scope } from '../../../model/rule.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { globsOf } from '../../reading/naming/reach.ts';
import { join, type Lowered, left, NOTHING, samplePath, scopeOf, severityOf } from '../draft.ts';
import { fileOf, presentLanguages } from './code.ts';
import { wrote } from './wording.ts';

/** Packages that have the plain forms of what projects wrap for themselves: `render` behind `renderWithProviders`. */
const PLAIN: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/^render(?:With|In|App)[A-Z]?\w*$/, 'render', ['@testing-library/*', '*-testing-library']],
  [/^renderHook(?:With|In)[A-Z]\w*$/, 'renderHook', ['@testing-library/*', '*-testing-library']],
  [/^(?:mount|shallow)(?:With|In)[A-Z]\w*$/, 'mount', ['enzyme', '@vue/test-utils']],
];
const SCRIPTS: readonly Language[] = ['typescript', 'tsx', 'javascript'];

/** "Use `waitFor` from `test/support/`": no package gives a name that the project has a module of its own for. */
export function lowerTakenFrom(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  const [origin] = intent.with;
  const scope = scopeOf(intent.reach, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  if (!origin) return left('where the names come from is not said');
  const home = globsOf(origin);
  const outside: Scope & { exclude: string[] } = { ...scope, exclude: [...(scope?.exclude ?? []), ...home] };
  const present = presentLanguages(intent.reach, knowledge);
  const aliases = aliasesOf(knowledge);
  return join(...intent.things.map((thing) => taken(thing.text, origin, outside, present, aliases, intent)));
}

function taken(
  name: string,
  origin: Mention,
  scope: Scope & { exclude: string[] },
  present: readonly Language[],
  aliases: readonly string[],
  intent: IntentOf<'form'>,
): Lowered {
  const script = present.find((language) => SCRIPTS.includes(language));
  const language = script ?? (present.includes('python') ? 'python' : undefined);
  const path = language && samplePath(scope, fileOf(language));
  if (language === undefined || path === undefined) return left(`importing \`${name}\` has no check here`);
  const own = origin.kind === 'path' ? undefined : origin.text;
  const wraps = PLAIN.find(([pattern]) => pattern.test(name));
  const targets = [{ name, packages: ['*', '@*/*'] }, ...(wraps ? [{ name: wraps[1], packages: wraps[2] }] : [])];
  return join(
    ...targets.map((target): Lowered => {
      const from =
        target.packages[0]?.replace('*', 'sample') === 'sample'
          ? 'sample-package'
          : (target.packages[0]?.replace('*', 'sample') ?? '');
      const statement = (named: string) =>
        language === 'python'
          ? `from ${from.replaceAll('-', '_')} import ${named}\n`
          : `import { ${named} } from '${from}';\nexport const sample = ${named};\n`;
      if (from === '') return NOTHING;
      return {
        drafts: [
          {
            subject: `${target.name} from ${origin.text}`,
            severity: severityOf(intent),
            message: `\`${name}\` comes from \`${origin.text}\` here`,
            instead: `use \`${name}\` from \`${origin.text}\``,
            scope,
            check: {
              kind: 'imports',
              contract: {
                type: 'forbidden',
                to: { packages: [...target.packages], symbols: [target.name] },
                except: { ...(own !== undefined && { packages: [own] }), specifiers: [...aliases] },
              },
            },
            evidence: {
              violating: [wrote(path, statement(target.name))],
              compliant: [wrote(path, statement(`another${target.name}`))],
            },
          },
        ],
        left: [],
      };
    }),
  );
}

/** How projects write imports of their own files other than by a relative path. */
function aliasesOf(knowledge: Knowledge): readonly string[] {
  const own = [...knowledge.facts.folders()]
    .filter((folder) => /^(?:src\/)?[\w-]+$/.test(folder))
    .map((folder) => folder.replace(/^src\//, ''));
  return ['@/**', '~/**', '#*', '#*/**', ...new Set(own)].flatMap((glob) =>
    /[*]/.test(glob) ? [glob] : [glob, `${glob}/**`, `${glob}.**`],
  );
}

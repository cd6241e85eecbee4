import type { Example } from '../../../model/evidence.ts';
import type { IntentOf, Mention, Reach } from '../../../model/intent.ts';
import type { Language } from '../../../model/language.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { globsOf } from '../../reading/naming/reach.ts';
import { type Draft, type Lowered, left, NOTHING, samplePath, scopeOf, severityOf } from '../draft.ts';
import { specifier } from './specifiers.ts';
import { inMarks, insteadOf, ruledOut, wrote } from './wording.ts';

/** "Never import `pg`", "`core/` must not depend on `ui/`". `from` is who is spoken of, if anyone. */
export function lowerImportBan(
  target: Mention,
  from: readonly Mention[],
  intent: IntentOf<'forbid'>,
  knowledge: Knowledge,
): Lowered {
  const sources = from.flatMap(globsOf);
  const reach: Reach =
    sources.length > 0 ? { ...intent.reach, include: [...intent.reach.include, sources] } : intent.reach;
  const scope = scopeOf(reach, knowledge, true);
  if (typeof scope === 'string') return left(scope);
  const to = targetOf(target);
  if (!to) return left(`“${target.text}” is neither a package nor a folder of this repository`);
  const made = exampleOf(target, scope, knowledge);
  if (!made) return left(`no example could be made for an import of “${target.text}”`);
  const instead = insteadOf(intent.instead);
  const draft: Draft = {
    subject: `${target.text} import`,
    severity: severityOf(intent),
    message: ruledOut(`importing ${inMarks(target.text, true)}`, instead),
    ...(instead !== undefined && { instead }),
    ...(scope && { scope }),
    check: { kind: 'imports', contract: { type: 'forbidden', to } },
    evidence: { violating: [made.importing], compliant: [made.mentioning] },
  };
  return { drafts: [draft], left: [] };
}

/** "Only `src/db` may import `pg`." */
export function lowerOnlyImport(intent: IntentOf<'only'>, knowledge: Knowledge): Lowered {
  const from = intent.subject.flatMap(globsOf);
  const targets = intent.things.filter((mention) => targetOf(mention) !== undefined);
  if (from.length === 0 || targets.length === 0) return NOTHING;
  const drafts: Draft[] = [];
  for (const target of targets) {
    const to = targetOf(target);
    const outside = exampleOf(target, undefined, knowledge);
    const inside = exampleOf(target, { include: from }, knowledge);
    if (!to || !outside || !inside) continue;
    drafts.push({
      subject: `${target.text} only from`,
      severity: severityOf(intent),
      message: `only ${intent.subject.map((mention) => mention.text).join(', ')} may import ${target.text}`,
      check: { kind: 'imports', contract: { type: 'only-from', to, from: [...from] } },
      evidence: { violating: [outside.importing], compliant: [inside.importing, outside.mentioning] },
    });
  }
  return drafts.length > 0 ? { drafts, left: [] } : left('no example could be made for the import');
}

export function targetOf(mention: Mention): { paths?: string[]; packages?: string[]; symbols?: string[] } | undefined {
  if (mention.kind === 'package')
    return mention.folder === undefined || mention.folder === ''
      ? { packages: [mention.text] }
      : { packages: [mention.text], paths: [`${mention.folder}/**`] };
  if (mention.kind === 'path' && mention.exists) return { paths: [...mention.globs] };
  if (mention.kind === 'code' && /^[A-Z]\w*$/.test(mention.text)) return { symbols: [mention.text] };
  // A name in lower case could be run as well as imported.
  if ((mention.kind === 'code' || mention.kind === 'command') && /^[@\w][\w./:-]*$/.test(mention.text))
    return { packages: [mention.text] };
  return undefined;
}

function classIn(module: string): string {
  return /\.[A-Z]\w*$/.test(module) ? module : `${module}.Thing`;
}

const STATEMENTS: readonly (readonly [Language, string, (module: string) => string, string])[] = [
  ['typescript', 'example-importer.ts', (module) => `import * as x from '${module}';\nexport const y = x;\n`, '//'],
  ['tsx', 'example-importer.tsx', (module) => `import * as x from '${module}';\nexport const y = x;\n`, '//'],
  ['javascript', 'example-importer.js', (module) => `import * as x from '${module}';\nexport const y = x;\n`, '//'],
  ['python', 'example_importer.py', (module) => `import ${module.replaceAll('-', '_').replaceAll('/', '.')}\n`, '#'],
  ['rust', 'example_importer.rs', (module) => `use ${module.replaceAll('-', '_')}::thing;\n`, '//'],
  ['go', 'example_importer.go', (module) => `package example\n\nimport "${module}"\n`, '//'],
  ['csharp', 'ExampleImporter.cs', (module) => `using ${module};\n\nclass ExampleImporter { }\n`, '//'],
  ['ruby', 'example_importer.rb', (module) => `require '${module}'\n`, '#'],
  ['java', 'ExampleImporter.java', (module) => `import ${classIn(module)};\n\nclass ExampleImporter {}\n`, '//'],
  ['kotlin', 'ExampleImporter.kt', (module) => `import ${classIn(module)}\n\nclass ExampleImporter\n`, '//'],
];

/** A ban of packages that stand for a tool, in the languages the tool is for. */
export function packageBan(
  packages: readonly string[],
  languages: readonly Language[] | undefined,
  knowledge: Knowledge,
  scope: Draft['scope'],
): Pick<Draft, 'check' | 'evidence'> | undefined {
  const [text] = packages;
  if (text === undefined) return undefined;
  const made = exampleOf({ kind: 'package', text }, scope, knowledge, languages);
  if (!made) return undefined;
  return {
    check: {
      kind: 'imports',
      contract: {
        type: 'forbidden',
        to: { packages: [...packages] },
        // Its fakes serve every test runner.
        ...(packages.includes('unittest') && { except: { specifiers: ['unittest.mock'] } }),
      },
    },
    evidence: { violating: [made.importing], compliant: [made.mentioning] },
  };
}

/** A file that imports the target, and one that only speaks of it. */
export function exampleOf(
  target: Mention,
  scope: Draft['scope'],
  knowledge: Knowledge,
  among?: readonly Language[],
): { importing: Example; mentioning: Example } | undefined {
  for (const [language, name, statement, comment] of STATEMENTS) {
    if (!knowledge.languages.has(language) || (among && !among.includes(language))) continue;
    const path = samplePath(scope, name);
    const module = path === undefined ? undefined : specifier(target, path, language, knowledge);
    if (path === undefined || module === undefined) continue;
    if (targetOf(target)?.symbols) {
      const taken = takingName(module, language);
      if (taken === undefined) continue;
      return { importing: wrote(path, taken), mentioning: wrote(path, `${comment} ${module} is only spoken of\n`) };
    }
    return {
      importing: wrote(path, statement(module)),
      mentioning: wrote(
        path,
        `${comment} ${module} is only spoken of\n${language === 'go' ? 'package example\n' : ''}`,
      ),
    };
  }
  return undefined;
}

/** An import of one name out of some module. */
function takingName(name: string, language: Language): string | undefined {
  if (language === 'python') return `from example_module import ${name}\n`;
  const script = language === 'typescript' || language === 'tsx' || language === 'javascript';
  return script ? `import { ${name} } from '../example-module';\nexport const y = ${name};\n` : undefined;
}

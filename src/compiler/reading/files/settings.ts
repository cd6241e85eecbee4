import type { Intent, IntentOf } from '../../../model/intent.ts';
import { readClause, splitClauses } from '../grammar/clause.ts';
import { tokenise } from '../grammar/tokens.ts';
import { globsOf } from '../naming/reach.ts';
import { targetsOf } from '../naming/targets.ts';
import type { ReadClause } from '../setting.ts';

export type Setting = Omit<IntentOf<'setting'>, 'force' | 'reach' | 'shape'>;

const PACKAGE_FILES = ['**/package.json'];

/** What a sentence asks of manifests and configuration files. */
export function readSettings(read: ReadClause): readonly Intent[] | undefined {
  const settings =
    readWorkspaceProtocol(read) ?? readStrict(read) ?? readPublished(read) ?? readPair(read) ?? readManifestName(read);
  return settings && intentsOf(settings, read);
}

export function intentsOf(settings: readonly Setting[], read: ReadClause): readonly Intent[] {
  const reach = { ...read.setting.reach, unclear: [] };
  return settings.map((setting) => ({ ...read.common, reach, shape: 'setting', ...setting }));
}

/** Packages that stand for those outside: they depend on what is published. */
const ASIDE = /(?:^|\/)(?:examples?|templates?|fixtures?|demos?|playgrounds?|e2e|tests?|benchmarks?)(?:\/|$)/;

/** "Use the workspace protocol (`workspace:*`) for internal dependencies." */
function readWorkspaceProtocol({ setting, stance, clause }: ReadClause): readonly Setting[] | undefined {
  const { statement, knowledge } = setting;
  if (
    stance === 'forbid' ||
    clause.contrast.length > 0 ||
    !/\bworkspace[ -]protocol\b|`workspace:[*^~]?`/i.test(statement)
  )
    return undefined;
  if (!/\b(?:internal|workspace|local|monorepo|sibling|cross-package|inter-package)\b/i.test(statement))
    return undefined;
  const members = knowledge.facts.packages().filter((each) => each.folder !== '' && !ASIDE.test(each.folder));
  const names = members.map((each) => each.name);
  const files = [...new Set(members.map((each) => `${each.folder.replace(/[^/]+$/, '')}*/package.json`))];
  const [name] = names;
  if (name === undefined) return undefined;
  const keyMatches = `^(?:${names.map(escaped).join('|')})$`;
  return ['dependencies', 'devDependencies'].map((group) => ({
    about: `${group} inside this repository use the workspace protocol`,
    files,
    key: [group, '*'],
    expect: { keyMatches, matches: '^workspace:' },
    good: [[group, name], 'workspace:*'],
    bad: [[group, name], '^1.0.0'],
  }));
}

/** "TypeScript strict mode is on." */
function readStrict({ setting, stance, clause }: ReadClause): readonly Setting[] | undefined {
  const { statement, knowledge } = setting;
  if (
    !/\bstrict[ -](?:mode|type ?script)\b|\btype ?script(?: in)? strict\b|`strict(?:": ?|: ?|=)?true`|`"strict": true`/i.test(
      statement,
    )
  )
    return undefined;
  if (!/\b(?:ts|typescript|tsconfig(?:\.json)?)\b/i.test(`${statement} ${setting.headings.at(-1) ?? ''}`))
    return undefined;
  if (
    !knowledge.languages.has('typescript') ||
    /\b(?:react|mypy|pyright|python|sql|lua|bash|warn\w*)\b/i.test(clause.body.map((token) => token.low).join(' '))
  )
    return undefined;
  const turnsOff =
    clause.verb === undefined ||
    ['disable', 'skip', 'drop', 'remove', 'weaken', 'loosen', 'relax'].includes(clause.verb);
  if (stance === 'forbid' && !turnsOff) return undefined;
  // A part of it that is turned off leaves less than strict mode.
  return ['strict', 'strictNullChecks', 'noImplicitAny'].map((option) => ({
    about: option === 'strict' ? 'TypeScript is compiled in strict mode' : `strict mode keeps ${option}`,
    files: ['**/tsconfig*.json'],
    key: ['compilerOptions', option],
    expect: { notEquals: false },
    good: [['compilerOptions', option], true],
    bad: [['compilerOptions', option], false],
  }));
}

/** "Packages do not publish `src`, tests or `tsconfig.json`." */
function readPublished(read: ReadClause): readonly Setting[] | undefined {
  const { clause, stance, setting } = read;
  if (stance !== 'forbid' || clause.verb !== 'publish') return undefined;
  const names = clause.object.filter((token) => token.kind === 'code').map((token) => token.text.replace(/\/$/, ''));
  if (names.length === 0 || read.object.some((mention) => mention.kind === 'package' || mention.kind === 'command'))
    return undefined;
  const isPath = (name: string) =>
    name.startsWith('.') ||
    /\.\w+$/.test(name) ||
    setting.knowledge.facts.find(name, setting.knowledge.from).length > 0 ||
    /^__\w+__$/.test(name);
  if (!names.every(isPath)) return undefined;
  const [first = ''] = names;
  return [
    {
      about: `${names.join(', ')} are not published`,
      files: PACKAGE_FILES,
      key: ['files', '*'],
      expect: { notMatches: `^(?:\\./)?(?:${names.map(escaped).join('|')})(?:/.*)?$` },
      good: [['files', '0'], 'dist'],
      bad: [['files', '0'], first],
    },
  ];
}

/** Entries of a package.json that prose quotes: `"build": "tsc"`, `"type": "module"`. */
const TOP_LEVEL = new Set(['type', 'private', 'sideEffects', 'license', 'packageManager']);
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/\bdev-?dependenc(?:y|ies)\b/i, 'devDependencies'],
  [/\bpeer-?dependenc(?:y|ies)\b/i, 'peerDependencies'],
  [/\bdependenc(?:y|ies)\b/i, 'dependencies'],
  [/\bengines?\b/i, 'engines'],
  [/\bscripts?\b/i, 'scripts'],
];

function readPair(read: ReadClause): readonly Setting[] | undefined {
  const { clause, setting, stance } = read;
  if (
    stance !== 'require' ||
    !['use', 'add', 'set', 'have', 'include', 'define', 'declare', 'contain', 'keep', 'carry'].includes(
      clause.verb ?? '',
    )
  )
    return undefined;
  const [pair, ...more] = clause.object
    .filter((token) => token.kind === 'code')
    .map((token) => pairOf(token.text))
    .filter((each) => each !== undefined);
  if (!pair || more.length > 0) return undefined;
  const files = manifestsOf(read);
  if (!files) return undefined;
  const [name, value] = pair;
  const isCommand =
    typeof value === 'string' &&
    /^[a-z0-9][\w./-]*(?: [\w./"'=:@-]+)*$/i.test(value) &&
    /^(?:build|test|lint|dev|start|prepare|prepack|typecheck|check|format|clean)(?::|$)/.test(name);
  const group =
    GROUPS.find(([words]) => words.test(setting.statement.slice(clause.body.at(0)?.start)))?.[1] ??
    (isCommand ? 'scripts' : undefined);
  if (group === undefined && !TOP_LEVEL.has(name)) return undefined;
  const key = group === undefined ? [name] : [group, name];
  const loose = /[Dd]ependencies$/.test(group ?? '');
  return [
    {
      about: `\`${name}\` in ${group ?? 'the manifest'} is ${loose ? 'there' : `\`${String(value)}\``}`,
      files,
      key,
      expect: loose
        ? { present: true }
        : group === 'scripts' || group === undefined
          ? { equals: value }
          : { equals: value, present: true },
      good: [key, value],
      bad: loose ? [['name'], 'example'] : [key, `not ${String(value)}`],
    },
  ];
}

function pairOf(text: string): readonly [string, unknown] | undefined {
  const match = /^"([^"]+)":\s*(.+)$/.exec(text);
  if (!match) return undefined;
  try {
    const value: unknown = JSON.parse(match[2] ?? '');
    return typeof value === 'object' ? undefined : [match[1] ?? '', value];
  } catch {
    return undefined;
  }
}

/** The manifests of the packages spoken of: by the subject, or by what the statement before speaks of. */
function manifestsOf({ clause, setting }: ReadClause): readonly string[] | undefined {
  const { knowledge, statement, follows } = setting;
  const own = targetsOf([...clause.subject, ...clause.label], statement, knowledge);
  const before =
    follows === undefined || own.length > 0 ? undefined : splitClauses(tokenise(follows)).map(readClause)[0];
  const spoken = before && follows !== undefined ? targetsOf(before.subject, follows, knowledge) : own;
  const places = spoken
    .filter((mention) => mention.kind !== 'path' || mention.exists)
    .flatMap(globsOf)
    .filter((glob) => glob.endsWith('/**'));
  const manifests = places.flatMap((glob) => {
    const folder = glob.slice(0, -3);
    const below = knowledge.facts.packages().filter((each) => each.folder.startsWith(`${folder}/`));
    return below.length > 0 ? [`${folder}/*/package.json`] : [`${folder}/package.json`];
  });
  return manifests.length > 0 ? manifests : undefined;
}

const MANIFESTS: readonly (readonly [string, readonly string[]])[] = [
  ['Cargo.toml', ['package', 'name']],
  ['package.json', ['name']],
  ['pyproject.toml', ['project', 'name']],
];

/** "`services/<name>/`: crates named `acme-service-*`". */
function readManifestName({ clause, setting, stance }: ReadClause): readonly Setting[] | undefined {
  const { statement, knowledge } = setting;
  if (
    stance === 'forbid' ||
    !/\b(?:crates?|packages?|libraries|library|modules?)\b[^.;]{0,30}\b(?:named|called|prefixed)\b|\bnames? of (?:crates?|packages?)\b/i.test(
      statement,
    )
  )
    return undefined;
  const tokens = [...clause.label, ...clause.subject, ...clause.body];
  const pattern = tokens.find(
    (token) =>
      token.kind === 'code' &&
      /^[@a-z][\w@/.-]*(?:\*|<[^>]+>|\{[^}]+\})[\w-]*$/.test(token.text) &&
      !token.text.endsWith('/'),
  );
  const place = tokens.find(
    (token) =>
      token !== pattern &&
      (token.kind === 'code' || token.kind === 'name') &&
      /^[\w.-]+(?:\/(?:[\w.-]+|\*|<[^>]+>|\{[^}]+\}))*\/?$/.test(token.text) &&
      /\//.test(token.text),
  );
  if (!pattern || !place) return undefined;
  const folder = place.text.replace(/\/+$/, '').replaceAll(/<[^>]*>|\{[^}]*\}/g, '*');
  const children = folder.endsWith('*') ? folder : `${folder}/*`;
  const stated = MANIFESTS.find(([name]) => knowledge.facts.find(`${children}/${name}`, knowledge.from).length > 0);
  if (!stated) return undefined;
  const [name, key] = stated;
  const sample = pattern.text.replaceAll(/\*|<[^>]*>|\{[^}]*\}/g, 'example');
  const matches = `^${pattern.text
    .split(/\*|<[^>]*>|\{[^}]*\}/)
    .map(escaped)
    .join('.+')}$`;
  return [
    {
      about: `packages in ${folder} are named \`${pattern.text}\``,
      files: [`${children}/${name}`],
      key,
      expect: { matches },
      good: [key, sample],
      bad: [key, 'something-else'],
    },
  ];
}

export function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

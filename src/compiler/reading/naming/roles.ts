import type { Mention } from '../../../model/intent.ts';
import { nameOf, type RepoPath } from '../../../model/path.ts';
import type { RepositoryFacts } from '../../../repository/facts.ts';
import type { Token } from '../grammar/tokens.ts';
import type { Knowledge } from './knowledge.ts';
import { readItems } from './mention.ts';

/** Parts that programs are commonly made of: folders and files are called after them. */
const ROLES: ReadonlySet<string> = new Set(
  'component hook controller service repository handler route router model entity store view page screen widget middleware resolver helper util utility schema dto mapper adapter gateway provider presenter viewmodel usecase command query job worker serializer layout action feature plugin driver endpoint'.split(
    ' ',
  ),
);
const IDLE =
  /^(?:the|a|an|our|all|any|each|every|new|shared|presentational|react|vue|api|http|layer|code|files?|modules?|class|classes)$/;
const ASIDE =
  /(?:^|\/)(?:docs?|tests?|__tests__|__mocks__|specs?|e2e|fixtures?|examples?|templates?|node_modules|dist|build)(?:\/|$)/;

/**
 * The files that play a part which plain words name: "controllers" → the folders of that name and files such as
 * `OrderController.java`; "UI components" → `components/ui`. `undefined` where the repository has none.
 */
export function roleOf(words: readonly string[], facts: RepositoryFacts): Mention | undefined {
  const plain = words.map((word) => word.toLowerCase().replaceAll('-', ''));
  const [noun, kind, ...more] = plain.filter((word) => !IDLE.test(word)).reverse();
  const role = noun === undefined ? undefined : singular(noun);
  if (role === undefined || !ROLES.has(role) || more.length > 0) return undefined;
  const folders = topmost([...facts.folders()].filter((folder) => !ASIDE.test(folder) && isCalled(folder, role)));
  const inner = kind === undefined ? [] : folders.map((folder) => `${folder}/${kind}` as RepoPath);
  const special = inner.filter((folder) => facts.folders().has(folder));
  // "Route handlers" lie in `routes/` where there is no `handlers/`.
  if (folders.length === 0 && kind !== undefined && ROLES.has(singular(kind))) return roleOf([kind], facts);
  if (kind !== undefined && special.length === 0 && kind !== 'ui') return undefined;
  const globs = [
    ...(special.length > 0 ? special : folders).map((folder) => `${folder}/**`),
    ...(special.length > 0 ? [] : namesOf(role, facts)),
  ];
  return globs.length > 0 ? { kind: 'path', text: words.join(' '), globs, exists: true, folder: true } : undefined;
}

/** The roles that a phrase names. */
export function rolesIn(tokens: readonly Token[], statement: string, knowledge: Knowledge): readonly Mention[] {
  return readItems(tokens, statement, knowledge).flatMap((item) => {
    if (item.mentions.some((mention) => mention.kind !== 'phrase')) return [];
    return roleOf(item.words, knowledge.facts) ?? [];
  });
}

/** The roles that a phrase names, where each of its items is one. */
export function everyRoleIn(tokens: readonly Token[], statement: string, knowledge: Knowledge): readonly Mention[] {
  if (!tokens.some((token) => ROLES.has(singular(token.low.replaceAll('-', ''))))) return [];
  const items = readItems(tokens, statement, knowledge).filter((item) => item.words.length > 0);
  const roles = rolesIn(tokens, statement, knowledge);
  return roles.length === items.length ? roles : [];
}

/** A noun of the field without its plural: `tools`, `queries`. */
export function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
}

function isCalled(folder: RepoPath, role: string): boolean {
  const name = nameOf(folder).toLowerCase().replaceAll(/[-_]/g, '');
  return name === role || singular(name) === role;
}

/** Of folders within each other, the outermost. */
export function topmost(folders: readonly RepoPath[]): readonly RepoPath[] {
  return folders.filter((folder) => !folders.some((other) => folder.startsWith(`${other}/`)));
}

/** Files named after the role: `OrderService.kt`, `order.service.ts`, `order_service.rb`. */
function namesOf(role: string, { view }: RepositoryFacts): readonly string[] {
  const big = `${role.charAt(0).toUpperCase()}${role.slice(1)}`;
  const forms: readonly (readonly [RegExp, string])[] = [
    [new RegExp(`[a-z0-9]${big}\\.(?:java|kt|cs|php|swift|ts)$`), `**/*${big}.{java,kt,cs,php,swift,ts}`],
    [new RegExp(`\\w\\.${role}\\.[jt]sx?$`), `**/*.${role}.{ts,tsx,js,jsx}`],
    [new RegExp(`(?:^|/)${role}s?\\.(?:py|ts|js|go|rb)$`), `**/{${role},${role}s}.{py,ts,js,go,rb}`],
    [new RegExp(`\\w_${role}\\.(?:py|rb|go|rs|ex)$`), `**/*_${role}.{py,rb,go,rs,ex}`],
  ];
  const files = view.files();
  return forms.flatMap(([form, glob]) => (files.some((file) => form.test(file) && !ASIDE.test(file)) ? [glob] : []));
}

import type { Intent, Mention } from '../../../model/intent.ts';
import { globTest } from '../../../repository/globs.ts';
import type { ReadClause } from '../setting.ts';

const ADDING = new Set([
  'add',
  'create',
  'introduce',
  'write',
  'put',
  'define',
  'change',
  'edit',
  'modify',
  'alter',
  'touch',
]);

/**
 * "No new tokens in the theme files": files told by what their names hold. What may not be added has
 * to be what such files are made of, so that this leaves them as they are.
 */
export function readFilesOfName(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const { knowledge } = setting;
  const [place, ...more] = clause.adjuncts.filter((each) => ['in', 'to'].includes(each.relation));
  if (!place || more.length > 0 || !ADDING.has(clause.verb ?? '')) return undefined;
  const words = place.tokens.filter((token) => token.kind === 'word' && !/^(?:the|our|any|all)$/.test(token.low));
  const heads = words.map((token) => token.low);
  if (words.length !== place.tokens.filter((token) => token.low !== 'the').length || heads.at(-1) !== 'files')
    return undefined;
  const name = heads.slice(0, -1);
  if (name.length < 2 || name.length > 3) return undefined;
  const holds = new RegExp(`(?:^|[/._-])(?:[\\w.-]+[._-])?${name.join('[-_. ]?')}(?:[/._-]|$)`, 'i');
  const files = knowledge.facts.view.files().filter((file) => holds.test(file));
  const noun = clause.object.filter((token) => token.kind === 'word' && token.low !== 'new').map((token) => token.low);
  const kinds = knowledge.typeWords(
    clause.object.map((token) => ({ ...token, low: `${token.low.replace(/s$/, '')} files` })),
  ).mentions;
  const globs = kinds.flatMap((each) => (each.kind === 'files' ? each.globs : []));
  if (noun.length !== 1 || files.length === 0 || globs.length === 0 || !files.every((file) => globTest(globs)(file)))
    return undefined;
  const text = `${name.join(' ')} files`;
  const protectedFiles: Mention = { kind: 'path', text, globs: files, exists: true, folder: false };
  const reach = { ...setting.reach, unclear: [] };
  return [
    { ...read.common, reach, shape: 'protect', files: [protectedFiles], by: [], doing: 'edit', existingOnly: false },
  ];
}

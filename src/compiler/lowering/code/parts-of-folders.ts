import type { IntentOf, Mention } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { globsOf } from '../../reading/naming/reach.ts';
import { type Lowered, left } from '../draft.ts';
import { exampleOf } from './imports.ts';
import { importsDraft } from './imports-draft.ts';

/** "Features must not import each other." */
export function lowerApart(intent: IntentOf<'depend'>, knowledge: Knowledge): Lowered {
  const modules = intent.from.flatMap((each) =>
    each.kind === 'package' && each.folder !== undefined
      ? [each.folder]
      : globsOf(each).map((glob) => glob.replace(/\/\*\*$/, '/*')),
  );
  const parts = [
    ...new Set(modules.flatMap((glob) => (glob.endsWith('/*') ? childrenOf(glob.slice(0, -2), knowledge) : [glob]))),
  ];
  const named = intent.from.every((each) => each.kind === 'package');
  const [one, other] = parts.filter((part) => named || !/\/(?:shared|common|core|utils|lib)$/.test(part));
  if (one === undefined || other === undefined) return left('there are not two parts that could import each other');
  const target: Mention = { kind: 'path', text: other, globs: [`${other}/**`], exists: true, folder: true };
  const made = exampleOf(target, { include: [`${one}/**`] }, knowledge);
  if (!made) return left(`no example could be made for an import of “${other}”`);
  const shared = modules
    .filter((glob) => glob.endsWith('/*'))
    .flatMap((glob) => [`${glob.slice(0, -2)}/{shared,common}/**`]);
  return {
    drafts: [
      importsDraft(
        intent,
        {
          subject: `${intent.from
            .map((each) => each.text)
            .slice(0, 2)
            .join(' ')} independent`,
          message: intent.written
            ? 'packages do not import each other by relative paths'
            : `the parts of ${intent.from.map((each) => each.text).join(', ')} do not import each other`,
        },
        {
          type: 'independent',
          modules,
          ...(shared.length > 0 && { except: shared }),
          ...(intent.written && { written: [...intent.written] }),
        },
        { violating: [made.importing], compliant: [made.mentioning] },
      ),
    ],
    left: [],
  };
}

function childrenOf(folder: string, knowledge: Knowledge): readonly string[] {
  const depth = folder.split('/').length + 1;
  return [...knowledge.facts.folders()].filter(
    (each) => each.startsWith(`${folder}/`) && each.split('/').length === depth,
  );
}

/** "Import features only through their `index.ts`": from outside, nothing but these files of each. */
export function lowerEntries(intent: IntentOf<'depend'>, knowledge: Knowledge): Lowered {
  const [parent] = intent.from;
  const folders = parent ? globsOf(parent).map((glob) => glob.replace(/\/\*.*$/, '')) : [];
  const parts = folders.flatMap((folder) => childrenOf(folder, knowledge));
  const entries = intent.to.map(({ text }) => text);
  const inner = knowledge.facts.view
    .files()
    .filter((file) =>
      parts.some((part) => file.startsWith(`${part}/`) && !entries.includes(file.slice(part.length + 1))),
    );
  const made = inner
    .map((file): Mention => ({ kind: 'path', text: file, globs: [file], exists: true, folder: false }))
    .map((file) => exampleOf(file, undefined, knowledge))
    .find((each) => each !== undefined);
  if (parts.length === 0 || !made)
    return left(`there is nothing inside “${parent?.text ?? ''}” that could be imported past these files`);
  const doors = entries.map((entry) => `\`${entry}\``).join(' or ');
  return {
    drafts: [
      importsDraft(
        intent,
        {
          subject: `${parent?.text ?? ''} entry points`,
          message: `the parts of ${parent?.text} are imported through ${doors} only`,
        },
        { type: 'entry-points', module: folders.map((folder) => `${folder}/*`), entries },
        { violating: [made.importing], compliant: [made.mentioning] },
      ),
    ],
    left: [],
  };
}

import type { Mention } from '../../../model/intent.ts';
import { nameOf } from '../../../model/path.ts';
import { textOf } from '../../../repository/view.ts';
import type { Token } from '../grammar/tokens.ts';
import type { ReadClause } from '../setting.ts';
import { areaOf } from './areas.ts';
import type { Knowledge } from './knowledge.ts';
import { readItems } from './mention.ts';

/** The parts of the repository, packages and modules that these words name. */
export function targetsOf(tokens: readonly Token[], statement: string, knowledge: Knowledge): readonly Mention[] {
  return readItems(tokens, statement, knowledge).flatMap((item) =>
    item.mentions.flatMap((mention): readonly Mention[] => {
      if (mention.kind === 'path' && !mention.exists) return [moduleAt(mention.text, knowledge) ?? mention];
      if (mention.kind === 'path' || mention.kind === 'package') return [mention];
      if ((mention.kind === 'code' || mention.kind === 'command') && /^@?[\w.-]+(?:\/[\w.-]+)*$/.test(mention.text))
        return [folderCalled(mention.text, knowledge) ?? moduleAt(mention.text, knowledge) ?? mention];
      if (mention.kind === 'tool') return packagesOf(mention.id, mention.text, knowledge);
      const area = mention.kind === 'phrase' ? areaOf(applied(item.words), knowledge.facts) : undefined;
      return area ? [area] : [];
    }),
  );
}

/** "Application code" is that of the apps. */
function applied(words: readonly string[]): readonly string[] {
  return /^app(?:lication)? code$/.test(words.join(' ')) ? ['apps', 'folder'] : words;
}

/** A tool is imported by the names of its packages: React → `react`, `react-dom`. */
function packagesOf(id: string, name: string, { tools }: Knowledge): readonly Mention[] {
  const known = [...tools.values()].find(({ of }) => of.tool.id === id);
  return known?.of.tool.packages.map((text) => ({ kind: 'package', text })) ?? [{ kind: 'package', text: name }];
}

/** "`core` must not depend on `cli`": the one folder of that name, the outermost where one lies above all others. */
function folderCalled(name: string, { facts }: Knowledge): Mention | undefined {
  if (!/^[a-z][\w-]*$/.test(name)) return undefined;
  const called = [...facts.folders()].filter((folder) => nameOf(folder) === name && !ASIDE.test(folder));
  const depth = (folder: string) => folder.split('/').length;
  const least = Math.min(...called.map(depth));
  const [folder, ...others] = called.filter((each) => depth(each) === least);
  return folder !== undefined && others.length === 0 && least <= 4
    ? { kind: 'path', text: name, globs: [`${folder}/**`], exists: true, folder: true }
    : undefined;
}

/** "`src/lib/db`": the file that an import of it means. */
function moduleAt(text: string, { facts, from }: Knowledge): Mention | undefined {
  if (!/^[\w-]+(?:\/[\w.-]+)+$/.test(text)) return undefined;
  const [file, ...others] = facts.view
    .files()
    .filter((each) => [text, `${from}/${text}`].some((stem) => each.replace(/\.\w+$/, '') === stem));
  return file === undefined || others.length > 0
    ? undefined
    : { kind: 'path', text, globs: [file], exists: true, folder: false };
}

const ASIDE = /(?:^|\/)(?:docs?|tests?|__tests__|specs?|e2e|fixtures?|examples?|node_modules|dist|build)(?:\/|$)/;

export function isPlace(mention: Mention): boolean {
  return (mention.kind === 'path' && mention.exists) || (mention.kind === 'package' && mention.folder !== undefined);
}

export function everyToken({ clause }: ReadClause): readonly Token[] {
  return [...clause.label, ...clause.subject, ...clause.body];
}

/** The file that a relative path means, and the folder it is written from; only where it can mean but one. */
export function homeOf(text: string, knowledge: Knowledge): { folder: Mention; file: readonly Mention[] } | undefined {
  const tail = text.replace(/^(?:\.\.?\/)+/, '');
  const files = knowledge.facts.view.files().filter((file) =>
    file
      .replace(/\.[^./]+$/, '')
      .replace(/\/index$/, '')
      .endsWith(`/${tail}`),
  );
  const [file] = files;
  if (file === undefined || files.length > 1) return undefined;
  const folder = file.slice(0, file.lastIndexOf(`/${tail}`));
  return {
    folder: { kind: 'path', text: folder, globs: [`${folder}/**`], exists: true, folder: true },
    file: [{ kind: 'path', text: file, globs: [file], exists: true, folder: false }],
  };
}

/** The file that is named after a class and declares it. */
export function homeOfClass(tokens: readonly Token[], knowledge: Knowledge): readonly Mention[] {
  const [token, ...more] = tokens.filter((each) => each.kind !== 'punct');
  if (token?.kind !== 'code' || more.length > 0 || !/^[A-Z]\w+$/.test(token.text)) return [];
  const { view } = knowledge.facts;
  const name = token.text.toLowerCase();
  const files = view.files().filter(
    (file) =>
      nameOf(file)
        .replace(/\.\w+$/, '')
        .replaceAll(/[_-]/g, '')
        .toLowerCase() === name,
  );
  const [file] = files;
  if (
    file === undefined ||
    files.length > 1 ||
    !new RegExp(`\\b(?:class|struct|interface|function|const|trait|type)\\s+${token.text}\\b`).test(
      textOf(view, file) ?? '',
    )
  )
    return [];
  return [{ kind: 'path', text: file, globs: [file], exists: true, folder: false }];
}

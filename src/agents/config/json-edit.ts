import {
  applyEdits,
  type FormattingOptions,
  findNodeAtLocation,
  getNodeValue,
  modify,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { Failure } from '../../model/failure.ts';
import { type JsonFile, MARK } from './entry.ts';

/** The text of a JSON or JSONC file with our items in its lists. All that is not ours stays as it is, comments too. */
export function withItems(before: string | undefined, file: JsonFile): string {
  let text = before === undefined || before.trim() === '' ? '{}\n' : before;
  const options = formattingOf(before ?? '');
  for (const { at, value } of file.members ?? []) {
    if (nodeAt(text, file.path, at) === undefined) text = edited(text, at, value, options);
  }
  for (const { list, item } of file.items) {
    const node = nodeAt(text, file.path, list);
    if (node !== undefined && node.type !== 'array') {
      throw new Failure('unavailable', `expected a list at ${list.join('.')}, found a ${node.type}`, {
        place: file.path,
        remedy: 'repair the file by hand, or take the entry out, and run bylaw init again',
      });
    }
    const ours = (node?.children ?? []).flatMap((child, index) => (isOurs(child) ? [index] : []));
    const [first, ...further] = ours;
    if (first === undefined) {
      text = edited(text, [...list, node?.children?.length ?? 0], item, options, true);
      continue;
    }
    for (const index of further.reverse()) text = edited(text, [...list, index], undefined, options);
    const child = node?.children?.[first];
    if (child === undefined || JSON.stringify(getNodeValue(child)) !== JSON.stringify(item)) {
      text = edited(text, [...list, first], item, options);
    }
  }
  return text;
}

/**
 * The text without our items, wherever they stand, and without the lists and members that are empty then;
 * `undefined` where nothing of anyone else is left.
 */
export function withoutItems(before: string, file: JsonFile): string | undefined {
  let text = before;
  const options = formattingOf(before);
  for (const list of listsOf(text, file)) {
    const node = nodeAt(text, file.path, list);
    const ours = (node?.children ?? []).flatMap((child, index) => (isOurs(child) ? [index] : []));
    if (ours.length === 0) continue;
    if (ours.length === node?.children?.length) {
      text = edited(text, emptyAbove(text, file.path, list), undefined, options);
    } else for (const index of ours.reverse()) text = edited(text, [...list, index], undefined, options);
  }
  const root = nodeAt(text, file.path, []);
  const left = (root?.children ?? []).map((property) => String(property.children?.[0]?.value));
  const members = (file.members ?? []).map(({ at }) => at[0]);
  const foreign = left.some((key) => !members.includes(key)) || /\/[/*]/.test(text);
  return text === before || foreign ? text : undefined;
}

/** Does the file hold entries of ours? */
export function holdsItems(text: string, file: JsonFile): boolean {
  return listsOf(text, file).some((list) => (nodeAt(text, file.path, list)?.children ?? []).some(isOurs));
}

/** Lists that we write to, and others beside them that an earlier version may have written to. */
function listsOf(text: string, file: JsonFile): readonly (readonly string[])[] {
  const parents = new Map(file.items.map(({ list }) => [JSON.stringify(list.slice(0, -1)), list.slice(0, -1)]));
  return [...parents.values()].flatMap((parent) => {
    const node = nodeAt(text, file.path, parent);
    if (node?.type !== 'object') return [];
    return (node.children ?? []).map((property) => [...parent, String(property.children?.[0]?.value)]);
  });
}

/** The path of what would be empty without the thing at this path: its parent, if it is the only thing there. */
function emptyAbove(text: string, place: string, path: readonly string[]): readonly string[] {
  const parent = path.slice(0, -1);
  const node = parent.length === 0 ? undefined : nodeAt(text, place, parent);
  return node?.children?.length === 1 ? emptyAbove(text, place, parent) : path;
}

function nodeAt(text: string, place: string, path: readonly (string | number)[]): Node | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [error] = errors;
  if (error || (root && root.type !== 'object')) {
    const found = error ? printParseErrorCode(error.error) : `a ${root?.type}`;
    throw new Failure('unavailable', `expected a JSON object, found: ${found}`, {
      place: `${place}:${lineOf(text, error?.offset ?? 0)}`,
      remedy: 'repair the file by hand and run bylaw init again',
    });
  }
  return root && path.length > 0 ? findNodeAtLocation(root, [...path]) : root;
}

function edited(
  text: string,
  path: readonly (string | number)[],
  value: unknown,
  formattingOptions: FormattingOptions,
  isArrayInsertion = false,
): string {
  return applyEdits(text, modify(text, [...path], value, { formattingOptions, isArrayInsertion }));
}

function isOurs(node: Node): boolean {
  return JSON.stringify(getNodeValue(node))?.includes(MARK) ?? false;
}

function formattingOf(text: string): FormattingOptions {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  const tabs = indent.startsWith('\t');
  return {
    insertSpaces: !tabs,
    tabSize: tabs ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    insertFinalNewline: false,
  };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

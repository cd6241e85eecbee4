import type { ParameterExpansionPart } from 'unbash';
import { table } from '../../model/table.ts';
import type { Frame, Reader } from './reader.ts';
import { hasUnknown } from './unknown.ts';
import { wordValue } from './words.ts';

/** Variables of the environment whose meaning is known everywhere. */
const WELL_KNOWN: Readonly<Record<string, string>> = table({
  HOME: '~',
  IFS: ' ',
  TMPDIR: '/tmp',
  TEMP: '/tmp',
  TMP: '/tmp',
});

/** The value of a variable or positional parameter; `undefined` where it cannot be known. */
export function variableValue(name: string, frame: Frame): string | undefined {
  const set = frame.vars.get(name);
  if (set !== undefined) return set;
  if (frame.positional) {
    if (/^[1-9]\d*$/.test(name)) return frame.positional[Number(name) - 1] ?? '';
    if (name === '@' || name === '*') return frame.positional.join(' ');
    if (name === '#') return String(frame.positional.length);
  }
  if (name === 'PWD') return frame.cwd;
  return WELL_KNOWN[name];
}

/** `${x}`, `${x:-word}`, `${x/a/b}`, `${!x}` and the like. */
export function expandParameter(part: ParameterExpansionPart, frame: Frame, reader: Reader): string | undefined {
  const name = part.prefix === '!' ? variableValue(part.parameter, frame) : part.parameter;
  const base = name === undefined ? undefined : elementOf(part, name, frame);
  const { operation } = part;
  if (operation?.type === 'Default') {
    const operand = (): string => wordValue(operation.operand, frame, reader);
    if (operation.operator.endsWith('+')) return base === undefined ? undefined : base === '' ? '' : operand();
    if (operation.operator.endsWith('?')) return base;
    const value = base === undefined || base === '' ? operand() : base;
    if (operation.operator.endsWith('=') && name !== undefined) frame.vars.set(name, value);
    return value;
  }
  if (base === undefined || hasUnknown(base)) return undefined;
  if (part.prefix === '#') return String(base.length);
  if (operation === undefined) return base;
  switch (operation.type) {
    case 'Slice': {
      const from = Number(wordValue(operation.offset, frame, reader).trim());
      const length = operation.length && Number(wordValue(operation.length, frame, reader).trim());
      if (Number.isNaN(from) || Number.isNaN(length ?? 0)) return undefined;
      const start = from < 0 ? Math.max(0, base.length + from) : from;
      return length === undefined
        ? base.slice(start)
        : length < 0
          ? base.slice(start, length)
          : base.slice(start, start + length);
    }
    case 'CaseModification': {
      const turned = operation.operator.startsWith('^') ? base.toUpperCase() : base.toLowerCase();
      return operation.operator.length === 2 ? turned : turned.slice(0, 1) + base.slice(1);
    }
    case 'Replace': {
      const pattern = wordValue(operation.pattern, frame, reader);
      const by = wordValue(operation.replacement, frame, reader);
      if (/[*?[]/.test(pattern) || hasUnknown(pattern) || pattern === '') return undefined;
      if (operation.operator === '//') return base.replaceAll(pattern, () => by);
      if (operation.operator === '/#') return base.startsWith(pattern) ? by + base.slice(pattern.length) : base;
      if (operation.operator === '/%') return base.endsWith(pattern) ? base.slice(0, -pattern.length) + by : base;
      return base.replace(pattern, () => by);
    }
    case 'Remove': {
      const pattern = wordValue(operation.operand, frame, reader);
      if (/[*?[]/.test(pattern) || hasUnknown(pattern)) return undefined;
      if (operation.operator.startsWith('#')) return base.startsWith(pattern) ? base.slice(pattern.length) : base;
      return pattern !== '' && base.endsWith(pattern) ? base.slice(0, -pattern.length) : base;
    }
    default:
      return undefined;
  }
}

/** Arrays are kept as their elements under `name[index]`, and as one text under the name. */
function elementOf(part: ParameterExpansionPart, name: string, frame: Frame): string | undefined {
  const index = part.index?.value;
  if (index === undefined || index === '@' || index === '*') return variableValue(name, frame);
  return frame.vars.get(`${name}[${index}]`) ?? (index === '0' ? variableValue(name, frame) : undefined);
}

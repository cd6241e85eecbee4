import {
  type Assignment,
  type CommandExpansionPart,
  type DoubleQuotedChild,
  type ProcessSubstitutionPart,
  parse,
  type Word,
  type WordPart,
} from 'unbash';
import { expandBraces } from './braces.ts';
import { expandParameter, variableValue } from './parameters.ts';
import { type Frame, fork, giveUp, MAX_DEPTH, MAX_INVOCATIONS, MAX_TEXT, type Reader } from './reader.ts';
import { hasUnknown, unknownPart } from './unknown.ts';
import { walkNested, walkScript } from './walk.ts';

const BLANKS = /[ \t\n]+/;

/** The fields that words become: expansions done, split at blanks where the shell would split. */
export function expandWords(words: readonly (Word | Assignment)[], frame: Frame, reader: Reader): string[] {
  const fields: string[] = [];
  for (const word of words) {
    if (word.type === 'Assignment') fields.push(assignmentField(word, frame, reader));
    else if (word.parts === undefined) fields.push(word.value);
    else fields.push(...expandWord(word, word.parts, frame, reader));
  }
  return fields;
}

/** The value of a word that is not split: the right side of an assignment, a redirection's target, a here-string. */
export function wordValue(word: Word, frame: Frame, reader: Reader): string {
  if (word.parts === undefined) return word.value;
  return word.parts.map((part) => partValue(part, frame, reader).text).join('');
}

/** The text of a heredoc body or of what stands between double quotes. */
export function partsValue(parts: readonly WordPart[], frame: Frame, reader: Reader): string {
  return parts.map((part) => partValue(part, frame, reader).text).join('');
}

function assignmentField(assignment: Assignment, frame: Frame, reader: Reader): string {
  const { value } = assignment;
  if (value.type === 'ArrayValue') return assignment.text;
  return `${assignment.name}=${wordValue(value, frame, reader)}`;
}

function expandWord(word: Word, parts: readonly WordPart[], frame: Frame, reader: Reader): string[] {
  if (parts.some((part) => part.type === 'BraceExpansion')) {
    const texts = expandBraces(word.text);
    if (texts === undefined) return [unknownPart(word.text)];
    if (texts.length > 1 || texts[0] !== word.text) return expandTexts(texts, frame, reader);
  }
  let field = '';
  let started = false;
  const fields: string[] = [];
  for (const part of parts) {
    if (part.type === 'DoubleQuoted' && isAllArguments(part.parts) && frame.positional) {
      fields.push(...frame.positional);
      continue;
    }
    const { text, splits } = partValue(part, frame, reader);
    if (!splits || hasUnknown(text)) {
      field += text;
      started ||= text !== '' || !splits;
      continue;
    }
    const pieces = text.split(BLANKS);
    pieces.forEach((piece, index) => {
      if (index > 0) {
        if (started) fields.push(field);
        field = '';
        started = false;
      }
      field += piece;
      started ||= piece !== '';
    });
  }
  if (started) fields.push(field);
  return fields;
}

/** Brace expansion works on source text; the results are words of their own. */
function expandTexts(texts: readonly string[], frame: Frame, reader: Reader): string[] {
  return texts.flatMap((text) => {
    const statement = parse(`: ${text}`).commands[0]?.command;
    if (statement?.type !== 'Command') return [text];
    return statement.args.flatMap((word) => {
      if (word.type === 'Assignment') return [assignmentField(word, frame, reader)];
      const parts = word.parts?.map((part): WordPart => (part.type === 'BraceExpansion' ? literal(part) : part));
      return parts === undefined ? [word.value] : expandWord({ ...word, text: '' }, parts, frame, reader);
    });
  });
}

function literal(part: WordPart): WordPart {
  return { type: 'Literal', pos: part.pos, end: part.end, text: part.text, value: part.text };
}

function isAllArguments(parts: readonly DoubleQuotedChild[]): boolean {
  const [only] = parts;
  if (parts.length !== 1 || !only) return false;
  return only.type === 'SimpleExpansion'
    ? only.text === '$@'
    : only.type === 'ParameterExpansion' && only.parameter === '@' && only.operation === undefined;
}

interface PartValue {
  readonly text: string;
  /** It is split into fields at blanks. */
  readonly splits: boolean;
}

function partValue(part: WordPart, frame: Frame, reader: Reader): PartValue {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
    case 'Glob':
      return { text: part.value, splits: false };
    case 'DoubleQuoted':
    case 'LocaleString':
      return { text: partsValue(part.parts, frame, reader), splits: false };
    case 'SimpleExpansion':
      return { text: variableValue(part.text.slice(1), frame) ?? unknownPart(part.text), splits: true };
    case 'ParameterExpansion':
      return { text: expandParameter(part, frame, reader) ?? unknownPart(part.text), splits: true };
    case 'CommandExpansion': {
      const output = substituted(part, frame, reader);
      return { text: output?.replace(/\n+$/, '') ?? unknownPart(part.text), splits: true };
    }
    case 'ProcessSubstitution': {
      const output = substituted(part, frame, reader);
      const name = `/dev/fd/pipe${reader.pipes.size}`;
      reader.pipes.set(name, part.operator === '<' ? output : undefined);
      return { text: name, splits: false };
    }
    case 'ArithmeticExpansion':
      walkNested(part, frame, reader);
      return { text: unknownPart(part.text), splits: false };
    case 'ExtendedGlob':
    case 'BraceExpansion':
      return { text: part.text, splits: false };
  }
}

/** What a substitution prints, where that is known. Its script is parsed only when asked for. */
function substituted(
  part: CommandExpansionPart | ProcessSubstitutionPart,
  frame: Frame,
  reader: Reader,
): string | undefined {
  reader.text += part.text.length;
  if (reader.steps > MAX_INVOCATIONS) return undefined;
  if (frame.depth >= MAX_DEPTH || reader.text > MAX_TEXT) {
    giveUp(reader, frame.depth >= MAX_DEPTH ? 'too deeply nested' : 'too long');
    return undefined;
  }
  return part.script && walkScript(part.script, fork(frame, { depth: frame.depth + 1 }), reader);
}

import type { Mention } from '../../model/intent.ts';
import { type Token, tokenise } from '../reading/grammar/tokens.ts';
import type { Knowledge } from '../reading/naming/knowledge.ts';

/** Why nothing was read of a statement. What helps is said in its own words: see {@link withRemedy}. */
export const NOT_UNDERSTOOD = 'what it asks was not understood';
const NOT_KNOWN = 'is not something we know how to look for';

export function notKnown(words: string): string {
  return `“${words}” ${NOT_KNOWN}`;
}

/** What is asked for without a word on what breaks it. */
export function onlyAskedFor(mention: Mention): string {
  const { kind, text } = mention;
  if (kind === 'command')
    return `“${text}” is asked for, but not when: “run \`${text}\` before committing” can be checked`;
  if (kind === 'path')
    return mention.folder
      ? `“${text}” is named, but not what belongs there or must not be done there`
      : `“${text}” is named, but not when: “when … changes, update \`${text}\`” can be checked`;
  if (kind === 'language') return `“${text}” is named, but not what is asked of it`;
  return `“${text}” is asked for, but not instead of what: “${named(mention)}, not …” can be checked`;
}

/** What is asked for has nothing that looks for it. */
export function cannotBeRequired(text: string): string {
  if (/ over /.test(text))
    return `what shows “${text}” is not known; code to use or not to use, in backticks, can be checked`;
  return `that there is “${text}” cannot be checked; what must not stand in its place can: “${text}, not …”`;
}

/** Words beside a thing make less of it than we could rule out. */
export function narrowed(mention: Mention, by: string): string {
  const verb = mention.kind === 'command' ? 'run' : mention.kind === 'path' ? 'edit' : 'use';
  return `“${by}” narrows “${mention.text}” down in a way we do not read; “never ${verb} ${named(mention)}” can be checked`;
}

export function unclearPlace(words: string): string {
  return `it is not clear where this holds: “${words}”; a path in backticks says it`;
}

/** A reason that the statement was not understood, with what would help, in words of the statement where it has any. */
export function withRemedy(reason: string, statement: string, knowledge: Knowledge): string {
  if (reason === NOT_UNDERSTOOD) return `${reason}: ${remedyFor(statement, knowledge)}`;
  if (reason.endsWith(NOT_KNOWN)) return `${reason}; ${remedyFor(statement, knowledge)}`;
  return reason;
}

function remedyFor(statement: string, knowledge: Knowledge): string {
  const mentions = tokenise(statement)
    .filter((token) => token.kind === 'code')
    .flatMap((token) => typed(token, knowledge));
  const command = mentions.find(({ kind }) => kind === 'command');
  if (command) return `say when \`${command.text}\` has to run (“before committing”), or that it must not`;
  const path = mentions.find((mention) => mention.kind === 'path' && mention.exists);
  if (path) return `say what must not be done in \`${path.text}\`, or what has to change with it`;
  const code = mentions.find(({ kind, text }) => kind === 'code' && isDistinct(text));
  if (code)
    return `say what must not be used (“never use \`${code.text}\`”), or instead of what (“\`${code.text}\`, not …”)`;
  return 'name the command, path or code meant in backticks, or write a rule (bylaw draft)';
}

function typed(token: Token, knowledge: Knowledge): readonly Mention[] {
  return token.text.length > 60 ? [] : knowledge.typeAtom(token, []);
}

/** A member, a call, or a name of several words: no word that stands everywhere. */
function isDistinct(text: string): boolean {
  return /^[\w$]+(?:(?:\.|::)[\w$]+)*(?:\(\))?$/.test(text) && /[a-z][A-Z]|\w[._:]\w|\(\)$/.test(text);
}

/** As it would stand in a sentence: in backticks what does not stand there as a word. */
function named({ kind, text }: Mention): string {
  const bare = text.replaceAll('`', '');
  const plain = ['concept', 'tool', 'package', 'files', 'language', 'phrase', 'style'].includes(kind);
  return plain && !text.includes('`') ? bare : `\`${bare}\``;
}

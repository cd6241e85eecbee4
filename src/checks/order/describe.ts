import picomatch from 'picomatch';
import type { CommandPattern } from '../../model/checks/command.ts';
import type { Happening as Pattern } from '../../model/checks/order.ts';
import type { Candidate } from './match.ts';

const LONGEST_SHOWN = 80;

/** A happening as a fact: "`src/a.ts` changed". */
export function told(candidate: Candidate): string {
  switch (candidate.kind) {
    case 'ran':
      return `${code(candidate.invocation.text)} ran`;
    case 'read':
      return `${code(candidate.path)} was read`;
    case 'changed':
      return candidate.from === undefined
        ? `${code(candidate.path)} ${{ create: 'was created', modify: 'changed', delete: 'was deleted', rename: 'was renamed' }[candidate.change]}`
        : `${code(candidate.from)} was renamed to ${code(candidate.path)}`;
    case 'stop':
      return 'the work was called done';
  }
}

/** What is about to happen, behind "before": "`git commit -m x`", "changing `src/a.ts`". */
export function doing(candidate: Candidate): string {
  switch (candidate.kind) {
    case 'ran':
      return code(candidate.invocation.text);
    case 'read':
      return `reading ${code(candidate.path)}`;
    case 'changed':
      return `${{ create: 'creating', modify: 'changing', delete: 'deleting', rename: 'renaming to' }[candidate.change]} ${code(candidate.path)}`;
    case 'stop':
      return 'stopping';
  }
}

/** What a pattern asks for: "`make lint`", "`CONTRIBUTING.md`", "new `.changeset/*.md`". */
export function asked(pattern: Pattern): string {
  if ('ran' in pattern) {
    // Other spellings of the same program would say nothing new.
    const shown = new Map(pattern.ran.map((command) => [programOf(command), command] as const).reverse());
    return either([...shown.values()].reverse().map((command) => commandOf(command) ?? programOf(command)));
  }
  if ('read' in pattern) return either(pattern.read);
  if ('changed' in pattern) {
    const how = pattern.how?.length === 1 ? pattern.how[0] : undefined;
    return `${how === 'create' ? 'new' : 'change of'} ${either(pattern.changed)}`;
  }
  return 'the end of the work';
}

/** The command that meets a pattern, where there is one to be typed as it stands. */
export function fixOf(pattern: Pattern): string | undefined {
  if ('ran' in pattern) return pattern.ran[0] && commandOf(pattern.ran[0]);
  if ('read' in pattern) {
    const [file] = pattern.read;
    return file === undefined || isGlob(file) ? undefined : `cat ${file}`;
  }
  return undefined;
}

function commandOf(command: CommandPattern): string | undefined {
  const words = [
    command.under?.[0],
    first(command.program),
    ...(command.subcommand ?? []).map(first),
    ...(command.flags ?? []).map(first),
    ...(command.operands ?? []).map(first),
  ].filter((word) => word !== undefined);
  return command.program === undefined || words.some(isGlob) ? undefined : words.join(' ');
}

function programOf({ program }: CommandPattern): string {
  return first(program) ?? 'a command';
}

const first = (words: string | readonly string[] | undefined) => (typeof words === 'string' ? words : words?.[0]);
const isGlob = (word: string) => picomatch.scan(word).isGlob;

function either(words: readonly string[]): string {
  const shown = [...new Set(words)].slice(0, 2).map(code);
  return shown.join(' or ');
}

function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return `\`${line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line}\``;
}

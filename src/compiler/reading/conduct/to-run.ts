import type { Mention, MentionOf } from '../../../model/intent.ts';
import type { Knowledge } from '../naming/knowledge.ts';
import type { ReadClause } from '../setting.ts';

/** Endings of files that are run. */
const RUNNABLE = /(?:^|\/)[^/.]+$|\.(?:sh|bash|zsh|py|rb|pl|ps1|bat|cmd|mjs)$/;
/** Folders of programs, where a path is one, whether it is there yet or not. */
const PROGRAMS = /^(?:\.\/|(?:\.\/)?(?:bin|scripts?|hack|tools|node_modules\/\.bin|vendor\/bin|\.?venv\/bin)\/)/;
/** A program with arguments as a shell would take them; what has brackets, commas or an assignment is code. */
const LINE =
  /^(?:\.{0,2}\/)?[a-z][\w.+-]*(?:\/[\w.+-]+)*(?: +(?:--?[\w-]+(?:[= ][\w./:@*-]+)?|[\w./:@*%{}<>…-]+|'[^']*'|"[^"]*"))+$/i;
/** A program by its name alone, and names that are tasks of whatever tool. */
const PROGRAM = /^[a-z][a-z0-9]{3,}(?:-[a-z0-9]+)*$/;
const EVERYDAY =
  /^(?:test|tests|lint|build|format|check|checks|type|types|verify|validate|clean|start|serve|watch|deploy|generate|codegen|install|compile|main|true|false|null|none|undefined|self|this)(?:-\w+)*$|^typecheck$/;
const SCRIPT = /^[a-z][\w-]*(?::[\w-]+)*$/;

/** What a statement wants run, as commands; `plainly` where its verb says that it is to be run. */
export function commandsToRun(mentions: readonly Mention[], read: ReadClause, plainly: boolean): readonly Command[] {
  let before: string | undefined;
  const commands = mentions.flatMap((mention): readonly Command[] => {
    const text = lineOf(mention, before, plainly, read);
    if (text === undefined) return [];
    before = text;
    // What a pipeline looks through need not be found: its end says nothing of success.
    return /\s\|\s/.test(text) ? [] : [{ kind: 'command', text }];
  });
  return withAlternatives(commands, read);
}

type Command = MentionOf<'command'>;

function lineOf(
  mention: Mention,
  before: string | undefined,
  plainly: boolean,
  { setting }: ReadClause,
): string | undefined {
  const { text } = mention;
  switch (mention.kind) {
    case 'command':
      return text;
    case 'path':
      if (mention.folder || !RUNNABLE.test(text) || /[*?{}<>]/.test(text)) return undefined;
      if (!mention.exists && !(PROGRAMS.test(text) && (plainly || /\.(?:sh|bash|py)$/.test(text)))) return undefined;
      return text.startsWith('.') ? text : `./${text}`;
    case 'code': {
      if (LINE.test(text)) return plainly ? text : undefined;
      if (plainly && before === undefined && PROGRAM.test(text)) {
        const script = setting.knowledge.facts.scripts().has(text);
        if (script || !EVERYDAY.test(text)) return script ? `npm run ${text}` : text;
      }
      // A bare script name goes on the command before it: "`npm run lint` and `typecheck`".
      if (!SCRIPT.test(text) || before === undefined || !/\s/.test(before)) return undefined;
      const known = text.includes(':') || setting.knowledge.facts.scripts().has(text);
      return known || /\brun \S+$/.test(before) ? before.replace(/\S+$/, text) : undefined;
    }
    case 'tool': {
      const tool = setting.knowledge.tools.get(mention.id.toLowerCase())?.of.tool;
      const named = plainly && tool?.programs.includes(text) === true;
      return named && isRunIn(setting.statement, text) ? text : undefined;
    }
    case 'concept': {
      // A notion that is named by a command line is that line.
      const line = /^`([^`]+)`$/.exec(text)?.[1];
      return line !== undefined && isCommand(line, setting.knowledge) ? line : undefined;
    }
    default:
      return undefined;
  }
}

/** "Run `x`", not "`y` runs `x`". */
function isRunIn(statement: string, program: string): boolean {
  const before = statement.slice(0, Math.max(statement.indexOf(`\`${program}\``), 0));
  return /(?:^|[,:] )(?:(?:always|please|then|also|must) )*(?:re-?)?run (?:[^;.]*)$/i.test(before);
}

function isCommand(text: string, knowledge: Knowledge): boolean {
  const token = { kind: 'code', text, low: text.toLowerCase(), start: 0, end: 0 } as const;
  return LINE.test(text) && knowledge.typeAtom(token, []).some(({ kind }) => kind === 'command');
}

/** "`a` or `b`", "`a` (or `b`)": one of them is enough. */
function withAlternatives(commands: readonly Command[], { clause, setting }: ReadClause): readonly Command[] {
  const { statement, knowledge } = setting;
  const either = clause.object.some(
    (token, index) => token.low === 'or' && token.kind === 'word' && clause.object[index + 1]?.kind === 'code',
  );
  const [first, ...others] = commands;
  if (first === undefined) return [];
  if (either && others.length > 0) return [{ ...first, or: others.map(({ text }) => text) }];
  const remark = /\((?:or|alternatively)\b([^()]*)\)/i.exec(statement);
  const or = [...(remark?.[1] ?? '').matchAll(/`([^`]+)`/g)]
    .map((found) => found[1] ?? '')
    .filter((text) => text.split(/\s*&&\s*/).every((step) => LINE.test(step) || isCommand(step, knowledge)));
  if (!remark || or.length === 0) return commands;
  // It stands behind the command that it can take the place of.
  const at = commands.findLastIndex(
    ({ text }) => statement.indexOf(text) >= 0 && statement.indexOf(text) < remark.index,
  );
  return commands
    .filter(({ text }) => !or.includes(text))
    .map((command, index) => (index === Math.max(at, 0) ? { ...command, or } : command));
}

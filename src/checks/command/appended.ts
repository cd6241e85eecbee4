import { type Frame, fork, spend } from './reader.ts';
import { runCommand } from './run.ts';
import { hasUnknown, unknownPart } from './unknown.ts';
import { walkText } from './walk.ts';
import type { Ran, Wrapper } from './wrapped.ts';

/** `xargs COMMAND`, `parallel COMMAND ::: a b`: a command with arguments from the input added or put in place. */
export function appended(wrapper: Wrapper): Ran {
  const { parsed, rest, frame, reader, plumbing, program } = wrapper;
  const start = parsed.operands[0]?.at;
  const words = start === undefined ? [] : rest.slice(start);
  const cut = words.findIndex((word) => /^:::\+?:?$/.test(word));
  const command = cut < 0 ? words : words.slice(0, cut);
  const given = cut < 0 ? undefined : words.slice(cut + 1);
  const items =
    given ?? (typeof plumbing.stdin === 'string' && !hasUnknown(plumbing.stdin) ? split(plumbing.stdin) : undefined);
  const mark = parsed.flags.find((flag) => flag.id === '--replace')?.value ?? '{}';
  const inner = fork(frame, { under: [...frame.under, [program]], ...(runsBeside(wrapper) && { beside: true }) });

  if (command.length === 0) {
    if (program !== 'parallel' && program !== 'rush') return { ran: false };
    if (given) for (const text of given) walkText(text, deeper(inner), reader);
    else if (typeof plumbing.stdin === 'string') walkText(plumbing.stdin, deeper(inner), reader);
    else reader.unresolved.push(`${program} (commands from standard input)`);
    return { ran: true };
  }
  const places = command.some((word) => word.includes(mark));
  const values = items ?? [unknownPart(mark)];
  const [only] = command;
  if (!spend(reader)) return { ran: true };
  if (program !== 'xargs' && command.length === 1 && only !== undefined && /\s/.test(only)) {
    for (const value of values.slice(0, 32))
      walkText(places ? only.replaceAll(mark, value) : `${only} ${value}`, deeper(inner), reader);
    return { ran: true };
  }
  if (!places) {
    runCommand([...command, ...values], {}, inner, reader, { stdin: undefined, touches: [] });
    return { ran: true };
  }
  for (const value of values.slice(0, 32)) {
    runCommand(
      command.map((word) => word.replaceAll(mark, value)),
      {},
      inner,
      reader,
      { stdin: undefined, touches: [] },
    );
  }
  return { ran: true };
}

/** Does it run several at once? */
function runsBeside({ program, parsed }: Wrapper): boolean {
  const jobs = parsed.flags.find(({ id }) => id === '--max-procs' || id === '--jobs');
  return program === 'xargs' ? jobs !== undefined && jobs.value !== '1' : jobs?.value !== '1';
}

function deeper(frame: Frame): Frame {
  return { ...frame, depth: frame.depth + 1 };
}

function split(text: string): readonly string[] {
  return text
    .split(/[\s\0]+/)
    .filter((item) => item !== '')
    .slice(0, 256);
}

import type { CommandPattern } from '../../model/checks/command.ts';
import { type Arguments, takeApart } from './arguments.ts';
import { type ProgramSpec, programSpec } from './programs.ts';

/**
 * `pnpm lint`, `yarn run lint` and `npm test` name scripts of a package, and each can be spelt with and without `run`.
 * `undefined` where the words name no script: another sub-command, or a known program (`pnpm eslint`).
 */
export function scriptPatterns(
  program: string,
  spec: ProgramSpec | undefined,
  args: readonly string[],
): readonly CommandPattern[] | undefined {
  const runs = spec?.sub.get('run');
  if (!spec || !runsScripts(runs)) return undefined;
  const parsed = takeApart(spec, args);
  const [name, ...rest] = scriptWords(spec, parsed);
  if (name === undefined || !/^[A-Za-z][\w:.-]*$/.test(name)) return undefined;
  const plain = /^[\w:./@=-]+$/;
  const operands = rest.filter((word) => plain.test(word));
  const flags = parsed.flags.flatMap(({ id, value }) =>
    typeof value === 'string' && plain.test(value) ? [`${id}=${value}`] : value === undefined ? [id] : [],
  );
  const asked = flags.length > 0 && { flags };
  const long: CommandPattern = { program, subcommand: ['run'], ...asked, operands: [name, ...operands] };
  const short = { program, subcommand: [name], ...asked, ...(operands.length > 0 && { operands }) };
  const isShort = runsScripts(spec) || spec.sub.get(name)?.wraps.some(({ detail }) => detail[0] === 'named');
  return isShort ? (parsed.sub[0] === 'run' ? [long, short] : [short, long]) : [long];
}

/** The script and what it is given; empty where none is named. */
function scriptWords(spec: ProgramSpec, { sub, operands, spec: deepest }: Arguments): readonly string[] {
  const words = operands.flatMap(({ text }) => text ?? []);
  if (sub.length > 0) {
    if (sub[0] === 'run') return words;
    return deepest?.wraps.some(({ detail }) => detail[0] === 'named') ? [...sub, ...words] : [];
  }
  const [first] = words;
  return first !== undefined && runsScripts(spec) && (SCRIPTS.has(first) || !programSpec(first)) ? words : [];
}

/** Usual names of scripts, though there are programs of the same name. */
const SCRIPTS: ReadonlySet<string> = new Set(
  'build test lint format check start dev serve watch clean release'.split(' '),
);

function runsScripts(spec: ProgramSpec | undefined): boolean {
  return spec?.wraps.some(({ how, detail }) => how === 'script' && detail[0] === 'npm') === true;
}

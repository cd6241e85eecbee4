import { patternsSaid } from '../../../checks/command/pattern.ts';
import type { CommandPattern } from '../../../model/checks/command.ts';
import type { Happening } from '../../../model/checks/order.ts';
import type { Step } from '../../../model/evidence.ts';
import type { Mention, MentionOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';

/** Something that has to be done first: how it is told, an example of it, and what a person calls it. */
export interface Need {
  readonly happening: Happening;
  readonly step: Step;
  readonly name: string;
  /** It is called by words, not by a command or a path. */
  readonly plain?: true;
}

/** What a mention asks to have been read or run. `a && b` asks for both. */
export function needsOf(mention: Mention, knowledge: Knowledge): readonly Need[] {
  if (mention.kind === 'path' && mention.exists) {
    const [first = mention.text] = mention.globs;
    return [{ happening: { read: [...mention.globs] }, step: { read: first }, name: mention.text }];
  }
  if (mention.kind === 'concept') return ofNotion(mention, knowledge);
  if (mention.kind !== 'command') return [];
  const others = (mention.or ?? []).flatMap((text) => stepsOf(text).at(-1)?.patterns(knowledge) ?? []);
  return stepsOf(mention.text).flatMap(({ line, text, patterns }): readonly Need[] => {
    const own = mention.whole === true ? patterns(knowledge).map(wholly) : patterns(knowledge);
    const ran = [...own, ...others];
    if (ran.length === 0) return [];
    return [
      {
        happening: { ran, ...(ran.every(onlyLooks) && { ok: false }) },
        step: { run: line.replaceAll(/<[^>]*>/g, 'example'), exit: 0 },
        name: [text, ...(mention.or ?? [])].join('` or `'),
      },
    ];
  });
}

/** "The tests": any of the commands that the lexicon knows for it. */
function ofNotion({ id, text }: MentionOf<'concept'>, { lexicon }: Knowledge): readonly Need[] {
  const arms = lexicon.concepts[id]?.arms ?? [];
  const ran = arms.flatMap(({ check }) => (check.kind === 'command' ? check.forbid : []));
  const [step] = arms.flatMap(({ samples }) => samples.flatMap(({ violating }) => violating[0]?.steps.at(-1) ?? []));
  return ran.length > 0 && step && 'run' in step
    ? [{ happening: { ran }, step: { run: step.run, exit: 0 }, name: text, plain: true }]
    : [];
}

/** Without files picked out, where it names none itself. */
function wholly(pattern: CommandPattern): CommandPattern {
  return pattern.operands ? pattern : { ...pattern, noOperands: true };
}

interface CommandStep {
  /** As it is typed at the root. */
  readonly line: string;
  readonly text: string;
  patterns(knowledge: Knowledge): readonly CommandPattern[];
}

/** The commands of a line; `cd x && make` is make, run in x. */
function stepsOf(line: string): readonly CommandStep[] {
  let folder: string | undefined;
  return line.split(/\s*(?:&&|;)\s*/).flatMap((text): readonly CommandStep[] => {
    const into = /^cd\s+(\S+)$/.exec(text)?.[1];
    if (into !== undefined) folder = bare(into);
    if (text === '' || into !== undefined) return [];
    const at = folder;
    const patterns = (knowledge: Knowledge) =>
      (patternsSaid(text) ?? [])
        .flatMap((pattern) => spellings(pattern, text, knowledge))
        .map((each) => inFolder(each, at));
    return [{ line: at === undefined ? text : `cd ${at} && ${text}`, text, patterns }];
  });
}

function inFolder(pattern: CommandPattern, folder: string | undefined): CommandPattern {
  return folder === undefined || folder === '' || pattern.folder !== undefined ? pattern : { ...pattern, folder };
}

function bare(folder: string): string {
  return folder.replace(/^\.\//, '').replace(/\/$/, '');
}

const MANAGERS = ['npm', 'pnpm', 'yarn', 'bun'];

/** A script of a package may be run by any package manager, with and without `run`, from its folder or from above. */
function spellings(pattern: CommandPattern, text: string, knowledge: Knowledge): readonly CommandPattern[] {
  const run = scriptOf(pattern, text);
  if (run === undefined) return [pattern];
  const { script, more } = run;
  const given = (pattern.flags ?? []).flat();
  const place = given.flatMap((flag) => folderIn(flag, knowledge) ?? []);
  const rest = given.filter((flag) => folderIn(flag, knowledge) === undefined);
  const [folder] = place;
  if (rest.length > 0 || place.length > 1) return [pattern];
  const common = folder === undefined ? {} : { folder };
  const operands = more.length > 0 && { operands: more };
  return [
    pattern,
    { program: MANAGERS, subcommand: ['run'], operands: [script, ...more], ...common },
    { program: MANAGERS, subcommand: [script], ...operands, ...common },
  ];
}

/** The script that a package manager runs: `lint` of `pnpm lint`, also where a program bears its name. */
function scriptOf(
  { program, subcommand, operands, under }: CommandPattern,
  text: string,
): { readonly script: string; readonly more: string[] } | undefined {
  const words = (operands ?? []).map(String);
  if (under?.length === 1 && MANAGERS.includes(under[0] ?? '') && typeof program === 'string') {
    const named = new RegExp(`^${under[0]} (?:run )?${program.replaceAll(/\W/g, '\\$&')}(?:\\s|$)`).test(text);
    return named ? { script: program, more: words } : undefined;
  }
  if (typeof program !== 'string' || !MANAGERS.includes(program)) return undefined;
  const [sub, ...deeper] = (subcommand ?? []).map(String);
  if (deeper.length > 0) return undefined;
  if (sub === 'run' || sub === 'run-script')
    return words[0] === undefined ? undefined : { script: words[0], more: words.slice(1) };
  return sub === undefined || BUILT_IN.has(sub) ? undefined : { script: sub, more: words };
}

const BUILT_IN = new Set(
  'install i ci add remove publish pack exec dlx audit update outdated why list ls link init create x'.split(' '),
);

/** The folder that an option of a package manager means: `--dir web`, `--workspace @shop/web`. */
function folderIn(flag: string, { facts }: Knowledge): string | undefined {
  const [, name, value] = /^(--?[\w-]+)=(.+)$/.exec(flag) ?? [];
  if (name === undefined || value === undefined) return undefined;
  if (['--dir', '-C', '--prefix', '--cwd'].includes(name)) return bare(value);
  if (!['--workspace', '-w', '--filter', '-F'].includes(name)) return undefined;
  const known = facts.packages().find((each) => each.name === value || each.folder === bare(value));
  return known?.folder === '' ? undefined : known?.folder;
}

/** The exit status of a program that only looks says what it found, not whether it succeeded. */
function onlyLooks({ program, subcommand }: CommandPattern): boolean {
  if (program === 'git') return ['diff', 'log', 'status', 'grep', 'show'].includes(String(subcommand?.[0]));
  return (
    typeof program === 'string' && ['grep', 'rg', 'diff', 'find', 'ls', 'cat', 'test', 'git-diff'].includes(program)
  );
}

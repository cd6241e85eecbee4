import { patternsSaid } from '../../../checks/command/pattern.ts';
import type { Intent } from '../../../model/intent.ts';
import { tokenise } from '../grammar/tokens.ts';
import type { ReadClause } from '../setting.ts';

const PASSES = new Set(['use', 'pass', 'add', 'include', 'set', 'supply']);

/** "Always use `--locked`" below or beside "`cargo build --locked`": such a command is not run without it. */
export function readFlags(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  if (read.stance !== 'require' || !PASSES.has(clause.verb ?? '') || clause.object.length === 0) return undefined;
  if (!clause.object.some((token) => token.text.startsWith('-')) || read.object.length === 0) return undefined;
  if (!read.object.every((mention) => mention.kind === 'flag') || clause.contrast.length > 0) return undefined;
  // What follows "to gather …" says why.
  const why = clause.adjuncts.findIndex(
    ({ relation, tokens }) =>
      relation === 'purpose' ||
      (relation === 'to' && tokens.length > 1 && tokens.every((token) => token.kind === 'word')),
  );
  const bound = (why < 0 ? clause.adjuncts : clause.adjuncts.slice(0, why)).some(({ relation }) =>
    ['when', 'with', 'to', 'for', 'in', 'after', 'before'].includes(relation),
  );
  if (bound) return undefined;
  const flags = read.object.map(({ text }) => text);
  const beside = [...setting.above, ...setting.earlier, setting.opening ?? '', setting.follows ?? ''];
  const lines = beside
    .flatMap((text) => tokenise(text).filter((token) => token.kind === 'code'))
    .map(({ text }) => text)
    .filter((text) => flags.every((flag) => text.split(/\s+/).includes(flag)));
  const hosts = new Map(
    lines.flatMap((line) => {
      const [pattern] = patternsSaid(line) ?? [];
      if (!pattern?.program || !pattern.subcommand) return [];
      const { program, subcommand, under } = pattern;
      const [next] =
        new RegExp(`\\b${String(subcommand.at(-1)).replaceAll(/\W/g, '\\$&')} +([a-z]+)(?= |$)`).exec(line)?.slice(1) ??
        [];
      const operands = next === undefined ? {} : { operands: [next] };
      const host = { program, subcommand, ...operands, ...(under && { under }) };
      return [[JSON.stringify(host), { host, line }] as const];
    }),
  );
  const [only, ...others] = [...hosts.values()];
  if (!only || others.length > 0) return undefined;
  const plain = (line: string) => line.replaceAll(/<[^>]*>|\.\.\.|…/g, 'example');
  const called = [only.host.under?.[0], only.host.program, ...only.host.subcommand].flat().filter(Boolean).join(' ');
  return flags.map(
    (flag): Intent => ({
      ...read.common,
      reach: { ...read.common.reach, unclear: [] },
      shape: 'check',
      subject: `${called} ${flag}`,
      message: `\`${called}\` needs \`${flag}\` here`,
      check: { kind: 'command', forbid: [{ ...only.host, without: [flag, '--help', '--version'] }] },
      violating: [{ steps: [{ run: plain(only.line).replace(` ${flag}`, '') }] }],
      compliant: [{ steps: [{ run: plain(only.line) }] }],
    }),
  );
}

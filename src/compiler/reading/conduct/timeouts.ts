import { patternsSaid } from '../../../checks/command/pattern.ts';
import type { Intent } from '../../../model/intent.ts';
import { tokenise } from '../grammar/tokens.ts';
import type { ReadClause } from '../setting.ts';
import { commandsToRun } from './to-run.ts';

const TIMEOUT =
  /\b(?:set|use|with|allow|needs?|requires?|give)?\s*(?:a |an |the |your )?(?:\w+ )?time-?outs?\b(?: \w+){0,2}?(?: (?:to|of|is|=)|:)?\s*(at least |a minimum of |minimum (?:of )?|>=? ?|more than |over )?(\d+)(\+)?[ -]*(s|secs?|seconds?|m|mins?|minutes?|h|hours?)\b(?:\s*(\+|or (?:more|longer|higher)|minimum))?/i;

/** With these a build does less, and takes less time. */
const FASTER = ['-DskipTests', '-Dmaven.test.skip'];

/** "`make all` takes 5 minutes. Never cancel. Set timeout to 10+ minutes.": it is not cut off before that. */
export function readTimeout(read: ReadClause): readonly Intent[] | undefined {
  const { setting, clause } = read;
  const { statement, knowledge } = setting;
  const found = TIMEOUT.exec(statement);
  if (!found) return undefined;
  const [, least, count, plus, unit = 's', more] = found;
  const neverCut = [setting.opening, setting.follows, statement].some((text) => /\bnever cancel\b/i.test(text ?? ''));
  if (least === undefined && plus === undefined && more === undefined && !neverCut) return undefined;
  const seconds = Number(count) * (/^m/i.test(unit) ? 60 : /^h/i.test(unit) ? 3600 : 1);
  // Only the clause that tells the time; the others say other things.
  const [first] = clause.body;
  const last = clause.body.at(-1);
  if (first && last && (found.index > last.end || found.index + found[0].length < first.start)) return undefined;
  const told = [setting.follows, setting.opening, statement].flatMap((text) => (text === undefined ? [] : [text]));
  const named = told
    .map((text) =>
      commandsToRun(
        tokenise(text).flatMap((token) => (token.kind === 'code' ? knowledge.typeAtom(token, []) : [])),
        read,
        true,
      ),
    )
    .find((commands) => commands.length > 0);
  const fence = setting.fence.flatMap((mention) => (mention.kind === 'command' ? [mention] : []));
  const [command, ...others] = named ?? fence;
  if (!command || (named !== undefined && others.length > 0)) return undefined;
  const lines = [command, ...others].map(({ text }) => text);
  const forbid = lines
    .flatMap((text) => patternsSaid(text) ?? [])
    .map((pattern) => ({ ...pattern, timeoutBelow: seconds, without: [...(pattern.without ?? []), ...FASTER] }));
  if (forbid.length === 0 || seconds < 2) return undefined;
  return [
    {
      ...read.common,
      reach: { ...read.common.reach, unclear: [] },
      shape: 'check',
      subject: `${command.text} timeout`,
      message: `\`${command.text}\` needs at least ${seconds} seconds here and is not to be cut off before`,
      check: { kind: 'command', forbid, scripts: 'ignore' },
      violating: [{ steps: [{ run: `timeout ${seconds - 1} ${command.text}` }] }],
      compliant: [{ steps: [{ run: `timeout ${seconds} ${command.text}` }] }, { steps: [{ run: command.text }] }],
    },
  ];
}

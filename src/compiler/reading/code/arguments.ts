import type { Intent, Mention } from '../../../model/intent.ts';
import type { Clause } from '../grammar/clause.ts';
import { readItems } from '../naming/mention.ts';
import type { ReadClause } from '../setting.ts';

/** A named argument as prose shows it: `encoding=`, `timeout=30`, `shell: true`, `{ signal }`. */
export function isArgument(text: string): boolean {
  return /^[A-Za-z_]\w*\s*(?:=(?![=>])\S*|:(?!:)\s*\S*)$|^\{\s*[A-Za-z_]\w*(?:\s*:.*|\s*,?\s*(?:\.\.\.|…)?\s*)\}$/.test(
    text,
  );
}

const PASSES: ReadonlySet<string> = new Set('pass specify set provide give supply include add use'.split(' '));
const CALLS: ReadonlySet<string> = new Set('call use invoke run open create construct instantiate be'.split(' '));

/** "Always pass `encoding=` to `open()`", "Call `open()` with `encoding=`": the call must not lack the argument. */
export function readArguments(read: ReadClause): readonly Intent[] | undefined {
  const { clause } = read;
  if (read.stance !== 'require' || clause.verb === undefined) return undefined;
  const others = mentionsOf(read, ['to', 'in', 'for', 'with']);
  const given = PASSES.has(clause.verb) ? [...read.object, ...read.subject] : CALLS.has(clause.verb) ? others : [];
  const called = PASSES.has(clause.verb) ? others : [...read.object, ...read.subject];
  const lacking = given.flatMap(argumentsIn);
  const things = called
    .filter((mention) => (isCodeOf(mention) && /\)$/.test(mention.text)) || OPENING.test(mention.text))
    .map(
      ({ qualified, ...mention }): Mention =>
        qualified !== undefined && !MODES.test(qualified) ? { ...mention, qualified } : mention,
    );
  if (lacking.length !== 1 || things.length === 0 || given.length > lacking.length) return undefined;
  const reach = { ...read.common.reach, unclear: [] };
  return [{ ...read.common, reach, shape: 'forbid', doing: 'use', things, except: [], instead: [], on: [], lacking }];
}

/** What a ban holds without: "Never call `open()` without `encoding=`". */
export function lackingIn(read: ReadClause): readonly Mention[] {
  return mentionsOf(read, ['without']).flatMap(argumentsIn);
}

/** Modules whose calls open files or pipes: which of them read text, their arguments tell. */
const OPENING = /^`?(?:subprocess|tempfile)`?$/;
/** Words that say which calls can have the argument at all. */
const MODES = /^(?:text|text-mode|text pipes?|pipes?)$/;

/** A notion that is named by an argument is asked for as that argument. */
function argumentsIn(mention: Mention): readonly Mention[] {
  const text = mention.text.replace(/^`|`$/g, '');
  if (!isCodeOf(mention) || !isArgument(text)) return [];
  return [{ kind: 'code', text, ...(mention.qualified !== undefined && { qualified: mention.qualified }) }];
}

function isCodeOf(mention: Mention): boolean {
  return mention.kind === 'code' || (mention.kind === 'concept' && /^`[^`]+`$/.test(mention.text));
}

function mentionsOf(
  read: ReadClause,
  relations: readonly Clause['adjuncts'][number]['relation'][],
): readonly Mention[] {
  return read.clause.adjuncts
    .filter((adjunct) => relations.includes(adjunct.relation))
    .flatMap((adjunct) => readItems(adjunct.tokens, read.setting.statement, read.setting.knowledge))
    .flatMap((item) => item.mentions);
}

import { constructNamed } from '../../../lexicon/constructs.ts';
import type { Mention } from '../../../model/intent.ts';
import type { Token } from '../grammar/tokens.ts';
import { reachBut } from '../naming/form-reach.ts';
import type { ReadClause } from '../setting.ts';
import { codeMention, type Form } from './forms.ts';

const HOLDS: ReadonlySet<string> = new Set(['call', 'invoke', 'use', 'include', 'contain', 'run']);
const CALL = /^(?:await\s+)?[A-Za-z_$][\w$]*(?:(?:\.|::)[A-Za-z_$][\w$]*|\(\)\.[A-Za-z_$][\w$]*)*\(.*\)$/s;
/** Parts of code that each have a job of their own. */
const PARTS: ReadonlySet<string> = new Set(['catch', 'finally', 'constructor', 'effect']);

/** "`catch` blocks must call `report()`", "Call `super.close()` in `close()`": there it stands. */
export function readObligedCall(read: ReadClause): Form | undefined {
  const { clause, stance } = read;
  if (stance !== 'require' || !HOLDS.has(clause.verb ?? '') || clause.only || clause.contrast.length > 0)
    return undefined;
  const [call, ...more] = clause.object;
  if (call?.kind !== 'code' || more.length > 0 || !CALL.test(call.text)) return undefined;
  const [place, ...others] = [
    ...(clause.subject.length > 0 ? [clause.subject] : []),
    ...clause.adjuncts.map((each) => (each.relation === 'in' ? each.tokens : [])),
  ];
  const within = place && others.length === 0 ? partOf(place, read) : undefined;
  if (!within || within.text === call.text) return undefined;
  return { how: 'obliged', things: [codeMention(call)], with: [within], reach: reachBut(read, () => true) };
}

/** A part of code by its name, or a function by its own. */
function partOf(tokens: readonly Token[], { setting }: ReadClause): Mention | undefined {
  const words = tokens.map((token) => token.low).join(' ');
  const construct = constructNamed(words, setting.knowledge.lexicon.constructs);
  if (construct) return PARTS.has(construct.id) ? { kind: 'phrase', text: construct.id } : undefined;
  const [code, ...more] = tokens.filter((token) => token.kind === 'code');
  const plain = tokens.every(
    (token) => token === code || /^(?:the|every|each|any|all|methods?|functions?)$/.test(token.low),
  );
  const declared =
    code && (/^[a-z_]\w*\(\)$/i.test(code.text) || tokens.some((token) => /^(?:methods?|functions?)$/.test(token.low)));
  return code && declared && plain && more.length === 0 ? codeMention(code) : undefined;
}

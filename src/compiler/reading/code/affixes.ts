import type { Mention } from '../../../model/intent.ts';
import { reachBut } from '../naming/form-reach.ts';
import type { ReadClause } from '../setting.ts';
import type { Form } from './forms.ts';

const AFFIX = /\b(suffix|prefix)(?:es|ed)?\b|\b(end|start|begin)(?:s|ing|ning)? (?:in|with)\b/;
const NAME = /^[*…-]?[A-Z][A-Za-z]*[*…-]?$/;
/** Kinds of declarations by the words that prose has for them. */
const KINDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\binterfaces?\b/, ['interface']],
  [/\bstructs?\b/, ['struct']],
  [/\benums?\b/, ['enum']],
  [/\b(?:types?|type names?)\b/, ['type', 'class', 'interface', 'struct', 'enum']],
  [/\b(?:class(?:es)?|implementations?|implementors?)\b/, ['class', 'struct']],
];
/** Words that programs hang behind any name: "no `Helper` classes" means all that end so, not one of that name. */
const GENERIC =
  /^(?:Manager|Helper|Util|Utility|Utilities|Impl|Processor|Wrapper|Handler|Info|Data|Base|Common|Misc|Coordinator|Object|Abstract|Facade|Singleton|Orchestrator|Executor|Runner)s?$/;
const PLAIN =
  /^(?:a|an|any|and|or|nor|the|new|as|for|in|on|to|with|of|use|using|create|creating|add|adding|write|introduce|name|names|naming|named|call|called|like|such|generic|vague|meaningless|catch-all|god|ambiguous|style|their|your|our|its|class|classes|interface|interfaces|struct|structs|enum|enums|type|types|implementation|implementations|implementor|implementors|suffix|suffixes|suffixed|suffixing|prefix|prefixes|prefixed|prefixing|end|ends|ending|start|starts|starting|begin|begins|beginning|be|have|having|must|should|words|word|hungarian|csharp-style|c#-style|c#|java-style)$/;

/** "No `Helper` or `Manager` classes", "Never use `Impl` as a class name suffix": names that no class ends or begins with. */
export function readAffix(read: ReadClause): Form | undefined {
  const { clause, stance } = read;
  if (stance !== 'forbid' || clause.contrast.length > 0 || clause.only) return undefined;
  const tokens = [...clause.label, ...clause.subject, ...clause.body, ...clause.examples].filter(
    (token) => token.kind !== 'punct',
  );
  const codes = tokens.filter((token) => token.kind === 'code' || token.kind === 'quote');
  if (codes.length === 0 || !codes.every((token) => NAME.test(token.text))) return undefined;
  const known = read.object.some(
    ({ kind, text }) => kind === 'concept' && codes.some((token) => text.includes(token.text)),
  );
  if (known) return undefined;
  const words = tokens.filter((token) => !codes.includes(token)).map((token) => token.low);
  const text = words.join(' ');
  const kinds = KINDS.find(([word]) => word.test(text))?.[1];
  if (!words.every((word) => PLAIN.test(word))) return undefined;
  const said = AFFIX.exec(text);
  const starred = codes.every((token) => /^[*…-]|[*…-]$/.test(token.text));
  const named =
    /\b(?:classes|types|structs)\b|\bclass names?\b/.test(text) && codes.every((token) => GENERIC.test(token.text));
  if (!said && !starred && !named) return undefined;
  if (!kinds && !said) return undefined;
  const before = said ? /^(?:prefix|start|begin)$/.test(said[1] ?? said[2] ?? '') : /[*…-]$/.test(codes[0]?.text ?? '');
  const things = codes.map((token): Mention => ({ kind: 'code', text: token.text.replaceAll(/[*…-]/g, '') }));
  // One letter at the end of names is too little to go by.
  if (things.some((thing) => thing.text.length < (before ? 1 : 3))) return undefined;
  const meant = kinds ?? ['class', 'interface', 'type', 'struct', 'enum'];
  return {
    how: before ? 'unprefixed' : 'unsuffixed',
    things,
    with: meant.map((each): Mention => ({ kind: 'phrase', text: each })),
    reach: reachBut(read, ({ relation }) => ['as', 'with', 'example', 'for', 'to', 'in'].includes(relation)),
  };
}

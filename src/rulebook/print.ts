import { Document, isMap, isSeq } from 'yaml';
import type { Rule } from '../model/rule.ts';
import { type Rulebook, rulebookSchema } from '../model/rulebook.ts';
import { OWN_PROSE } from './builtin.ts';
import { describeRule } from './describe.ts';

/** The rulebook as text: sorted by source, keys in the order of the schema, so that equal rulebooks are equal text. */
export function printRulebook(rulebook: Rulebook): string {
  const ordered = rulebookSchema.parse({
    version: 1,
    prose: Object.fromEntries(Object.entries(rulebook.prose).sort(([a], [b]) => compare(a, b))),
    rules: [...rulebook.rules].sort(bySource),
  });
  const document = new Document(ordered, { aliasDuplicateObjects: false });
  const rules = document.get('rules');
  if (isSeq(rules)) {
    for (const [index, node] of rules.items.entries()) {
      const rule = ordered.rules[index];
      if (!isMap(node) || !rule) continue;
      node.spaceBefore = index > 0;
      node.commentBefore = ` ${describeRule(rule)}`;
    }
  }
  // The built-in rules quote the first lines; they must stay the first.
  const header = [...OWN_PROSE, ...HEADER].map((line) => `# ${line}\n`).join('');
  return `${header}\n${document.toString({ lineWidth: 0 })}`;
}

const HEADER = [
  'Compiled by `bylaw compile` from the prose named below; review it like code and commit it.',
  'Own rules go into .bylaw/rules/*.yaml, severities into bylaw.yaml. The next compile overwrites this file.',
];

function bySource(a: Rule, b: Rule): number {
  return compare(a.source.file, b.source.file) || a.source.line - b.source.line || compare(a.id, b.id);
}

/** By code units: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

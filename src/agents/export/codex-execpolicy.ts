import type { Rule } from '../../model/rule.ts';
import { lines } from './claude-permissions.ts';
import type { Exported } from './exported.ts';
import { spell, type Words } from './spellings.ts';

/** Codex's execpolicy (`codex-rs/execpolicy/README.md`): `prefix_rule`s with their own tests. */
export function codexExecpolicy(rules: readonly Rule[]): Exported {
  const left: { rule: string; why: string }[] = [];
  const said = rules.flatMap((rule) => {
    const spelled = spell(rule);
    if (spelled.kind === 'none') {
      left.push({ rule: rule.id, why: spelled.why });
      return [];
    }
    if (spelled.lost !== undefined) left.push({ rule: rule.id, why: `in part: ${spelled.lost}` });
    return spelled.words.map((words) => prefixRule(rule, words));
  });
  return { text: `# Made by \`bylaw export codex\`; make it anew when the rulebook changes.\n${said.join('')}`, left };
}

function prefixRule({ source, message }: Rule, words: Words): string {
  const pattern = words.map((word) =>
    word.length === 1 ? starlark(word[0] ?? '') : `[${word.map(starlark).join(', ')}]`,
  );
  const justification = `${source.file}:${source.line} "${source.quote.replace(/\s+/g, ' ')}" ${message}`;
  return [
    '',
    'prefix_rule(',
    `    pattern = [${pattern.join(', ')}],`,
    '    decision = "forbidden",',
    `    justification = ${starlark(justification)},`,
    `    match = [${lines(words).map(starlark).join(', ')}],`,
    ')',
    '',
  ].join('\n');
}

/** A Starlark string: JSON's escapes are among its own. */
function starlark(text: string): string {
  return JSON.stringify(text);
}

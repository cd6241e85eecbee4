import type { CodeMatcher } from '../../model/checks/code.ts';
import { commentLine, commentMark } from './comment-marks.ts';
import { filled } from './holes.ts';
import { literalIndex, mayMatch } from './literals.ts';
import { compileMatcher } from './matchers.ts';
import { occurs } from './occurrence.ts';
import { parse } from './parse-cache.ts';
import { readingsOf } from './pattern.ts';
import type { Probe } from './skeleton.ts';
import type { Grammar, SyntaxTree } from './syntax.ts';

/** A valid file of the language with a text as a string in it. */
const STRING_IN: Readonly<Record<string, (literal: string) => string>> = {
  typescript: (literal) => `export const note = ${literal};\n`,
  tsx: (literal) => `export const note = ${literal};\n`,
  javascript: (literal) => `export const note = ${literal};\n`,
  python: (literal) => `note = ${literal}\n`,
  go: (literal) => `package sample\n\nconst note = ${literal}\n`,
  rust: (literal) => `const NOTE: &str = ${literal};\n`,
  java: (literal) => `class Note {\n    String note = ${literal};\n}\n`,
  kotlin: (literal) => `val note = ${literal}\n`,
  c: (literal) => `const char *note = ${literal};\n`,
  cpp: (literal) => `const char *note = ${literal};\n`,
  csharp: (literal) => `class Note\n{\n    string note = ${literal};\n}\n`,
  ruby: (literal) => `note = ${literal}\n`,
  php: (literal) => `<?php\n$note = ${literal};\n`,
  swift: (literal) => `let note = ${literal}\n`,
  bash: (literal) => `note=${literal}\n`,
};

/** Makes and tries evidence: `undefined` if the matchers do not tell the two apart. */
export function synthesise(
  grammar: Grammar,
  fragments: readonly string[],
  shown: string,
  matchers: readonly CodeMatcher[],
): { violating: string; compliant: string } | undefined {
  const probes = matchers.flatMap((matcher) => compileMatcher(matcher, grammar.language).probes);
  const violating = firstOf(fragments, (fragment) => violatingText(grammar, fragment, shown, probes));
  const compliant = compliantTexts(grammar, shown).find((text) => !finds(grammar, text, probes));
  return violating === undefined || compliant === undefined ? undefined : { violating, compliant };
}

/** The first text of the fragment that the probes find. */
function violatingText(
  grammar: Grammar,
  fragment: string,
  shown: string,
  probes: readonly Probe[],
): string | undefined {
  const found = (text: string) => (finds(grammar, text, probes) ? text : undefined);
  const mark = commentMark(shown.trim(), grammar.language);
  if (mark !== undefined) {
    const inside = grammar.language === 'php' ? '<?php\n' : grammar.language === 'go' ? 'package sample\n\n' : '';
    return found(`${inside}${commentLine(grammar.language, mark)}\n`);
  }
  const forms = [fragment, `${fragment}(bylawMany_)`];
  if (/^[\w-]+=/.test(fragment)) forms.push(`<sample ${fragment.endsWith('=') ? `${fragment}{value}` : fragment} />`);
  if (/^<[\w.]+[^>]*[^/]>$/.test(fragment)) forms.push(fragment.replace(/>$/, ' />'));
  const word = /^[a-z]\w*$/.test(fragment) ? KEYWORD_FORMS.map((form) => form.replace('§', fragment)) : [];
  return firstOf([...forms, ...word], (form) =>
    firstOf(readingsOf(grammar, form), ({ text }) => found(`${filled(text).trim()}\n`)),
  );
}

function firstOf<S, T>(all: readonly S[], make: (one: S) => T | undefined): T | undefined {
  for (const one of all) {
    const made = make(one);
    if (made !== undefined) return made;
  }
  return undefined;
}

/** Ways in which a keyword begins something. */
const KEYWORD_FORMS = [
  '§ sample = value',
  '§ {}',
  '§ (sample) {}',
  '§ sample',
  '§ Sample {}',
  '§ function run() {}',
  '§ fn run() {}',
  '§ sample;',
  '§ sample: pass',
  '§ sample: value',
];

function compliantTexts(grammar: Grammar, shown: string): string[] {
  const plain = shown.replace(/[^\x20-\x7e]/g, ' ').trim();
  const literal = `"not ${plain.replace(/["\\$`{}#]/g, ' ')} here"`;
  const longer = /[A-Za-z_]\w*/.exec(plain)?.[0];
  const withString = STRING_IN[grammar.language]?.(literal) ?? '';
  const comment = commentLine(grammar.language, `see: ${plain.replace(/\*\/|-->/g, ' ')}`);
  const head =
    grammar.language === 'php' ? withString.replace('<?php\n', `<?php\n${comment}\n`) : `${comment}\n${withString}`;
  const other = longer === undefined ? [] : [withString.replace(/\b(note|Note|NOTE)\b/g, `${longer}Note`)];
  return [...other.map((text) => `${text}`), head, withString].filter((text) => text !== '' && isClean(grammar, text));
}

function isClean(grammar: Grammar, text: string): boolean {
  return withTree(grammar, text, (tree) => !tree.root.hasError) ?? false;
}

/** Do the probes find anything in a text? Filters are left aside: they only take away. */
function finds(grammar: Grammar, text: string, probes: readonly Probe[]): boolean {
  const index = literalIndex(text);
  const open = probes.filter((probe) => mayMatch(probe.literals, index));
  if (open.length === 0) return false;
  return withTree(grammar, text, (tree) => open.some((probe) => occurs(grammar, probe, tree))) ?? false;
}

function withTree<T>(grammar: Grammar, text: string, use: (tree: SyntaxTree) => T): T | undefined {
  const tree = parse(grammar.language, text);
  if (!tree) return undefined;
  try {
    return use(tree);
  } finally {
    tree.delete();
  }
}

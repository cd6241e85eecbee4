import { commentLine } from '../../checks/code/comment-marks.ts';
import type { Language } from '../../model/language.ts';

/** How a text is hidden in a file so that it means nothing there. */
export type Guise = 'a comment' | 'a string';

/** A declaration that holds a string and may stand at the end of a file. `§` is the text. */
const STRING_LINE: Readonly<Partial<Record<Language, string>>> = {
  typescript: 'export const bylawNote = "§";',
  tsx: 'export const bylawNote = "§";',
  javascript: 'export const bylawNote = "§";',
  python: 'bylaw_note = "§"',
  go: 'var bylawNote = "§"',
  rust: 'const BYLAW_NOTE: &str = "§";',
  java: 'class BylawNote {\n    String note = "§";\n}',
  kotlin: 'val bylawNote = "§"',
  c: 'const char *bylaw_note = "§";',
  cpp: 'const char *bylaw_note = "§";',
  csharp: 'class BylawNote\n{\n    string note = "§";\n}',
  ruby: 'BYLAW_NOTE = "§"',
  php: '$bylawNote = "§";',
  swift: 'let bylawNote = "§"',
  bash: 'bylaw_note="§"',
};

/** What a file of a language begins with before anything else may stand in it. */
const HEAD: Readonly<Partial<Record<Language, string>>> = { go: 'package sample\n\n', php: '<?php\n' };

/** A file without content of its own, to put a disguised text into. */
export function emptyFile(language: Language): string {
  return HEAD[language] ?? '';
}

/** The file with a text at its end, hidden; `undefined` where the language has no such thing. */
export function disguised(file: string, text: string, guise: Guise, language: Language): string | undefined {
  if (STRING_LINE[language] === undefined) return undefined;
  const line =
    guise === 'a comment'
      ? commentLine(language, text.replaceAll('*/', ' '))
      : STRING_LINE[language]?.replace('§', () => text.replaceAll(/["\\$`{}#\r\n]/g, ' '));
  return `${file}${file === '' || file.endsWith('\n') ? '' : '\n'}${line}\n`;
}

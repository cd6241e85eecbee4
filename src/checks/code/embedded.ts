import type { Language } from '../../model/language.ts';
import { table } from '../../model/table.ts';
import { blanked } from './blank.ts';
import { notebookCode } from './notebook.ts';

/** A part of a file in another language: the whole text with all else blanked, so that places stay true. */
export interface EmbeddedText {
  readonly language: Language;
  readonly text: string;
}

const FENCES: Readonly<Record<string, Language>> = table({
  ts: 'typescript',
  typescript: 'typescript',
  tsx: 'tsx',
  js: 'javascript',
  jsx: 'javascript',
  javascript: 'javascript',
  mjs: 'javascript',
  py: 'python',
  python: 'python',
  python3: 'python',
  go: 'go',
  golang: 'go',
  rs: 'rust',
  rust: 'rust',
  java: 'java',
  kt: 'kotlin',
  kotlin: 'kotlin',
  c: 'c',
  cpp: 'cpp',
  'c++': 'cpp',
  cs: 'csharp',
  csharp: 'csharp',
  rb: 'ruby',
  ruby: 'ruby',
  php: 'php',
  swift: 'swift',
  sh: 'bash',
  bash: 'bash',
  shell: 'bash',
  zsh: 'bash',
  css: 'css',
  html: 'html',
  json: 'json',
  jsonc: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  sql: 'sql',
  dockerfile: 'dockerfile',
});

/** The language that the first word of a fence names. */
export function fenceLanguage(info: string): Language | undefined {
  return FENCES[/^[\w+]+/.exec(info.trim())?.[0].toLowerCase() ?? ''];
}

/** The code embedded in a file of this language; empty for a language that embeds none. */
export function embeddedTexts(language: Language, text: string): readonly EmbeddedText[] {
  switch (language) {
    case 'vue':
    case 'svelte':
    case 'html':
      return taggedTexts(text);
    case 'astro':
      return [...frontMatter(text), ...taggedTexts(text)];
    case 'markdown':
      return fencedTexts(text);
    case 'notebook': {
      const code = notebookCode(text);
      return code === undefined ? [] : [{ language: 'python', text: code }];
    }
    default:
      return [];
  }
}

const TAG = /<(script|style)\b((?:"[^"]*"|'[^']*'|[^'">])*)>([\s\S]*?)<\/\1\s*>/gi;

function taggedTexts(text: string): EmbeddedText[] {
  return [...text.matchAll(TAG)].flatMap((tag) => {
    const [whole, name = '', attributes = '', code = ''] = tag;
    const language = name.toLowerCase() === 'style' ? styleLanguage(attributes) : scriptLanguage(attributes);
    if (!language || code.trim() === '') return [];
    const start = tag.index + whole.indexOf('>', whole.indexOf(attributes) + attributes.length) + 1;
    return [{ language, text: blankedOutside(text, start, start + code.length) }];
  });
}

/** Scripts are read with the TypeScript grammar, which takes JavaScript too. */
function scriptLanguage(attributes: string): Language | undefined {
  const language = /\blang\s*=\s*["']?(\w+)/.exec(attributes)?.[1];
  if (language === 'tsx' || language === 'jsx') return 'tsx';
  if (/\btype\s*=\s*["']?(?!module|text\/javascript|application\/javascript|text\/babel)\w/.test(attributes))
    return undefined;
  return language === undefined || /^(ts|js|typescript|javascript)$/.test(language) ? 'typescript' : undefined;
}

function styleLanguage(attributes: string): Language | undefined {
  return /\blang\s*=\s*["']?(?!css\b)\w/.test(attributes) ? undefined : 'css';
}

function frontMatter(text: string): EmbeddedText[] {
  const found = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text);
  const code = found?.[1];
  if (!found || code === undefined) return [];
  const start = found[0].indexOf(code, 3);
  return [{ language: 'typescript', text: blankedOutside(text, start, start + code.length) }];
}

const FENCE = /^([ \t>]*(?:[-*+] +|\d+[.)] +)?)(`{3,}|~{3,})([^\r\n]*)(?:\r?\n)([\s\S]*?)^[ \t>]*\2[`~]*[ \t]*$/gm;

function fencedTexts(text: string): EmbeddedText[] {
  return [...text.matchAll(FENCE)].flatMap((fence) => {
    const [whole, lead = '', , info = '', code = ''] = fence;
    const language = fenceLanguage(info);
    if (!language || code.trim() === '') return [];
    const start = fence.index + whole.indexOf(code, lead.length + info.length);
    return [{ language, text: blankedOutside(text, start, start + code.length) }];
  });
}

function blankedOutside(text: string, start: number, end: number): string {
  return blanked(text.slice(0, start)) + text.slice(start, end) + blanked(text.slice(end));
}

import type { Language } from '../../model/language.ts';

/** Texts that speak to a tool from within a comment. They are told by form: they would be no code, or other code. */
const MARKS: readonly RegExp[] = [
  /^@ts-[a-z-]+$/,
  /^(eslint|oxlint|biome|prettier|stylelint|tslint|jshint|jslint|deno|dprint)-[a-z-]+/,
  /^(istanbul|c8|v8) ignore/,
  /^noqa\b/,
  /^type: ?ignore/,
  /^(pyright|mypy|pylint|ruff|flake8|isort|fmt|yapf|nosec|bandit): ?\S/,
  /^(fmt|yapf): ?(off|on|skip)/,
  /^pragma: ?no cover/,
  /^nosec\b/,
  /^nolint\b/,
  /^go:[a-z]+/,
  /^rubocop:(disable|todo|enable)/,
  /^shellcheck (disable|source)/,
  /^(NOSONAR|NOLINT|NOLINTNEXTLINE|CHECKSTYLE|noinspection|swiftlint:\w+|ktlint-\w+|detekt:\w+|phpcs:\w+|@phpstan-\w+|@psalm-\w+)/,
  /^(TODO|FIXME|XXX|HACK|WIP|BUG|NOCOMMIT)\b/,
];

const LINE_COMMENT: Readonly<Partial<Record<Language, string>>> = {
  python: '#',
  ruby: '#',
  bash: '#',
  yaml: '#',
  toml: '#',
  css: '/*',
  html: '<!--',
};

/** How a comment starts in a language. */
export function commentStart(language: Language): string {
  return LINE_COMMENT[language] ?? '//';
}

/** A comment with this text, on a line of its own. */
export function commentLine(language: Language, text: string): string {
  const start = commentStart(language);
  const end = start === '/*' ? ' */' : start === '<!--' ? ' -->' : '';
  return `${start} ${text}${end}`;
}

/** The text that a span asks for within comments; `undefined` if it is no comment mark in this language. */
export function commentMark(span: string, language: Language): string | undefined {
  const start = commentStart(language);
  const opened = [start, ...(start === '//' ? ['/**', '/*'] : [])].find((mark) => span.startsWith(mark));
  if (opened === '#' && !/^#\s*\w/.test(span)) return undefined;
  const bare = (opened === undefined ? span : span.slice(opened.length)).replace(/(\*\/|-->)$/, '').trim();
  const isMark = MARKS.some((mark) => mark.test(bare));
  if (opened !== undefined) return /\w/.test(bare) ? bare : undefined;
  if (!isMark) return undefined;
  return bare;
}

import type { CodeMatcher } from '../../model/checks/code.ts';
import type { Language } from '../../model/language.ts';
import { escapeRegex } from '../text/regex.ts';
import { commentMark } from './comment-marks.ts';
import { synthesise } from './example.ts';
import { meantLanguages } from './global-names.ts';
import { grammarOf } from './grammars.ts';
import { withHoles } from './holes.ts';
import { keywordArgumentQueries } from './keyword-argument.ts';
import { isAmongTokens, readingsOf } from './pattern.ts';
import { quotedText } from './query-tree.ts';
import { withSampleHoles } from './sample-names.ts';
import type { Grammar } from './syntax.ts';
import { callQueries, readWord } from './word.ts';

type Query = Pick<CodeMatcher, 'query' | 'where'>;

/**
 * What a piece of code quoted in prose looks for in each language: it is parsed with the language's grammar, with
 * holes for `...`, `<placeholders>` and the arguments of `()`. Empty where it is code of none of the languages.
 * `startSyntax` must have resolved.
 */
export function codeSpanToMatchers(text: string, languages: readonly Language[]): CodeMatcher[] {
  const span = tidied(text);
  const readings = languages.flatMap((language) => {
    const grammar = grammarOf(language);
    const reading = grammar && readSpan(grammar, span);
    return reading && reading.queries.length > 0 ? [{ language, ...reading }] : [];
  });
  // Where a word is a keyword of one language, a mere name of that spelling in another is not what is meant.
  const keywords = readings.filter(({ kind }) => kind === 'keyword');
  const marks = readings.filter(({ kind }) => kind === 'comment');
  const candidates = marks.length > 0 ? marks : keywords.length > 0 ? keywords : readings;
  const meant = meantLanguages(
    span,
    candidates.map(({ language }) => language),
  );
  return merged(candidates.filter(({ language }) => meant.includes(language)));
}

/**
 * A snippet that holds what the span or matcher looks for, in valid surroundings, and a near miss: the same text
 * in a comment, in a string and within a longer name. `undefined` where none can be made that the matcher tells apart.
 */
export function exampleFor(
  subject: string | CodeMatcher,
  language: Language,
): { violating: string; compliant: string } | undefined {
  const grammar = grammarOf(language);
  if (!grammar) return undefined;
  if (typeof subject !== 'string') {
    return subject.pattern === undefined
      ? undefined
      : synthesise(grammar, [withHoles(subject.pattern)], subject.pattern, [subject]);
  }
  const span = tidied(subject);
  const matchers = codeSpanToMatchers(subject, [language]);
  return matchers.length === 0
    ? undefined
    : synthesise(grammar, [...spellings(span), ...compared(span)], span, matchers);
}

/** One matcher for each query, with all languages that share it. */
function merged(readings: readonly { language: Language; queries: readonly Query[] }[]): CodeMatcher[] {
  const byQuery = new Map<string, { languages: Language[]; query: Query }>();
  for (const { language, queries } of readings) {
    for (const query of queries) {
      const key = JSON.stringify([query.query, query.where]);
      const known = byQuery.get(key);
      if (!known) byQuery.set(key, { languages: [language], query });
      else if (!known.languages.includes(language)) known.languages.push(language);
    }
  }
  return [...byQuery.values()].map(({ languages, query }) => ({ languages, ...query }));
}

interface SpanReading {
  readonly kind: 'keyword' | 'name' | 'comment' | 'code';
  readonly queries: readonly Query[];
}

function readSpan(grammar: Grammar, span: string): SpanReading | undefined {
  if (span === '' || /^[.…]+$/.test(span) || (!/\w/.test(span) && span.length < 2)) return undefined;
  const mark = commentMark(span, grammar.language);
  if (mark !== undefined) return { kind: 'comment', queries: commentQueries(grammar, mark) };
  if (!CODE_OF[grammar.language]?.test(span) && grammar.language in CODE_OF) return undefined;
  if (/^[A-Za-z_$][\w$]*[?!]?$/.test(span) && !/[?!]$/.test(span)) return readWord(grammar, span);
  const call = /^([A-Za-z_]\w*)\(([^()]*)\)$/.exec(fragmentOf(span));
  if (call) return { kind: 'code', queries: callQueries(grammar, call[1] ?? '', andMore(call[2] ?? '')) };
  return { kind: 'code', queries: [...codeQueries(grammar, span), ...importsOf(grammar, span)] };
}

/** `wait('idle')` names what is passed first; what else is passed is left open. */
function andMore(args: string): string {
  return /^\s*(?:'[^']*'|"[^"]*")\s*$/.test(args) ? `${args}, ${withHoles('$$$')}` : args;
}

/** In languages of data and commands nearly any text is valid: what a span must look like to be meant there. */
const CODE_OF: Readonly<Partial<Record<Language, RegExp>>> = {
  html: /^<[a-z!]|^[a-z-]+=/,
  css: /^[@!#]|^--|^\.[\w-]+$|^[\w-]+\s*:|\{/,
  bash: /^[a-z][\w-]*$|\s|\$|\[\[/,
  json: /^"/,
  yaml: /^[\w-]+:/,
  toml: /^\[|=/,
};

function codeQueries(grammar: Grammar, span: string): Query[] {
  if (isAttribute(grammar, span)) return attributeQueries(grammar, span);
  const readings = [...spellings(span), ...compared(span)].map((spelling) => readingsOf(grammar, spelling));
  const readable = readings.find((found) => found.length > 0) ?? [];
  const selfClosing = /^<[\w.]+[^>]*[^/]>$/.test(span) ? readingsOf(grammar, span.replace(/>$/, ' />')) : [];
  const queries = [...readable, ...selfClosing].map(({ query }) => query);
  // `export type { … }` is another thing than `export { … }`; the keyword between is none of the grammar's nodes.
  const typed = /^export\s*\{/.test(span) ? { where: { notText: '^export\\s+type\\b' } } : {};
  if (grammar.language === 'python') queries.push(...keywordArgumentQueries(span).map(({ query }) => query));
  const generic = /<.*>$/.test(span) ? queries.filter((query) => !/^\(\((binary|comparison)/.test(query)) : queries;
  // Anything goes among the tokens of a macro: what is nothing elsewhere is nothing there.
  return generic.some((query) => !isAmongTokens(query)) ? generic.map((query) => ({ query, ...typed })) : [];
}

function isAttribute(grammar: Grammar, span: string): boolean {
  return /^[\w-]+=(\{|"|'|$)/.test(span) && grammar.kinds.some(({ name }) => name === 'jsx_attribute');
}

/** `style={…}`, `onClick=`: an attribute of any element; only its name counts where the value is left open. */
function attributeQueries(grammar: Grammar, span: string): Query[] {
  const name = /^[\w-]+/.exec(span)?.[0] ?? '';
  const predicate = `(#eq? @name ${quotedText(name)})`;
  const whole = fragmentOf(span);
  const open = span.endsWith('=') || /=\{\{?\s*(\$\$\$|bylawMany_|\.\.\.|…)?\s*\}?\}$/.test(whole);
  if (open) return [{ query: `((jsx_attribute (property_identifier) @name) @match ${predicate})` }];
  return ['<$_ § />', '<$_ §></sample>'].flatMap((form) =>
    readingsOf(grammar, withHoles(form.replace('§', whole))).map(({ query }) => ({ query })),
  );
}

/** `!= null`: what is compared is left out. */
function compared(span: string): string[] {
  return /^(?:[!=]==?|<>|is(?: not)?)\s+\S+$/.test(span) ? [withHoles(`$_ ${fragmentOf(span)}`)] : [];
}

/** `<a href>`: an element and what it has. */
const TAG_WITH_ATTRIBUTE = /^<[a-z][\w-]*(?:\s+[\w-]+)+>$/;

/** The span as it is, and with its `<placeholders>` as holes. */
function spellings(span: string): string[] {
  const fragment = fragmentOf(span);
  if (TAG_WITH_ATTRIBUTE.test(span)) return [fragment];
  const holed = fragmentOf(span.replace(/<[a-z][a-z0-9_ -]*>/g, '$_'));
  return holed === fragment ? [fragment] : [fragment, holed];
}

/** The span as source text: holes as stand-ins, `()` and `(...)` for any arguments, open brackets closed. */
export function fragmentOf(span: string): string {
  const open = withSampleHoles(span)
    .replace(/(?<=[\w$!?>\])])\(\s*(\.\.\.|…)?\s*\)(?!\s*(=>|\{|:|->))/g, '($$$$$$)')
    .replace(/(?<=\w(?:\.|::|->))\*$/, '$$_')
    .replace(/([([{,]\s*)(\.\.\.|…)(?=\s*[)\]},])/g, '$1$$$$$$')
    .replace(/=>\s*(\.\.\.|…)/g, '=> $$$$$$')
    .replace(/(?<=[<,]\s*)(\.\.\.|…|[TKUV])(?=\s*[>,])/g, '$$_')
    .replace(/(^|[\s=])(\.\.\.|…)$/, '$1$$$$$$');
  return withHoles(closed(open.replace(/\s*\{\s*(\.\.\.|…)\s*\}$/, ' {}')));
}

function closed(text: string): string {
  if (!text.endsWith('(')) return text;
  return `${text}${'$$$'})`;
}

function tidied(text: string): string {
  return text
    .trim()
    .replace(/^`+|`+$/g, '')
    .trim()
    .replace(/;$/, '');
}

function commentQueries(grammar: Grammar, mark: string): Query[] {
  const kinds = grammar.kinds.filter(({ name, named }) => named && /^\w*comment$/.test(name)).map(({ name }) => name);
  const words = mark.split(/\s+/).map(escapeRegex).join('\\s*');
  const start = /^\w/.test(mark) ? '(^|[^\\w-])' : '';
  const end = /\w$/.test(mark) ? '([^\\w-]|$)' : '';
  const predicate = `(#match? @match ${quotedText(`${start}${words}${end}`)})`;
  return [...new Set(kinds)].map((kind) => ({ query: `((${kind}) @match ${predicate})` }));
}

/** The spellings of an import that bring in a member by its bare name: `from os import path`, `use std::{fs, io}`. */
function importsOf(grammar: Grammar, span: string): Query[] {
  if (grammar.language === 'python') {
    const dotted = /^([A-Za-z_][\w.]*)\.([A-Za-z_]\w*)$/.exec(span.replace(/\(.*\)$/, ''));
    if (!dotted) return [];
    const texts = `(#eq? @module ${quotedText(dotted[1] ?? '')}) (#eq? @name ${quotedText(dotted[2] ?? '')})`;
    const from = `(import_from_statement module_name: (dotted_name) @module name: `;
    return [
      { query: `(${from}(dotted_name) @name) @match ${texts})` },
      { query: `(${from}(aliased_import name: (dotted_name) @name)) @match ${texts})` },
    ];
  }
  if (grammar.language === 'rust') {
    const scoped = /^([a-z_]\w*(?:::\w+)*)::(\w+)$/.exec(span);
    if (!scoped) return [];
    const texts = `(#eq? @path ${quotedText(scoped[1] ?? '')}) (#eq? @match ${quotedText(scoped[2] ?? '')})`;
    return [
      { query: `(scoped_use_list path: (_) @path list: (use_list (identifier) @match) ${texts})` },
      {
        query: `(scoped_use_list path: (_) @path list: (use_list (scoped_identifier path: (identifier) @match)) ${texts})`,
      },
    ];
  }
  return [];
}

import type { ParseResult, ParserOptions } from 'oxc-parser';
import type { RepoPath } from '../../../model/path.ts';
import type { Facts, ImportFact, ImportLanguage } from '../fact.ts';
import { lexedImports, startLexer } from './javascript-lexed.ts';
import { resolveJavaScript } from './javascript-resolve.ts';
import { syntaxImports } from './javascript-syntax.ts';

const FILES = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;

export type Parse = (filename: string, text: string, options: ParserOptions) => ParseResult;
let parse: Parse | undefined;

/** Loads the parser. Must have resolved before facts of JavaScript or TypeScript are asked for. */
export async function startJavaScript(): Promise<void> {
  await startLexer();
  parse ??= (await import('oxc-parser')).parseSync;
}

/** JavaScript and TypeScript, also in the script blocks of Vue, Svelte and Astro. */
export const javascript: ImportLanguage = {
  id: 'javascript',
  reads: (path) => FILES.test(path),
  facts(path, text) {
    // Most files without one of these words are not worth parsing.
    if (!/\b(?:import|require|from)\b/.test(text)) return { imports: [] };
    return /\.(?:vue|svelte|astro)$/.test(path) ? scriptFacts(path, text) : moduleFacts(path, text, langOf(path));
  },
  resolve: resolveJavaScript,
};

export type Lang = 'js' | 'jsx' | 'ts' | 'tsx' | 'dts';

function langOf(path: string): Lang {
  if (/\.d\.[cm]?ts$/.test(path)) return 'dts';
  if (/\.[cm]?ts$/.test(path)) return 'ts';
  return path.endsWith('.tsx') ? 'tsx' : 'jsx';
}

/** All but the script blocks is blanked, so that offsets stay. */
function scriptFacts(path: RepoPath, text: string): Facts {
  const blocks = path.endsWith('.astro') ? /^---\r?\n([\s\S]*?)^---/gm : /<script\b[^>]*>([\s\S]*?)<\/script\s*>/gi;
  const imports: ImportFact[] = [];
  for (const found of text.matchAll(blocks)) {
    const body = found[1] ?? '';
    const start = (found.index ?? 0) + found[0].indexOf(body, found[0].indexOf('>') + 1);
    const facts = moduleFacts(path, body, 'ts');
    imports.push(...facts.imports.map((fact) => ({ ...fact, start: fact.start + start, end: fact.end + start })));
  }
  return { imports };
}

function moduleFacts(path: RepoPath, text: string, lang: Lang): Facts {
  if (!parse) throw new Error('startJavaScript was not awaited');
  const lexed = lang === 'tsx' ? undefined : lexedImports(text, lang === 'jsx');
  return lexed ? { imports: lexed } : parsedFacts(parse, path, text, lang);
}

/** The exact way, for what the lexer does not see. */
export function parsedFacts(parse: Parse, path: RepoPath, text: string, lang: Lang): Facts {
  const parsed = parse(path, text, { lang, sourceType: 'unambiguous' });
  const imports = [...recorded(parsed, text)];
  const dynamic = parsed.module.dynamicImports.length;
  const calls = text.match(/\bimport\s*\(/g)?.length ?? 0;
  // The module record leaves these out: they are looked up in the tree.
  if (calls > dynamic || /\brequire\s*\(/.test(text)) imports.push(...syntaxImports(parsed.program));
  imports.sort((a, b) => a.start - b.start);
  if (parsed.errors.length > 0 && imports.length === 0) {
    return { imports, problem: `does not parse: ${parsed.errors[0]?.message ?? 'syntax error'}` };
  }
  return { imports };
}

function* recorded({ module }: ParseResult, text: string): Iterable<ImportFact> {
  for (const { start, end, moduleRequest, entries } of module.staticImports) {
    const typeOnly =
      entries.length > 0
        ? entries.every((entry) => entry.isType)
        : /^import\s+type\b/.test(text.slice(start, start + 40));
    const names = entries.map(({ importName }) =>
      importName.kind === 'Name' ? (importName.name ?? '') : importName.kind === 'Default' ? 'default' : '*',
    );
    yield { specifier: moduleRequest.value, names, typeOnly, lazy: false, start, end };
  }
  for (const { start, end, entries } of module.staticExports) {
    const request = entries.find((entry) => entry.moduleRequest)?.moduleRequest;
    if (!request) continue;
    const names = entries.map(({ importName }) => (importName.kind === 'Name' ? (importName.name ?? '') : '*'));
    yield {
      specifier: request.value,
      names,
      typeOnly: entries.every((entry) => entry.isType),
      lazy: false,
      start,
      end,
    };
  }
  for (const { start, end, moduleRequest } of module.dynamicImports) {
    const specifier = literal(text.slice(moduleRequest.start, moduleRequest.end));
    if (specifier !== undefined) yield { specifier, names: ['*'], typeOnly: false, lazy: true, start, end };
  }
}

/** The value of a string or template without parts; escapes do not occur in specifiers. */
function literal(source: string): string | undefined {
  const found = /^(["'`])([^"'`\\]*)\1$/.exec(source.trim());
  return found?.[2]?.includes('${') ? undefined : found?.[2];
}

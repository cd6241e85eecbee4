import { type Import, init, parse } from 'es-module-lexer';
import type { ImportFact } from '../fact.ts';

/** Makes the lexer ready. */
export const startLexer: () => Promise<void> = init;

/**
 * The imports and re-exports of a module without `require` and `import()`, ten times faster than by parsing it.
 * `undefined` where the lexer is not sure to understand the text.
 */
export function lexedImports(text: string, mayHoldMarkup: boolean): readonly ImportFact[] | undefined {
  if (/\b(?:require|import)\s*\(/.test(text) || (mayHoldMarkup && /<\/|\/>/.test(text))) return undefined;
  try {
    return parse(text)[0].flatMap((found) => factOf(found, text) ?? []);
  } catch {
    return undefined;
  }
}

function factOf(found: Import, text: string): ImportFact | undefined {
  if (found.type !== 'static' && found.type !== 'reexport-star') return undefined;
  const written = text.slice(found.importStart, found.start - 1);
  const clause = !written.includes('/') ? written : written.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ' ');
  const names = namesIn(clause);
  return {
    specifier: found.specifier,
    names: names.map(({ name }) => name),
    typeOnly: found.typeOnly || (names.length > 0 && names.every(({ isType }) => isType)),
    lazy: false,
    start: found.importStart,
    end: text[found.importEnd] === ';' ? found.importEnd + 1 : found.importEnd,
  };
}

/** The names of `import d, { a as b, type C } from` and `export { a } from`. */
function namesIn(clause: string): readonly { readonly name: string; readonly isType: boolean }[] {
  const names: { name: string; isType: boolean }[] = [];
  const head = clause.replace(/^\s*(?:import|export)\b\s*/, '').replace(/^type\b(?!\s*(?:,|from\b))\s*/, '');
  if (/^[\w$\u0080-\uffff]+\s*(?:,|from\b)/.test(head) && !/^from\s*$/.test(head))
    names.push({ name: 'default', isType: false });
  for (const item of /\{([^}]*)\}/.exec(head)?.[1]?.split(',') ?? []) {
    const [, type, name] = /^\s*(type\s+(?!as\s+\S+\s*$|as\s*$))?(\S+)/.exec(item) ?? [];
    if (name !== undefined) names.push({ name: name.replace(/^(["'])(.*)\1$/, '$2'), isType: type !== undefined });
  }
  if (/(?:^|,)\s*\*/.test(head)) names.push({ name: '*', isType: false });
  return names;
}

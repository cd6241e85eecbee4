import type { Language } from '../../model/language.ts';
import type { Grammar, SyntaxBackend } from './syntax.ts';
import { startWebBackend, webBackend } from './web-backend.ts';

let backend: SyntaxBackend = webBackend;

/** Must have resolved before {@link grammarOf} is called; later calls cost nothing. */
export function startSyntax(): Promise<void> {
  return startWebBackend();
}

/** Parses with another backend from now on; languages it has no grammar for stay with WebAssembly. */
export function useBackend(other: SyntaxBackend): void {
  backend = other;
}

/** The grammar of a language, loaded when first asked for; `undefined` where there is none. */
export function grammarOf(language: Language): Grammar | undefined {
  return backend.grammar(language) ?? webBackend.grammar(language);
}

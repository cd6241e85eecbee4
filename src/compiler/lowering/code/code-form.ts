import type { CodeMatcher } from '../../../model/checks/code.ts';
import type { Language } from '../../../model/language.ts';

/** What something looks like in a language: matchers, and texts that do and do not show it. */
export interface CodeForm {
  readonly matchers: CodeMatcher[];
  readonly language: Language;
  readonly violating: string;
  readonly compliant: string;
}

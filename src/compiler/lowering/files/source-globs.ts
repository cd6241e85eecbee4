import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { globsOfLanguages } from '../draft.ts';

/** Source files of the languages present. */
export function sourceGlobs(knowledge: Knowledge): readonly string[] {
  // TypeScript is one language, whether or not there are components yet.
  const family = knowledge.languages.has('typescript') ? (['tsx'] as const) : [];
  const globs = globsOfLanguages(
    [...knowledge.languages, ...family].filter(
      (language) => !['json', 'yaml', 'toml', 'markdown', 'text', 'dockerfile'].includes(language),
    ),
    knowledge.lexicon,
  );
  return globs.length > 0 ? globs : ['**'];
}

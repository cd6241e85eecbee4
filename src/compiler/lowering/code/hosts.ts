import type { CodeMatcher } from '../../../model/checks/code.ts';
import type { Language } from '../../../model/language.ts';
import type { Scope } from '../../../model/rule.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { samplePath } from '../draft.ts';

const SCRIPTS: ReadonlySet<Language> = new Set<Language>(['typescript', 'tsx', 'javascript']);
/** Languages of components that hold scripts. */
export const COMPONENT_HOSTS: readonly Language[] = ['vue', 'svelte', 'astro'];
/** Globs by which prose names documents and examples on purpose. */
const DOCUMENTS = /(?:^|\/)(?:docs?|documentation|examples?|guides?)\/|\.mdx?$/;

/** The matchers, looking also at the scripts of components, and at code blocks where documents are meant. */
export function withHosts(
  match: readonly CodeMatcher[],
  scope: Scope | undefined,
  knowledge: Knowledge,
): CodeMatcher[] {
  const components = COMPONENT_HOSTS.filter((host) => knowledge.languages.has(host));
  const documents: readonly Language[] =
    scope?.include?.some((glob) => DOCUMENTS.test(glob)) === true && samplePath(scope, 'example.md') !== undefined
      ? ['markdown']
      : [];
  return match.map((matcher) => {
    const hosts = [...(matcher.languages.some((language) => SCRIPTS.has(language)) ? components : []), ...documents];
    const added = hosts.filter((host) => !matcher.languages.includes(host));
    return added.length > 0 ? { ...matcher, languages: [...matcher.languages, ...added] } : matcher;
  });
}

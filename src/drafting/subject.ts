import type { CheckKind } from '../model/check-kind.ts';
import type { Directive } from '../model/directive.ts';
import { folderOf, repoPath } from '../model/path.ts';
import type { Rule } from '../model/rule.ts';
import type { RepositoryFacts } from '../repository/facts.ts';
import { describeRule } from '../rulebook/describe.ts';
import { around } from './repository-notes.ts';

/** A path that a directive names, and what lies there. */
export interface NamedPath {
  readonly text: string;
  /** Where it is in the repository; empty if nowhere. */
  readonly found: readonly string[];
  readonly around: readonly string[];
}

const MOST_PATHS = 6;
const MOST_RELATED = 5;

/** The code spans of a directive and of what it stands under. */
function spansOf({ text, parents, fence }: Directive): readonly string[] {
  const spans = [text, ...parents].flatMap((each) => [...each.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
  return [...new Set([...spans, ...(fence ? fence.text.split('\n').slice(0, 3) : [])])].filter((span) => span !== '');
}

/** The paths that a directive names, looked up. */
export function namedPaths(directive: Directive, facts: RepositoryFacts): readonly NamedPath[] {
  const from = folderOf(repoPath(directive.source.file));
  const bare =
    directive.text.match(/(?<![\w`@:/.-])[\w@.-]+(?:\/[\w@.*-]+)+\/?|(?<![\w`/])[\w-]+\.[a-z]{1,5}\b/g) ?? [];
  const words = [...spansOf(directive), ...bare.map((word) => word.replace(/[.*]+$/, ''))].filter(
    (word) => /^[\w@.*/{}[\]<>-]+$/.test(word) && /[./*]/.test(word),
  );
  return [...new Set(words)].slice(0, MOST_PATHS).map((text) => {
    const found = facts.find(text, from);
    const [first] = found;
    return { text, found: found.slice(0, 5), around: first === undefined ? [] : around(first, facts) };
  });
}

/** Rules that speak of the same things, as `id: what it does`. */
export function relatedRules(directive: Directive, rules: readonly Rule[]): readonly string[] {
  const words = new Set(spansOf(directive).flatMap((span) => span.match(/[\w@-]{3,}/g) ?? []));
  const ranked = rules
    .filter((rule) => rule.origin !== 'builtin')
    .map((rule) => {
      const theirs = new Set(rule.source.quote.match(/[\w@-]{3,}/g) ?? []);
      return { rule, shared: [...words].filter((word) => theirs.has(word)).length };
    })
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  return ranked
    .slice(0, MOST_RELATED)
    .map(({ rule }) => `${rule.id} (${rule.source.file}:${rule.source.line}): ${describeRule(rule)}`);
}

const CUES: readonly (readonly [RegExp, readonly CheckKind[]])[] = [
  [
    /\b(?:run|running|install|execute|commands?|cli|shell|terminal|npm|pnpm|yarn|pip|cargo|make|docker|git)\b/i,
    ['command', 'order'],
  ],
  [/\b(?:commit|push|merge|pull request|PR|branch|tag|before|after|first|then|when you)\b/i, ['order', 'command']],
  [/\b(?:import|imports|depend\w*|layers?|module|barrel|circular|package)\b/i, ['imports', 'code']],
  [
    /\b(?:files?|folders?|director\w+|named?|naming|located|lives?|lines|generated|edit|modify|delete|test file)\b|\//i,
    ['paths'],
  ],
  [
    /\b(?:config\w*|settings?|version|manifest|front ?matter|dependenc\w+|workflow)\b|\.(?:json|ya?ml|toml)\b/i,
    ['config'],
  ],
  [/\b(?:comments?|header|licen[cs]e|documentation|prose|wording|headings?|emoji|TODO)\b/i, ['text']],
  [
    /`[^`]*[({.:=<@][^`]*`|\b(?:functions?|class\w*|methods?|types?|variables?|calls?|async|await|throw|return|exports?|hooks?|components?|props?|tests?|log\w*|errors?|strings?|queries|sql)\b/i,
    ['code', 'text'],
  ],
];

/** Kinds of check that a directive might need, likeliest first by how many cues speak for them; `code` if none does. */
export function likelyKinds(directive: Directive): readonly CheckKind[] {
  const words = [directive.text, ...directive.parents, directive.fence?.text ?? ''].join('\n');
  const kinds = CUES.flatMap(([cue, each]) => (cue.test(words) ? each : []));
  return kinds.length === 0 ? ['code', 'text'] : [...new Set(kinds)];
}

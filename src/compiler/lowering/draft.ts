import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Intent, Reach } from '../../model/intent.ts';
import type { Language } from '../../model/language.ts';
import { parseRepoPath } from '../../model/path.ts';
import type { Rule, Scope } from '../../model/rule.ts';
import { scopeTest } from '../../repository/globs.ts';
import type { Knowledge } from '../reading/naming/knowledge.ts';
import { meetGlobs } from './files/meet-globs.ts';
import { unclearPlace } from './remedy.ts';

/** A rule before it has its id and its source. */
export type Draft = Pick<Rule, 'severity' | 'message' | 'check' | 'evidence' | 'scope' | 'instead'> & {
  readonly subject: string;
  /** The notion of the lexicon that it looks for, if it is one. */
  readonly concept?: string;
};

/** What became of an intent: rules, and what of it could not be turned into one. */
export interface Lowered {
  readonly drafts: readonly Draft[];
  readonly left: readonly string[];
}

export const NOTHING: Lowered = { drafts: [], left: [] };

export function join(...all: readonly Lowered[]): Lowered {
  return { drafts: all.flatMap((each) => each.drafts), left: all.flatMap((each) => each.left) };
}

export function left(reason: string): Lowered {
  return { drafts: [], left: [reason] };
}

export function severityOf(intent: Pick<Intent, 'force'>): Rule['severity'] {
  return intent.force === 'must' ? 'error' : 'warning';
}

/** The files of a reach as a scope. `undefined` if nothing restricts it; a string says why there is none. */
export function scopeOf(reach: Reach, knowledge: Knowledge, byLanguage: boolean): Scope | undefined | string {
  if (reach.unclear[0] !== undefined) return unclearPlace(reach.unclear[0]);
  if (reach.within?.[0] !== undefined) return `“${reach.within[0].text}” is a part of code that this cannot be held to`;
  const sets = [...reach.include];
  if (byLanguage && reach.languages.length > 0) sets.push(globsOfLanguages(reach.languages, knowledge.lexicon));
  const include = sets.reduce<readonly string[]>((met, next) => meetGlobs(met, next), ['**']);
  if (include.length === 0) return 'the places it names have no file in common';
  const exclude = [...reach.exclude];
  const open = include.length === 1 && include[0] === '**';
  if (open && exclude.length === 0) return undefined;
  return { ...(!open && { include: [...include] }), ...(exclude.length > 0 && { exclude }) };
}

export function globsOfLanguages(languages: readonly Language[], lexicon: Lexicon): readonly string[] {
  return [
    ...new Set(
      Object.values(lexicon.languages)
        .filter((name) => name.languages.length > 0 && name.languages.every((language) => languages.includes(language)))
        .flatMap((name) => name.globs),
    ),
  ];
}

/** A path in a scope for an example file: `stem` with an extension; `undefined` where none could be made. */
export function samplePath(scope: Scope | undefined, name: string): string | undefined {
  const inside = scopeTest(scope);
  const extension = /\.[^/]+$/.exec(name)?.[0] ?? '';
  const candidates = [
    name,
    `src/${name}`,
    `lib/${name}`,
    ...(scope?.include ?? []).flatMap((glob) => instances(glob, name, extension)),
  ];
  return candidates.find((candidate) => {
    const path = parseRepoPath(candidate);
    return path !== undefined && path !== '' && (extension === '' || candidate.endsWith(extension)) && inside(path);
  });
}

/** File paths that a glob covers, with the wished name where the glob leaves it open. */
export function instances(glob: string, name: string, extension = ''): string[] {
  const stem = name.slice(0, name.length - extension.length).replace(/^.*\//, '');
  const one = glob
    .replace(/\{([^{},]*)[^{}]*\}/g, '$1')
    .replace(/\[([^\]])[^\]]*\]/g, '$1')
    .replace(/^\*\*\//, '')
    .replace(/\/\*\*\//g, '/')
    .replace(/\/?\*\*$/, (end) => `${end.startsWith('/') ? '/' : ''}${name.replace(/^.*\//, '')}`)
    .replace(/\*/g, stem === '' ? 'example' : stem);
  return [one, one.replace(/\.[^./]+$/, extension), `src/${one}`];
}

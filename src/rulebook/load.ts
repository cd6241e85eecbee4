import { Failure } from '../model/failure.ts';
import type { Rule } from '../model/rule.ts';
import type { Settings } from '../model/settings.ts';
import type { RepositoryView } from '../repository/view.ts';
import { BUILTIN_RULES, CONFIRMED_ADOPTION } from './builtin.ts';
import { cacheKey, type RulebookCache } from './cache.ts';
import type { OwnFiles } from './files.ts';
import { ownTexts } from './own-files.ts';
import { staleWarnings } from './stale.ts';

/** The rules in force, with what they were made of. */
export interface LoadedRules extends OwnFiles {
  /** Built-in, then compiled, then written ones; settings applied, disarmed ones left out. */
  readonly rules: readonly Rule[];
  readonly warnings: readonly string[];
}

/** Reads rulebook, written rules and settings. Throws a Failure that names the place of what is malformed. */
export async function loadRules(view: RepositoryView, cache?: RulebookCache): Promise<LoadedRules> {
  const { settings, rulebook, written } = await ownFiles(view, cache);
  unique(written.map(({ rule, file }) => ({ id: rule.id, file })));
  const byHand = new Set(written.map(({ rule }) => rule.id));
  const all = [
    ...BUILTIN_RULES.filter((rule) => rule.id !== CONFIRMED_ADOPTION || settings.adopt !== 'agent'),
    // A written rule stands in for a compiled one of the same name.
    ...(rulebook?.rules.filter((rule) => !byHand.has(rule.id)) ?? []),
    ...written.map(({ rule }) => rule),
  ];
  const known = new Set(all.map((rule) => rule.id));
  const strangers = Object.keys(settings.rules ?? {}).filter((id) => !known.has(id));
  return {
    rules: all.flatMap((rule) => arm(rule, settings)),
    rulebook,
    written,
    settings,
    warnings: [...strangers.map((id) => `bylaw.yaml: there is no rule \`${id}\``), ...staleWarnings(written, view)],
  };
}

async function ownFiles(view: RepositoryView, cache?: RulebookCache): Promise<OwnFiles> {
  const texts = ownTexts(view);
  const key = cacheKey(texts);
  const known = cache?.get(key);
  if (known) return known;
  // Neither YAML nor schemas are loaded where nothing is new.
  const { readOwnFiles } = await import('./files.ts');
  const files = readOwnFiles(texts);
  if (files.rulebook) cache?.set(key, files);
  return files;
}

/** A rule as the settings want it; none if they disarm it. */
export function arm(rule: Rule, settings: Settings): readonly Rule[] {
  const wanted = settings.rules?.[rule.id];
  if (wanted === 'off') return [];
  const severity = wanted ?? rule.severity;
  const exclude = rule.origin === 'builtin' || rule.check.kind === 'command' ? [] : (settings.exclude ?? []);
  if (exclude.length === 0) return [severity === rule.severity ? rule : { ...rule, severity }];
  return [{ ...rule, severity, scope: { ...rule.scope, exclude: [...(rule.scope?.exclude ?? []), ...exclude] } }];
}

function unique(rules: readonly { readonly id: string; readonly file: string }[]): void {
  const seen = new Map<string, string>();
  for (const { id, file } of rules) {
    const other = seen.get(id);
    if (other !== undefined) {
      throw new Failure('invalid-rule-file', `rule \`${id}\` is written twice: here and in ${other}`, {
        place: `${file}:1:1`,
        remedy: 'give each rule a name of its own',
      });
    }
    seen.set(id, file);
  }
}

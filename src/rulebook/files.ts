import { proseHash } from '../instructions/hash.ts';
import { Failure, type FailureCode } from '../model/failure.ts';
import { repoPath } from '../model/path.ts';
import type { Rule } from '../model/rule.ts';
import { ruleSchema } from '../model/rule.ts';
import { type Rulebook, rulebookSchema, ruleFileSchema } from '../model/rulebook.ts';
import { type Settings, settingsSchema } from '../model/settings.ts';
import type { RepositoryView } from '../repository/view.ts';
import type { RulebookCache } from './cache.ts';
import { type Reading, readDocument } from './document.ts';

export const RULEBOOK = repoPath('.bylaw/rulebook.yaml');
export const SETTINGS = repoPath('bylaw.yaml');
export const WRITTEN_RULES = repoPath('.bylaw/rules');

/** `bylaw.yaml`; without one, no settings. Throws a Failure `invalid-settings`. */
export function readSettings(view: RepositoryView): Settings {
  const text = textAt(view, SETTINGS, 'invalid-settings');
  if (text === undefined) return {};
  const remedy = 'see schemas/bylaw.json for what may stand in bylaw.yaml';
  const settings = readDocument(
    SETTINGS,
    text,
    (value) => settingsSchema.nullable().safeParse(value),
    'invalid-settings',
    remedy,
  );
  return settings ?? {};
}

/** The compiled rulebook; `undefined` where there is none. Throws a Failure `invalid-rulebook`. */
export function readRulebook(view: RepositoryView, cache?: RulebookCache): Rulebook | undefined {
  const text = textAt(view, RULEBOOK, 'invalid-rulebook');
  if (text === undefined) return undefined;
  const key = proseHash(text);
  const known = cache?.get(key);
  if (known) return known;
  const remedy = 'compile it anew with `bylaw compile`, or correct it by schemas/rulebook.json';
  const rulebook = readDocument(RULEBOOK, text, (value) => rulebookSchema.safeParse(value), 'invalid-rulebook', remedy);
  cache?.set(key, rulebook);
  return rulebook;
}

/** A file holds a list of rules, or one rule. Decided by its keys, so that a complaint is about the form meant. */
function readRules(value: unknown): Reading<readonly Rule[]> {
  if (typeof value === 'object' && value !== null && 'rules' in value) {
    const read = ruleFileSchema.safeParse(value);
    return read.success ? { success: true, data: read.data.rules } : read;
  }
  const read = ruleSchema.safeParse(value);
  return read.success ? { success: true, data: [read.data] } : read;
}

/** A rule that a person or an agent wrote, and the file it stands in. */
export interface WrittenRule {
  readonly rule: Rule;
  readonly file: string;
}

/** The rules under `.bylaw/rules/`, by file name and order. Throws a Failure `invalid-rule-file`. */
export function readWrittenRules(view: RepositoryView): readonly WrittenRule[] {
  // Listing a large tree takes most of a second: most repositories have no such folder.
  if (view.kind(WRITTEN_RULES) !== 'folder') return [];
  const files = view.files().filter((path) => path.startsWith(`${WRITTEN_RULES}/`) && /\.ya?ml$/.test(path));
  return files.flatMap((file) => {
    const text = textAt(view, file, 'invalid-rule-file');
    if (text === undefined) return [];
    const remedy = 'see schemas/rules.json for the form of a rule';
    const rules = readDocument(file, text, readRules, 'invalid-rule-file', remedy);
    return rules.map((rule) => ({ rule: { ...rule, origin: rule.origin ?? ('written' as const) }, file }));
  });
}

function textAt(view: RepositoryView, path: ReturnType<typeof repoPath>, code: FailureCode): string | undefined {
  const content = view.read(path);
  if (content?.kind === 'unreadable')
    throw new Failure(code, `cannot be read: ${content.reason}`, { place: `${path}:1:1` });
  return content?.text;
}

import type { Rule } from '../model/rule.ts';
import { ruleSchema } from '../model/rule.ts';
import { type Rulebook, rulebookSchema, ruleFileSchema } from '../model/rulebook.ts';
import { type Settings, settingsSchema } from '../model/settings.ts';
import type { RepositoryView } from '../repository/view.ts';
import { type Reading, readDocument } from './document.ts';
import { type OwnTexts, RULEBOOK, rulebookText, SETTINGS, settingsText, writtenTexts } from './own-files.ts';

/** What stands in the files that say which rules are in force. */
export interface OwnFiles {
  readonly settings: Settings;
  /** `undefined` where nothing was compiled yet. */
  readonly rulebook: Rulebook | undefined;
  readonly written: readonly WrittenRule[];
}

/** A rule that a person or an agent wrote, and the file it stands in. */
export interface WrittenRule {
  readonly rule: Rule;
  readonly file: string;
}

/** Reads them all. Throws a Failure `invalid-settings`, `invalid-rulebook` or `invalid-rule-file` with the place. */
export function readOwnFiles(texts: OwnTexts): OwnFiles {
  return {
    settings: settingsIn(texts.settings),
    rulebook: rulebookIn(texts.rulebook),
    written: writtenIn(texts.written),
  };
}

/** `bylaw.yaml`; without one, no settings. Throws a Failure `invalid-settings`. */
export function readSettings(view: RepositoryView): Settings {
  return settingsIn(settingsText(view));
}

/** The compiled rulebook; `undefined` where there is none. Throws a Failure `invalid-rulebook`. */
export function readRulebook(view: RepositoryView): Rulebook | undefined {
  return rulebookIn(rulebookText(view));
}

/** The rules under `.bylaw/rules/`, by file name and order. Throws a Failure `invalid-rule-file`. */
export function readWrittenRules(view: RepositoryView): readonly WrittenRule[] {
  return writtenIn(writtenTexts(view));
}

function settingsIn(text: OwnTexts['settings']): Settings {
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

function rulebookIn(text: OwnTexts['rulebook']): Rulebook | undefined {
  if (text === undefined) return undefined;
  const remedy = 'compile it anew with `bylaw compile`, or correct it by schemas/rulebook.json';
  return readDocument(RULEBOOK, text, (value) => rulebookSchema.safeParse(value), 'invalid-rulebook', remedy);
}

function writtenIn(written: OwnTexts['written']): readonly WrittenRule[] {
  const remedy = 'see schemas/rules.json for the form of a rule';
  return written.flatMap(({ file, text }) =>
    readDocument(file, text, readRules, 'invalid-rule-file', remedy).map((rule) => ({
      rule: { ...rule, origin: rule.origin ?? ('written' as const) },
      file,
    })),
  );
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

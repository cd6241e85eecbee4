import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Document, parseDocument, visit } from 'yaml';
import { Failure } from '../model/failure.ts';
import type { RepoPath } from '../model/path.ts';
import { type Rule, ruleSchema } from '../model/rule.ts';
import { type RepositoryView, textOf } from '../repository/view.ts';
import { describeRule } from '../rulebook/describe.ts';
import { WRITTEN_RULES } from '../rulebook/own-files.ts';
import { DRAFTS, type Draft } from './draft-files.ts';

/** Where an adopted rule stands: one rule a file, named by its id. */
export function adoptedFile(rule: Rule): string {
  return `${WRITTEN_RULES}/${rule.id}.yaml`;
}

/** A rule as an adopted one, in the order of the schema. */
export function printAdopted(rule: Rule): string {
  const document = new Document(ruleSchema.parse({ ...rule, origin: 'adopted' }), { aliasDuplicateObjects: false });
  document.commentBefore = ` ${describeRule(rule)}`;
  return document.toString({ lineWidth: 0 });
}

/** Writes drafts that stand nowhere yet to `.bylaw/drafts/`, as they will be when adopted. */
export function fileDrafts(rules: readonly Rule[], root: string): readonly string[] {
  return rules.map((rule) => {
    const file = `${DRAFTS}/${rule.id}.yaml`;
    put(path.join(root, file), printAdopted(rule));
    return file;
  });
}

/** Moves drafts to `.bylaw/rules/`; what is left of their files stays. Throws a Failure `unreadable`. */
export function moveAdopted(drafts: readonly Draft[], view: RepositoryView): readonly string[] {
  const written = drafts.map(({ rule }) => {
    const file = adoptedFile(rule);
    put(path.join(view.root, file), printAdopted(rule));
    return file;
  });
  for (const file of new Set(drafts.map((draft) => draft.file))) {
    const indexes = drafts.filter((draft) => draft.file === file).map(({ index }) => index);
    takeOut(file, indexes, view);
  }
  return written;
}

/** Takes adopted rules out of a draft file; removes it if it holds no other. */
function takeOut(file: RepoPath, indexes: readonly (number | undefined)[], view: RepositoryView): void {
  const place = path.join(view.root, file);
  const document = parseDocument(textOf(view, file) ?? '');
  const rules = indexes.includes(undefined) ? undefined : document.toJS()?.rules;
  const rest = Array.isArray(rules) ? rules.filter((_rule, index) => !indexes.includes(index)) : [];
  if (rest.length === 0) rmSync(place, { force: true });
  else put(place, withoutRules(document, indexes, rest).toString({ lineWidth: 0 }));
}

/** The document with its comments; where parts of rules stand for parts of others, written out anew. */
function withoutRules(document: Document.Parsed, indexes: readonly (number | undefined)[], rest: readonly unknown[]) {
  let shares = false;
  visit(document, {
    Alias() {
      shares = true;
      return visit.BREAK;
    },
  });
  if (shares) return new Document({ rules: rest }, { aliasDuplicateObjects: false });
  const last = [...indexes].filter((index) => index !== undefined).sort((a, b) => b - a);
  for (const index of last) document.deleteIn(['rules', index]);
  return document;
}

function put(place: string, text: string): void {
  try {
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure('unreadable', `cannot be written: ${message}`, { place, cause: error });
  }
}

import * as z from 'zod';
import type { Directive } from '../model/directive.ts';
import { Failure } from '../model/failure.ts';
import { type RepoPath, repoPath } from '../model/path.ts';
import type { Rule } from '../model/rule.ts';
import { type RepositoryView, textOf } from '../repository/view.ts';
import { readDocument } from '../rulebook/document.ts';
import { readCited } from './cited.ts';
import type { Objection } from './objection.ts';

export const DRAFTS = repoPath('.bylaw/drafts');

/** A drafted rule is short; what is longer is a mistake, or an attempt to make a reviewer tired. */
const MOST_LINES = 1500;
const MOST_CHARACTERS = 100_000;
const MOST_RULES = 40;

/** A drafted rule that has the form of one. */
export interface Draft {
  readonly rule: Rule;
  readonly file: RepoPath;
  /** Its index in the file's `rules`; `undefined` where the file is the rule. */
  readonly index: number | undefined;
}

/** A draft without the form of a rule, or a file that holds none. */
export interface Malformed {
  readonly file: RepoPath;
  /** As written, where there is one. */
  readonly id?: string;
  readonly objection: Objection;
}

export interface DraftReading {
  readonly drafts: readonly Draft[];
  readonly malformed: readonly Malformed[];
}

/** All draft files, sorted by path. */
export function draftFiles(view: RepositoryView): readonly RepoPath[] {
  return view.files().filter((file) => file.startsWith(`${DRAFTS}/`) && /\.ya?ml$/.test(file));
}

/** Reads draft files. Each rule is judged for itself: one that is malformed does not hold up its neighbours. */
export function readDrafts(
  files: readonly RepoPath[],
  view: RepositoryView,
  directives: readonly Directive[],
): DraftReading {
  const read = files.map((file) => readFile(file, textOf(view, file), directives));
  return { drafts: read.flatMap(({ drafts }) => drafts), malformed: read.flatMap(({ malformed }) => malformed) };
}

/** Reads one text of drafts, wherever it comes from. A `source` may be the id of one of the directives. */
export function readFile(
  file: RepoPath,
  text: string | undefined,
  directives: readonly Directive[] = [],
): DraftReading {
  const refused = (objection: Objection): DraftReading => ({ drafts: [], malformed: [{ file, objection }] });
  if (text === undefined) {
    return refused({ gate: 'schema', place: file, reason: 'cannot be read as text', remedy: 'write it as UTF-8 YAML' });
  }
  const size = sizeObjection(file, text);
  if (size) return refused(size);
  try {
    return rulesOf(file, text, directives);
  } catch (error) {
    if (error instanceof Failure) return refused(schemaObjection(error));
    throw error;
  }
}

function sizeObjection(file: RepoPath, text: string): Objection | undefined {
  const lines = text.split('\n').length;
  if (lines <= MOST_LINES && text.length <= MOST_CHARACTERS) return undefined;
  return {
    gate: 'size',
    place: file,
    reason: `the file has ${lines} lines and ${text.length} characters; at most ${MOST_LINES} and ${MOST_CHARACTERS} are read`,
    remedy: 'one rule a file, with short examples: a few lines show a violation',
  };
}

const REMEDY = 'see docs/rules.md for the fields of each kind of check, schemas/rules.json for the form';

function rulesOf(file: RepoPath, text: string, directives: readonly Directive[]): DraftReading {
  const form = readDocument(file, text, (value) => formSchema.safeParse(value), 'invalid-rule-file', REMEDY);
  const count = Array.isArray(form.rules) ? form.rules.length : undefined;
  if (count !== undefined && (count === 0 || count > MOST_RULES)) {
    throw new Failure('invalid-rule-file', `a draft file holds 1 to ${MOST_RULES} rules, found ${count}`, {
      place: file,
      remedy: 'one rule a file is best',
    });
  }
  const drafts: Draft[] = [];
  const malformed: Malformed[] = [];
  for (const index of count === undefined ? [undefined] : Array.from({ length: count }, (_, at) => at)) {
    try {
      drafts.push({ rule: ruleAt(file, text, index, directives), file, index });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const id = idOf(index === undefined ? form : form.rules?.[index]);
      malformed.push({ file, ...(id !== undefined && { id }), objection: schemaObjection(error) });
    }
  }
  return { drafts, malformed };
}

const formSchema = z.looseObject({ rules: z.array(z.unknown()).optional() });

/** The rule at an index of the list, or the file as one rule. Complaints name the place in the file. */
function ruleAt(file: RepoPath, text: string, index: number | undefined, directives: readonly Directive[]): Rule {
  return readDocument(
    file,
    text,
    (value) => {
      if (index === undefined) return readCited(value, directives);
      const list = formSchema.parse(value).rules ?? [];
      const read = readCited(list[index], directives);
      if (read.success) return read;
      const issues = read.error.issues.map((issue) => ({ ...issue, path: ['rules', index, ...issue.path] }));
      return { success: false, error: new z.ZodError(issues) };
    },
    'invalid-rule-file',
    REMEDY,
  );
}

function idOf(value: unknown): string | undefined {
  const read = z.looseObject({ id: z.string() }).safeParse(value);
  return read.success ? read.data.id : undefined;
}

function schemaObjection(failure: Failure): Objection {
  return {
    gate: 'schema',
    ...(failure.place !== undefined && { place: failure.place }),
    reason: failure.message,
    remedy: failure.remedy ?? REMEDY,
  };
}

import { startSyntax } from '../checks/code/grammars.ts';
import { readInstructions } from '../instructions/read.ts';
import { loadLexicon } from '../lexicon/load.ts';
import type { Language } from '../model/language.ts';
import type { Settings } from '../model/settings.ts';
import { repositoryFacts } from '../repository/facts.ts';
import { languageOf } from '../repository/languages.ts';
import type { RepositoryView } from '../repository/view.ts';
import type { Compilation } from './compilation.ts';
import { conflictsOf } from './conflicts.ts';
import { rulesOf } from './identify.ts';
import { proven } from './proven.ts';
import { createKnowledge } from './reading/naming/knowledge.ts';
import { outcomeOf } from './status.ts';
import { understand } from './understand.ts';

/** Reads a repository's instruction files and makes rules of them. Only rules whose evidence holds are given. */
export async function compile(view: RepositoryView, settings: Settings): Promise<Compilation> {
  const instructions = readInstructions(view, settings);
  const languages = new Set(
    view
      .files()
      .map((file) => languageOf(file))
      .filter((language): language is Language => language !== undefined),
  );
  await startSyntax();
  const knowledge = createKnowledge(loadLexicon(), repositoryFacts(view), languages);
  const understood = understand(instructions.directives, knowledge);
  const { rules: drafted, of, concepts } = rulesOf(understood);
  const proof = await proven(drafted, view, knowledge.lexicon);
  const { rules, warnings } = conflictsOf(proof.rules, concepts, knowledge.lexicon);
  return {
    files: instructions.files,
    rules,
    readings: understood.map((one) => outcomeOf(one, of.get(one.directive) ?? [], proof, knowledge)),
    warnings: [...instructions.warnings, ...warnings],
    prose: Object.fromEntries(instructions.files.map((file) => [file.path, file.hash])),
  };
}

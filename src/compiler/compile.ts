import { startSyntax } from '../checks/code/grammars.ts';
import { prove } from '../engine/proof.ts';
import { readInstructions } from '../instructions/read.ts';
import { loadLexicon } from '../lexicon/load.ts';
import type { Directive } from '../model/directive.ts';
import type { Language } from '../model/language.ts';
import { folderOf, repoPath } from '../model/path.ts';
import type { Settings } from '../model/settings.ts';
import { repositoryFacts } from '../repository/facts.ts';
import { languageOf } from '../repository/languages.ts';
import type { RepositoryView } from '../repository/view.ts';
import type { Compilation } from './compilation.ts';
import { conflictsOf } from './conflicts.ts';
import { rulesOf } from './identify.ts';
import { lower } from './lowering/lower.ts';
import { withHomes } from './reading/code/homes.ts';
import { withExceptions } from './reading/conduct/exceptions.ts';
import { withReplacement } from './reading/conduct/replacement.ts';
import { readOtherwise, readWhole, wholeOf } from './reading/conduct/whole.ts';
import { type Recipe, readStep, recipesOf } from './reading/files/recipes.ts';
import { withPlainSigns } from './reading/grammar/plain-signs.ts';
import { createKnowledge, type Knowledge } from './reading/naming/knowledge.ts';
import { spelledOut } from './reading/naming/spelled-out.ts';
import { readDirective } from './reading/read.ts';
import { outcomeOf, type Understanding } from './status.ts';

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
  const plain = instructions.directives.map(withPlainSigns);
  const recipes = recipesOf(plain, knowledge.facts);
  const understood = instructions.directives.map((directive, index) => {
    const [told = directive, next] = plain.slice(index, index + 2);
    const after = next?.follows === told.text ? next.text : undefined;
    return { ...understand(told, knowledge, recipes.get(told), after), directive };
  });
  const { rules: drafted, of, concepts } = rulesOf(understood);
  const failures = await prove(drafted, view, { briefly: true });
  const failed = new Map(failures.map((failure) => [failure.rule.id, failure.reason]));
  const { rules, warnings } = conflictsOf(
    drafted.filter((rule) => !failed.has(rule.id)),
    concepts,
    knowledge.lexicon,
  );
  return {
    files: instructions.files,
    rules,
    readings: understood.map((one) => outcomeOf(one, of.get(one.directive) ?? [], failed, knowledge)),
    warnings: [...instructions.warnings, ...warnings],
    prose: Object.fromEntries(instructions.files.map((file) => [file.path, file.hash])),
  };
}

function understand(
  told: Directive,
  everywhere: Knowledge,
  recipe: Recipe | undefined,
  after?: string,
): Omit<Understanding, 'directive'> {
  const knowledge = everywhere.in(folderOf(repoPath(told.source.file)));
  const text = spelledOut(told.text, knowledge);
  const directive = text === told.text ? told : { ...told, text };
  const steps = recipe ? readStep(directive, recipe, knowledge) : [];
  const whole = wholeOf(directive, everywhere);
  const read = readDirective({ ...directive, text: whole.plain }, everywhere);
  const reading = steps.length > 0 ? { ...read, intents: steps, missed: [] } : read;
  const further = readWhole(whole, everywhere);
  const first = [
    ...withHomes(
      withExceptions(withReplacement(reading.intents, directive.text, knowledge), directive.text),
      directive.text,
      after,
      knowledge,
    ),
    ...further,
  ].map((intent) => lower(intent, knowledge));
  // What is known by its wording as a whole is tried where the clauses gave nothing.
  const found = first.some(({ drafts }) => drafts.length > 0);
  const otherwise = found ? [] : readOtherwise(whole, everywhere);
  const lowered = otherwise.length > 0 ? otherwise.map((intent) => lower(intent, knowledge)) : first;
  const missed =
    reading.missed.length > 0 && reading.intents.length + further.length + otherwise.length === 0
      ? ['what it asks was not understood']
      : [];
  return {
    drafts: lowered.flatMap((each) => each.drafts),
    left: [...new Set([...lowered.flatMap((each) => each.left), ...missed])],
    normative: reading.normative || further.length + otherwise.length > 0,
  };
}

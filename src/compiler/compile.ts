import { startSyntax } from '../checks/code/grammars.ts';
import { prove } from '../engine/proof.ts';
import { readInstructions } from '../instructions/read.ts';
import { loadLexicon } from '../lexicon/load.ts';
import type { Directive, Status } from '../model/directive.ts';
import type { Language } from '../model/language.ts';
import type { Rule } from '../model/rule.ts';
import type { Settings } from '../model/settings.ts';
import { repositoryFacts } from '../repository/facts.ts';
import { languageOf } from '../repository/languages.ts';
import type { RepositoryView } from '../repository/view.ts';
import type { Compilation, Outcome } from './compilation.ts';
import { ruleId } from './identify.ts';
import type { Draft } from './lowering/draft.ts';
import { lower } from './lowering/lower.ts';
import { createKnowledge } from './reading/knowledge.ts';
import { readDirective } from './reading/read.ts';

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
  const read = instructions.directives.map((directive) => readOne(directive, knowledge));
  const rules = identify(read);
  const failed = new Map(
    (await prove([...rules.values()].flat(), view)).map((failure) => [failure.rule.id, failure.reason]),
  );
  const readings = read.map((one): Outcome => outcomeOf(one, rules.get(one.directive) ?? [], failed));
  return {
    files: instructions.files,
    rules: [...rules.values()].flat().filter((rule) => !failed.has(rule.id)),
    readings,
    warnings: instructions.warnings,
    prose: Object.fromEntries(instructions.files.map((file) => [file.path, file.hash])),
  };
}

interface Read {
  readonly directive: Directive;
  readonly drafts: readonly Draft[];
  readonly left: readonly string[];
  readonly normative: boolean;
}

function readOne(directive: Directive, knowledge: ReturnType<typeof createKnowledge>): Read {
  const reading = readDirective(directive, knowledge);
  const lowered = reading.intents.map((intent) => lower(intent, knowledge.in(knowledge.from)));
  return {
    directive,
    drafts: lowered.flatMap((each) => each.drafts),
    left: [
      ...new Set([
        ...lowered.flatMap((each) => each.left),
        ...(reading.missed.length > 0 && reading.intents.length === 0 ? ['what it asks was not understood'] : []),
      ]),
    ],
    normative: reading.normative,
  };
}

/** Gives drafts their ids. What two directives ask alike is one rule with two sources. */
function identify(read: readonly Read[]): ReadonlyMap<Directive, readonly Rule[]> {
  const rules = new Map<Directive, Rule[]>();
  const taken = new Set<string>();
  for (const { directive, drafts } of read) {
    const own: Rule[] = [];
    for (const { subject, ...draft } of drafts) {
      const id = ruleId(subject, directive.source, taken);
      taken.add(id);
      own.push({ id, source: directive.source, ...draft, origin: 'compiled' });
    }
    rules.set(directive, own);
  }
  return rules;
}

function outcomeOf(read: Read, rules: readonly Rule[], failed: ReadonlyMap<string, string>): Outcome {
  const live = rules.filter((rule) => !failed.has(rule.id));
  const reasons = [
    ...rules.filter((rule) => failed.has(rule.id)).map((rule) => `not proven: ${failed.get(rule.id)}`),
    ...read.left,
  ];
  const status: Status =
    live.length > 0 ? (reasons.length > 0 ? 'partly' : 'enforced') : read.normative ? 'unread' : 'information';
  const reason =
    reasons[0] ??
    (status === 'enforced'
      ? 'enforced'
      : status === 'information'
        ? 'it asks for nothing'
        : 'what it asks was not understood');
  return { directive: read.directive, status, reason, rules: live.map((rule) => rule.id) };
}

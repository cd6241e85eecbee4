import type { Directive } from '../model/directive.ts';
import type { Intent } from '../model/intent.ts';
import { folderOf, repoPath } from '../model/path.ts';
import type { Lowered } from './lowering/draft.ts';
import { lower } from './lowering/lower.ts';
import { NOT_UNDERSTOOD } from './lowering/remedy.ts';
import { withHomes } from './reading/code/homes.ts';
import { withExceptions } from './reading/conduct/exceptions.ts';
import { withReplacement } from './reading/conduct/replacement.ts';
import { readOtherwise, readWhole, type Whole, wholeOf } from './reading/conduct/whole.ts';
import { type Recipe, readStep, recipesOf } from './reading/files/recipes.ts';
import { withPlainSigns } from './reading/grammar/plain-signs.ts';
import type { Knowledge } from './reading/naming/knowledge.ts';
import { withSparedPlaces } from './reading/naming/spared-places.ts';
import { spelledOut } from './reading/naming/spelled-out.ts';
import { readDirectives } from './reading/read.ts';
import type { Reading } from './reading/reading.ts';
import type { Understanding } from './status.ts';

/** So many directives are read together: enough for each reader's code to pay for its way into the caches. */
const BLOCK = 64;

/** What reading and lowering make of each directive, pass by pass over a block of them. */
export function understand(directives: readonly Directive[], knowledge: Knowledge): readonly Understanding[] {
  const plain = directives.map(withPlainSigns);
  const recipes = recipesOf(plain, knowledge.facts);
  const understood: Understanding[] = [];
  for (let at = 0; at < plain.length; at += BLOCK)
    understood.push(...understandBlock(plain.slice(at, at + BLOCK), plain[at + BLOCK], knowledge, recipes));
  return understood.map((each, index) => ({ ...each, directive: directives[index] ?? each.directive }));
}

interface Placed {
  readonly directive: Directive;
  readonly knowledge: Knowledge;
  readonly whole: Whole;
  readonly steps: readonly Intent[];
  /** The statement after it in the same paragraph. */
  readonly after: string | undefined;
}

function understandBlock(
  directives: readonly Directive[],
  next: Directive | undefined,
  everywhere: Knowledge,
  recipes: ReadonlyMap<Directive, Recipe>,
): readonly Understanding[] {
  const told = directives.map((directive, index) =>
    inPlace(directive, directives[index + 1] ?? next, everywhere, recipes.get(directive)),
  );
  const wholes = told.map(({ whole }) => whole);
  const readings = readDirectives(
    wholes.map(({ directive, plain }) => ({ ...directive, text: plain })),
    everywhere,
  ).map((reading, index) => withSteps(reading, told[index]?.steps ?? []));
  const further = readWhole(wholes, everywhere);
  const first = told.map((each, index) =>
    [...completed(readings[index]?.intents ?? [], each), ...(further[index] ?? [])].map((intent) =>
      lower(intent, each.knowledge),
    ),
  );
  // What is known by its wording as a whole is tried where the clauses gave nothing.
  const left = told.filter((_, index) => !first[index]?.some(({ drafts }) => drafts.length > 0));
  const otherwise = readOtherwise(
    left.map(({ whole }) => whole),
    everywhere,
  );
  return told.map((each, index) => {
    const intents = otherwise[left.indexOf(each)] ?? [];
    const lowered = intents.length > 0 ? intents.map((intent) => lower(intent, each.knowledge)) : (first[index] ?? []);
    return understanding(each.directive, readings[index], lowered, intents.length + (further[index]?.length ?? 0));
  });
}

/** A directive with what it is read with. */
function inPlace(
  told: Directive,
  next: Directive | undefined,
  everywhere: Knowledge,
  recipe: Recipe | undefined,
): Placed {
  const knowledge = everywhere.in(folderOf(repoPath(told.source.file)));
  const text = spelledOut(told.text, knowledge);
  const directive = text === told.text ? told : { ...told, text };
  return {
    directive,
    knowledge,
    whole: wholeOf(directive, everywhere),
    steps: recipe ? readStep(directive, recipe, knowledge) : [],
    after: next?.follows === told.text ? next.text : undefined,
  };
}

function withSteps(reading: Reading, steps: readonly Intent[]): Reading {
  return steps.length > 0 ? { ...reading, intents: steps, missed: [] } : reading;
}

/** The intents of a statement with what the rest of it, or the next one, adds to them. */
function completed(intents: readonly Intent[], { directive, knowledge, after }: Placed): readonly Intent[] {
  const { text } = directive;
  const bounded = withSparedPlaces(withReplacement(intents, text, knowledge), text, after, knowledge);
  return withHomes(withExceptions(bounded, text), text, after, knowledge);
}

function understanding(
  directive: Directive,
  reading: Reading | undefined,
  lowered: readonly Lowered[],
  known: number,
): Understanding {
  const nothing = (reading?.missed.length ?? 0) > 0 && (reading?.intents.length ?? 0) + known === 0;
  const missed = nothing ? [NOT_UNDERSTOOD] : [];
  return {
    directive,
    drafts: lowered.flatMap((each) => each.drafts),
    left: [...new Set([...lowered.flatMap((each) => each.left), ...missed])],
    normative: (reading?.normative ?? false) || known > 0,
  };
}

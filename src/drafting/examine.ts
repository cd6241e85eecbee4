import type { Directive } from '../model/directive.ts';
import type { Rule } from '../model/rule.ts';
import type { RepositoryView } from '../repository/view.ts';
import type { Draft } from './draft-files.ts';
import { broadObjections, type Standing, standingViolations } from './gates/breadth.ts';
import { counterExampleObjections } from './gates/counter-examples.ts';
import { evidenceObjections } from './gates/evidence.ts';
import { patternObjections } from './gates/patterns.ts';
import { proofObjections } from './gates/proof.ts';
import { nameObjections, replacementObjections, rivalObjections } from './gates/rivals.ts';
import { sourceObjections } from './gates/source.ts';
import { vacuousObjections } from './gates/vacuous.ts';
import type { Objection } from './objection.ts';
import { engineOf } from './trial.ts';

/** What the gates said of a draft; without objections it may be adopted. */
export interface Examined {
  readonly draft: Draft;
  readonly objections: readonly Objection[];
  /** What it would find in the present tree; absent where it did not get that far. */
  readonly standing?: Standing;
}

/** What drafts are examined against. */
export interface House {
  readonly view: RepositoryView;
  /** The rules in force, compiled and written. */
  readonly rules: readonly Rule[];
  /** Paths of the instruction files that govern. */
  readonly instructions: ReadonlySet<string>;
  /** What the prose says now; a draft may cite one as its source. */
  readonly directives: readonly Directive[];
}

/** Examines drafts one after the other; `advance` hears of each that is done. */
export async function examine(
  drafts: readonly Draft[],
  house: House,
  advance?: () => void,
): Promise<readonly Examined[]> {
  const inForce = await engineOf(house.rules, house.view);
  const examined: Examined[] = [];
  for (const [index, draft] of drafts.entries()) {
    const earlier = drafts.slice(0, index).map(({ rule }) => rule);
    const passed = examined.filter(({ objections }) => objections.length === 0).map((each) => each.draft.rule);
    const still = stillObjections(draft.rule, house, earlier);
    if (still.length > 0) examined.push({ draft, objections: still });
    else examined.push(await tried(draft, house, passed, inForce));
    advance?.();
  }
  return examined;
}

/** All that can be seen without running anything; an author hears of all of it at once. */
function stillObjections(rule: Rule, { view, rules, instructions }: House, earlier: readonly Rule[]): Objection[] {
  return [
    ...sourceObjections(rule, view, instructions),
    ...evidenceObjections(rule),
    ...patternObjections(rule),
    ...nameObjections(rule, rules, earlier),
  ];
}

async function tried(
  draft: Draft,
  { view, rules }: House,
  passed: readonly Rule[],
  inForce: Awaited<ReturnType<typeof engineOf>>,
): Promise<Examined> {
  const { rule } = draft;
  const own = await engineOf([rule], view);
  const unproven = await proofObjections(rule, own, view);
  if (unproven.length > 0) return { draft, objections: unproven };
  const objections = [
    ...(await broadObjections(rule, own, view)),
    ...(await counterExampleObjections(rule, own, view)),
    ...vacuousObjections(rule, view),
    ...(await replacementObjections(rule, own, rules, view)),
    ...(await rivalObjections(rule, own, rules, inForce, view)),
  ];
  if (passed.length > 0 && objections.length === 0) {
    objections.push(...(await rivalObjections(rule, own, passed, await engineOf(passed, view), view)));
  }
  return { draft, objections, standing: await standingViolations(rule, own, view) };
}

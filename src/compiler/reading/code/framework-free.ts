import type { Intent, Mention } from '../../../model/intent.ts';
import { table } from '../../../model/table.ts';
import { everyToken, isPlace, targetsOf } from '../naming/targets.ts';
import type { ReadClause } from '../setting.ts';

/** Frameworks of user interfaces by the names that prose and packages give them, with what they are imported as. */
export const FRAMEWORKS: Readonly<Record<string, readonly string[]>> = table({
  react: ['react', 'react-dom'],
  solid: ['solid-js'],
  vue: ['vue', '@vue/*'],
  svelte: ['svelte'],
  preact: ['preact'],
  angular: ['@angular/*'],
  lit: ['lit'],
  qwik: ['@builder.io/qwik'],
  next: ['next'],
  nuxt: ['nuxt'],
});

const FREE =
  /\bframework[- ](?:agnostic|independent|free|neutral)\b|\bindependent of (?:any|all|the) (?:ui )?frameworks?\b/i;

/** "The core stays framework-agnostic": it imports none of the frameworks that the repository has bindings for. */
export function readFrameworkFree(read: ReadClause): readonly Intent[] | undefined {
  const { setting, stance } = read;
  const { statement, knowledge } = setting;
  if (stance === 'forbid' || !FREE.test(statement) || !asksFor(read)) return undefined;
  const from = placesOf(read);
  const known = [...knowledge.facts.dependencies(), ...knowledge.facts.packages().map((each) => each.name)];
  const here = Object.keys(FRAMEWORKS).filter(
    (name) => new RegExp(`\\b${name}\\b`, 'i').test(statement) || known.some((each) => partsOf(each).includes(name)),
  );
  const to = here.flatMap((name) => FRAMEWORKS[name] ?? []).map((text): Mention => ({ kind: 'package', text }));
  if (from.length === 0 || to.length === 0) return undefined;
  const reach = { ...setting.reach, unclear: [], languages: [] };
  return [{ ...read.common, reach, shape: 'depend', how: 'never', from, to, except: [] }];
}

/** Told as a fact it asks for it too: nobody says so of what does not matter. What may be is left open. */
function asksFor({ clause }: ReadClause): boolean {
  return clause.force !== 'may' && !(clause.insists && clause.polarity === 'neutral');
}

/** The part that is named, or the packages that have "core" in their names and no framework. */
function placesOf(read: ReadClause): readonly Mention[] {
  const { statement, knowledge } = read.setting;
  const named = targetsOf(everyToken(read), statement, knowledge).filter(isPlace);
  if (named.length > 0) return named.slice(0, 1);
  const word = /\b(?:core|shared|domain|kernel)\b/i.exec(statement)?.[0].toLowerCase();
  if (word === undefined) return [];
  return knowledge.facts
    .packages()
    .filter(({ name, folder }) => folder !== '' && partsOf(name).includes(word) && !partsOf(name).some(isFramework))
    .map(({ name, folder }): Mention => ({ kind: 'package', text: name, folder }));
}

export function isFramework(part: string): boolean {
  return Object.hasOwn(FRAMEWORKS, part);
}

/** `@acme/react-router` → acme, react, router. */
export function partsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '');
}

import type { Directive } from '../../../model/directive.ts';
import type { Intent, Mention } from '../../../model/intent.ts';
import type { Knowledge } from './knowledge.ts';

/** "Testing", "Unit tests", "Async testing": a heading or label that is about tests and nothing else. */
const ABOUT_TESTS =
  /^(?:\d+\.\s*)?(?:(?:async|unit|integration|e2e|end-to-end|component|frontend|backend|writing|ui|api|python|react|go|rust) ?)*(?:tests?|testing|specs?)(?: (?:guidelines?|rules?|conventions?|style|practices|standards?|requirements?|patterns?|strategy|code|best practices|notes|utilities|quality))*$/i;

function isAboutTests(title: string): boolean {
  return ABOUT_TESTS.test(title.replaceAll(/[*_`:]/g, '').trim());
}

/** What a section on tests says of code holds in tests. Commands and files are no part of code. */
export function inTests(intent: Intent, knowledge: Knowledge): Intent {
  const held =
    intent.shape === 'form' ||
    (intent.shape === 'forbid' && intent.things.every((thing) => isOfCode(thing, knowledge)));
  const { reach } = intent;
  if (!held || reach.tests !== undefined || reach.include.length > 0) return intent;
  const kind = Object.values(knowledge.lexicon.fileKinds).find((each) => /^tests?$/.test(each.id));
  if (!kind) return intent;
  return { ...intent, reach: { ...reach, include: [...reach.include, knowledge.globsOf(kind)], tests: true } };
}

function isOfCode(mention: Mention, { lexicon, tools }: Knowledge): boolean {
  // A library is no program to run.
  if (mention.kind === 'tool') {
    const known = tools.get(mention.id.toLowerCase())?.of.tool;
    return known !== undefined && known.programs.length === 0 && known.commands.length === 0;
  }
  if (mention.kind === 'concept') {
    const arms = lexicon.concepts[mention.id]?.arms ?? [];
    return arms.length > 0 && arms.every((arm) => arm.check.kind === 'code');
  }
  return mention.kind === 'code' || mention.kind === 'package';
}

/** Does the section, the item above or the label in front say that it is about tests? */
export function ofTests({ headings, parents, text }: Directive): boolean {
  const label = /^([^:`.]{3,40}):\s/.exec(text)?.[1];
  // "Never use `x` for waiting" below a section on tests is not said of all code.
  const above = headings.slice(/\bfor [\w -]{3,30}[.*]*$/.test(text) ? -2 : -1);
  return [...above, ...parents.slice(-1), ...(label === undefined ? [] : [label])].some(isAboutTests);
}

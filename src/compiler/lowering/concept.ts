import { armFor, evidenceOf, titleOf } from '../../lexicon/evidence.ts';
import type { Arm, Concept } from '../../lexicon/lexicon.ts';
import type { Example } from '../../model/evidence.ts';
import type { Mention, MentionOf, Reach } from '../../model/intent.ts';
import type { Scope } from '../../model/rule.ts';
import type { Knowledge } from '../reading/knowledge.ts';
import { withoutForms } from './code.ts';
import { type Draft, join, type Lowered, left, samplePath, scopeOf, severityOf } from './draft.ts';

type Asked = { readonly force: 'must' | 'should'; readonly reach: Reach; readonly except?: readonly Mention[] };

/** Arms what a concept catches: the thing itself if it is forbidden, its absence or its contrary if it is required. */
export function lowerConcept(
  mention: MentionOf<'concept'>,
  asks: 'forbid' | 'require',
  asked: Asked,
  knowledge: Knowledge,
  instead?: string,
): Lowered {
  const concept = knowledge.lexicon.concepts[mention.id];
  if (!concept) return left(`“${mention.text}” is not in the lexicon`);
  if (concept.means === asks && concept.arms.length > 0) return arm(concept, asked, knowledge, instead, asks);
  const contraries = concept.contrary.map((id) => knowledge.lexicon.concepts[id]).filter((each) => each !== undefined);
  const fitting =
    asks === 'require'
      ? contraries.filter((each) => each.means === 'forbid' && each.arms.length > 0)
      : contraries.filter((each) => each.means === 'require' && each.arms.length > 0);
  if (fitting.length === 0)
    return left(`${asks === 'require' ? 'requiring' : 'forbidding'} “${titleOf(concept)}” has no check`);
  return join(...fitting.map((each) => arm(each, asked, knowledge, instead ?? `use ${titleOf(concept)}`, asks)));
}

function arm(
  concept: Concept,
  asked: Asked,
  knowledge: Knowledge,
  instead: string | undefined,
  asks: 'forbid' | 'require',
): Lowered {
  const drafts: Draft[] = [];
  const reasons: string[] = [];
  for (const each of concept.arms) {
    const draft = draftOf(concept, each, asked, knowledge, instead, asks);
    if (typeof draft === 'string') reasons.push(draft);
    else drafts.push(draft);
  }
  return drafts.length > 0 ? { drafts, left: [] } : { drafts, left: reasons.slice(0, 1) };
}

function draftOf(
  concept: Concept,
  whole: Arm,
  asked: Asked,
  knowledge: Knowledge,
  instead: string | undefined,
  asks: 'forbid' | 'require',
): Draft | string {
  const present = asked.reach.languages.length > 0 ? asked.reach.languages : [...knowledge.languages];
  const arm = whole.check.kind === 'code' ? armFor(whole, present) : whole;
  if (!arm || arm.samples.length === 0)
    return `“${titleOf(concept)}” has no check for the languages of this repository`;
  const allowed = (asked.except ?? []).filter((mention) => mention.kind === 'code' || mention.kind === 'concept');
  if (allowed.length > 0 && (arm.check.kind !== 'code' || allowed.some((mention) => mention.kind !== 'code'))) {
    return `“${allowed[0]?.text}” cannot be told apart from “${titleOf(concept)}”`;
  }
  const check = arm.check.kind === 'code' ? { ...arm.check, match: withoutForms(arm.check.match, allowed) } : arm.check;
  const scope = scopeOf(asked.reach, knowledge, arm.check.kind !== 'command' && arm.check.kind !== 'code');
  if (typeof scope === 'string') return scope;
  const narrowed = withConceptScope(scope, concept, asked);
  const evidence = evidenceOf(arm, (path) => samplePath(narrowed, path) ?? path);
  const title = titleOf(concept).replaceAll('`', '');
  const alternative = instead ?? concept.instead;
  return {
    subject: title,
    severity: severityOf(asked),
    message:
      asks === 'forbid' || concept.means === 'forbid' ? `${title} is ruled out here` : `${title} is required here`,
    ...(alternative !== undefined && { instead: alternative }),
    ...(narrowed && { scope: narrowed }),
    check,
    evidence: { violating: evidence.violating.slice(0, 4), compliant: distinct(evidence.compliant).slice(0, 4) },
  };
}

/** Files exempt by convention stay exempt unless the prose names them itself. */
function withConceptScope(scope: Scope | undefined, concept: Concept, asked: Asked): Scope | undefined {
  const exclude = [...(scope?.exclude ?? []), ...(asked.reach.include.length > 0 ? [] : (concept.exclude ?? []))];
  const include = scope?.include ?? concept.include;
  if (!include && exclude.length === 0) return undefined;
  return { ...(include && { include: [...include] }), ...(exclude.length > 0 && { exclude }) };
}

function distinct(examples: readonly Example[]): Example[] {
  return [...new Map(examples.map((example) => [JSON.stringify(example), example])).values()];
}

import { armFor, evidenceOf, titleOf } from '../../../lexicon/evidence.ts';
import type { Arm, Concept } from '../../../lexicon/lexicon.ts';
import type { CodeMatcher } from '../../../model/checks/code.ts';
import type { Evidence, Example } from '../../../model/evidence.ts';
import type { Mention, MentionOf, Reach, Within } from '../../../model/intent.ts';
import type { Language } from '../../../model/language.ts';
import { parseRepoPath } from '../../../model/path.ts';
import type { Scope } from '../../../model/rule.ts';
import { languageOf } from '../../../repository/languages.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { type Draft, join, type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { cannotBeRequired } from '../remedy.ts';
import { withoutForms } from './code.ts';
import { COMPONENT_HOSTS } from './hosts.ts';
import { languagesIn, placeWithout } from './scoped-languages.ts';
import { languagesSpelt } from './spelt.ts';
import { acrossFiles, confined, exampleThere, languagesWith } from './within.ts';
import { ruledOut, wrote } from './wording.ts';

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
  // Tests reach for a good deal of it to put something in its place.
  if (concept.scoped && (asked.reach.include.length === 0 || asked.reach.tests === true))
    return left(`“${mention.text}” is only ruled out where files are named`);
  const named = withoutNamed(asked, mention.text, concept, knowledge);
  const ownTexts = asks === 'require' || /docstring|prose/.test(concept.id) ? withoutOwnWords(named, concept) : named;
  if (concept.means === asks && concept.arms.length > 0)
    return arm(concept, mention.text, asks === 'require' ? onAnything(ownTexts) : ownTexts, knowledge, instead, asks);
  const contraries = concept.contrary.map((id) => knowledge.lexicon.concepts[id]).filter((each) => each !== undefined);
  const fitting =
    asks === 'require'
      ? contraries.filter((each) => each.means === 'forbid' && each.arms.length > 0)
      : contraries.filter((each) => each.means === 'require' && each.arms.length > 0);
  if (fitting.length === 0)
    return left(asks === 'require' ? cannotBeRequired(mention.text) : `nothing looks for “${mention.text}” as such`);
  return join(...fitting.map((each) => arm(each, '', asked, knowledge, instead ?? `use ${titleOf(concept)}`, asks)));
}

const WHATEVER =
  /^(?:in|for|when|on) (?:(?:all|every|each|any|new|public|exported|top-level|the|non-trivial|api|and|or) )*(?:functions?|methods?|class(?:es)?|members?|apis?|code|definitions?|parameters?|signatures?|interfaces?|structs?|types?|modules?)(?:,? (?:and|or|\/|public|function|method|class|return|parameters?|functions|methods|classes|members|apis|types|values|signatures))*$/;

/** "Full sentences with a period", "reST in Python docstrings": a circumstance in words of the notion itself is part of it. */
function withoutOwnWords(asked: Asked, concept: Concept): Asked {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .split(/[^a-z]+/)
      .map((word) => word.replace(/s$/, ''));
  const own = new Set([...concept.names, ...concept.phrasings].flatMap(plain));
  const unclear = asked.reach.unclear.filter((text) => {
    const words = plain(text).filter((word) => word.length > 3 || /^(?:rst)$/.test(word));
    return words.length === 0 || !words.every((word) => own.has(word) || word === 'python' || word === 'with');
  });
  return { ...asked, reach: { ...asked.reach, unclear } };
}

const OF_LIBRARIES = /^in (?:(?:the|our|any) )?(?:libraries|library(?: (?:code|packages?|crates?|modules?))?)$/;

/** "`Object` as a type": a circumstance that is half of the notion's name; "in libraries", where programs are exempt anyway. */
function withoutNamed(asked: Asked, text: string, concept: Concept, knowledge: Knowledge): Asked {
  const programs = concept.exclude?.some((glob) => /\/(?:cmd|main|cli|bin)\b/.test(glob)) ?? false;
  const unclear = asked.reach.unclear.filter((each) => {
    const whole = `${text} ${each}`;
    const [found] = knowledge.concepts.opening(whole).filter((one) => one.concept === concept.id);
    return found?.end !== whole.length && !(programs && OF_LIBRARIES.test(each));
  });
  return { ...asked, reach: { ...asked.reach, unclear } };
}

/** "Docstrings on all public methods": that is what such a notion is about anyway. */
function onAnything(asked: Asked): Asked {
  const unclear = asked.reach.unclear.filter((text) => !WHATEVER.test(text));
  const within = (asked.reach.within ?? []).filter((part) => !(part.inside && /^(?:function|class)$/.test(part.text)));
  return { ...asked, reach: { ...asked.reach, unclear, within } };
}

function arm(
  concept: Concept,
  text: string,
  asked: Asked,
  knowledge: Knowledge,
  instead: string | undefined,
  asks: 'forbid' | 'require',
): Lowered {
  const drafts: Draft[] = [];
  const reasons: string[] = [];
  for (const each of concept.arms) {
    const draft = draftOf(concept, each, text, asked, knowledge, instead, asks);
    if (typeof draft === 'string') reasons.push(draft);
    else drafts.push(draft);
  }
  return drafts.length > 0 ? { drafts, left: [] } : { drafts, left: reasons.slice(0, 1) };
}

function draftOf(
  concept: Concept,
  full: Arm,
  text: string,
  asked: Asked,
  knowledge: Knowledge,
  instead: string | undefined,
  asks: 'forbid' | 'require',
): Draft | string {
  const parts = full.check.kind === 'code' ? (asked.reach.within ?? []) : [];
  const reach = parts.length > 0 ? acrossFiles(asked.reach) : asked.reach;
  const byLanguage = !['command', 'code', 'config'].includes(full.check.kind) && concept.include === undefined;
  const scope = scopeOf(reach, knowledge, byLanguage);
  if (typeof scope === 'string') return scope;
  const narrowed = withConceptScope(scope, concept, asked);
  const present = withComponents(asked.reach.languages, knowledge);
  const there = full.check.kind === 'code' ? languagesIn(narrowed, present) : present;
  const languages = parts.length > 0 ? languagesWith(asked.reach, there, knowledge) : there;
  const arm = full.check.kind === 'code' ? armFor(full, languagesSpelt(text, full, languages)) : full;
  if (!arm || arm.samples.length === 0)
    return `“${titleOf(concept)}” cannot be looked for in ${placeWithout(narrowed, present, knowledge.lexicon)}`;
  const allowed = (asked.except ?? []).filter((mention) => mention.kind === 'code' || mention.kind === 'concept');
  if (allowed.length > 0 && (arm.check.kind !== 'code' || allowed.some((mention) => mention.kind !== 'code'))) {
    return `“${allowed[0]?.text}” cannot be told apart from “${titleOf(concept)}”`;
  }
  const check =
    arm.check.kind === 'code'
      ? { ...arm.check, match: confined(withoutForms(arm.check.match, allowed), asked.reach, knowledge) }
      : arm.check;
  if (check.kind === 'code' && check.match.length === 0)
    return `where “${titleOf(concept)}” is meant is no part of code of this repository's languages`;
  if (check.kind === 'command' && scope?.exclude && !scope.include)
    return `for which files “${titleOf(concept)}” is let be cannot be told of a command`;
  const whole = evidenceOf(arm, (path) => samplePath(narrowed, path) ?? path);
  const evidence =
    parts.length === 0 || check.kind !== 'code' ? whole : confinedEvidence(whole, check.match, parts, knowledge);
  if (!evidence) return `no example could be made of “${titleOf(concept)}” where it is meant`;
  const title = titleOf(concept).replaceAll('`', '');
  const alternative = instead ?? concept.instead;
  const shown = titleOf(concept);
  return {
    subject: title,
    concept: concept.id,
    severity: severityOf(asked),
    message:
      asks === 'forbid' || concept.means === 'forbid'
        ? ruledOut(shown, alternative)
        : `${shown} is required here${alternative === undefined ? '' : `: ${alternative}`}`,
    ...(alternative !== undefined && { instead: alternative }),
    ...(narrowed && { scope: narrowed }),
    check,
    evidence: { violating: evidence.violating.slice(0, 4), compliant: distinct(evidence.compliant).slice(0, 4) },
  };
}

/** The languages asked about, with the components that scripts of theirs stand in; else those of the repository. */
function withComponents(languages: readonly Language[], knowledge: Knowledge): readonly Language[] {
  if (languages.length === 0) return [...knowledge.languages];
  const components = COMPONENT_HOSTS.filter((host) => knowledge.languages.has(host));
  return languages.includes('typescript') ? [...languages, ...components] : languages;
}

/** The examples of a concept put into the part of code that is meant, or taken out of it. */
function confinedEvidence(
  whole: Evidence,
  match: readonly CodeMatcher[],
  parts: readonly Within[],
  knowledge: Knowledge,
): Evidence | undefined {
  const violating: Example[] = [];
  const compliant: Example[] = [...whole.compliant];
  for (const example of whole.violating) {
    const [step] = example.steps;
    if (!step || !('write' in step)) continue;
    const path = parseRepoPath(step.write);
    const language = path === undefined ? undefined : languageOf(path);
    const own = language === undefined ? [] : match.filter((matcher) => matcher.languages.includes(language));
    if (language === undefined || own.length === 0) continue;
    const there = exampleThere(step.content, step.content, language, parts, own, knowledge);
    if (!there) continue;
    violating.push(wrote(step.write, there.violating));
    compliant.push(wrote(step.write, there.compliant));
  }
  return violating.length > 0 ? { violating, compliant: compliant.reverse() } : undefined;
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

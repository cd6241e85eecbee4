import type { IntentOf, Mention } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { type Draft, type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { argumentNamed, callsLacking } from './argument.ts';
import { fileOf, languagesFor, lowerCodeBan } from './code.ts';
import type { CodeForm } from './code-form.ts';
import { isMember, mutates, mutationsOf } from './mutation.ts';
import { confined } from './within.ts';
import { insteadOf, wrote } from './wording.ts';

type Ban = IntentOf<'forbid'>;

/** Bans of what is done with a piece of code, not of the code: writing to it, wrapping it, leaving an argument out. */
export function lowerDeed(mention: Mention, intent: Ban, knowledge: Knowledge): Lowered | undefined {
  if (mention.qualified !== undefined) return undefined;
  const span = spanOf(mention);
  if (span === undefined || isOfFiles(mention, knowledge)) return undefined;
  const languages = languagesFor(intent, knowledge);
  if (intent.lacking && intent.lacking.length > 0) {
    const argument = argumentNamed(spanOf(intent.lacking[0]) ?? '');
    if (argument === undefined || intent.lacking.length > 1)
      return left(`which argument \`${span}\` needs is not clear`);
    return lowerForms(
      `${span} without ${argument}`,
      `\`${span}\` needs \`${argument}\` here`,
      callsLacking(span, argument, languages),
      intent,
      knowledge,
    );
  }
  if (mutates(intent.verb) && isMember(span) && intent.on.length === 0)
    return lowerForms(
      `write ${span}`,
      `\`${span}\` is not to be written to here`,
      mutationsOf(span, languages),
      intent,
      knowledge,
    );
  const wraps = intent.verb === 'wrap' || intent.verb === 'nest';
  if (wraps && intent.reach.within?.some((part) => part.inside))
    return lowerCodeBan(span, { ...intent, verb: undefined }, knowledge);
  return undefined;
}

/** A notion of files, such as a lock file: its name only looks like a member of something. */
function isOfFiles(mention: Mention, knowledge: Knowledge): boolean {
  const arms = mention.kind === 'concept' ? knowledge.lexicon.concepts[mention.id]?.arms : undefined;
  return arms?.some((arm) => arm.check.kind === 'paths') === true;
}

function spanOf(mention: Mention | undefined): string | undefined {
  if (mention?.kind === 'code') return mention.text;
  return mention?.kind === 'concept' ? /^`([^`]+)`$/.exec(mention.text)?.[1] : undefined;
}

function lowerForms(
  subject: string,
  message: string,
  forms: readonly CodeForm[],
  intent: Ban,
  knowledge: Knowledge,
): Lowered {
  const scope = scopeOf({ ...intent.reach, within: [] }, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  if (intent.except.length > 0) return left(`“${titleless(intent.except)}” cannot be told apart`);
  const match = confined(
    forms.flatMap((form) => form.matchers),
    intent.reach,
    knowledge,
  );
  const examples = forms.flatMap((form) => {
    const path = samplePath(scope, fileOf(form.language));
    return path === undefined || intent.reach.within?.length ? [] : [{ ...form, path }];
  });
  if (match.length === 0 || examples.length === 0)
    return left(`${subject} has no check for the languages of this repository`);
  const instead = insteadOf(intent.instead);
  const draft: Draft = {
    subject,
    severity: severityOf(intent),
    message,
    ...(instead !== undefined && { instead }),
    ...(scope && { scope }),
    check: { kind: 'code', match },
    evidence: {
      violating: examples.slice(0, 3).map(({ path, violating }) => wrote(path, violating)),
      compliant: examples.slice(0, 3).map(({ path, compliant }) => wrote(path, compliant)),
    },
  };
  return { drafts: [draft], left: [] };
}

function titleless(mentions: readonly Mention[]): string {
  return mentions.map((mention) => mention.text).join(', ');
}

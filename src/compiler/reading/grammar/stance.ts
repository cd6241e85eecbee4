import type { Setting, Stance } from '../setting.ts';
import type { Clause } from './clause.ts';
import { isNorm, saysAll, type Told } from './gist.ts';
import { stretch } from './tokens.ts';

/** Somebody says yes; "only when the requested work is done" speaks of no asking. */
const ASKED =
  /\b(?:explicit\w*|ask(?:s|ed)?|told|instruct\w*|approv\w*|permission|consent|authori[sz]\w*|says? so|consult\w*)\b|\b(?:request(?:s|ed)?|confirm(?:s|ed)?|agree[sd]?)(?: by\b.*| it)?$|\b(?:users?|humans?|maintainers?) (?:\w+ly )?(?:requests?|wants?|confirms?|tells?|says|agrees?)\b/;

export function stanceOf(clause: Clause, setting: Setting, told?: Told): Stance {
  // "`x` only when the user asks for it" leaves nothing to an agent.
  const consent = clause.adjuncts.some(
    (each) => each.only && ASKED.test(stretch(each.tokens, setting.statement).toLowerCase()),
  );
  if (consent) return 'forbid';
  const norm = told !== undefined && saysAll(told, setting.knowledge) && isNorm(told, clause, setting.knowledge);
  if (norm && clause.polarity === 'neutral' && clause.force !== 'may') return setting.polarity ?? 'require';
  if (clause.polarity === 'neutral' && !clause.explicit && clause.force !== 'may') {
    return setting.polarity ?? (isConvention(clause, setting) ? 'require' : 'neutral');
  }
  // Under "Never:", the bare imperative "Use `x`" names what not to do.
  const bare = clause.polarity === 'require' && clause.verb !== undefined && clause.subject.length === 0;
  return setting.polarity === 'forbid' && bare && !clause.insists ? 'forbid' : clause.polarity;
}

const CONVENTIONS =
  /\b(?:conventions?|(?:code|coding|naming|documentation|python|typescript|rust|go|java) style|style guide|standards?|guidelines?|requirements?|rules)\b/i;

/** A bare item in a section of conventions ("File-scoped namespaces") says how things are done. */
function isConvention(clause: Clause, setting: Setting): boolean {
  const above = [...setting.headings.slice(-2), setting.lead?.statement ?? ''];
  return clause.verb === undefined && clause.subject.length === 0 && above.some((heading) => CONVENTIONS.test(heading));
}

import { escapeRegex } from '../../../checks/text/regex.ts';
import type { CodeMatcher } from '../../../model/checks/code.ts';
import type { IntentOf, Mention } from '../../../model/intent.ts';
import type { Lowered } from '../draft.ts';

const WITHOUT = /^without (?:an? |the |any )?(?:[\w-]+ )*?(?:comment|explanation|justification|reason|rationale)s?\b/;
/** Notions that people let stand where a remark says why. */
const SUPPRESSIONS: ReadonlySet<string> = new Set([
  'lint-suppression',
  'broad-suppression',
  'allow-attribute',
  'ts-ignore',
  'ts-expect-error',
  'ts-nocheck',
]);
/** A remark above it, or behind it in the same comment. */
const ABOVE = '(?://|#|/\\*|--)\\s*\\w';
const BEHIND =
  '--\\s*\\w|//.*//\\s*\\w|#.*#\\s*\\w|@ts-[\\w-]+[:\\s-]+\\w+\\s+\\w|biome-ignore[^:]*:\\s*\\w+\\s+\\w|\\breason\\s*=';

/** "No `eslint-disable` without a comment": the ban, and what makes each match of it one that nobody explains. */
export function unexplained(
  mention: Mention,
  intent: IntentOf<'forbid'>,
): { readonly ban: IntentOf<'forbid'>; readonly only: (lowered: Lowered) => Lowered } | undefined {
  if (mention.kind !== 'concept' || !SUPPRESSIONS.has(mention.id)) return undefined;
  const unclear = intent.reach.unclear.filter((text) => !WITHOUT.test(text));
  if (unclear.length === intent.reach.unclear.length) return undefined;
  return {
    ban: { ...intent, reach: { ...intent.reach, unclear } },
    only: ({ drafts, left }) => ({
      drafts: drafts.flatMap((draft) => unexplainedIn(draft, nameOf(mention.text))),
      left,
    }),
  };
}

/** `eslint-disable` of all suppressions; nothing where the notion is told in words. */
function nameOf(text: string): string | undefined {
  return /^`[#/@[!\s]*([\w-]+(?:: ?[\w-]+)?)/.exec(text)?.[1];
}

function unexplainedIn(draft: Lowered['drafts'][number], name: string | undefined): Lowered['drafts'] {
  const { check } = draft;
  if (check.kind !== 'code') return [];
  const match = check.match.map((matcher) => ({
    ...matcher,
    where: {
      ...matcher.where,
      notPrecededBy: ABOVE,
      notText: BEHIND,
      ...(name !== undefined && { text: `(?:^|\\W)${escapeRegex(name)}` }),
    },
  }));
  const violating = draft.evidence.violating.filter((each) => JSON.stringify(each).includes(name ?? ''));
  if (violating.length === 0) return [];
  const attributes = match.some(({ languages }) => languages.includes('rust'));
  const remarked: CodeMatcher = { languages: ['rust'], query: '((attribute_item) @match . (line_comment))' };
  return [
    {
      ...draft,
      evidence: { ...draft.evidence, violating },
      message: `${draft.message.replace(/ is ruled out here.*$/, '')} needs a comment that says why`,
      check: { ...check, match, ...(attributes && { unless: [...(check.unless ?? []), remarked] }) },
    },
  ];
}

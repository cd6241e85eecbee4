import type { Intent, MessageStyle } from '../../../model/intent.ts';
import type { ReadClause } from '../setting.ts';

const ABOUT =
  /\b(?:commit messages?|commit types?|commit (?:format|style|convention)s?|(?:format|write|style|prefix) (?:all |your |git )?commits? (?:as|like)|commit titles?|commit subjects?|subject lines?|commits? (?:follows?|must|should|use)|conventional commits?|pr titles?|pull request titles?)\b/i;
const SECTION = /\b(?:commit|commits|commit messages?|commit conventions?|git conventions?)\b/i;
const TITLES = /\b(?:pr|pull request) titles?\b/i;
/** Types that conventional commits are known by; a list of two or more of them is a list of types. */
const TYPES = new Set(
  'feat fix docs style refactor perf test tests build ci chore revert deps security release wip hotfix feature'.split(
    ' ',
  ),
);
const FORMAT = /^[`'"]?(?:<?type>?|feat|fix|chore)(?:\s*\(\s*<?[\w ]+>?\s*\))?!?:\s*\S/;

/** "Commit messages follow Conventional Commits, under 72 characters, no trailing period": what a message must be like. */
export function readMessage(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const statement = setting.statement;
  if (/conventional[- ]commit/i.test(statement) && isOfOtherText(statement)) return [];
  const inSection = SECTION.test([...setting.headings.slice(-1), setting.lead?.statement ?? ''].join(' '));
  if (!ABOUT.test(statement) && !inSection) return undefined;
  const tokens = [...clause.label, ...clause.subject, ...clause.body, ...clause.examples];
  if (tokens.length === 0) return undefined;
  const from = Math.min(...tokens.map((token) => token.start));
  const to = Math.max(...tokens.map((token) => token.end));
  const text = statement.slice(from, to);
  const style = styleOf(text, statement, read, inSection);
  if (Object.keys(style).length === 0) return undefined;
  const of: ('commit' | 'pull-request-title')[] = TITLES.test(statement)
    ? /\bcommits?\b/i.test(statement.replaceAll(/conventional[- ]commits?|\([^()]*\)/gi, ''))
      ? ['commit', 'pull-request-title']
      : ['pull-request-title']
    : ['commit'];
  return [{ ...read.common, reach: { ...setting.reach, unclear: [] }, shape: 'message', of, style }];
}

/** "When writing the changelog entry, use a conventional-commit style": of another text than a commit's. */
function isOfOtherText(statement: string): boolean {
  return /^(?:when|for|in)\b[^,:]*\b(?:changesets?|changelogs?|release notes?|summar(?:y|ies)|issues?|branch(?:es)?)\b[^,:]*[,:]/i.test(
    statement,
  );
}

function styleOf(text: string, statement: string, read: ReadClause, inSection: boolean): MessageStyle {
  const forbids = read.stance === 'forbid';
  const codes = [...read.object, ...read.label, ...read.subject]
    .filter((mention) => mention.kind !== 'phrase' && mention.kind !== 'concept')
    .map((mention) => mention.text.replace(/:$/, ''));
  const types = [...new Set(codes.filter((code) => TYPES.has(code)))];
  const conventional =
    !forbids &&
    (/\bconventional[- ]commits?\b/i.test(text) ||
      codes.some((code) => FORMAT.test(code)) ||
      (types.length > 2 && (inSection || /\btypes?\b/i.test(text))));
  const scoped = /\b(?:required|mandatory) scope\b|\bscopes? (?:is|are) (?:required|mandatory)\b/i.test(text);
  const length =
    /(?:under|below|fewer than|less than|<|≤|at most|max(?:imum)?(?: of)?|up to|no more than|within|limit(?:ed)? to|exceed(?:ing)?)\s*(\d{2,3})\s*(?:chars?|characters)\b/i.exec(
      statement,
    );
  const strict = length ? /^(?:under|below|fewer|less|<)/i.test(length[0]) && !length[0].startsWith('<=') : false;
  const own = length !== null && text.includes(length[1] ?? '');
  return {
    ...(conventional && { conventional: true }),
    ...(conventional && types.length > 2 && /\btypes?\b|allowed|one of/i.test(statement) && { types }),
    ...(conventional && scoped && { scopeRequired: true }),
    ...(own && length && { maxLength: Number(length[1]) - (strict ? 1 : 0) }),
    ...((/\b(?:no|without(?: a)?|don't end with a|never end with a) (?:trailing|final|ending)? ?(?:period|full stop|dot)\b/i.test(
      text,
    ) ||
      (forbids &&
        /\bend(?:s|ing)? (?:(?:it|them|the \w+(?: line)?|subjects?|titles?) )?(?:with|in) (?:a |an )?(?:period|full stop|dot)\b/i.test(
          text,
        ))) && { noPeriod: true }),
    ...(/\blower-?case\b/i.test(text) && !forbids && { lowercase: true }),
    ...(/\bimperative\b|\bpresent[- ]tense\b(?! (?:commit|subject))/i.test(text) && !forbids && { imperative: true }),
  };
}

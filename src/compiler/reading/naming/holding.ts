import type { Mention } from '../../../model/intent.ts';
import type { Form } from '../code/forms.ts';
import type { Token } from '../grammar/tokens.ts';
import type { ReadClause } from '../setting.ts';
import { areaOf } from './areas.ts';
import { reachBut } from './form-reach.ts';
import { readMentions } from './mention.ts';
import { globsOf } from './reach.ts';

const HOLDS: ReadonlySet<string> = new Set(
  'use call reference export expose define declare have include contain implement'.split(' '),
);
const THIRD = /^(?:exports|exposes|defines|declares|has|implements|calls|includes|contains)$/;
/** A name, a call, an opened generic: what text can be looked for. */
const NAMED =
  /^(?:export )?(?:(?:async )?(?:function|const|class|def) )?[A-Za-z_$][\w$]*(?:\.[\w$]+)*(?:\(.*\)|<.*)?$/s;

/** "`src/api.ts` must reference names through `refFor<…>`", "Every migration defines `down()`": such files hold it. */
export function readHolding(read: ReadClause): Form | undefined {
  const { clause, stance } = read;
  const each = clause.verb === undefined && stance !== 'forbid' ? eachOf(clause.object) : undefined;
  const via = clause.adjuncts.filter((adjunct) => adjunct.relation === 'via');
  const subject = each ? each.subject : clause.subject;
  const said = each ? each.object : [...clause.object, ...via.flatMap((adjunct) => adjunct.tokens)];
  const codes = said.filter((token) => token.kind === 'code');
  const asked = each !== undefined || (stance === 'require' && HOLDS.has(clause.verb ?? '') && isObliged(read));
  if (!asked || subject.length === 0 || codes.length !== 1 || clause.only || clause.contrast.length > 0)
    return undefined;
  if (clause.adjuncts.some((adjunct) => NARROWS.has(adjunct.relation))) return undefined;
  const [code] = codes;
  const files = filesOf(subject, read);
  if (!code || !NAMED.test(code.text) || files.length === 0 || isNotion(code, read)) return undefined;
  const reach = reachBut(read, (adjunct) => via.includes(adjunct));
  return {
    how: 'holds',
    things: [{ kind: 'code', text: code.text }],
    with: [],
    reach: { ...reach, include: [...reach.include, files] },
  };
}

/** "Tests use `x`" tells how they are written; "must use" asks. */
function isObliged({ clause, setting }: ReadClause): boolean {
  const from = clause.subject.at(-1)?.end ?? 0;
  return /^\s*(?:must|shall|should|has to|have to|needs? to|always)\b/i.test(setting.statement.slice(from));
}

/** Of what the lexicon knows how to ask for, it knows better where it is missing. */
function isNotion(code: Token, { object, setting }: ReadClause): boolean {
  const { concepts } = setting.knowledge.lexicon;
  return object.some(
    (each) => each.kind === 'concept' && each.text === `\`${code.text}\`` && concepts[each.id]?.means === 'require',
  );
}

const NARROWS: ReadonlySet<string> = new Set([
  'when',
  'unless',
  'except',
  'outside',
  'with',
  'from',
  'before',
  'after',
]);

/** "Every module exposes an `init()` function": who, and what. */
function eachOf(tokens: readonly Token[]): { subject: readonly Token[]; object: readonly Token[] } | undefined {
  if (!/^(?:every|each|all)$/.test(tokens[0]?.low ?? '')) return undefined;
  const at = tokens.findIndex((token) => token.kind === 'word' && THIRD.test(token.low));
  return at > 1 && at < 6 ? { subject: tokens.slice(1, at), object: tokens.slice(at + 1) } : undefined;
}

/** Files that a subject names in full: a file, a kind of files, the files of a folder. */
function filesOf(subject: readonly Token[], { setting }: ReadClause): readonly string[] {
  const mentions = readMentions(subject, setting.statement, setting.knowledge);
  const named = mentions.filter((mention) => isFiles(mention) && /^(?:|generated|new)$/.test(mention.qualified ?? ''));
  if (named.length === 1) return named.flatMap(eachFile);
  const words = subject.filter((token) => token.kind === 'word').map((token) => token.low);
  const plural = words.map((word, index) => (index === words.length - 1 ? `${word.replace(/s$/, '')}s` : word));
  const area =
    words.length === subject.length && MEMBERS.test(plural.at(-1) ?? '')
      ? areaOf(plural, setting.knowledge.facts)
      : undefined;
  return area?.kind === 'path' ? area.globs : [];
}

/** Helpers lie among tests, too: where tests are told by their names, their folders say nothing of each file. */
function eachFile(mention: Mention): readonly string[] {
  const globs = globsOf(mention).filter((glob) => !glob.endsWith('/conftest.py'));
  const byName = globs.filter((glob) => !glob.endsWith('/**'));
  return mention.kind === 'files' && mention.id === 'tests' && byName.length > 0 ? byName : globs;
}

/** Things that are a file each. */
const MEMBERS = /^(?:modules|plugins|adapters|migrations|drivers|providers|connectors)$/;

function isFiles(mention: Mention): boolean {
  return (mention.kind === 'path' && mention.exists && !mention.folder) || mention.kind === 'files';
}

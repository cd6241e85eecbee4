import type { Intent, IntentOf, Mention } from '../../../model/intent.ts';
import type { Token } from '../grammar/tokens.ts';
import { isStyle, mayNameStyle } from '../naming/knowledge.ts';
import { readItems } from '../naming/mention.ts';
import { isThing, type ReadClause } from '../setting.ts';

const GIVING_NAMES: ReadonlySet<string> = new Set(
  'name named call called title prefix prefixed suffix suffixed end start begin follow use be match'.split(' '),
);
const ABOUT_NAMES =
  /\b(nam(?:e|es|ed|ing)|prefix(?:ed)?|suffix(?:ed)?|end(?:s|ing)? (?:in|with)|start(?:s|ing)? with)\b/i;

/** "Files are kebab-case", "Use PascalCase for components", "Test files end in `_test.go`", "named `billing-worker-*`". */
export function readName(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const names = clause.verb !== undefined && GIVING_NAMES.has(clause.verb) && ABOUT_NAMES.test(setting.statement);
  if (!names && !mayNameStyle(setting.statement)) return undefined;
  const all = (tokens: typeof clause.object) =>
    readItems(tokens, setting.statement, setting.knowledge).flatMap((item) => item.mentions);
  const purposes = clause.adjuncts.filter((adjunct) => adjunct.relation === 'for' || adjunct.relation === 'in');
  const around: readonly Mention[] = [
    ...read.label,
    ...read.subject,
    ...read.object,
    ...clause.adjuncts.flatMap((adjunct) => all(adjunct.tokens)),
    ...all(clause.examples),
  ];
  const styles = around.filter((mention) => mention.kind === 'style').map((mention) => mention.style);
  const wordsFor = purposes.flatMap((adjunct) =>
    adjunct.tokens.filter((token) => token.kind === 'word').map((token) => token.low),
  );
  const what = [
    ...read.label,
    ...read.subject,
    ...read.object,
    ...purposes.flatMap((adjunct) => all(adjunct.tokens)),
  ].filter((mention) => mention.kind !== 'style');
  const words = [...clause.label.map((token) => token.low), ...read.words, ...wordsFor];
  const reach = { ...read.common.reach, unclear: [] };
  const pairs = stylesByKind([...clause.label, ...clause.subject, ...clause.body]);
  if (new Set(styles).size > 1 && pairs.length > 1)
    return pairs.map((pair) => ({
      ...read.common,
      reach,
      shape: 'name',
      what: all(pair.tokens),
      words: pair.tokens.filter((token) => token.kind === 'word').map((token) => token.low),
      styles: styles.filter((style) =>
        pair.styles.flatMap((token) => all([token])).some((each) => each.kind === 'style' && each.style === style),
      ),
      patterns: [],
    }));
  if (styles.length > 0) return [{ ...read.common, reach, shape: 'name', what, words, styles, patterns: [] }];
  if (!names) return undefined;
  const affix = affixOf(setting.statement);
  const patterns = around
    .filter((mention) => (mention.kind === 'path' && !mention.folder) || mention.kind === 'code')
    .map((mention) => mention.text)
    .filter((text) => /[*<{]/.test(text));
  const subject = [...read.subject, ...(read.subject.length > 0 ? [] : read.object)].filter(
    (mention) => isThing(mention) && !patterns.includes(mention.text),
  );
  // "Use the `node:` prefix" is a notion of its own and names nothing that is to have it.
  const [notion, ...others] = subject;
  if (clause.verb === 'use' && purposes.length === 0 && notion?.kind === 'concept' && others.length === 0)
    return undefined;
  if (affix || patterns.length > 0)
    return [
      { ...read.common, reach, shape: 'name', what: subject, words, styles: [], ...(affix && { affix }), patterns },
    ];
  return undefined;
}

interface Pair {
  readonly styles: readonly Token[];
  readonly tokens: readonly Token[];
}

/** "camelCase for variables, PascalCase for classes" and "functions camelCase, types PascalCase": each style with its kinds. */
function stylesByKind(tokens: readonly Token[]): readonly Pair[] {
  const spoken = tokens.filter((token) => token.kind !== 'punct' && !FILLING.has(token.low));
  const first = spoken[0];
  const before = first !== undefined && !isStyle(first.text);
  const pairs: { styles: Token[]; tokens: Token[] }[] = [];
  let kinds: Token[] = [];
  for (const token of spoken) {
    const last = pairs.at(-1);
    if (isStyle(token.text)) {
      // "camelCase or PascalCase" is one choice.
      if (last && (before ? kinds.length === 0 : last.tokens.length === 0)) last.styles.push(token);
      else pairs.push({ styles: [token], tokens: before ? kinds : [] });
      kinds = [];
    } else if (before) kinds.push(token);
    else last?.tokens.push(token);
  }
  return pairs.every((pair) => pair.tokens.length > 0) && kinds.length === 0 ? pairs : [];
}

const FILLING: ReadonlySet<string> = new Set(
  'use for and or in with as the a an all are is be should must named names naming always written'.split(' '),
);

const AFFIX =
  /(?:start(?:s|ing)? with|begin(?:s|ning)? with|prefix(?:ed|es)?(?: with)?(?: of)?)\s+((?:[`'"][A-Za-z_]\w*[`'"](?:,? or |, ?|\/| or | and )?){2,})/i;

function prefixesOf(statement: string): readonly string[] {
  return [...(AFFIX.exec(statement)?.[1] ?? '').matchAll(/[`'"]([A-Za-z_]\w*)[`'"]/g)].map((match) => match[1] ?? '');
}

function affixOf(statement: string): IntentOf<'name'>['affix'] {
  const suffix =
    /(?:end(?:s|ing)? (?:in|with)|suffix(?:ed)?(?: with)?(?: of)?|with the suffix)\s+[`'"]([^`'"]+)[`'"]/i.exec(
      statement,
    )?.[1] ?? /[`'"]([^`'"]+)[`'"]\s+suffix/i.exec(statement)?.[1];
  const prefix =
    /(?:start(?:s|ing)? with|begin(?:s|ning)? with|prefix(?:ed)?(?: with)?(?: of)?)\s+[`'"]([^`'"]+)[`'"]/i.exec(
      statement,
    )?.[1] ?? /[`'"]([^`'"]+)[`'"]\s+prefix/i.exec(statement)?.[1];
  if (suffix === undefined && prefix === undefined) return undefined;
  const prefixes = prefixesOf(statement);
  return {
    ...(prefix !== undefined && { prefix }),
    ...(prefixes.length > 0 && { prefixes }),
    ...(suffix !== undefined && { suffix }),
  };
}

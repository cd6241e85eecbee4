import type { Intent, Mention } from '../../model/intent.ts';
import { readItems } from './mention.ts';
import { isThing, type ReadClause } from './setting.ts';

/** "Files are kebab-case", "Use PascalCase for components", "Test files end in `_test.go`", "named `opendal-service-*`". */
export function readName(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting, common } = read;
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
  const names =
    clause.verb !== undefined &&
    [
      'name',
      'named',
      'call',
      'called',
      'title',
      'prefix',
      'prefixed',
      'suffix',
      'suffixed',
      'end',
      'start',
      'begin',
      'follow',
      'use',
      'be',
      'match',
    ].includes(clause.verb);
  const aboutNames =
    /\b(nam(?:e|es|ed|ing)|prefix(?:ed)?|suffix(?:ed)?|end(?:s|ing)? (?:in|with)|start(?:s|ing)? with)\b/i.test(
      setting.statement,
    );
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
  const reach = { ...common.reach, unclear: [] };
  if (styles.length > 0) return [{ ...common, reach, shape: 'name', what, words, styles, patterns: [] }];
  if (!names || !aboutNames) return undefined;
  const affix = affixOf(setting.statement);
  const patterns = around
    .filter((mention) => (mention.kind === 'path' && !mention.exists) || mention.kind === 'code')
    .map((mention) => mention.text)
    .filter((text) => /[*<{]/.test(text));
  const subject = [...read.subject, ...(read.subject.length > 0 ? [] : read.object)].filter(
    (mention) => isThing(mention) && !patterns.includes(mention.text),
  );
  if (affix || patterns.length > 0)
    return [{ ...common, reach, shape: 'name', what: subject, words, styles: [], ...(affix && { affix }), patterns }];
  return undefined;
}

function affixOf(statement: string): { prefix?: string; suffix?: string } | undefined {
  const suffix =
    /(?:end(?:s|ing)? (?:in|with)|suffix(?:ed)?(?: with)?(?: of)?|with the suffix)\s+[`'"]([^`'"]+)[`'"]/i.exec(
      statement,
    )?.[1] ?? /[`'"]([^`'"]+)[`'"]\s+suffix/i.exec(statement)?.[1];
  const prefix =
    /(?:start(?:s|ing)? with|begin(?:s|ning)? with|prefix(?:ed)?(?: with)?(?: of)?)\s+[`'"]([^`'"]+)[`'"]/i.exec(
      statement,
    )?.[1] ?? /[`'"]([^`'"]+)[`'"]\s+prefix/i.exec(statement)?.[1];
  if (suffix === undefined && prefix === undefined) return undefined;
  return { ...(prefix !== undefined && { prefix }), ...(suffix !== undefined && { suffix }) };
}

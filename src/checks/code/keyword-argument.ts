import { quotedText } from './query-tree.ts';

/** `verify=False` in Python is an argument by its keyword. What is open after the sign leaves its value open. */
export function keywordArgumentQueries(span: string): readonly { readonly query: string }[] {
  const argument = /^([A-Za-z_]\w*)=([^=\s].*|)$/.exec(span);
  if (!argument) return [];
  const [, name = '', value = ''] = argument;
  const named = `(#eq? @name ${quotedText(name)})`;
  if (/^(?:\.\.\.|…|<[a-z][\w -]*>|)$/.test(value))
    return [{ query: `((keyword_argument name: (identifier) @name) @match ${named})` }];
  const [quoted] = /^(["']).*\1$/.test(value) ? [value.slice(1, -1)] : [];
  const values = quoted === undefined ? [value] : [`"${quoted}"`, `'${quoted}'`];
  const valued = `(#any-of? @value ${values.map(quotedText).join(' ')})`;
  return [{ query: `((keyword_argument name: (identifier) @name value: (_) @value) @match ${named} ${valued})` }];
}

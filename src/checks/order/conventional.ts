import picomatch from 'picomatch';

/** What a repository asks of its conventional subjects (conventionalcommits.org 1.0.0). */
export interface Conventions {
  readonly types?: readonly string[] | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly scopeRequired?: boolean | undefined;
}

const SUBJECT = /^([A-Za-z][\w-]*)(?:\(([^()]*)\))?!?: \S/;

/** What is wrong with a subject; `undefined` if nothing is. */
export function unconventional(subject: string, { types, scopes, scopeRequired }: Conventions): string | undefined {
  const form = scopeRequired ? '`type(scope): description`' : '`type: description` or `type(scope): description`';
  const [, type, scope] = SUBJECT.exec(subject) ?? [];
  if (type === undefined) return `expected ${form}${types ? ` with one of the types ${types.join(', ')}` : ''}`;
  if (types && !types.includes(type)) return `unexpected type \`${type}\`, expected one of ${types.join(', ')}`;
  if (scope === undefined) return scopeRequired ? `expected a scope: ${form}` : undefined;
  const named = scope.split(',').map((name) => name.trim());
  if (named.includes('')) return 'unexpected empty scope';
  const wrong = scopes && named.find((name) => !picomatch.isMatch(name, [...scopes]));
  return wrong === undefined ? undefined : `unexpected scope \`${wrong}\`, expected one of ${scopes?.join(', ')}`;
}

const cache = new Map<string, (text: string) => boolean>();

/**
 * A test for wildcards over whole words: `*`, `**`, `?`, `[a-z]`, `{a,b}`. In a pattern with a slash `*` stays
 * within a segment and a final `/**` means the folder too; otherwise `*` crosses everything (`+*`, `*:main`).
 */
export function wildcard(pattern: string): (text: string) => boolean {
  const known = cache.get(pattern);
  if (known) return known;
  if (cache.size > 5000) cache.clear();
  const test = build(pattern);
  cache.set(pattern, test);
  return test;
}

export function hasWildcard(text: string): boolean {
  return /[*?[{]/.test(text);
}

function build(pattern: string): (text: string) => boolean {
  if (!hasWildcard(pattern)) return (text) => text === pattern;
  const expression = expressionOf(pattern);
  return (text) => text.length < 10_000 && (expression?.test(text) ?? text === pattern);
}

function expressionOf(pattern: string): RegExp | undefined {
  const folder = pattern.endsWith('/**') && pattern !== '/**';
  const body = folder ? pattern.slice(0, -3) : pattern;
  const star = pattern.includes('/') && !pattern.includes('://') ? '[^/]*' : '.*';
  let source = '';
  let depth = 0;
  for (let at = 0; at < body.length; at += 1) {
    const char = body[at] ?? '';
    if (char === '*' && body[at + 1] === '*') {
      while (body[at + 1] === '*') at += 1;
      const whole = body[at + 1] === '/' && (source === '' || source.endsWith('/'));
      source += whole ? '(?:.*/)?' : '.*';
      if (whole) at += 1;
    } else if (char === '*') source += star;
    else if (char === '?') source += '[^/]';
    else if (char === '[') {
      const end = body.indexOf(']', at + 2);
      if (end < 0) source += '\\[';
      else {
        source += `[${body
          .slice(at + 1, end)
          .replace(/^!/, '^')
          .replace(/[\\[\]]/g, '\\$&')}]`;
        at = end;
      }
    } else if (char === '{' && body.indexOf('}', at) > 0) {
      source += '(?:';
      depth += 1;
    } else if (char === '}' && depth > 0) {
      source += ')';
      depth -= 1;
    } else if (char === ',' && depth > 0) source += '|';
    else source += char.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  }
  try {
    return new RegExp(`^${source}${')'.repeat(depth)}${folder ? '(?:/.*)?' : ''}$`, 's');
  } catch {
    return undefined;
  }
}

import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

export interface Complaint {
  readonly path: readonly PropertyKey[];
  /** The key of the mapping at `path` that is meant, where one is. */
  readonly key?: string;
  readonly message: string;
}

/** The first thing a schema refuses, told as what was expected and what was found. */
export function complaintOf(error: z.ZodError, value: unknown): Complaint {
  const first = tellingOf(error.issues);
  return first ? tell(first, [], value) : { path: [], message: 'expected something else' };
}

function tell(issue: Issue, above: readonly PropertyKey[], root: unknown): Complaint {
  const path = [...above, ...issue.path];
  const at = path.length > 0 ? `\`${path.map(String).join('.')}\`: ` : '';
  const found = valueAt(root, path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const [key = ''] = issue.keys;
      return { path, key, message: `${at}unknown key \`${key}\`` };
    }
    case 'invalid_union': {
      const branch = nearestBranch(issue.errors);
      if (branch) return tell(branch, path, root);
      if ('discriminator' in issue && typeof issue.discriminator === 'string') {
        return { path, message: `${at}no such ${issue.discriminator}: ${shown(found)}` };
      }
      return { path, message: `${at}expected another form, found ${shown(found)}` };
    }
    case 'invalid_type':
      return found === undefined
        ? { path, message: `${at}expected ${issue.expected}, found nothing` }
        : { path, message: `${at}expected ${issue.expected}, found ${shown(found)}` };
    case 'invalid_value':
      return { path, message: `${at}expected ${issue.values.map(shown).join(' or ')}, found ${shown(found)}` };
    case 'custom':
      return { path, message: `${at}${issue.message}` };
    case 'too_small':
      return { path, message: `${at}expected at least ${issue.minimum}${unit(issue.origin)}, found ${shown(found)}` };
    case 'too_big':
      return { path, message: `${at}expected at most ${issue.maximum}${unit(issue.origin)}, found ${shown(found)}` };
    default:
      return { path, message: `${at}${issue.message}, found ${shown(found)}` };
  }
}

/** Of the alternatives, the one that was followed furthest: its complaint lies deepest. */
function nearestBranch(branches: readonly (readonly Issue[])[]): Issue | undefined {
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map((issue) => issue.path.length)) - issues.length;
  const [best] = [...branches].filter((issues) => issues.length > 0).sort((a, b) => depth(b) - depth(a));
  return best && tellingOf(best);
}

/** A misspelt key is two issues, one unknown and one missing; the unknown one tells more. */
function tellingOf(issues: readonly Issue[]): Issue | undefined {
  return issues.find((issue) => issue.code === 'unrecognized_keys') ?? issues[0];
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  const text = typeof value === 'bigint' || typeof value === 'symbol' ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

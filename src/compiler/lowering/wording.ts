import type { Example } from '../../model/evidence.ts';
import type { Mention } from '../../model/intent.ts';
import { parseRepoPath } from '../../model/path.ts';
import { globTest } from '../../repository/globs.ts';

/** What to use instead, as a person would say it. */
export function insteadOf(mentions: readonly Mention[]): string | undefined {
  const names = mentions
    .filter((mention) => mention.kind !== 'quantity')
    .map((mention) =>
      mention.kind === 'command' || mention.kind === 'code' || mention.kind === 'flag' || mention.kind === 'path'
        ? `\`${mention.text}\``
        : mention.text,
    );
  return names.length > 0 ? `use ${names.join(' or ')}` : undefined;
}

export function ran(run: string): Example {
  return { steps: [{ run }] };
}

export function wrote(write: string, content: string): Example {
  return { steps: [{ write, content }] };
}

/** Does one of the globs mean this path? */
export function covers(globs: readonly string[], path: string): boolean {
  const parsed = parseRepoPath(path);
  return parsed !== undefined && parsed !== '' && globTest(globs)(parsed);
}

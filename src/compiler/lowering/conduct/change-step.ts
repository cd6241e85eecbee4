import type { Step } from '../../../model/evidence.ts';
import type { Trigger } from '../../../model/intent.ts';
import { nameOf, parseRepoPath } from '../../../model/path.ts';
import { globTest } from '../../../repository/globs.ts';

type Change = Extract<Trigger, { kind: 'changed' }>;

/** A change as an example has it: what stands there before, and the step. */
export interface ChangeStep {
  readonly files: { readonly files?: Record<string, string> };
  readonly steps: readonly Step[];
}

export function changeStep(sample: string, changed: Change | undefined): ChangeStep {
  const how = changed?.how?.[0];
  if (how === 'delete') return { files: { files: { [sample]: 'old\n' } }, steps: [{ delete: sample }] };
  if (how === 'rename')
    return {
      files: { files: { [sample]: 'old\n' } },
      steps: [{ rename: sample, to: sample.replace(/([^/]*)$/, 'moved-$1') }],
    };
  return { files: {}, steps: [{ write: sample, content: changed?.part ? manifest(sample) : 'new\n' }] };
}

/** A manifest with a dependency. */
function manifest(path: string): string {
  const place = parseRepoPath(path);
  switch (place === undefined || place === '' ? '' : nameOf(place)) {
    case 'package.json':
      return '{ "dependencies": { "example": "1.2.3" } }\n';
    case 'composer.json':
      return '{ "require": { "example/example": "1.2.3" } }\n';
    case 'pyproject.toml':
      return '[project]\nname = "example"\ndependencies = ["example==1.2.3"]\n';
    case 'Cargo.toml':
      return '[dependencies]\nexample = "1.2.3"\n';
    default:
      return 'new\n';
  }
}

/** Does a path match one of the globs? */
export function inside(globs: readonly string[], text: string): boolean {
  const path = parseRepoPath(text);
  return path !== undefined && path !== '' && globTest(globs)(path);
}

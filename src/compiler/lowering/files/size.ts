import type { IntentOf, Mention } from '../../../model/intent.ts';
import type { Scope } from '../../../model/rule.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { globsOf } from '../../reading/naming/reach.ts';
import { lowerFunctionLimit, lowerParameterLimit } from '../code/function-size.ts';
import { covers, ran, wrote } from '../code/wording.ts';
import { instances, type Lowered, left, NOTHING, samplePath, scopeOf, severityOf } from '../draft.ts';
import { meetGlobs } from './meet-globs.ts';
import { sourceGlobs } from './source-globs.ts';

/** "Files under 400 lines", "lines at most 100 characters". */
export function lowerLimit(intent: IntentOf<'limit'>, knowledge: Knowledge): Lowered {
  const words = new Set(intent.words);
  const about = (pattern: RegExp) => [...words].some((word) => pattern.test(word));
  if (about(/^(subject|commit|commits|message|messages|title)$/))
    return intent.unit === 'characters' ? lowerSubjectLimit(intent) : NOTHING;
  if (intent.unit === 'parameters') return lowerParameterLimit(intent, knowledge);
  if (intent.unit === 'lines' && about(/^(functions?|methods?)$/) && !about(/^(files?|modules?|classes)$/))
    return lowerFunctionLimit(intent, knowledge);
  const components = about(/^components?$/);
  const measure =
    intent.unit === 'lines' && about(/^(files?|modules?|scripts?|sources?)$/)
      ? 'lines'
      : intent.unit === 'characters' && about(/^(lines?|columns?|width|long)$/)
        ? 'line-length'
        : intent.unit === 'lines' &&
            (components || intent.what.some((mention) => mention.kind === 'files' || mention.kind === 'path'))
          ? 'lines'
          : undefined;
  if (measure === undefined)
    return left(`a limit of ${intent.max} ${intent.unit} on this is not something we can measure`);
  const scope = scopeOf(intent.reach, knowledge, true);
  if (typeof scope === 'string') return left(scope);
  const named = intent.what.filter(
    (mention): mention is Mention => mention.kind === 'files' || (mention.kind === 'path' && mention.globs.length > 0),
  );
  const include = meetGlobs(
    scope?.include ?? ['**'],
    named.length > 0 ? named.flatMap(globsOf) : components ? COMPONENT_FILES : sourceGlobs(knowledge),
  );
  const besides = named.length === 0 && components ? NO_COMPONENTS : [];
  const exclude = [...(scope?.exclude ?? []), ...besides];
  const inner: Scope = { include: [...include], ...(exclude.length > 0 && { exclude }) };
  const file =
    samplePath(inner, 'example') ??
    include.flatMap((glob) => instances(glob, 'example', '')).find((path) => covers(include, path));
  if (file === undefined) return left('no example could be made for the limit');
  const text = (size: number) => (measure === 'lines' ? 'x\n'.repeat(size) : `${'x'.repeat(size)}\n`);
  return {
    drafts: [
      {
        subject: `${measure} ${intent.max}`,
        severity: severityOf(intent),
        message:
          measure === 'lines'
            ? `files have at most ${intent.max} lines`
            : `lines have at most ${intent.max} characters`,
        check: {
          kind: 'paths',
          contract: {
            type: 'size',
            files: { include: [...include], ...(exclude.length > 0 && { exclude }) },
            measure,
            max: intent.max,
          },
        },
        evidence: { violating: [wrote(file, text(intent.max + 1))], compliant: [wrote(file, text(intent.max))] },
      },
    ],
    left: [],
  };
}

/** Files that hold a component each. */
const NO_COMPONENTS: readonly string[] = ['**/*.{test,spec,stories,cy}.*', '**/__tests__/**', '**/e2e/**'];
const COMPONENT_FILES: readonly string[] = ['**/*.tsx', '**/*.jsx', '**/*.vue', '**/*.svelte'];

function lowerSubjectLimit(intent: IntentOf<'limit'>): Lowered {
  const subject = `feat: ${'x'.repeat(Math.max(1, intent.max - 6))}`;
  return {
    drafts: [
      {
        subject: `commit subject ${intent.max}`,
        severity: severityOf(intent),
        message: `the subject of a commit has at most ${intent.max} characters`,
        check: { kind: 'order', contract: { type: 'message', of: ['commit'], part: 'subject', maxLength: intent.max } },
        evidence: {
          violating: [ran(`git commit -m "${subject}x"`)],
          compliant: [ran(`git commit -m "${subject}"`), ran('git commit -m "feat: short"')],
        },
      },
    ],
    left: [],
  };
}

import { escapeRegex } from '../../../checks/text/regex.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { instances, type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { wrote } from './wording.ts';

/** "`src/api.ts` must call `refFor()`": a file of these in whose code it stands nowhere. */
export function lowerHolds(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  const [thing] = intent.things;
  const scope = scopeOf(intent.reach, knowledge, true);
  if (typeof scope === 'string') return left(scope);
  if (!thing || !scope?.include) return left('which files are to hold it is not said');
  const shown = thing.text.replace(/\s*(?:\.\.\.|…).*$/s, '');
  const start = shown.replace(/\(.*\)?$/s, '');
  const generic = /<\w+$/.test(shown) || /<$/.test(shown);
  // A function is there when it is declared, handed on or called.
  const pattern = `(?:^|[^\\w$])${escapeRegex(generic ? shown : start)}${generic ? '' : '(?:$|[^\\w$])'}`;
  const isCode = /\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|cs|rb|php|swift|vue|svelte)$/;
  const extensions = ['ts', 'js', 'tsx', 'py', 'go', 'rs', 'java', 'kt', 'cs', 'rb', 'php', 'swift'];
  const path =
    scope.include
      .flatMap((glob) => instances(glob, 'example.ts', '.ts'))
      .find((each) => isCode.test(each) && samplePath(scope, each) === each) ??
    extensions
      .map((extension) => samplePath(scope, `example.${extension}`))
      .find((each) => each !== undefined && isCode.test(each));
  if (path === undefined) return left(`no example could be made for \`${thing.text}\``);
  const head = path.endsWith('.php') ? '<?php\n' : path.endsWith('.go') ? 'package example\n\n' : '';
  const comment = path.endsWith('.py') || path.endsWith('.rb') ? '#' : '//';
  return {
    drafts: [
      {
        subject: `${thing.text} in files`,
        severity: severityOf(intent),
        message: `such files hold \`${thing.text}\``,
        scope: {
          ...scope,
          exclude: [
            ...(scope.exclude ?? []),
            '**/*.{md,mdx,json,css,scss,svg,png,snap}',
            '**/*.{test,spec}.*',
            '**/index.*',
            '**/*.d.ts',
          ].filter((glob) => samplePath({ include: [glob] }, path) !== path),
        },
        check: { kind: 'text', pattern, in: 'source', mode: 'require' },
        evidence: {
          violating: [wrote(path, `${head}${comment} ${shown}\nother()\n`)],
          compliant: [wrote(path, `${head}${shown.includes('(') ? shown : `x = ${shown}`}\n`)],
        },
      },
    ],
    left: [],
  };
}

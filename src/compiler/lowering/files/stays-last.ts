import { escapeRegex } from '../../../checks/text/regex.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { wrote } from '../code/wording.ts';
import { type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';

/**
 * "`Route::get('{slug}', …)` stays last in `web.php`": nothing of its kind follows. Static calls of one class are of a
 * kind, other calls only where the whole function is the same: after `app.use(x)` an `app.listen()` is fine.
 */
export function lowerLast(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  const [thing] = intent.things;
  const scope = scopeOf(intent.reach, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const span = thing?.text ?? '';
  const called = /^([\w$.:]+)(?:::|\.)\w+(?=\()/.exec(span)?.[1];
  const own = /^[\w$.:]+\(/.exec(span)?.[0];
  const shown = /^(.*?\((?:\s*[^\s,)…]+)?)/s.exec(span.replace(/\.\.\.|…/g, ''))?.[1];
  if (called === undefined || own === undefined || shown === undefined || shown.endsWith('('))
    return left(`what comes after \`${span}\` cannot be told`);
  const kind = own.includes('::') ? `${called}::` : own;
  const files = scope?.include ?? [];
  const [glob] = files;
  const name = glob?.replace(/^.*\//, '') ?? '';
  const path = /^[\w.-]+$/.test(name) ? samplePath(scope, name) : undefined;
  if (path === undefined || !scope) return left('which file it stays last in is not said');
  const quoted = escapeRegex(shown).replaceAll(/['"]/g, '[\'"]');
  const open = path.endsWith('.php') ? '<?php\n' : '';
  const [one, other] = [`${shown}, a);\n`, `${own.includes('::') ? `${called}::other(` : own}'other');\n`];
  return {
    drafts: [
      {
        subject: `${shown} last`,
        severity: severityOf(intent),
        message: `\`${shown}…\` stays the last of its kind in \`${name}\``,
        scope,
        check: { kind: 'text', pattern: `${quoted}(?:[^\\n]*\\n)+?[ \\t]*${escapeRegex(kind)}`, in: 'source' },
        evidence: {
          violating: [wrote(path, `${open}${one}${other}`)],
          compliant: [wrote(path, `${open}${other}${one}`)],
        },
      },
    ],
    left: [],
  };
}

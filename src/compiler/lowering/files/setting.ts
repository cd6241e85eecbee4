import type { IntentOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { covers, ran, wrote } from '../code/wording.ts';
import { type Draft, type Lowered, left, scopeOf, severityOf } from '../draft.ts';

/** A value of a manifest or configuration file: strict mode, scripts, what is published. */
export function lowerSetting(intent: IntentOf<'setting'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf({ ...intent.reach, languages: [] }, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const file = intent.files
    .map((glob) =>
      glob
        .replace(/\{([^{},]*)[^{}]*\}/g, '$1')
        .replace(/^\*\*\//, '')
        .replaceAll('**', 'a')
        .replaceAll('*', 'example'),
    )
    .find((path) => covers(intent.files, path) && covers(scope?.include ?? ['**'], path));
  if (file === undefined) return left(`no example could be made for ${intent.about}`);
  const key = intent.key.map((part) => (/[.\s]/.test(part) ? `"${part}"` : part)).join('.');
  return {
    drafts: [
      {
        subject: intent.about,
        severity: severityOf(intent),
        message: intent.about,
        ...(scope && { scope }),
        check: { kind: 'config', files: [...intent.files], key, expect: intent.expect },
        evidence: {
          violating: [wrote(file, textOf(file, intent.bad))],
          compliant: [wrote(file, textOf(file, intent.good))],
        },
      },
      ...(intent.commands ? [draftOfCommands(intent, intent.commands)] : []),
    ],
    left: [],
  };
}

/** What the manifest pins is not to be changed by a command either. */
function draftOfCommands(
  intent: IntentOf<'setting'>,
  { forbid, allow, wrong, right }: NonNullable<IntentOf<'setting'>['commands']>,
): Draft {
  return {
    subject: `${intent.about} for commands`,
    severity: severityOf(intent),
    message: intent.about,
    check: { kind: 'command', forbid: [...forbid], allow: [...allow] },
    evidence: { violating: [ran(wrong)], compliant: [ran(right)] },
  };
}

/** A file with one value at a path of keys. JSON is YAML too. */
function textOf(file: string, [keys, value]: readonly [readonly string[], unknown]): string {
  if (file.endsWith('.toml')) {
    const table = keys.slice(0, -1).join('.');
    return `${table === '' ? '' : `[${table}]\n`}${keys.at(-1) ?? ''} = ${JSON.stringify(value)}\n`;
  }
  const whole = keys.reduceRight<unknown>((inner, part) => (/^\d+$/.test(part) ? [inner] : { [part]: inner }), value);
  return `${JSON.stringify(whole, null, 2)}\n`;
}

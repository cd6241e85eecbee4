import { shown } from '../../engine/proof.ts';
import type { Example, Step } from '../../model/evidence.ts';
import type { Rule } from '../../model/rule.ts';
import type { Objection } from '../objection.ts';
import type { Trial } from './counter-examples.ts';

/** Names looked at in one example, so that a long one costs no more than a short one. */
const MOST_NAMES = 40;

/**
 * A name that the rule looks for does not count as part of a longer one: `any` in `anything`. A name is looked for if
 * another in its place is let pass. Where violating examples show two names, a class of names is meant (`use…`).
 */
export async function longerNames(rule: Rule, trial: Trial): Promise<readonly Objection[]> {
  const { kind } = rule.check;
  if (kind !== 'command' && kind !== 'text' && kind !== 'code') return [];
  if (rule.check.kind === 'text' && (rule.check.in === 'name' || rule.check.in === 'comment')) return [];
  const looked = new Map<string, Example>();
  for (const example of rule.evidence.violating) {
    const last = example.steps.at(-1);
    const text = last === undefined ? undefined : textOf(last);
    if (last === undefined || text === undefined) continue;
    for (const name of namesOf(text, kind === 'command')) {
      const put = (other: string): Example => replaced(example, last, name, other);
      // What follows a short flag is its value, or another one: `-nx` is `-n x`.
      if (/^-[A-Za-z]$/.test(name)) continue;
      if (looked.has(name) || (await trial(put(other(name))))) continue;
      looked.set(name, example);
      const [tail, head] = [await trial(put(`${name}x`)), await trial(put(before(name)))];
      if (!tail && !head) continue;
      if (isClass(rule, name)) continue;
      const longer = put(tail ? `${name}x` : before(name));
      return [
        {
          gate: 'counter-example',
          reason: `it flags \`${name}\` as part of a longer name: ${shown(longer)}`,
          remedy: `ask for the whole name (\`\\b${name}\\b\`, \`#eq?\`, no glob); if all such names are meant, show two of them in violating examples`,
        },
      ];
    }
  }
  return [];
}

/** Is there a violating example without this very name? Then what it is part of was meant. */
function isClass({ evidence }: Rule, name: string): boolean {
  return evidence.violating.some(({ steps }) => {
    const last = steps.at(-1);
    const text = last === undefined ? undefined : textOf(last);
    return text !== undefined && !namesOf(text, false).includes(name) && !namesOf(text, true).includes(name);
  });
}

function textOf(step: Step): string | undefined {
  if ('run' in step) return step.run;
  return 'write' in step ? step.content : undefined;
}

function namesOf(text: string, words: boolean): readonly string[] {
  const names =
    text.match(words ? /(?<![\w./@:=-])-{0,2}[A-Za-z][\w-]*(?![\w./@:=*-])/g : /(?<!<\?)[A-Za-z_]\w{2,}/g) ?? [];
  return [...new Set(names)].slice(0, MOST_NAMES);
}

function other(name: string): string {
  return `${/^-*/.exec(name)?.[0] ?? ''}zzqj`;
}

function before(name: string): string {
  return name.replace(/^-*/, (dashes) => `${dashes}x`);
}

function replaced(example: Example, last: Step, name: string, by: string): Example {
  const whole = new RegExp(String.raw`(?<![\w-])${name.replaceAll('-', '\\-')}(?![\w-])`, 'g');
  const step: Step =
    'run' in last
      ? { ...last, run: last.run.replace(whole, by) }
      : 'write' in last
        ? { ...last, content: last.content.replace(whole, by) }
        : last;
  return { ...example, steps: [...example.steps.slice(0, -1), step] };
}

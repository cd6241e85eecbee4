import type { Paint } from '../report/paint.ts';
import { describeRule } from '../rulebook/describe.ts';
import type { Malformed } from './draft-files.ts';
import type { Examined } from './examine.ts';
import type { Standing } from './gates/breadth.ts';
import type { Hearing } from './hearing.ts';
import type { Objection } from './objection.ts';

/** What the gates said of all drafts. */
export function hearingText({ malformed, examined }: Hearing, paint: Paint): string {
  const all = [
    ...malformed.map((one) => malformedText(one, paint)),
    ...examined.map((one) => examinedText(one, paint)),
  ];
  return all.length === 0 ? 'There is no draft in .bylaw/drafts/.' : all.join('\n');
}

/** What the gates said of a draft, for its author. */
export function examinedText({ draft: { rule, file }, objections, standing }: Examined, paint: Paint): string {
  const proven = objections.length === 0;
  const head = `${proven ? paint.green('proven') : paint.red('refused')} ${paint.bold(rule.id)} ${paint.dim(`(${file})`)}`;
  return [
    head,
    ...(proven ? [`  ${describeRule(rule)}`] : objections.map(objectionText)),
    ...(standing && standing.places > 0
      ? [`  ${standingText(standing)}`, ...standing.samples.map((each) => `    ${each}`)]
      : []),
  ].join('\n');
}

export function malformedText({ file, id, objection }: Malformed, paint: Paint): string {
  return `${paint.red('refused')} ${paint.bold(id ?? file)} ${paint.dim(`(${file})`)}\n${objectionText(objection)}`;
}

function objectionText({ gate, place, reason, remedy }: Objection): string {
  return `  ${gate}: ${place === undefined ? '' : `${place}: `}${reason}\n    ${remedy}`;
}

/** In words: how many places of the present tree break a rule. */
export function standingText({ places, files, looked, wide }: Standing): string {
  const much = wide ? ', so widely that it is probably misread' : '';
  return `${places} place${places === 1 ? '' : 's'} in ${files} of ${looked} files break it today${much}`;
}

import type { Outcome } from '../compiler/compilation.ts';
import type { Status } from '../model/directive.ts';
import type { Example, Step } from '../model/evidence.ts';
import type { Rule } from '../model/rule.ts';
import { describeRule } from '../rulebook/describe.ts';
import type { Paint } from './paint.ts';

/** One line on what became of a statement, and the rules made of it. */
export function statementText({ directive, status, reason, rules }: Outcome, paint: Paint): string {
  const head = `${paint.cyan(directive.id)} ${coloured(status, paint)} "${directive.source.quote}"`;
  const why = rules.length > 0 ? `rules: ${rules.join(', ')}${status === 'partly' ? `; ${reason}` : ''}` : reason;
  return `${head}\n    ${paint.dim(why)}`;
}

/** A rule in full: its prose, what it does, where, and the examples that prove it. */
export function ruleText(rule: Rule, paint: Paint): string {
  const { id, source, also, severity, message, instead, evidence, check } = rule;
  const sources = [source, ...(also ?? [])].map(
    ({ file, line, quote }) => `  ${paint.cyan(`${file}:${line}`)} "${quote}"`,
  );
  return [
    `${paint.bold(id)} (${severity}, ${check.kind}${rule.origin ? `, ${rule.origin}` : ''})`,
    ...sources,
    `  ${describeRule(rule)}`,
    `  says: ${message}`,
    ...(instead === undefined ? [] : [`  instead: ${instead}`]),
    ...evidence.violating.map((example) => `  ${paint.red('breaks it:')} ${exampleText(example)}`),
    ...evidence.compliant.map((example) => `  ${paint.green('is fine:')}   ${exampleText(example)}`),
  ].join('\n');
}

function exampleText({ steps, branch }: Example): string {
  return `${steps.map(stepText).join(', then ')}${branch === undefined ? '' : ` (on branch ${branch})`}`;
}

function stepText(step: Step): string {
  if ('run' in step) return `\`${step.run}\`${step.cwd === undefined ? '' : ` in ${step.cwd}`}`;
  if ('write' in step) return `write ${step.write}: ${JSON.stringify(step.content).slice(0, 160)}`;
  if ('delete' in step) return `delete ${step.delete}`;
  if ('rename' in step) return `rename ${step.rename} to ${step.to}`;
  return 'read' in step ? `read ${step.read}` : 'stop';
}

function coloured(status: Status, paint: Paint): string {
  switch (status) {
    case 'enforced':
    case 'elsewhere':
      return paint.green(status);
    case 'partly':
    case 'unread':
      return paint.yellow(status);
    default:
      return paint.dim(status);
  }
}

import type { Compilation } from '../compiler/compilation.ts';
import { CHECK_KINDS } from '../model/check-kind.ts';
import { type Status, statusSchema } from '../model/directive.ts';
import { counted } from './counted.ts';
import type { Paint } from './paint.ts';

const MEANING: Readonly<Record<Status, string>> = {
  enforced: 'held to by rules',
  partly: 'some of what it asks is held to',
  elsewhere: "the repository's own tools see to it",
  judgement: 'no program can decide it',
  information: 'asks for nothing',
  unread: 'asks for something that was not understood',
};

/** How much of the prose is enforced: files, statements by status, rules by kind. */
export function coverageText({ files, readings, rules, warnings }: Compilation, paint: Paint): string {
  const read = files.filter((file) => file.sameAs === undefined);
  const lines = [paint.bold(`${counted(read.length, 'instruction file')}, ${counted(readings.length, 'statement')}`)];
  for (const file of files) {
    const own = readings.filter((reading) => reading.directive.source.file === file.path).length;
    lines.push(`  ${file.path}  ${paint.dim(file.sameAs ? `same as ${file.sameAs}` : counted(own, 'statement'))}`);
  }
  lines.push('', paint.bold('Statements'));
  for (const status of statusSchema.options) {
    const count = readings.filter((reading) => reading.status === status).length;
    lines.push(`  ${status.padEnd(12)}${String(count).padStart(5)}  ${paint.dim(MEANING[status])}`);
  }
  const asking = readings.filter((reading) => reading.status !== 'information');
  const held = asking.filter(({ status }) => status === 'enforced' || status === 'partly' || status === 'elsewhere');
  if (asking.length > 0) {
    lines.push(
      `  ${held.length} of ${asking.length} that ask for something are held to (${Math.round((100 * held.length) / asking.length)}%)`,
    );
  }
  const kinds = CHECK_KINDS.map((kind) => [kind, rules.filter((rule) => rule.check.kind === kind).length] as const);
  const shown = kinds.filter(([, count]) => count > 0).map(([kind, count]) => `${kind} ${count}`);
  lines.push('', `${paint.bold(counted(rules.length, 'rule'))}${shown.length > 0 ? `: ${shown.join(', ')}` : ''}`);
  for (const { file, line, message } of warnings) {
    lines.push(`${paint.yellow('warning')} ${file}${line === undefined ? '' : `:${line}`}: ${message}`);
  }
  return lines.join('\n');
}

import type { Paint } from '../report/paint.ts';
import type { LogEntry } from './log-entry.ts';

/** An entry of the log as one or two lines for a person. */
export function logLine(entry: LogEntry, paint: Paint): string {
  const time = paint.dim(new Date(entry.at).toTimeString().slice(0, 8));
  switch (entry.type) {
    case 'event': {
      const mark = { allow: paint.green('✓'), warn: paint.yellow('▲'), deny: paint.red('✖'), error: paint.red('?') };
      const ended = entry.exitCode === undefined ? '' : paint.dim(` → ${entry.exitCode}`);
      const phase = entry.phase === 'after' ? paint.dim(' (done)') : '';
      const why = entry.violations?.map((violation) => `\n           ${proseOf(violation)}`).join('') ?? '';
      return `${time} ${mark[entry.decision]} ${entry.kind} ${entry.what}${ended}${phase}${entry.error ? `: ${entry.error}` : ''}${why}`;
    }
    case 'opened': {
      const { location } = entry.violation;
      const place = location?.line === undefined ? location?.path : `${location.path}:${location.line}`;
      return `${time} ${paint.red('✖')} ${paint.bold(place ?? '')} ${entry.violation.message}\n           ${proseOf(entry.violation)}`;
    }
    case 'closed':
      return `${time} ${paint.green('✓')} ${entry.path} no longer breaks ${entry.rule}`;
    case 'daemon':
      return `${time} ${paint.cyan('•')} ${entry.what}: ${entry.message}`;
  }
}

function proseOf({ source }: { source: { file: string; line: number; quote: string } }): string {
  return `${source.file}:${source.line} "${source.quote.replace(/\s*\n\s*/g, ' ')}"`;
}

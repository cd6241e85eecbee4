import type { Report } from './report.ts';

/** Workflow commands of GitHub Actions: annotations at the lines of a pull request. */
export function githubReport({ violations, notLookedAt }: Report): string {
  const found = violations.map(({ rule, severity, message, location, source, fix }) => {
    const at = location ?? { path: source.file, line: source.line };
    const properties = {
      file: at.path,
      line: at.line,
      endLine: at.endLine,
      col: at.column,
      endColumn: at.endLine === undefined || at.endLine === at.line ? at.endColumn : undefined,
      title: rule,
    };
    const text = [message, ...(fix === undefined || message.includes(fix) ? [] : [`Instead: ${fix}`])].join(' ');
    return command(severity, properties, `${text}\n${source.file}:${source.line} "${source.quote}"`);
  });
  const unseen = notLookedAt.map(({ path, reason }) => command('notice', { file: path }, `not looked at: ${reason}`));
  return [...found, ...unseen].join('\n');
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  text: string,
): string {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`],
  );
  return `::${name} ${given.join(',')}::${escaped(text)}`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

import type { Report } from './report.ts';

/** Reviewdog Diagnostic Format (`reviewdog/proto/rdf`, `DiagnosticResult`). Columns there count UTF-8 bytes: left out. */
export function rdjsonReport({ violations }: Report): string {
  return JSON.stringify(
    {
      source: { name: 'bylaw' },
      diagnostics: violations.map(({ rule, severity, message, location, source, fix }) => {
        const at = location ?? { path: source.file, line: source.line };
        return {
          message: fix === undefined || message.includes(fix) ? message : `${message} Instead: ${fix}`,
          location: {
            path: at.path,
            ...(at.line !== undefined && {
              range: { start: { line: at.line }, ...(at.endLine !== undefined && { end: { line: at.endLine } }) },
            }),
          },
          severity: severity === 'error' ? 'ERROR' : 'WARNING',
          code: { value: rule },
          relatedLocations: [
            { message: source.quote, location: { path: source.file, range: { start: { line: source.line } } } },
          ],
        };
      }),
    },
    undefined,
    2,
  );
}

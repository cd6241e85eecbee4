import { createHash } from 'node:crypto';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { Rule } from '../model/rule.ts';
import type { Violation } from '../model/verdict.ts';
import type { Report } from './report.ts';

/** SARIF 2.1.0 (OASIS). Columns count UTF-16 code units, as the log says. */
export function sarifReport(report: Report): string {
  const rules = [...new Map(report.violations.map((violation) => [violation.rule, violation])).values()];
  const index = new Map(rules.map((violation, at) => [violation.rule, at]));
  const known = new Map(report.rules.map((rule) => [rule.id, rule]));
  const seen = new Map<string, number>();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'bylaw',
            semanticVersion: report.version,
            rules: rules.map((violation) => descriptor(violation, known.get(violation.rule))),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.notLookedAt.length === 0,
            toolExecutionNotifications: report.notLookedAt.map(({ path, reason }) => ({
              level: 'warning',
              message: { text: `not looked at: ${reason}` },
              locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
            })),
          },
        ],
        results: report.violations.map((violation) => result(violation, index.get(violation.rule) ?? -1, seen)),
      },
    ],
  };
  return JSON.stringify(log, undefined, 2);
}

function descriptor({ rule, source, severity }: Violation, known: Rule | undefined): ReportingDescriptor {
  return {
    id: rule,
    shortDescription: { text: known?.message ?? source.quote },
    fullDescription: { text: `${source.file}:${source.line} "${source.quote}"` },
    defaultConfiguration: { level: severity },
    ...(known?.instead !== undefined && { help: { text: known.instead } }),
  };
}

function result(violation: Violation, ruleIndex: number, seen: Map<string, number>): Result {
  const { rule, severity, message, location, source, fix } = violation;
  const at = location ?? { path: source.file, line: source.line };
  const region = at.line === undefined ? undefined : regionOf(at);
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: { text: fix === undefined || message.includes(fix) ? message : `${message} Instead: ${fix}` },
    locations: [{ physicalLocation: { artifactLocation: artifact(at.path), ...(region && { region }) } }],
    relatedLocations: [
      {
        id: 1,
        message: { text: source.quote },
        physicalLocation: {
          artifactLocation: artifact(source.file),
          region: { startLine: source.line, endLine: source.endLine },
        },
      },
    ],
    partialFingerprints: { 'bylawViolation/v1': fingerprint(violation, seen) },
  };
}

function regionOf({ line, column, endLine, endColumn }: NonNullable<Violation['location']>) {
  return {
    ...(line !== undefined && { startLine: line }),
    ...(column !== undefined && { startColumn: column }),
    ...(endLine !== undefined && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
  };
}

/** Stays the same when lines move: what is said of which file, and which of several alike it is. */
function fingerprint({ rule, location, message }: Violation, seen: Map<string, number>): string {
  const key = JSON.stringify([rule, location?.path, message]);
  const nth = (seen.get(key) ?? 0) + 1;
  seen.set(key, nth);
  return createHash('sha256').update(`${key}#${nth}`).digest('hex').slice(0, 32);
}

function artifact(path: string): { uri: string; uriBaseId: string } {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

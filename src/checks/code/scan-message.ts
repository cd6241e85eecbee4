import type { RepoPath } from '../../model/path.ts';
import type { RuleOf } from '../../model/rule.ts';
import type { Finding, Inspection } from '../contract.ts';

/** A finding as it goes between threads and into the cache: the rule by its number. */
export type PackedFinding = readonly [
  rule: number,
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
  found: string,
];
export type PackedInspection = readonly PackedFinding[] | string;

export interface ScanFile {
  readonly path: RepoPath;
  readonly text: string;
}

export interface ScanReply {
  readonly results: readonly PackedInspection[];
  readonly rejected: readonly (readonly [rule: number, reason: string])[];
}

/** A reason stands for a file that was not looked at. A finding without a place has line 0. */
export function packed(inspection: Inspection, numbers: ReadonlyMap<string, number>): PackedInspection {
  if (inspection.notLookedAt !== undefined) return inspection.notLookedAt;
  return inspection.findings.map(({ rule, location, found }) => [
    numbers.get(rule.id) ?? -1,
    location?.line ?? 0,
    location?.column ?? 0,
    location?.endLine ?? 0,
    location?.endColumn ?? 0,
    found ?? '',
  ]);
}

export function unpacked(result: PackedInspection, path: RepoPath, rules: readonly RuleOf<'code'>[]): Inspection {
  if (typeof result === 'string') return { findings: [], notLookedAt: result };
  return {
    findings: result.flatMap(([number, line, column, endLine, endColumn, found]): Finding[] => {
      const rule = rules[number];
      if (!rule) return [];
      if (line === 0) return [{ rule, location: { path } }];
      return [{ rule, location: { path, line, column, endLine, endColumn }, found }];
    }),
  };
}

import { githubReport } from './github.ts';
import { verdictJson } from './json.ts';
import { junitReport } from './junit.ts';
import { rdjsonReport } from './rdjson.ts';
import type { Report } from './report.ts';
import { sarifReport } from './sarif.ts';

export const FORMATS = ['text', 'json', 'sarif', 'github', 'rdjson', 'junit'] as const;
export type Format = (typeof FORMATS)[number];

/** Formats for machines; `text` is the command's own. */
export const REPORTS: { readonly [F in Exclude<Format, 'text'>]: (report: Report) => string } = {
  json: ({ violations, notLookedAt }) =>
    JSON.stringify(
      verdictJson({
        decision:
          violations.length === 0 ? 'allow' : violations.some((one) => one.severity === 'error') ? 'deny' : 'warn',
        violations: [...violations],
        ...(notLookedAt.length > 0 && { notLookedAt: [...notLookedAt] }),
      }),
      undefined,
      2,
    ),
  sarif: sarifReport,
  github: githubReport,
  rdjson: rdjsonReport,
  junit: junitReport,
};

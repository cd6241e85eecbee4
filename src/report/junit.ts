import type { Violation } from '../model/verdict.ts';
import type { Report } from './report.ts';

/** JUnit XML: one suite a rule in force, one case a file that breaks it; a rule that nothing breaks is a passing case. */
export function junitReport({ violations, rules, notLookedAt }: Report): string {
  const byRule = new Map<string, Violation[]>(rules.map((rule) => [rule.id, []]));
  for (const violation of violations) byRule.set(violation.rule, [...(byRule.get(violation.rule) ?? []), violation]);
  const suites = [...byRule].map(([rule, found]) => suite(rule, found));
  const unseen = notLookedAt.map(
    ({ path, reason }) => `<testcase name="${xml(path)}"><error message="${xml(reason)}"/></testcase>`,
  );
  const more =
    unseen.length === 0
      ? []
      : [
          `<testsuite name="not looked at" tests="${unseen.length}" errors="${unseen.length}">${unseen.join('')}</testsuite>`,
        ];
  const tests = [...byRule.values()].reduce((sum, found) => sum + Math.max(1, found.length), 0) + unseen.length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="bylaw" tests="${tests}" failures="${violations.length}" errors="${unseen.length}">`,
    ...suites,
    ...more,
    '</testsuites>',
  ].join('\n');
}

function suite(rule: string, found: readonly Violation[]): string {
  const cases = found.map((violation) => {
    const { severity, message, location, source } = violation;
    const at = location ?? { path: source.file, line: source.line };
    const place = `${at.path}${at.line === undefined ? '' : `:${at.line}`}`;
    const text = `${place}: ${message}\n${source.file}:${source.line} "${source.quote}"`;
    return `<testcase name="${xml(place)}" classname="${xml(rule)}" file="${xml(at.path)}"><failure type="${severity}" message="${xml(message)}">${xml(text)}</failure></testcase>`;
  });
  const all = cases.length > 0 ? cases : [`<testcase name="holds" classname="${xml(rule)}"/>`];
  return `<testsuite name="${xml(rule)}" tests="${all.length}" failures="${cases.length}">${all.join('')}</testsuite>`;
}

/** Text as XML 1.0 may hold it. */
function xml(text: string): string {
  const allowed = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
  return allowed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}

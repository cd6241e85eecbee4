import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { ruleSchema } from '../../src/model/rule.ts';
import type { Violation } from '../../src/model/verdict.ts';
import { REPORTS } from '../../src/report/formats.ts';
import type { Report } from '../../src/report/report.ts';
import { rule } from '../git/repository.ts';

const require = createRequire(import.meta.url);
/** The schema that OASIS and schemastore publish, as Microsoft's test package ships it, with the validator of its draft. */
const sarifTools = createRequire(require.resolve('@microsoft/jest-sarif/package.json'));
const Ajv: new (
  options: object,
) => {
  addMetaSchema(schema: object): void;
  compile(schema: object): ((value: unknown) => boolean) & { errors?: unknown };
} = sarifTools('ajv');
const ajv = new Ajv({ schemaId: 'auto', allErrors: true, format: false });
ajv.addMetaSchema(sarifTools('ajv/lib/refs/json-schema-draft-04.json'));
const isSarif = ajv.compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

const source = { file: 'AGENTS.md', line: 3, endLine: 4, quote: 'No "any" & <nothing> else.' };
const VIOLATIONS: readonly Violation[] = [
  {
    rule: 'no-any',
    severity: 'error',
    message: '100% wrong:\n`any` is no type',
    source,
    location: { path: 'src/ü b/a,b.ts', line: 2, column: 5, endLine: 2, endColumn: 8 },
    fix: 'unknown',
    found: 'any',
  },
  { rule: 'no-any', severity: 'error', message: 'again', source, location: { path: 'src/c.ts', line: 1 } },
  { rule: 'lint-first', severity: 'warning', message: 'lint first \u0007', source },
  { rule: 'named', severity: 'error', message: 'a name', source, location: { path: 'src/D.ts' } },
];
const REPORT: Report = {
  violations: VIOLATIONS,
  notLookedAt: [{ path: 'big.ts', reason: 'larger than 2 MiB' }],
  rules: [
    ruleSchema.parse(rule('no-any', { kind: 'text', pattern: 'any' })),
    ruleSchema.parse(rule('kept', { kind: 'text', pattern: 'x' })),
  ],
  version: '1.2.3',
};
const NOTHING: Report = { ...REPORT, violations: [], notLookedAt: [] };

describe('sarif', () => {
  it.each([
    ['violations', REPORT],
    ['none', NOTHING],
  ])('validates against the 2.1.0 schema with %s', (_name, report) => {
    const log = JSON.parse(REPORTS.sarif(report));
    expect([isSarif(log), isSarif.errors]).toEqual([true, null]);
  });

  it('validates only what is SARIF', () => {
    expect(isSarif({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
  });

  it('points from each result to its rule, its place and the prose', () => {
    const [run] = JSON.parse(REPORTS.sarif(REPORT)).runs;
    expect(run.results.map((result: { ruleIndex: number }) => run.tool.driver.rules[result.ruleIndex].id)).toEqual(
      VIOLATIONS.map((violation) => violation.rule),
    );
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'src/%C3%BC%20b/a%2Cb.ts', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 8 },
    });
    expect(run.results[2].locations[0].physicalLocation.artifactLocation.uri).toBe('AGENTS.md');
    expect(run.results[0].relatedLocations[0].message.text).toBe(source.quote);
  });

  it('gives results that moved the same fingerprints', () => {
    const prints = (report: Report) =>
      JSON.parse(REPORTS.sarif(report)).runs[0].results.map(
        (one: { partialFingerprints: object }) => one.partialFingerprints,
      );
    const moved = VIOLATIONS.map((one) =>
      one.location?.line ? { ...one, location: { ...one.location, line: 99, endLine: 99 } } : one,
    );
    expect(prints({ ...REPORT, violations: moved })).toEqual(prints(REPORT));
    expect(new Set(prints({ ...REPORT, violations: [...VIOLATIONS, ...VIOLATIONS] }).map(JSON.stringify)).size).toBe(8);
  });
});

describe('github', () => {
  it('escapes what workflow commands would take for their own', () => {
    const [first, second, third] = REPORTS.github(REPORT).split('\n');
    expect(first).toBe(
      '::error file=src/ü b/a%2Cb.ts,line=2,endLine=2,col=5,endColumn=8,title=no-any::100%25 wrong:%0A`any` is no type Instead: unknown%0AAGENTS.md:3 "No "any" & <nothing> else."',
    );
    expect(second).toMatch(/^::error file=src\/c\.ts,line=1,title=no-any::again/);
    expect(third).toMatch(/^::warning file=AGENTS\.md,line=3,title=lint-first::/);
  });
  it('says nothing where nothing is', () => expect(REPORTS.github(NOTHING)).toBe(''));
});

describe('rdjson', () => {
  it('has a diagnostic for each violation', () => {
    const { diagnostics } = JSON.parse(REPORTS.rdjson(REPORT));
    expect(diagnostics.map((one: { severity: string; location: object }) => [one.severity, one.location])).toEqual([
      ['ERROR', { path: 'src/ü b/a,b.ts', range: { start: { line: 2 }, end: { line: 2 } } }],
      ['ERROR', { path: 'src/c.ts', range: { start: { line: 1 } } }],
      ['WARNING', { path: 'AGENTS.md', range: { start: { line: 3 } } }],
      ['ERROR', { path: 'src/D.ts' }],
    ]);
  });
});

describe('junit', () => {
  it('counts violations as failures and kept rules as passes', () => {
    const text = REPORTS.junit(REPORT);
    expect(text).toContain('<testsuites name="bylaw" tests="6" failures="4" errors="1">');
    expect(text).toContain(
      '<testsuite name="kept" tests="1" failures="0"><testcase name="holds" classname="kept"/></testsuite>',
    );
    expect(text).toContain('message="100% wrong:&#10;`any` is no type"');
    expect(text).toContain('&quot;any&quot; &amp; &lt;nothing&gt;');
    expect(text).not.toContain('\u0007');
    expect(text.match(/<testcase /g)?.length).toBe(6);
  });
});

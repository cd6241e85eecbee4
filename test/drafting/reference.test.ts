import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { FieldExample } from '../../src/drafting/reference/example.ts';
import { FIELD_EXAMPLES } from '../../src/drafting/reference/examples.ts';
import { fieldsOf } from '../../src/drafting/reference/fields.ts';
import { KIND_PAGES } from '../../src/drafting/reference/kinds.ts';
import { fieldName, manual } from '../../src/drafting/reference/manual.ts';
import { SHOWPIECE } from '../../src/drafting/reference/showpiece.ts';
import { engineOf, tryEvidence } from '../../src/drafting/trial.ts';
import { type Rule, ruleSchema } from '../../src/model/rule.ts';
import { memoryView } from '../../src/repository/overlay.ts';

const view = memoryView({ 'AGENTS.md': 'Words.\n' });

function asRule({ check, violating, compliant }: FieldExample): Rule {
  return ruleSchema.parse({
    id: 'shown',
    source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: 'Words.' },
    severity: 'error',
    message: 'shown',
    check,
    evidence: { violating: [violating], compliant: [compliant] },
  });
}

async function outcomes(rule: Rule): Promise<readonly string[]> {
  const engine = await engineOf([rule], view);
  expect(engine.rejected).toEqual(new Map());
  return (await tryEvidence(rule, engine, view)).map(({ outcome }) => outcome);
}

describe('the reference of rules', () => {
  it.each(FIELD_EXAMPLES.map((example) => [example.shows.join(', '), example] as const))(
    'shows what %s does',
    async (_fields, example) => {
      expect(await outcomes(asRule(example))).toEqual(['reported', 'validated']);
    },
  );

  it('shows a rule that proves itself', async () => {
    expect(await outcomes(ruleSchema.parse(parse(SHOWPIECE)))).toEqual([
      'reported',
      'reported',
      'validated',
      'validated',
    ]);
  });

  it('has an example for every field of every kind, and for none that is not there', () => {
    const fields = KIND_PAGES.flatMap(({ parts }) =>
      parts.flatMap((part) => fieldsOf(part).map((field) => fieldName(part, field))),
    );
    const shown = new Set(FIELD_EXAMPLES.flatMap(({ shows }) => shows));
    expect(fields.filter((field) => !shown.has(field))).toEqual([]);
    expect([...shown].filter((field) => !fields.includes(field))).toEqual([]);
  });

  it.each(FIELD_EXAMPLES.map((example) => [example.shows.join(', '), example] as const))(
    'uses in its example %s',
    (_fields, { shows, check }) => {
      for (const field of shows) {
        const last = field.replace(/^.*[./]/, '');
        expect(JSON.stringify(check)).toContain(`"${last}":`);
      }
    },
  );

  it('is what docs/rules.md says (npm run schemas)', () => {
    expect(readFileSync('docs/rules.md', 'utf8')).toBe(manual());
  });
});

import { describe, expect, it } from 'vitest';
import { expandConcept, languagesOf } from '../../src/lexicon/expand.ts';
import { armFor, evidenceOf, loadLexicon } from '../../src/lexicon/index.ts';
import { conceptSourceSchema } from '../../src/lexicon/source.ts';

const lexicon = loadLexicon();

describe('an entry as written', () => {
  const source = conceptSourceSchema.parse({
    names: ['odd thing'],
    query: { js: '(debugger_statement) @match', python: '(pass_statement) @match' },
    command: [{ program: 'odd' }],
    examples: [
      { in: 'js', violating: 'debugger;', compliant: 'run();' },
      { in: 'python', violating: 'pass', compliant: 'run()' },
      { violating: 'odd thing', compliant: 'even thing' },
    ],
  });
  const concept = expandConcept('odd-thing', source);

  it('becomes one arm a check, each with the samples that are about it', () => {
    expect(concept.arms.map((arm) => [arm.kind, arm.samples.map((sample) => sample.language)])).toEqual([
      ['code', ['typescript', 'tsx', 'javascript', 'python']],
      ['command', [undefined]],
    ]);
  });

  it('shows each text once as evidence, in files that can be moved', () => {
    const [code] = concept.arms;
    const evidence = code && evidenceOf(code, (path) => `apps/web/${path}`);
    expect(evidence?.violating.map((example) => example.steps)).toEqual([
      [{ write: 'apps/web/src/sample.ts', content: 'debugger;' }],
      [{ write: 'apps/web/src/sample.py', content: 'pass' }],
    ]);
  });

  it('can be cut down to the languages of a repository', () => {
    const [code] = concept.arms;
    const cut = code && armFor(code, ['python']);
    expect(cut?.samples.map((sample) => sample.language)).toEqual(['python']);
    expect(cut?.check).toMatchObject({ match: [{ languages: ['python'] }] });
    expect(code && armFor(code, ['go'])).toBeUndefined();
  });

  it('may not name a language that there is none of', () => {
    expect(() => languagesOf('ts klingon')).toThrow('unknown language: klingon');
  });

  it('may not have keys that mean nothing', () => {
    expect(conceptSourceSchema.safeParse({ names: ['x'], querry: {} }).success).toBe(false);
  });
});

describe('tools', () => {
  const tools = Object.values(lexicon.groups).flatMap((group) => group.tools);

  it.each(tools.map((tool) => [`${tool.group}/${tool.id}`, tool] as const))(
    '%s can be told by something',
    (_, tool) => {
      const traces = [tool.programs, tool.commands, tool.packages].flat();
      expect(traces.length).toBeGreaterThan(0);
    },
  );

  it.each(Object.entries(lexicon.groups))('%s: no two of the group share a program', (_, group) => {
    const programs = group.tools.flatMap((tool) => tool.programs);
    expect(programs).toEqual([...new Set(programs)]);
  });
});

describe('kinds of files and languages', () => {
  it.each(Object.entries(lexicon.fileKinds))('%s has names and globs', (_, kind) => {
    expect(kind.names.length * (kind.globs.length + Object.keys(kind.byLanguage).length)).toBeGreaterThan(0);
  });

  it('no name stands for two languages', () => {
    const names = Object.values(lexicon.languages).flatMap((one) => one.names.map((name) => name.toLowerCase()));
    expect(names).toEqual([...new Set(names)]);
  });
});

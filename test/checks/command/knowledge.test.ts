import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { programSpec } from '../../../src/checks/command/programs.ts';
import { readKnowledge } from '../../../src/checks/command/read-knowledge.ts';

const { programs, equivalents, calls } = readKnowledge(path.resolve('rules/commands'));

describe('what rules/commands says', () => {
  it('gives every name to one program only', () => {
    const owners = new Map<string, string>();
    const twice: string[] = [];
    for (const [name, { names = [] }] of Object.entries(programs)) {
      for (const each of [name, ...names]) {
        if (owners.has(each) && owners.get(each) !== name) twice.push(`${each}: ${owners.get(each)} and ${name}`);
        owners.set(each, name);
      }
    }
    expect(twice).toEqual([]);
  });
  it('compiles, and every spelling leads to one option', () => {
    for (const name of Object.keys(programs)) expect(programSpec(name)?.name).toBe(name);
  });
  it('uses known classes of effect only', () => {
    const known =
      'read write delete vcs history discard push merge fetch install add-dependency remove-dependency update upload network publish system execute process container deploy cloud database'.split(
        ' ',
      );
    const strange = new Set<string>();
    const visit = (does: string | readonly string[] | undefined): void => {
      for (const clause of typeof does === 'string' ? [does] : (does ?? [])) {
        const [word = ''] = clause.split(' ');
        if (!known.includes(word)) strange.add(clause);
      }
    };
    const walk = (source: (typeof programs)[string]): void => {
      visit(source.does);
      for (const below of Object.values(source.sub ?? {})) {
        if (typeof below === 'string') visit(below);
        else if (below) walk(below);
      }
    };
    Object.values(programs).forEach(walk);
    expect([...strange]).toEqual([]);
  });
  it('names known programs in equivalents', () => {
    for (const { deeds } of Object.values(equivalents)) {
      for (const { by } of deeds)
        for (const name of Object.keys(by)) expect([name, programSpec(name)?.known]).toEqual([name, true]);
    }
  });
  it('knows the calls of every language that an interpreter is said to run', () => {
    const languages = JSON.stringify(programs).match(/(?<="code )\w+/g) ?? [];
    expect([...new Set(languages)].filter((language) => !(language in calls))).toEqual([]);
  });
});

import type { RuleOf } from '../../model/rule.ts';
import type { ActContext, Action, CheckModule, Finding } from '../contract.ts';
import { compileCompanion } from './companion.ts';
import { compileForbidden } from './forbidden.ts';
import type { Judge } from './judge.ts';
import { compileNamed } from './named.ts';
import { compilePlaced } from './placed.ts';
import { compileProtected } from './protected.ts';
import { compileSize } from './size.ts';

/** Where files lie, what they are called, how large they are, and who may change them. */
export const pathsChecks: CheckModule<'paths'> = {
  kind: 'paths',
  prepare(rules, context) {
    const judges: Judge[] = [];
    for (const rule of rules) {
      try {
        judges.push(judgeOf(rule));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        context.reject(rule, error.message);
      }
    }
    return {
      inspect(path, view) {
        const findings: Finding[] = [];
        for (const judge of judges) findings.push(...(judge.inspect?.(path, view) ?? []));
        return { findings };
      },
      act: (action: Action, at: ActContext) => judges.flatMap((judge) => judge.act?.(action, at) ?? []),
    };
  },
};

function judgeOf(rule: RuleOf<'paths'>): Judge {
  const { contract } = rule.check;
  switch (contract.type) {
    case 'protected':
      return compileProtected(rule, contract);
    case 'placed':
      return compilePlaced(rule, contract);
    case 'forbidden':
      return compileForbidden(rule, contract);
    case 'named':
      return compileNamed(rule, contract);
    case 'companion':
      return compileCompanion(rule, contract);
    case 'size':
      return compileSize(rule, contract);
  }
}

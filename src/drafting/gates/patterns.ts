import { compileRegex } from '../../checks/text/regex.ts';
import type { Check } from '../../model/check.ts';
import type { CodeFilter } from '../../model/checks/code.ts';
import type { Rule } from '../../model/rule.ts';
import type { Objection } from '../objection.ts';

/** Longer ones are programs. */
const LONGEST = 1000;

/** Every regular expression of a rule is RE2, short, and no nest of repetitions. */
export function patternObjections({ check }: Rule): readonly Objection[] {
  return patternsOf(check).flatMap(({ field, source }): readonly Objection[] => {
    const told = (reason: string, remedy: string): readonly Objection[] => [
      { gate: 'pattern', reason: `\`${field}\`: ${reason}`, remedy },
    ];
    if (source.length > LONGEST)
      return told(`${source.length} characters long`, `at most ${LONGEST}; use a list of globs`);
    const nest = nestedRepetition(source);
    if (nest !== undefined) {
      return told(
        `\`${nest}\` repeats what repeats: exponential time in most engines`,
        'write it flat: `(a+)+` says no more than `a+`',
      );
    }
    try {
      compileRegex(source);
      return [];
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return told(error.message, 'RE2 has no look-around and no back-references; use `unless`, `when` or two rules');
    }
  });
}

interface Pattern {
  readonly field: string;
  readonly source: string;
}

function patternsOf(check: Check): readonly Pattern[] {
  switch (check.kind) {
    case 'text':
      return given({
        pattern: check.pattern,
        unless: check.unless,
        when: check.when,
        unlessBefore: check.unlessBefore,
      });
    case 'config': {
      const { matches, notMatches, keyMatches, keyNotMatches } = check.expect;
      return given({ matches, notMatches, keyMatches, keyNotMatches });
    }
    case 'code':
      return [...check.match, ...(check.unless ?? []), ...(check.when ?? [])].flatMap(({ where }) =>
        filterPatterns(where),
      );
    case 'paths': {
      const { contract } = check;
      return given({
        'files.holds': contract.files.holds,
        pattern: contract.type === 'named' ? contract.pattern : undefined,
      });
    }
    case 'order':
      return check.contract.type === 'message'
        ? given({ pattern: check.contract.pattern, forbid: check.contract.forbid })
        : [];
    default:
      return [];
  }
}

function filterPatterns(where: CodeFilter | undefined): readonly Pattern[] {
  return given({
    'where.text': where?.text,
    'where.notText': where?.notText,
    'where.precededBy': where?.precededBy,
    'where.notPrecededBy': where?.notPrecededBy,
  });
}

function given(fields: Readonly<Record<string, string | undefined>>): readonly Pattern[] {
  return Object.entries(fields).flatMap(([field, source]) => (source === undefined ? [] : [{ field, source }]));
}

const ATOM = String.raw`(?:\\.|\[(?:\\.|[^\]\\])*\]|[^\\()[\]|*+?{}])`;
const ENDLESS = String.raw`(?:[*+]|\{\d+,\})\??`;
/** A group whose only part repeats, repeated; or one that repeats alternatives of which one is the other again. */
const NEST = new RegExp(String.raw`\((?:\?[:a-zA-Z<>]+)?(?:${ATOM}${ENDLESS}\|?)+\)${ENDLESS}`);
const SAME = new RegExp(String.raw`\((?:\?:)?(${ATOM}+)\|\1+\)${ENDLESS}`);

/** The part of a pattern that repeats a repetition with nothing between; `undefined` where there is none. */
export function nestedRepetition(source: string): string | undefined {
  const nest = NEST.exec(source)?.[0];
  // `(a+b+)+` has something between; only one part, or alternatives of one part each, are ambiguous.
  const parts = nest === undefined ? 0 : (nest.match(new RegExp(`${ATOM}${ENDLESS}`, 'g')) ?? []).length;
  if (nest !== undefined && (parts === 1 || nest.split('|').length === parts)) return nest;
  return SAME.exec(source)?.[0];
}

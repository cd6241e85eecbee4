import type { Intent } from '../../../model/intent.ts';
import { tokenise } from '../grammar/tokens.ts';
import type { Setting } from '../setting.ts';
import { changeIn, speaksOfChange } from './changes.ts';

const OF_CHANGE =
  /^(?:changes?|change (?:scope|type|kind|area)|changed (?:files?|area|paths?)|if you (?:change|touch|edit|modify)|(?:what|when|if)(?: you(?:['’]ve)?)? (?:chang|modif|edit|touch|updat)\w*|touched|edited|modified|scope of change|type of change|area changed|you changed)$/i;
const OF_CHECK =
  /^(?:(?:minimum|required|mandatory) (?:verification|validation|checks?|commands?)|verification|validation|verify with|validate with|must run|then run|run|checks? to run|required (?:command|run)|run this)$/i;
const LOOSE = /\b(?:if|when|unless|only when|optional(?:ly)?|as needed|where|or)\b/i;

/** "Docs | `make docs-check`" in a table of changes and what verifies them: to be run once such files have changed. */
export function readRowDuty(
  cells: readonly (readonly [string, string])[],
  { knowledge, reach }: Pick<Setting, 'knowledge' | 'reach'>,
): readonly Intent[] {
  const what = cells.find(([heading]) => OF_CHANGE.test(plain(heading)));
  const how = cells.find(([heading]) => OF_CHECK.test(plain(heading)));
  if (!what || !how) return [];
  const [, scope] = what;
  const [, checks] = how;
  if (LOOSE.test(checks.replaceAll(/`[^`]*`/g, ''))) return [];
  const words = speaksOfChange(scope) ? scope : `${scope} changes`;
  const change = changeIn(tokenise(words), words, knowledge);
  if (!change) return [];
  const need = checks.split(/\s+\+\s+|\s*,\s*(?:then )?|\s+and\s+|\s*;\s*/).flatMap((part) => {
    const span = /^(?:run )?`([^`]+)`$/i.exec(part.trim())?.[1];
    const token = { kind: 'code', text: span ?? '', low: (span ?? '').toLowerCase(), start: 0, end: 0 } as const;
    return span === undefined ? [] : knowledge.typeAtom(token, []).filter(({ kind }) => kind === 'command');
  });
  if (need.length === 0) return [];
  return [
    {
      force: 'must',
      reach: { ...reach, unclear: [] },
      shape: 'order',
      need,
      before: [],
      since: [change],
      ordered: false,
    },
  ];
}

function plain(heading: string): string {
  return heading.replaceAll(/[*_`:…]|\.{3}/g, '').trim();
}

import type { Token } from '../grammar/tokens.ts';
import type { ReadClause } from '../setting.ts';
import { codeMention, type Form } from './forms.ts';

const BASED =
  /^(?:(?:must|should|shall|always|all|to|need|needs) )*(?:extends?|inherits?(?: from)?|derives?(?: from)?|subclass(?:es)?|(?:be )?(?:based on|derived from|subclasses of|subclass of))$/;
const MARKED =
  /^(?:(?:must|should|shall|always|are|is|be|to|need|needs) )*(?:annotated with|marked with|decorated with|annotated|carry|carries)$/;
const OPENING = /^(?:(?:all|every|each|any|new|custom|the|our) )*/;

/** "All custom exceptions inherit from `AppError`", "Services are annotated with `@Service`": what classes of a kind have. */
export function readClassKind({ clause, setting, stance }: ReadClause): Form | undefined {
  if (stance === 'forbid' || clause.contrast.length > 0 || clause.only) return undefined;
  const tokens = [...clause.subject, ...clause.body];
  const at = tokens.findIndex((token) => token.kind === 'code');
  const code = tokens[at];
  if (!code || at < 2 || tokens.slice(at + 1).some((token) => token.kind === 'code')) return undefined;
  const mark = /^[@[]/.test(code.text);
  if (!mark && !/^[A-Z]\w*(?:(?:\.|::)[A-Z]\w*)*$/.test(code.text)) return undefined;
  const spoken = setting.statement
    .slice(tokens[0]?.start, code.start)
    .replaceAll(/[*_`]/g, '')
    .trim()
    .toLowerCase()
    .replace(OPENING, '');
  const words = spoken.split(/\s+/);
  const split = words.findIndex((_, index) => index > 0 && (mark ? MARKED : BASED).test(words.slice(index).join(' ')));
  if (split < 1 || split > 3 || clause.adjuncts.some(narrows)) return undefined;
  const kind = words.slice(0, split).join(' ');
  return {
    how: mark ? 'marked' : 'based',
    things: [{ kind: 'phrase', text: kind }],
    with: [codeMention(code)],
    reach: { ...setting.reach, unclear: [] },
  };
}

function narrows({ relation, tokens }: { readonly relation: string; readonly tokens: readonly Token[] }): boolean {
  return (
    ['when', 'unless', 'except', 'outside', 'that'].includes(relation) ||
    (relation === 'in' && tokens.some((token) => token.kind !== 'word'))
  );
}

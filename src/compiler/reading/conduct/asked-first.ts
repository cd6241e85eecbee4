import type { Intent, Mention } from '../../../model/intent.ts';
import { stretch, type Token, tokenise } from '../grammar/tokens.ts';
import { lemma } from '../grammar/verbs.ts';
import { deedsNamed } from './deeds.ts';
import { filesOf, kindOf, masked, type Whole } from './whole.ts';

const CONSENT = '(?:approval|permission|confirmation|consent|sign-off|signoff|authori[sz]ation|go-ahead|review)';
const ADJECTIVE = "(?:explicit|prior|human|user|maintainer|written|my|the user's|owner|manual)";
/** A heading, a label or a lead-in that has what stands below it asked for. */
const ABOVE = new RegExp(
  `^(?:always |please |you must |must |stop and )?(?:(?:ask|confirm|check(?: in)?|consult|discuss)(?: (?:me|us|the user|user|a human|with|for|first|before|maintainers?|the team|the maintainers?|${ADJECTIVE}|${CONSENT}))*(?: (?:doing|making|you do|proceeding(?: with)?|any of|these|the following|this|changes?|actions?))*|(?:(?:things|actions|changes|the following|these|operations)(?: \\w+)? )?(?:that )?(?:needs?|requires?|requiring|needing)(?: ${ADJECTIVE})* ${CONSENT}(?: first)?|(?:get|with|only with|wait for|seek)(?: ${ADJECTIVE})* ${CONSENT}(?: first| before| for)*|${CONSENT} (?:needed|required)(?: for| before)?|(?:do )?not without (?:asking|${CONSENT})|ask-first)$`,
);
const BEFORE =
  /^(?:(?:always|please|you must|must|stop and) )*(?:ask|confirm|check|consult|get|request|seek|obtain)\b[^§]{0,60}?\b(?:before|prior to)\b/;
const NEEDING = new RegExp(
  `^[^:;.¦]{5,80}? (?:always )?(?:requires?|needs?)(?: (?:an? )?${ADJECTIVE})* (?:an? )?${CONSENT}\\b`,
);
const LABEL = /^([^§:¦]{3,50}?) ?[:¦]/;
const JOINTS = new Set([',', ';', 'or', 'and', '/', 'nor']);
const EDITING = new Set([
  'edit',
  'modify',
  'change',
  'touch',
  'alter',
  'update',
  'rewrite',
  'hand-edit',
  'rename',
  'move',
  'bump',
]);
const FILLING = /^(?:any|the|a|an|new|all|our|external|third-party|extra|additional|npm|python|major|existing)$/;
const IDLE =
  /^(?:any|the|a|an|new|existing|our|to|in|under|of|files?|folder|directory|anything|something|changes?|edits?|doing|making|you)$/;

/** "Ask first: adding dependencies, changing `ci.yml`", and items below such a heading: the deeds are held back. */
export function readAskedFirst(whole: Whole): readonly Intent[] {
  const { directive, text } = whole;
  if (directive.row) return [];
  const statement = directive.text;
  const tokens = tokenise(statement);
  const label = LABEL.exec(text)?.[1];
  const asks = label !== undefined && ABOVE.test(plain(label));
  if (asks) {
    const at = tokens.findIndex((token) => token.kind === 'punct' && [':', '—', '-'].includes(token.low));
    return deedsOf(tokens.slice(at + 1), whole);
  }
  const needs = NEEDING.exec(text);
  if (needs) {
    const at = tokens.findIndex((token) => /^(?:requires?|needs?)$/.test(token.low));
    return deedsOf(tokens.slice(0, at), whole);
  }
  if (BEFORE.test(text)) {
    const at = tokens.findIndex((token) => ['before', 'prior'].includes(token.low));
    return deedsOf(tokens.slice(at + (tokens[at]?.low === 'prior' ? 2 : 1)), whole);
  }
  const [above] = [directive.parents.at(-1) ?? directive.headings.at(-1) ?? ''].map((each) => plain(masked(each).text));
  return directive.polarity !== 'require' && above !== undefined && ABOVE.test(above) ? deedsOf(tokens, whole) : [];
}

function plain(text: string): string {
  return text.replaceAll(/^[^\w§]+|[^\w§]+$/g, '').replace(/ \([^()]*\)$/, '');
}

function deedsOf(all: readonly Token[], whole: Whole): readonly Intent[] {
  const { common, knowledge } = whole;
  const end = all.findIndex((token) =>
    ['—', '-', '(', '.', '!', 'unless', 'because', 'since', 'if', 'when'].includes(token.low),
  );
  const tokens = end < 0 ? all : all.slice(0, end);
  const start = tokens.findIndex((token) => token.kind !== 'punct' && token.low !== 'before');
  const things: Mention[] = [];
  const files: Mention[] = [];
  for (const piece of start < 0 ? [] : pieces(tokens.slice(start))) {
    const words = piece.filter((token) => !FILLING.test(token.low)).map((token) => token.text);
    const said = [piece.map((token) => token.text).join(' '), words.join(' ')];
    const [deeds = []] = said
      .map((phrase) => deedsNamed(tokenise(phrase), phrase, knowledge).filter((thing) => isHeldBack(thing, whole)))
      .filter((each) => each.length > 0);
    things.push(...deeds);
    if (deeds.length > 0) continue;
    things.push(...commandOf(piece, whole));
    files.push(...editedIn(piece, whole));
  }
  const forbid: Intent = {
    ...common,
    shape: 'forbid',
    doing: 'run',
    verb: 'run',
    things,
    except: [],
    instead: [],
    on: [],
  };
  const protect: Intent = { ...common, shape: 'protect', files, by: [], doing: 'edit', existingOnly: false };
  return [...(things.length > 0 ? [forbid] : []), ...(files.length > 0 ? [protect] : [])];
}

/** Nothing but a command can be held back. */
function isHeldBack(thing: Mention, { knowledge }: Whole): boolean {
  const concept = thing.kind === 'concept' ? knowledge.lexicon.concepts[thing.id] : undefined;
  return concept?.means === 'forbid' && concept.arms.some((arm) => arm.kind === 'command');
}

/** "Running `make deploy`", "`make deploy`" */
function commandOf(piece: readonly Token[], { knowledge }: Whole): readonly Mention[] {
  const [first, second, ...more] = piece;
  const span = first?.kind === 'code' ? first : second;
  const runs = span === first || (first && ['run', 'execute', 'use', 'call'].includes(lemma(first.low) ?? ''));
  if (!runs || span?.kind !== 'code' || (span === first ? second : more[0]) !== undefined) return [];
  return knowledge.typeAtom(span, []).filter(({ kind }) => kind === 'command');
}

/** "Modifying `ci.yml`", "changes to CI config": files that are told, and nothing besides. */
function editedIn(piece: readonly Token[], { knowledge, directive }: Whole): readonly Mention[] {
  const [first, ...rest] = piece;
  const verb = first?.kind === 'word' ? lemma(first.low) : undefined;
  const changes =
    first !== undefined && /^(?:changes?|edits?|modifications?)$/.test(first.low) && rest[0]?.low === 'to';
  if (!changes && !EDITING.has(verb ?? '')) return [];
  const object = changes ? rest.slice(1) : rest;
  const atoms = object.filter((token) => token.kind === 'code' || token.kind === 'name');
  const words = object.filter((token) => token.kind === 'word' && !IDLE.test(token.low));
  if (atoms.length > 0) return words.length === 0 ? filesOf(atoms, knowledge) : [];
  const kind = kindOf(stretch(object, directive.text), knowledge);
  return kind ? [kind] : [];
}

function pieces(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const found: Token[][] = [[]];
  let verb: Token | undefined;
  for (const token of tokens) {
    if (JOINTS.has(token.low) && token.kind !== 'code') found.push([]);
    else {
      const piece = found.at(-1);
      // "Modifying `a`, `b`": the verb holds for the next one, too.
      if (piece?.length === 0 && token.kind === 'word' && lemma(token.low) !== undefined) verb = token;
      else if (piece?.length === 0 && verb && (token.kind === 'code' || token.kind === 'name')) piece.push(verb);
      piece?.push(token);
    }
  }
  // "Adding or upgrading dependencies": both verbs have the one object.
  return found
    .filter((piece) => piece.length > 0)
    .map((piece, at, all) => {
      const [alone, ...more] = piece;
      const [next, ...object] = all[at + 1] ?? [];
      const shares = more.length === 0 && alone?.kind === 'word' && lemma(alone.low) !== undefined;
      return shares && next?.kind === 'word' && lemma(next.low) !== undefined ? [alone, ...object] : piece;
    });
}

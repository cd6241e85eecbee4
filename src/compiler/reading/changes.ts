import type { Mention, Trigger } from '../../model/intent.ts';
import { globTest } from '../../repository/globs.ts';
import { areaOf } from './areas.ts';
import { codeGlobs } from './code-files.ts';
import { DEPENDENCIES, manifestsIn } from './dependency-files.ts';
import type { Knowledge } from './knowledge.ts';
import { readItems } from './mention.ts';
import { globsOf } from './reach.ts';
import { stretch, type Token } from './tokens.ts';

export type Change = Extract<Trigger, { kind: 'changed' }>;

/** Words of changing something, and words that say nothing of what is changed. */
const FILLING =
  /^(?:you|we|i|they|any|all|every|each|your|our|the|a|an|to|of|in|under|within|inside|on|for|some|or|and|and\/or|have|has|had|been|is|are|was|were|be|being|get|gets|making|make|made|if|when|after|also|new|existing|local|meaningful|substantive|non-trivial|either|diffs?|prs?|branch|code|codebase|repo|repository|project|sources?|files?|modules?|packages?|pages?|package-?s|folders?|director(?:y|ies)|something|anything|things?|only|itself|its|it|this|that|these|those|them|touched|applied|apply|finish\w*|complet\w*|implement\w*|work\w*|\w*(?:chang|edit|modif|touch|updat|add|writ|creat|delet|remov|mov|renam|titl|alter|bump|adjust|refactor|regenerat|introduc)\w*|[,/()*&+])$/;
/** Verbs after which a file is there, gone, or elsewhere; any other verb may also mean what stands in it. */
const OF_EXISTENCE = /^(?:add\w*|creat\w*|delet\w*|remov\w*|mov(?:e|es|ed|ing)|renam\w*|introduc\w*)$/;
const OF_CONTENT = /(?:chang|edit|modif|touch|updat|titl|alter|bump|adjust|refactor|regenerat|writ)/;
const SIGNS =
  /\b(?:chang|edit|modif|touch|updat|add|creat|mov(?:e|ed|es|ing)\b|renam|delet|remov|writ|alter|implement|introduc)/i;
/** Documents are the same files, whoever is to read them. */
const READERS = /^(?:public|user-facing|end-user|written|markdown|reference|generated)$/;
const JOINTS = new Set([',', '/', '&', '+', 'and', 'or', 'and/or']);

/** Do these words speak of a change at all? */
export function speaksOfChange(text: string): boolean {
  return SIGNS.test(text);
}

/**
 * The files that words about a change mean: "dependencies", "changed Go files", "adding or moving a documentation
 * page", "the CLI package". Of several things those are taken that can be told; `undefined` where none can.
 */
export function changeIn(tokens: readonly Token[], statement: string, knowledge: Knowledge): Change | undefined {
  const text = stretch(tokens, statement).toLowerCase();
  const found = piecesOf(tokens).map((piece) => meant(piece, statement, knowledge));
  const named = found.filter((each) => each !== undefined);
  if (named.length > 0) {
    const dependencies = named.every(({ part }) => part !== undefined);
    const globs = [
      ...new Set(named.filter(({ part }) => dependencies || part === undefined).flatMap((each) => each.globs)),
    ];
    return { kind: 'changed', globs, ...(dependencies ? { part: 'dependencies' as const } : howOf(text)) };
  }
  const words = wordsOf(tokens);
  if (!speaksOfChange(text) || tokens.some((token) => isAtom(token)) || !words.every((word) => FILLING.test(word)))
    return undefined;
  const code = /\b(?:code|sources?)\b/.test(text) ? codeGlobs(knowledge) : [];
  return { kind: 'changed', globs: code.length > 0 ? [...code] : ['**'] };
}

function piecesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const pieces: Token[][] = [[]];
  for (const token of tokens) {
    if (JOINTS.has(token.low) && token.kind !== 'code') pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces.filter((piece) => piece.length > 0);
}

interface Meant {
  readonly globs: readonly string[];
  readonly part?: 'dependencies';
}

/** What one of the things is, if nothing beside it narrows it down to less than files. */
function meant(piece: readonly Token[], statement: string, knowledge: Knowledge): Meant | undefined {
  const words = wordsOf(piece);
  const left = words.filter((word) => !FILLING.test(word));
  if (left.some((word) => DEPENDENCIES.test(word)))
    return left.every(
      (word) =>
        DEPENDENCIES.test(word) || /^(?:go|python|npm|node|runtime|dev|third-party|package|rust|ruby)$/.test(word),
    )
      ? dependenciesOf(knowledge)
      : undefined;
  const mentions = readItems(piece, statement, knowledge).flatMap((item) => item.mentions);
  const atoms = mentions.filter((mention) => mention.kind === 'path' || mention.kind === 'package');
  if (atoms.length > 0) {
    const globs = atoms.flatMap(globsOf);
    return globs.length > 0 && left.length === 0 ? { globs } : undefined;
  }
  if (left.length === 0 || piece.some(isAtom)) return undefined;
  return ofLanguage(mentions, left, knowledge) ?? ofKind(mentions, piece, left, knowledge) ?? ofArea(left, knowledge);
}

function dependenciesOf(knowledge: Knowledge): Meant | undefined {
  const globs = manifestsIn(knowledge);
  return globs.length > 0 ? { globs, part: 'dependencies' } : undefined;
}

/** "Go code", "internal Go": all files of a language, or those of a folder. */
function ofLanguage(mentions: readonly Mention[], left: readonly string[], knowledge: Knowledge): Meant | undefined {
  const spoken = mentions.find((mention) => mention.kind === 'language');
  if (!spoken) return undefined;
  const globs = knowledge.lexicon.languages[spoken.id]?.globs ?? [];
  const names = new Set(spoken.text.toLowerCase().split(' '));
  const rest = left.filter((word) => !names.has(word));
  if (rest.length === 0) return globs.length > 0 ? { globs } : undefined;
  const [folder] = rest;
  const known = rest.length === 1 && [...knowledge.facts.folders()].some((each) => each === folder);
  return known ? { globs: globs.map((glob) => `${folder}/${glob}`) } : undefined;
}

/** "Snapshots", "public documentation": files of a kind. */
function ofKind(
  mentions: readonly Mention[],
  piece: readonly Token[],
  left: readonly string[],
  knowledge: Knowledge,
): Meant | undefined {
  const plain = piece.filter((token) => token.kind === 'word' && left.includes(token.low));
  const typed = knowledge.typeWords(plain);
  const kind = [...mentions, ...typed.mentions].find((mention) => mention.kind === 'files');
  if (!kind) return undefined;
  const names = new Set(kind.text.toLowerCase().split(/[\s-]/));
  const rest = left.filter((word) => !word.split('-').every((part) => names.has(part)));
  const whole = rest.every((word) => kind.id === 'docs' && READERS.test(word));
  return whole && kind.globs.length > 0 ? { globs: kind.globs } : undefined;
}

/** "The CLI", "modules": a part of this repository that lies near its root. */
function ofArea(left: readonly string[], knowledge: Knowledge): Meant | undefined {
  const area = areaOf([...left, 'folder'], knowledge.facts);
  const globs = (area?.kind === 'path' ? area.globs : []).filter((glob) => glob.split('/').length <= 3);
  const test = globTest(globs);
  return globs.length > 0 && knowledge.facts.view.files().some((file) => test(file)) ? { globs } : undefined;
}

function howOf(text: string): { how?: readonly ('create' | 'delete' | 'rename')[] } {
  const words = text.split(/[^\w-]+/);
  const verbs = words.filter((word) => OF_EXISTENCE.test(word));
  if (verbs.length === 0 || words.some((word) => OF_CONTENT.test(word) && !OF_EXISTENCE.test(word))) return {};
  return {
    how: [
      ...(verbs.some((verb) => /^(?:add|creat|introduc)/.test(verb)) ? ['create' as const] : []),
      ...(verbs.some((verb) => /^(?:delet|remov)/.test(verb)) ? ['delete' as const] : []),
      ...(verbs.some((verb) => /^(?:mov|renam)/.test(verb)) ? ['rename' as const] : []),
    ],
  };
}

function wordsOf(tokens: readonly Token[]): readonly string[] {
  return tokens.filter((token) => token.kind === 'word').map((token) => token.low);
}

function isAtom(token: Token): boolean {
  return token.kind !== 'word' && token.kind !== 'punct' && token.kind !== 'number';
}

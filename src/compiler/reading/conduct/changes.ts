import type { Mention, Trigger } from '../../../model/intent.ts';
import { globTest } from '../../../repository/globs.ts';
import { stretch, type Token } from '../grammar/tokens.ts';
import { areaOf } from '../naming/areas.ts';
import { filesCalled } from '../naming/called.ts';
import { codeGlobs } from '../naming/code-files.ts';
import { DEPENDENCIES, manifestsIn } from '../naming/dependency-files.ts';
import type { Knowledge } from '../naming/knowledge.ts';
import { readItems } from '../naming/mention.ts';
import { globsOf } from '../naming/reach.ts';

export type Change = Extract<Trigger, { kind: 'changed' }>;

/** Words of changing something, and words that say nothing of what is changed. */
const FILLING =
  /^(?:you|we|i|they|any|all|every|each|your|our|the|a|an|to|of|in|under|within|inside|on|for|some|or|and|and\/or|have|has|had|been|is|are|was|were|be|being|get|gets|making|make|made|if|when|after|also|new|existing|local|meaningful|substantive|non-trivial|either|diffs?|prs?|branch|code|codebase|repo|repository|project|sources?|files?|modules?|packages?|pages?|package-?s|folders?|director(?:y|ies)|something|anything|things?|only|itself|its|it|this|that|these|those|them|touched|applied|apply|finish\w*|complet\w*|implement\w*|work\w*|[\w-]*(?:chang|edit|modif|touch|updat|add|writ|creat|delet|remov|mov|renam|titl|alter|bump|adjust|refactor|regenerat|introduc)\w*|[,/()*&+])$/;
/** Verbs after which a file is there, gone, or elsewhere; any other verb may also mean what stands in it. */
const OF_EXISTENCE = /^(?:add\w*|creat\w*|delet\w*|remov\w*|mov(?:e|es|ed|ing)|renam\w*|introduc\w*)$/;
const OF_CONTENT = /(?:chang|edit|modif|touch|updat|alter|bump|adjust|refactor|regenerat|writ)/;
const SIGNS =
  /\b(?:chang|edit|modif|touch|updat|add|creat|mov(?:e|ed|es|ing)\b|renam|delet|remov|writ|alter|implement|introduc)/i;
/** Documents are the same files, whoever is to read them. */
const READERS = /^(?:public|user-facing|end-user|written|markdown|reference|generated)$/;
/** What is made with git is no file. */
const OF_GIT =
  /^(?:you )?(?:re)?(?:creat|open|mak|add|updat|delet|renam|touch)(?:e|es|ing)? (?:(?:a|an|any|the|your|new|each|every|feature|topic|draft|git|release) )*(?:branch|branches|prs?|pull requests?|tags?|releases?|commits?|worktrees?)$/;
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
  if (OF_GIT.test(text)) return undefined;
  const adds = howOf(text).how?.join() === 'create';
  const speaks = speaksOfChange(text);
  const found = piecesOf(tokens, knowledge).map((piece) => meant(piece, statement, knowledge, { adds, speaks }));
  // Of "Backend/Go" the one that is known will do; "WebUI/API" may be where the two meet.
  const vague = found.includes(undefined) && text.includes('/');
  const named = found.filter((each) => each !== undefined).filter(({ area }) => !(vague && area));
  if (named.length > 0) {
    const dependencies = named.every(({ part }) => part !== undefined);
    const globs = [
      ...new Set(named.filter(({ part }) => dependencies || part === undefined).flatMap((each) => each.globs)),
    ];
    if (dependencies) return { kind: 'changed', globs, part: 'dependencies' };
    const sources = /\bsources? (?:code |files? )?only\b/.test(text) ? testGlobs(knowledge) : [];
    const except = [...sources, ...named.flatMap((each) => each.except ?? [])];
    // One file that holds all of them is changed when one is added.
    const how = globs.some((glob) => /[*{?]/.test(glob)) || named.every(({ area }) => !area) ? howOf(text) : {};
    return { kind: 'changed', globs, ...how, ...(except.length > 0 && { except }) };
  }
  const words = wordsOf(tokens);
  if (!speaks || tokens.some((token) => isAtom(token)) || !words.every((word) => FILLING.test(word))) return undefined;
  const code = /\b(?:code|sources?)\b/.test(text) ? codeGlobs(knowledge) : [];
  return { kind: 'changed', globs: code.length > 0 ? [...code] : ['**'] };
}

function testGlobs(knowledge: Knowledge): readonly string[] {
  const { tests } = knowledge.lexicon.fileKinds;
  return tests ? knowledge.globsOf(tests) : [];
}

function piecesOf(tokens: readonly Token[], knowledge: Knowledge): readonly (readonly Token[])[] {
  const pieces: Token[][] = [[]];
  for (const token of tokens.flatMap((each) => apart(each, knowledge))) {
    if (JOINTS.has(token.low) && token.kind !== 'code') pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces.filter((piece) => piece.length > 0);
}

/** "TS/TSX" are two things, unless there is such a path. */
function apart(token: Token, { facts, from }: Knowledge): readonly Token[] {
  if (token.kind !== 'name' || !/^[A-Za-z][\w-]*(?:\/[A-Za-z][\w-]*)+$/.test(token.text)) return [token];
  if (facts.find(token.text, from).length > 0) return [token];
  return [...token.text.matchAll(/[^/]+|\//g)].map(({ 0: text, index }): Token => {
    const start = token.start + index;
    return { kind: text === '/' ? 'punct' : 'word', text, low: text.toLowerCase(), start, end: start + text.length };
  });
}

interface Meant {
  readonly globs: readonly string[];
  readonly except?: readonly string[];
  readonly part?: 'dependencies';
  /** It is a part of the repository that goes by this name. */
  readonly area?: true;
}

/** What one of the things is, if nothing beside it narrows it down to less than files. */
function meant(
  piece: readonly Token[],
  statement: string,
  knowledge: Knowledge,
  { adds, speaks }: { readonly adds: boolean; readonly speaks: boolean },
): Meant | undefined {
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
  if (piece.some(isAtom)) return undefined;
  if (left.length === 0 || left.join() === 'crate' || left.join() === 'crates') return ofMembers(words, statement);
  return (
    ofLanguage(mentions, piece, left, knowledge) ??
    ofKind(mentions, piece, left, knowledge) ??
    ofArea(left, knowledge, adds) ??
    (speaks ? ofName(left, knowledge) : undefined)
  );
}

function dependenciesOf(knowledge: Knowledge): Meant | undefined {
  const globs = manifestsIn(knowledge);
  return globs.length > 0 ? { globs, part: 'dependencies' } : undefined;
}

/** "Go code", "internal Go": all files of a language, or those of a folder. */
function ofLanguage(
  mentions: readonly Mention[],
  piece: readonly Token[],
  left: readonly string[],
  knowledge: Knowledge,
): Meant | undefined {
  // The name of one language is a verb, too; it is written large.
  const go = piece.some((token) => token.text === 'Go') ? ({ id: 'go', text: 'go' } as const) : undefined;
  const spoken = mentions.find((mention) => mention.kind === 'language') ?? go;
  if (!spoken) return undefined;
  const globs = knowledge.lexicon.languages[spoken.id]?.globs ?? [];
  const names = new Set(spoken.text.toLowerCase().split(' '));
  const rest = left.filter((word) => !names.has(word));
  if (rest.length === 0) return globs.length > 0 ? { globs } : undefined;
  const [folder] = rest;
  const known = rest.length === 1 && [...knowledge.facts.folders()].some((each) => each === folder);
  return known ? { globs: globs.map((glob) => `${folder}/${glob}`) } : undefined;
}

/** "Adding or renaming a crate": its manifest comes, goes or moves. */
function ofMembers(words: readonly string[], statement: string): Meant | undefined {
  const exists = howOf(words.join(' ')).how ?? howOf(statement.toLowerCase()).how;
  return exists && words.some((word) => /^crates?$/.test(word)) ? { globs: ['**/Cargo.toml'] } : undefined;
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

/** "The CLI", "modules", "load simulations": a part of this repository. To add one is to open a folder beside the others. */
function ofArea(left: readonly string[], knowledge: Knowledge, adds: boolean): Meant | undefined {
  const { facts } = knowledge;
  const area = areaOf([...left, 'folder'], facts);
  const near = area?.kind === 'path' ? area.globs.filter((glob) => glob.split('/').length <= 3) : [];
  const globs = near.length > 0 ? near : deepArea(left, knowledge);
  const test = globTest(globs);
  if (globs.length === 0 || !facts.view.files().some((file) => test(file))) return undefined;
  const [folder = ''] = globs.map((glob) => glob.replace(/\/\*\*$/, ''));
  const inner = [...facts.folders()].filter(
    (each) => each.startsWith(`${folder}/`) && !each.slice(folder.length + 1).includes('/'),
  );
  return adds && inner.length > 1
    ? { globs, area: true, except: inner.map((each) => `${each}/**`) }
    : { globs, area: true };
}

/** "Tools", "a skill", "the codegen": what goes by that name here. Their tests say nothing of them. */
function ofName(left: readonly string[], knowledge: Knowledge): Meant | undefined {
  const globs = filesCalled(left, knowledge.facts);
  const tests = testGlobs(knowledge);
  return globs.length > 0 ? { globs, area: true, ...(tests.length > 0 && { except: tests }) } : undefined;
}

/** A folder deeper down is meant where its path holds all the words: "load simulations" → `load/src/simulations`. */
function deepArea(words: readonly string[], { facts }: Knowledge): readonly string[] {
  const last = words.at(-1)?.replace(/s$/, '');
  if (words.length < 2 || last === undefined) return [];
  const found = [...facts.folders()].filter((folder) => {
    const parts = folder.toLowerCase().split('/');
    return parts.at(-1)?.replace(/s$/, '') === last && words.slice(0, -1).every((word) => parts.includes(word));
  });
  return found.length === 1 ? found.map((folder) => `${folder}/**`) : [];
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

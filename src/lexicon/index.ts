export { armFor, evidenceOf, languagesOfArm, titleOf } from './evidence.ts';
export type { Arm, Concept, FileKind, LanguageName, Lexicon, Sample, Tool, ToolGroup } from './lexicon.ts';
export { loadLexicon } from './load.ts';
export { type ConceptFinder, type ConceptMention, conceptFinder } from './match.ts';

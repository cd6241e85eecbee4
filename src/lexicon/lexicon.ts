import type { Check } from '../model/check.ts';
import type { CheckKind } from '../model/check-kind.ts';
import type { CodeMatcher } from '../model/checks/code.ts';
import type { CommandPattern } from '../model/checks/command.ts';
import type { Example } from '../model/evidence.ts';
import type { Language } from '../model/language.ts';
import type { Construct } from './constructs.ts';
import type { Declaration } from './declarations.ts';
import type { PhraseNode } from './phrase-tree.ts';

/** Examples of one kind of check in one language; a command has no language. */
export interface Sample {
  readonly language?: Language;
  /** Samples of one text in several languages (TypeScript that is JavaScript too) share it. */
  readonly text: number;
  readonly violating: readonly Example[];
  readonly compliant: readonly Example[];
}

/** One check of a concept with the examples that prove it. A rule is made of each. */
export interface Arm {
  readonly kind: CheckKind;
  readonly check: Check;
  readonly samples: readonly Sample[];
}

/** A notion of the field that prose mentions by name. */
export interface Concept {
  readonly id: string;
  readonly names: readonly string[];
  readonly phrasings: readonly string[];
  readonly alone: readonly string[];
  /** `forbid`: the arms catch the thing itself. `require`: they catch its absence. */
  readonly means: 'forbid' | 'require';
  /** Empty for a notion that is only the contrary of others: requiring it means forbidding those. */
  readonly arms: readonly Arm[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Only ruled out where the prose names files. */
  readonly scoped?: true;
  readonly instead?: string;
  /** Ids; requiring one of these means forbidding this, and requiring this means forbidding them. */
  readonly contrary: readonly string[];
}

/** A tool and what stands for it on command lines, in manifests and among the files. */
export interface Tool {
  readonly id: string;
  readonly group: string;
  readonly names: readonly string[];
  readonly programs: readonly string[];
  readonly runners: readonly string[];
  readonly commands: readonly CommandPattern[];
  readonly packages: readonly string[];
  readonly lockFiles: readonly string[];
  readonly configFiles: readonly string[];
}

/** Tools that do the same job: where one is named as the one to use, the others are not to be used. */
export interface ToolGroup {
  readonly id: string;
  readonly does: string;
  readonly of: string;
  readonly languages?: readonly Language[];
  readonly tools: readonly Tool[];
}

export interface FileKind {
  readonly id: string;
  readonly names: readonly string[];
  readonly globs: readonly string[];
  /** Globs by language, besides `globs`. */
  readonly byLanguage: Readonly<Partial<Record<Language, readonly string[]>>>;
  /** Parts of source files that are of this kind, to be used as `unless` or `inside`. */
  readonly inline: readonly CodeMatcher[];
}

export interface LanguageName {
  readonly id: string;
  readonly names: readonly string[];
  readonly alone: readonly string[];
  readonly languages: readonly Language[];
  readonly globs: readonly string[];
}

export interface Lexicon {
  readonly concepts: Readonly<Record<string, Concept>>;
  readonly groups: Readonly<Record<string, ToolGroup>>;
  readonly fileKinds: Readonly<Record<string, FileKind>>;
  readonly languages: Readonly<Record<string, LanguageName>>;
  readonly declarations: Readonly<Record<string, Declaration>>;
  readonly constructs: Readonly<Record<string, Construct>>;
  /** The phrases of the concepts, where they were taken apart before; else a finder does it. */
  readonly phrases?: PhraseNode;
}

import type { CommandCheck, CommandPattern } from './checks/command.ts';
import type { ConfigCheck } from './checks/config.ts';
import type { OrderCheck } from './checks/order.ts';
import type { PathsCheck } from './checks/paths.ts';
import type { Example } from './evidence.ts';
import type { Language } from './language.ts';
import type { RepoPath } from './path.ts';

/** A thing that a statement talks about, typed by its form and by the repository. */
export type Mention = Thing & {
  /** Words beside it that narrow it down in a way nothing here understands: `broad` in "broad `x` comments". */
  readonly qualified?: string;
};

type Thing =
  | {
      readonly kind: 'command';
      readonly text: string;
      /** Commands that do as well: "`make test` (or `npm test`)". */
      readonly or?: readonly string[];
      /** All of it: a run of some files only does not do. */
      readonly whole?: boolean;
    }
  | { readonly kind: 'flag'; readonly text: string }
  | {
      readonly kind: 'path';
      readonly text: string;
      readonly globs: readonly string[];
      readonly exists: boolean;
      readonly folder: boolean;
    }
  | { readonly kind: 'package'; readonly text: string; readonly folder?: RepoPath }
  | { readonly kind: 'tool'; readonly id: string; readonly text: string }
  | { readonly kind: 'concept'; readonly id: string; readonly text: string }
  | { readonly kind: 'files'; readonly id: string; readonly text: string; readonly globs: readonly string[] }
  | { readonly kind: 'language'; readonly id: string; readonly text: string }
  | { readonly kind: 'style'; readonly style: string; readonly text: string }
  | { readonly kind: 'branch'; readonly name: string; readonly text: string }
  | { readonly kind: 'quantity'; readonly count: number; readonly unit: string; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'phrase'; readonly text: string };

export type MentionOf<K extends Mention['kind']> = Extract<Thing, { kind: K }> & Pick<Mention, 'qualified'>;

/** What an intent's verb asks to be done to its things, as far as a check cares. */
export type Doing =
  | 'use'
  | 'run'
  | 'edit'
  | 'delete'
  | 'commit'
  | 'push'
  | 'add'
  | 'import'
  | 'install'
  | 'publish'
  | 'other';

/** For which files an intent holds, cut together from sentence, heading, front matter and folder. */
export interface Reach {
  readonly include: readonly (readonly string[])[];
  readonly exclude: readonly string[];
  readonly languages: readonly Language[];
  /** Only in (true) or only outside (false) parts of source files that are tests. */
  readonly tests?: boolean;
  /** Parts of source files by their syntax: in loops, outside constructors, at top level. All must hold. */
  readonly within?: readonly Within[];
  /** Words about when it holds that could not be turned into files. */
  readonly unclear: readonly string[];
}

/** A part of a source file: a construct of the lexicon, what a named call or function encloses, or the top level. */
export interface Within {
  readonly kind: 'construct' | 'code' | 'top-level';
  /** Id of the construct, or the piece of code. */
  readonly text: string;
  /** Other pieces of code that do as well. */
  readonly or?: readonly string[];
  readonly inside: boolean;
}

/** Places outside of the repository's own folders, as globs: where a command is ruled out, or all but where. */
export interface Spots {
  readonly on?: readonly string[];
  readonly outside?: readonly string[];
}

/** What happens when an obligation falls due. */
export type Trigger =
  | { readonly kind: 'commit' | 'push' | 'pull-request' | 'merge' | 'stop' }
  | {
      readonly kind: 'changed';
      readonly globs: readonly string[];
      /** Only what such files say of the dependencies. */
      readonly part?: 'dependencies';
      readonly except?: readonly string[];
      readonly how?: readonly ('create' | 'modify' | 'delete' | 'rename')[];
    }
  | { readonly kind: 'ran'; readonly text: string };

/** What the wording of a message must be like. Lengths in characters. */
export interface MessageStyle {
  readonly conventional?: boolean;
  readonly types?: readonly string[];
  readonly scopeRequired?: boolean;
  readonly maxLength?: number;
  readonly noPeriod?: boolean;
  readonly lowercase?: boolean;
  readonly imperative?: boolean;
}

interface Common {
  readonly force: 'must' | 'should';
  readonly reach: Reach;
}

/** What a directive asks, typed. One directive may hold several. */
export type Intent = Common &
  (
    | {
        readonly shape: 'forbid';
        readonly doing: Doing;
        readonly verb?: string | undefined;
        readonly things: readonly Mention[];
        readonly except: readonly Mention[];
        readonly instead: readonly Mention[];
        readonly on: readonly Mention[];
        /** What it is forbidden without: `y=` in "`x()` without `y=`", `--staged` in "`git restore` without `--staged`". */
        readonly lacking?: readonly Mention[];
        /** What is made, called or asked by its name is meant; a type of that name is not. */
        readonly direct?: boolean;
        /** Places that commands are pointed at: "`rm -rf` outside /tmp". */
        readonly spots?: Spots;
      }
    | {
        readonly shape: 'only';
        readonly doing: Doing;
        readonly things: readonly Mention[];
        readonly subject: readonly Mention[];
      }
    | {
        readonly shape: 'require';
        readonly doing: Doing;
        readonly things: readonly Mention[];
        readonly subject: readonly Mention[];
        readonly purpose: readonly Mention[];
      }
    | {
        readonly shape: 'place';
        readonly what: readonly Mention[];
        readonly words: readonly string[];
        readonly under: readonly Mention[];
        readonly beside: boolean;
        /** It is told as a fact: it asks for something only where the repository bears it out. */
        readonly told?: boolean;
      }
    | {
        readonly shape: 'name';
        readonly what: readonly Mention[];
        readonly words: readonly string[];
        readonly styles: readonly string[];
        readonly affix?: { readonly prefix?: string; readonly suffix?: string; readonly prefixes?: readonly string[] };
        readonly patterns: readonly string[];
      }
    | {
        readonly shape: 'limit';
        readonly what: readonly Mention[];
        readonly words: readonly string[];
        readonly max: number;
        readonly unit: string;
      }
    | {
        readonly shape: 'protect';
        readonly files: readonly Mention[];
        readonly by: readonly Mention[];
        readonly doing: 'edit' | 'delete' | 'commit' | 'create';
        readonly existingOnly: boolean;
      }
    | {
        readonly shape: 'order';
        readonly need: readonly Mention[];
        readonly before: readonly Trigger[];
        readonly since: readonly Trigger[];
        readonly ordered: boolean;
      }
    | {
        readonly shape: 'message';
        readonly of: readonly ('commit' | 'pull-request-title')[];
        readonly style: MessageStyle;
      }
    | {
        readonly shape: 'absent';
        /** Folders where nothing new comes. */
        readonly files: readonly Mention[];
        /** Only such files. */
        readonly kinds?: readonly Mention[];
      }
    /** Tests lie as the files do that they test; a stem with `prefix` and `suffix` round it names the test of a file. */
    | {
        readonly shape: 'mirrored';
        readonly tests: string;
        readonly sources: string;
        readonly prefix: string;
        readonly suffix: string;
        readonly ending: string;
      }
    /** No more entries (headings, rows, items) in these files. */
    | { readonly shape: 'closed'; readonly files: readonly Mention[] }
    | {
        readonly shape: 'depend';
        /** `deep`: never by its name alone; `apart`: the parts of the first never on each other; `entries`: on such parts by these files alone. */
        readonly how: 'never' | 'only' | 'only-from' | 'deep' | 'apart' | 'layers' | 'entries';
        readonly from: readonly Mention[];
        readonly to: readonly Mention[];
        readonly except: readonly Mention[];
        /** How the import is written, where only that is meant. */
        readonly written?: readonly string[];
        /** It may not become a dependency either. */
        readonly unwanted?: boolean;
        /** Types may be imported all the same. */
        readonly types?: boolean;
      }
    | {
        readonly shape: 'setting';
        /** What a person calls it. */
        readonly about: string;
        readonly files: readonly string[];
        readonly key: readonly string[];
        readonly expect: ConfigCheck['expect'];
        /** Keys and values that fit and that do not, for an example. */
        readonly good: readonly [readonly string[], unknown];
        readonly bad: readonly [readonly string[], unknown];
        /** Commands that would change the value, with lines that do and do not. */
        readonly commands?: {
          readonly forbid: readonly CommandPattern[];
          readonly allow: readonly CommandPattern[];
          readonly wrong: string;
          readonly right: string;
        };
      }
    | {
        readonly shape: 'form';
        /**
         * How code is written: calls `awaited`; `chained` with a further call; names `taken-from` one module; what is
         * set up, `undone`; a statement that stays `last` in its file; rules of a linter left `unsuppressed`; names
         * `spelled` with one capitalisation; names that are not given (`unnamed`), begin (`unprefixed`) or
         * end (`unsuffixed`) so; functions not `applied` to
         * something; traits that nothing has `implemented`; what each of the files `holds`, or `opens` with;
         * what classes of a kind are `based` on and `marked` with; calls `preceded` by another; parts of code
         * `obliged` to hold a call.
         */
        readonly how:
          | 'awaited'
          | 'chained'
          | 'taken-from'
          | 'undone'
          | 'last'
          | 'unsuppressed'
          | 'spelled'
          | 'unnamed'
          | 'unprefixed'
          | 'unsuffixed'
          | 'applied'
          | 'implemented'
          | 'holds'
          | 'opens'
          | 'based'
          | 'marked'
          | 'preceded'
          | 'obliged';
        readonly things: readonly Mention[];
        /** What goes with them: the chained call, the module, what undoes, the right spellings. */
        readonly with: readonly Mention[];
      }
    | {
        /** A check that the words spell out, with what breaks it and what does not. */
        readonly shape: 'check';
        readonly subject: string;
        readonly message: string;
        readonly instead?: string;
        readonly check: CommandCheck | OrderCheck | PathsCheck;
        readonly violating: readonly Example[];
        readonly compliant: readonly Example[];
      }
    | {
        readonly shape: 'companion';
        readonly when: readonly Trigger[];
        readonly need: readonly Mention[];
        /** Only where the change is committed as one of these types (`feat`, `fix`). */
        readonly commits?: readonly string[];
      }
  );
export type Shape = Intent['shape'];
export type IntentOf<S extends Shape> = Extract<Intent, { shape: S }>;

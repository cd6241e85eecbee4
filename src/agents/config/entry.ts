/** How a host is told about us: files that are its own, with our entries, and files that are ours alone. */
export interface HostConfig {
  /** Paths that show that the host is used: in the repository, or `~/…` in the home folder. */
  readonly signs: readonly string[];
  readonly files: readonly ConfigFile[];
  /** What a person must do after the files are written. */
  readonly afterwards?: string;
  /** Where the host keeps switches that turn hooks off: JSON files and the keys that do. */
  readonly switches?: readonly KillSwitch[];
}

export type ConfigFile = JsonFile | OwnFile;

/** A JSON or JSONC file of the host: our items are appended to its lists. */
export interface JsonFile {
  readonly form: 'json';
  /** Relative to the repository, or `~/…`. */
  readonly path: string;
  readonly items: readonly { readonly list: readonly string[]; readonly item: object }[];
  /** Members that the host asks for, set only where they are absent. */
  readonly members?: readonly { readonly at: readonly string[]; readonly value: string | number | boolean }[];
}

/** A file that is wholly ours. */
export interface OwnFile {
  readonly form: 'own';
  readonly path: string;
  /** The content, or the file of `shims/` that holds it. */
  readonly content: string | { readonly shim: string };
  readonly executable?: boolean;
}

export interface KillSwitch {
  readonly path: string;
  readonly key: readonly string[];
  readonly off: boolean | 'present';
  readonly says: string;
}

/** The mark by which our entries and files are known again. */
export const MARK = '.bylaw/hook';

/** The launcher from wherever in the repository the host starts its hooks. */
export const FROM_GIT_ROOT = '"$(git rev-parse --show-toplevel)"/.bylaw/hook';

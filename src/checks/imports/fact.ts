import type { RepoPath } from '../../model/path.ts';

/** One import as it stands in a file. Offsets are UTF-16 code units, the end exclusive. */
export interface ImportFact {
  readonly specifier: string;
  /** The names taken from the module: `default`, `*` for all of it, none for an import for its effects. */
  readonly names: readonly string[];
  /** Gone at run time: `import type`, `if TYPE_CHECKING`. */
  readonly typeOnly: boolean;
  /** Done later than loading: `import()`, an import inside a function. */
  readonly lazy: boolean;
  /** Says that a file is part of this one (`mod x;` of Rust), not that this one needs it. */
  readonly part?: boolean;
  readonly start: number;
  readonly end: number;
}

export interface Facts {
  readonly imports: readonly ImportFact[];
  /** Why not all imports could be read. */
  readonly problem?: string;
}

/**
 * What an import reaches. A file or folder of the repository has a `path`; a workspace package has a `module` name
 * besides; anything from outside has only that.
 */
export interface Reached {
  /** `missing`: the path it would have; no such file is there (yet), and it may lack the extension. */
  readonly kind: 'file' | 'folder' | 'missing' | 'package' | 'builtin';
  readonly path?: RepoPath;
  /** Package or module name with all of the specifier behind it, parts joined by `/`. */
  readonly module?: string;
  /** The names of the fact that this one stands for, where they are split. */
  readonly names?: readonly string[];
}

export interface Edge {
  readonly fact: ImportFact;
  readonly to: Reached;
}

/** The names an edge takes. */
export function namesOf({ fact, to }: Edge): readonly string[] {
  return to.names ?? fact.names;
}

/** How the imports of a language are read and resolved. */
export interface ImportLanguage {
  readonly id: string;
  reads(path: RepoPath): boolean;
  /** Never throws. */
  facts(path: RepoPath, text: string): Facts;
  /** Depends on nothing but the fact's specifier and names, the folder of the importing file, and the places. */
  resolve(fact: ImportFact, from: RepoPath, places: Places): readonly Reached[];
  /** Are the files of a folder one package, so that importing it is importing them? */
  readonly folders?: boolean;
  /** Do the names of a fact take part in resolving it? */
  readonly byName?: boolean;
  /** Does the importing file itself, not only its folder, take part? */
  readonly byFile?: boolean;
}

/** What resolving may ask of a repository. */
export interface Places {
  isFile(path: RepoPath): boolean;
  isFolder(path: RepoPath): boolean;
  /** The text of a manifest. */
  manifest(path: RepoPath): string | undefined;
  /** All files with this name, sorted. */
  named(name: string): readonly RepoPath[];
  /** All files with this extension, without its dot, sorted. Asked for manifests only. */
  withExtension(extension: string): readonly RepoPath[];
  /** The files directly in a folder, sorted. */
  inFolder(folder: RepoPath): readonly RepoPath[];
  /** Something worked out from manifests once, kept as long as no manifest changes. */
  known<T>(key: string, make: () => T): T;
}

/** Files that decide how imports are resolved. */
export function isManifest(path: RepoPath): boolean {
  return MANIFEST.test(path);
}

const MANIFEST =
  /(?:^|\/)(?:package\.json|[tj]sconfig[^/]*\.json|pnpm-workspace\.yaml|lerna\.json|go\.(?:mod|work)|Cargo\.toml|pyproject\.toml|setup\.(?:py|cfg)|composer\.json|[^/]*\.(?:csproj|fsproj|vbproj))$/;

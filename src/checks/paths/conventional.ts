/** File names that tools or custom fix; no naming rule of a repository means them. */
const FIXED = new Set([
  'AndroidManifest.xml',
  'AssemblyInfo.cs',
  'CMakeLists.txt',
  'CMakePresets.json',
  'Cargo.lock',
  'Cargo.toml',
  'Chart.yaml',
  'Directory.Build.props',
  'Directory.Build.targets',
  'Directory.Packages.props',
  'Info.plist',
  'Package.swift',
  'Package.resolved',
  'Podfile.lock',
  'Pipfile.lock',
  'Gemfile.lock',
  'Program.cs',
  'Taskfile.yml',
  'Taskfile.yaml',
  'Pulumi.yaml',
  'conftest.py',
  'docker-compose.yml',
  'docker-compose.yaml',
  'next-env.d.ts',
  'package-lock.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'setupTests.ts',
  'setupTests.js',
  'vite-env.d.ts',
]);

/** Stems that mean a place in their folder, whatever the style of the others. */
const ROLES = new Set(['index', 'main', 'mod', 'lib']);

/** Files that a web framework finds by name. */
const FRAMEWORK =
  /^(?:page|layout|route|loading|error|global-error|not-found|template|default|middleware|instrumentation|sitemap|robots|manifest|opengraph-image|twitter-image|icon|apple-icon)\.(?:[jt]sx?|mjs)$/;

/**
 * Does a file or folder name follow a convention of its own? README, LICENSE, dotfiles, files without extension,
 * `index`, `[slug]`, `(group)`, `@slot`, `+page`, `$id`, `_layout`, `__init__`, names that tools fix.
 */
export function isConventional(name: string): boolean {
  if (!/^[\p{L}\p{N}]/u.test(name)) return true;
  if (FIXED.has(name) || FRAMEWORK.test(name)) return true;
  const stem = firstPart(name);
  if (ROLES.has(stem) || /[[\](){}$@+]/.test(stem)) return true;
  return /^[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*(?:\.(?:md|mdx|txt|rst|adoc))?$/.test(name) || isToolFile(name);
}

function isToolFile(name: string): boolean {
  return /^[A-Z][a-z]*file(?:\.[\w-]+)?$/.test(name);
}

/** The part of a file name that its author chose: `foo` of `foo.test.ts`. */
export function firstPart(name: string): string {
  const dot = name.indexOf('.', 1);
  return dot < 0 ? name : name.slice(0, dot);
}

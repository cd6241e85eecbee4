import type { Knowledge } from './knowledge.ts';

export const DEPENDENCIES = /^(?:dependenc(?:y|ies)|deps|requirements)$/;
const MANIFESTS = [
  'package.json',
  'pyproject.toml',
  'Cargo.toml',
  'composer.json',
  'requirements.txt',
  'go.mod',
  'Gemfile',
  'Directory.Packages.props',
];

/** Manifests of the kinds that the repository has, as globs. */
export function manifestsIn(knowledge: Knowledge): readonly string[] {
  return MANIFESTS.filter((name) => knowledge.facts.find(name, knowledge.from).length > 0).map((name) => `**/${name}`);
}

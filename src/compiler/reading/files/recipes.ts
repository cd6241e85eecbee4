import type { Directive } from '../../../model/directive.ts';
import type { Intent, Mention, Reach } from '../../../model/intent.ts';
import { nameOf, type RepoPath } from '../../../model/path.ts';
import type { RepositoryFacts } from '../../../repository/facts.ts';
import type { Knowledge } from '../naming/knowledge.ts';

/** What a list of steps is about: where each new thing of its kind has a folder of its own. */
export interface Recipe {
  /** The folder that holds one folder for each. */
  readonly folder: RepoPath;
  readonly step: Directive;
}

const ADDING =
  /^(?:when |to |how to |steps (?:to|for) |checklist for )?(?:add(?:ing)?|creat(?:e|ing)|introduc(?:e|ing)|implement(?:ing)?)\b.{0,40}\b(?:an?|new)\b/i;
const HOME =
  /^(?:put|place|add|create|implement|write|start)\b[^.;]*\b(?:in|under|at|into) (?:a |the )?`([\w./-]+)\/(?:<[^<>/]+>|\{[^{}/]+\}|\[[^[\]/]+\])\/?`/i;

/** The recipes that directives are steps of: "When adding a driver:" over a list whose first step says where it goes. */
export function recipesOf(directives: readonly Directive[], facts: RepositoryFacts): ReadonlyMap<Directive, Recipe> {
  const groups = new Map<string, Directive[]>();
  for (const directive of directives) {
    const lead = directive.parents.at(-1) ?? directive.headings.at(-1);
    if (lead === undefined || !ADDING.test(lead)) continue;
    const key = `${directive.source.file}\0${directive.headings.join('\0')}\0${directive.parents.join('\0')}`;
    groups.set(key, [...(groups.get(key) ?? []), directive]);
  }
  const recipes = new Map<Directive, Recipe>();
  for (const steps of groups.values()) {
    const homes = steps.flatMap((step): readonly Recipe[] => {
      const folder = HOME.exec(step.text)?.[1] as RepoPath | undefined;
      return folder !== undefined && facts.folders().has(folder) ? [{ folder, step }] : [];
    });
    const [home] = homes;
    if (home && homes.length === 1 && steps.length > 1) for (const step of steps) recipes.set(step, home);
  }
  return recipes;
}

const NAMES = [
  'Cargo.toml',
  'package.json',
  'pyproject.toml',
  'go.mod',
  'mod.rs',
  'index.ts',
  'index.js',
  'index.tsx',
  '__init__.py',
];

const OPEN = /\b(?:when|if|where|unless|optionally|needed|necessary|applicable|relevant|consider|may|can)\b/i;
const DOING =
  /^(?:add|update|register|export|re-export|wire|list|include|extend|document|declare)\b[^.;]*\b(?:in|to|from|into)\b/i;

/** What a step asks once a new folder of the kind is there: the files that list them all change with it. */
export function readStep(directive: Directive, recipe: Recipe, knowledge: Knowledge): readonly Intent[] {
  const common = { force: directive.force ?? ('must' as const), reach: NOWHERE };
  if (recipe.step === directive) return stray(recipe.folder, knowledge, directive.text, common);
  const text = directive.text.replaceAll(/`[^`]*`/g, '`');
  const sign = signOf(recipe.folder, knowledge.facts);
  if (OPEN.test(text) || !DOING.test(text) || sign === undefined) return [];
  const need = [...directive.text.matchAll(/\b(?:in|to|from|into) (?:the )?`([^`]+)`/g)]
    .flatMap(([, path = '']) =>
      knowledge.typeAtom({ kind: 'code', text: path, low: path.toLowerCase(), start: 0, end: 0 }, []),
    )
    .filter((each) => each.kind === 'path' && each.exists && !each.folder);
  const [only] = need;
  if (!only || need.length > 1) return [];
  const globs = [`${recipe.folder}/*/${sign}`];
  return [{ ...common, shape: 'companion', when: [{ kind: 'changed', globs, how: ['create'] }], need }];
}

const NOWHERE: Reach = { include: [], exclude: [], languages: [], unclear: [] };

/** The file that each folder of the kind has, so that a new one tells of a new folder. */
function signOf(folder: RepoPath, facts: RepositoryFacts): string | undefined {
  const children = childrenOf(folder, facts);
  const has = (child: RepoPath, name: string) => facts.view.kind(`${child}/${name}` as RepoPath) === 'file';
  return children.length === 0 ? undefined : NAMES.find((name) => children.every((child) => has(child, name)));
}

function childrenOf(folder: RepoPath, facts: RepositoryFacts): readonly RepoPath[] {
  const depth = folder.split('/').length + 1;
  return [...facts.folders()].filter((each) => each.startsWith(`${folder}/`) && each.split('/').length === depth);
}

const CODE = /\b(?:implementation|implementations|code|source|logic)\b/i;

/** "Put the implementation in `drivers/<name>/`": no new ones in other folders that go by the name of `drivers`. */
function stray(
  folder: RepoPath,
  { facts, lexicon, globsOf }: Knowledge,
  text: string,
  common: { readonly force: 'must' | 'should'; readonly reach: Reach },
): readonly Intent[] {
  const name = nameOf(folder);
  const rivals = [...facts.folders()].filter((each) => nameOf(each) === name && each !== folder);
  const endings = new Set(
    facts.view.files().flatMap((file) => (file.startsWith(`${folder}/`) ? (/\.\w+$/.exec(file)?.[0] ?? []) : [])),
  );
  const code = [...endings].filter((ending) => /^\.(?:rs|go|py|[cm]?[jt]sx?|java|kt|cs|rb|php|swift)$/.test(ending));
  const aside = ['tests', 'docs', 'examples'].flatMap((id) => {
    const kind = lexicon.fileKinds[id];
    return kind ? globsOf(kind) : [];
  });
  const isAside = (rival: RepoPath) => /(?:^|\/)(?:tests?|docs?|examples?|e2e|\.[^/]+)(?:\/|$)/.test(rival);
  const others = rivals.filter((rival) => !isAside(rival) && !rival.startsWith(`${folder}/`));
  if (!CODE.test(text) || others.length === 0 || code.length === 0) return [];
  const kinds = code.map(
    (ending): Mention => ({ kind: 'path', text: `*${ending}`, globs: [`**/*${ending}`], exists: true, folder: false }),
  );
  const known = others.flatMap((rival) => childrenOf(rival, facts).map((child) => `${child}/**`));
  const files = others.map(
    (rival): Mention => ({ kind: 'path', text: rival, globs: [`${rival}/*/**`], exists: true, folder: true }),
  );
  return [{ ...common, reach: { ...NOWHERE, exclude: [...known, ...aside] }, shape: 'absent', files, kinds }];
}

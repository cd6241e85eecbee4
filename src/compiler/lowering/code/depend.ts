import type { ImportTarget } from '../../../model/checks/imports.ts';
import type { Example } from '../../../model/evidence.ts';
import type { IntentOf, Mention } from '../../../model/intent.ts';
import type { Scope } from '../../../model/rule.ts';
import type { LocalPackage } from '../../../repository/facts.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { globsOf } from '../../reading/naming/reach.ts';
import { type Draft, join, type Lowered, left, scopeOf } from '../draft.ts';
import { layerManifests, manifestDrafts, unwantedDrafts } from '../files/manifest.ts';
import { lowerCodeBan } from './code.ts';
import { exampleOf, targetOf } from './imports.ts';
import { importsDraft } from './imports-draft.ts';
import { lowerOnlyFrom } from './only-from.ts';
import { lowerApart, lowerEntries } from './parts-of-folders.ts';
import { covers } from './wording.ts';

/** Who may import whom. */
export function lowerDepend(intent: IntentOf<'depend'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf(intent.reach, knowledge, true);
  if (typeof scope === 'string') return left(scope);
  switch (intent.how) {
    case 'never':
      return join(...intent.to.map((to) => lowerNever(to, intent, scope, knowledge)));
    case 'only':
      return lowerAllowList(intent, knowledge);
    case 'deep':
      return join(...intent.to.map((to) => lowerDeep(to, intent, scope, knowledge)));
    case 'apart':
      return lowerApart(intent, knowledge);
    case 'entries':
      return lowerEntries(intent, knowledge);
    case 'layers':
      return lowerLayers(intent, knowledge);
    case 'only-from':
      return lowerOnlyFrom(intent, scope, knowledge);
  }
}

function lowerNever(to: Mention, intent: IntentOf<'depend'>, scope: Scope | undefined, knowledge: Knowledge): Lowered {
  const from = intent.from.flatMap(globsOf);
  const written = intent.written?.find((glob) => glob.startsWith(to.text));
  const target = written === undefined ? withPackages(targetOf(to), knowledge) : { specifiers: [written] };
  const shown: Mention = written === undefined ? to : { kind: 'code', text: `${to.text}/part` };
  const made = target && exampleOf(shown, from.length > 0 ? { include: from } : scope, knowledge);
  if (!made) return left(`no example could be made for an import of “${to.text}”`);
  const who =
    intent.from.length > 0
      ? `${intent.from.map((each) => each.text).join(', ')} must not import`
      : 'nothing may import';
  const exclude = [...(scope?.exclude ?? []), ...intent.except.flatMap(globsOf)];
  return {
    drafts: [
      importsDraft(
        intent,
        { subject: `${to.text} import`, message: `${who} ${to.text}` },
        {
          type: 'forbidden',
          ...(from.length > 0 && { from: [...from] }),
          to: target,
          ...(intent.types && { typeOnly: 'allow' as const }),
        },
        { violating: [made.importing], compliant: [made.mentioning] },
        scope || exclude.length > 0 ? { ...scope, ...(exclude.length > 0 && { exclude }) } : undefined,
      ),
      ...(intent.unwanted ? unwantedDrafts(to.text, intent, from, knowledge) : []),
      ...(target.symbols ? namedDrafts(to, from, intent, knowledge) : []),
    ],
    left: [],
  };
}

/** A name that may not be imported may not be reached through its module either: `registry.NAME`. */
function namedDrafts(
  to: Mention,
  from: readonly string[],
  { force, reach, except }: IntentOf<'depend'>,
  knowledge: Knowledge,
): readonly Draft[] {
  if (from.length === 0) return [];
  const ban: IntentOf<'forbid'> = {
    force,
    reach: { ...reach, include: [...reach.include, from] },
    shape: 'forbid',
    doing: 'use',
    things: [to],
    except: [...except],
    instead: [],
    on: [],
  };
  return lowerCodeBan(to.text, ban, knowledge).drafts.flatMap((draft): readonly Draft[] => {
    if (draft.check.kind !== 'code') return [];
    const match = draft.check.match.map(({ where: _, ...matcher }) => matcher);
    return [{ ...draft, subject: `${to.text} use`, check: { ...draft.check, match } }];
  });
}

/** A folder is also meant where its package is imported by name. */
function withPackages(target: ImportTarget | undefined, knowledge: Knowledge): ImportTarget | undefined {
  const paths = target?.paths;
  if (!paths) return target;
  const inside = knowledge.facts.packages().filter((each) => each.folder !== '' && covers(paths, `${each.folder}/x`));
  const packages = [...new Set([...(target.packages ?? []), ...inside.map((each) => each.name)])];
  return packages.length > 0 ? { ...target, packages } : target;
}

/** What a part may import of this repository; packages from elsewhere are not spoken of. */
function lowerAllowList(intent: IntentOf<'depend'>, knowledge: Knowledge): Lowered {
  const from = intent.from.flatMap(globsOf);
  const allowed = intent.to.flatMap((each) => targetOf(each) ?? []);
  const local = knowledge.facts.packages().filter((each) => each.folder !== '');
  const others = local.filter((each) => !intent.to.some((to) => to.kind === 'package' && to.text === each.name));
  const [other] = others.filter((each) => !covers(from, `${each.folder}/x`) || others.length === 1);
  if (allowed.length === 0 || other === undefined)
    return left('what may be imported is not named by packages of this repository');
  const made = exampleOf({ kind: 'package', text: other.name }, { include: from }, knowledge);
  const [fine] = intent.to;
  const right = fine && exampleOf(fine, { include: from }, knowledge);
  if (!made || !right) return left('no example could be made for such an import');
  const except = intent.except.flatMap(globsOf);
  // Packages of the same npm scope are of this repository, also those to come.
  const scopes = [...new Set(local.flatMap((each) => /^(@[^/]+)\//.exec(each.name)?.[1] ?? []))];
  const among: ImportTarget = { packages: [...scopes.map((each) => `${each}/**`), ...local.map((each) => each.name)] };
  const scope: Scope | undefined = except.length > 0 ? { exclude: except } : undefined;
  const to: ImportTarget = {
    packages: allowed.flatMap((each) => each.packages ?? []),
    ...(allowed.some((each) => each.paths) && { paths: allowed.flatMap((each) => each.paths ?? []) }),
  };
  const said = `${intent.from.map((each) => each.text).join(', ')} may import only ${intent.to.map((each) => each.text).join(', ')} of this repository`;
  const subject = `${intent.to.map((each) => each.text).join(' ')} only`;
  const imports = importsDraft(
    intent,
    { subject, message: said },
    { type: 'only', from: [...from], to, among },
    { violating: [made.importing], compliant: [right.importing] },
    scope,
  );
  return {
    drafts: [
      imports,
      ...manifestDrafts(
        intent,
        subject,
        said,
        from,
        others.map((each) => each.name),
        { scopes, allowed: to.packages ?? [] },
        scope,
      ),
    ],
    left: [],
  };
}

/** "Through subpaths only": the bare name of the package is ruled out. */
function lowerDeep(to: Mention, intent: IntentOf<'depend'>, scope: Scope | undefined, knowledge: Knowledge): Lowered {
  const bare = exampleOf(to, scope, knowledge);
  const deep = exampleOf({ kind: 'package', text: `${to.text}/part` }, scope, knowledge);
  if (!bare || !deep) return left(`no example could be made for an import of “${to.text}”`);
  return {
    drafts: [
      importsDraft(
        intent,
        {
          subject: `${to.text} root import`,
          message: `${to.text} is imported through its subpaths, not by its name alone`,
        },
        { type: 'forbidden', to: { specifiers: [to.text] } },
        { violating: [bare.importing], compliant: [deep.importing, bare.mentioning] },
        scope,
      ),
    ],
    left: [],
  };
}

function lowerLayers(intent: IntentOf<'depend'>, knowledge: Knowledge): Lowered {
  const packages = intent.from.map((layer) => packagesOf(layer, knowledge));
  if (packages.every((layer) => layer.length > 0)) return lowerPackageLayers(intent, packages, knowledge);
  const layers = intent.from.map((each) => [...globsOf(each)]);
  const [high] = intent.from;
  const low = intent.from.at(-1);
  const up = high && low && exampleOf(high, { include: [...globsOf(low)] }, knowledge);
  const down = high && low && exampleOf(low, { include: [...globsOf(high)] }, knowledge);
  if (!up || !down || layers.length < 2) return left('no example could be made for an import between the layers');
  const violating: Example[] = [up.importing];
  return {
    drafts: [
      importsDraft(
        intent,
        {
          subject: `${intent.from.map((each) => each.text).join(' ')} layers`,
          message: `imports go ${intent.from.map((each) => each.text).join(' → ')}, never the other way`,
        },
        { type: 'layers', layers },
        { violating, compliant: [down.importing] },
      ),
    ],
    left: [],
  };
}

/** The packages whose folders a layer consists of; none where it is a part of one. */
function packagesOf(layer: Mention, knowledge: Knowledge): readonly LocalPackage[] {
  const globs = globsOf(layer);
  const found = knowledge.facts.packages().filter(({ folder }) => folder !== '' && globs.includes(`${folder}/**`));
  return found.length === globs.length ? found : [];
}

/** Layers that consist of packages: those below neither import those above them nor depend on them. */
function lowerPackageLayers(
  intent: IntentOf<'depend'>,
  layers: readonly (readonly LocalPackage[])[],
  knowledge: Knowledge,
): Lowered {
  const drafts = layers.flatMap((layer, index): readonly Draft[] => {
    const above = layers.slice(0, index).flat();
    const from = layer.map(({ folder }) => `${folder}/**`);
    const [first] = above;
    const made = first && exampleOf({ kind: 'package', text: first.name }, { include: from }, knowledge);
    if (!made) return [];
    const name = intent.from[index]?.text ?? '';
    const to = { packages: above.map((each) => each.name), paths: above.map(({ folder }) => `${folder}/**`) };
    const message = `packages of ${name} do not depend on those above them`;
    return [
      importsDraft(
        intent,
        { subject: `${name} layer`, message },
        { type: 'forbidden', from, to },
        { violating: [made.importing], compliant: [made.mentioning] },
      ),
      ...layerManifests(intent, name, layer, above, knowledge),
    ];
  });
  return drafts.length > 0 ? { drafts, left: [] } : left('no example could be made for an import between the layers');
}

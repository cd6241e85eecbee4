import type { RepoPath } from '../../model/path.ts';
import type { RuleOf } from '../../model/rule.ts';
import { scopeTest } from '../../repository/globs.ts';
import { type RepositoryView, textOf } from '../../repository/view.ts';
import type { ActContext, Action, CheckModule, Finding } from '../contract.ts';
import { type LineIndex, lineIndex } from '../lines.ts';
import { type Break, type Judge, reachedName } from './contract.ts';
import { compileAcyclic } from './contracts/acyclic.ts';
import { compileEntryPoints } from './contracts/entry-points.ts';
import { compileForbidden } from './contracts/forbidden.ts';
import { compileIndependent } from './contracts/independent.ts';
import { compileLayers } from './contracts/layers.ts';
import { compileOnly } from './contracts/only.ts';
import { compileOnlyFrom } from './contracts/only-from.ts';
import { compileRequired } from './contracts/required.ts';
import { compileUnbroken } from './contracts/unbroken.ts';
import { type Edge, namesOf } from './fact.ts';
import { createGraphs } from './graph.ts';
import type { ImportGraph } from './import-graph.ts';
import { startJavaScript } from './languages/javascript.ts';
import { languageOf } from './languages.ts';

interface Prepared {
  readonly rule: RuleOf<'imports'>;
  readonly judge: Judge;
}

/** Which file may import which. */
export const importsChecks: CheckModule<'imports'> = {
  kind: 'imports',
  prepare(rules) {
    const prepared: Prepared[] = rules.map((rule) => ({ rule, judge: judgeOf(rule) }));
    const passing = prepared.filter(({ judge }) => judge.passesOn);
    const leaving = prepared.filter(({ judge }) => judge.leavesBehind);
    const graphs = createGraphs();

    const inspect = (path: RepoPath, view: RepositoryView) => {
      if (!languageOf(path)) return { findings: [] };
      const graph = graphs.of(view);
      if (!graph.has(path)) return { findings: [] };
      const problem = graph.problem(path);
      const find = finder(path, view);
      return {
        findings: merged(
          prepared.flatMap(({ rule, judge }) => judge.breaks(path, graph).map((one) => find(rule, one))),
        ),
        ...(problem !== undefined && { notLookedAt: problem }),
      };
    };

    /** What a file newly breaks for others that import it. */
    const passedOn = (path: RepoPath, { before, after }: ActContext): readonly Finding[] => {
      if (passing.length === 0 || !languageOf(path) || !addsEdges(path, graphs.of(before), graphs.of(after))) return [];
      const find = finder(path, after);
      const now = passing.flatMap(({ rule, judge }) =>
        (judge.passesOn?.(path, graphs.of(after)) ?? []).map((one) => find(rule, one)),
      );
      if (now.length === 0) return [];
      const old = new Set(
        passing.flatMap(({ rule, judge }) =>
          (judge.passesOn?.(path, graphs.of(before)) ?? []).map((one) => `${rule.id}\0${one.found}`),
        ),
      );
      return merged(now).filter((finding) => !old.has(`${finding.rule.id}\0${finding.found}`));
    };

    /** What breaks for those that import files that go. */
    const leftBehind = (path: RepoPath, { before, after }: ActContext): readonly Finding[] => {
      if (leaving.length === 0) return [];
      const gone =
        before.kind(path) === 'folder' ? before.files().filter((file) => file.startsWith(`${path}/`)) : [path];
      return leaving.flatMap(({ rule, judge }) =>
        (judge.leavesBehind?.(gone, graphs.of(before), graphs.of(after)) ?? []).map((one) =>
          finder(one.path, after)(rule, one),
        ),
      );
    };

    /** A move made by a command: the file is judged at its new place. */
    const moved = (from: RepoPath, to: RepoPath, { before, after }: ActContext): readonly Finding[] => {
      const old = new Set(inspect(from, before).findings.map((finding) => `${finding.rule.id}\0${finding.found}`));
      return inspect(to, after).findings.filter((finding) => !old.has(`${finding.rule.id}\0${finding.found}`));
    };

    return {
      async inspect(path, view) {
        await startJavaScript();
        return inspect(path, view);
      },
      async act(action: Action, context: ActContext) {
        if (action.kind !== 'change') return [];
        await startJavaScript();
        if (action.change === 'delete') return leftBehind(action.path, context);
        const left = action.change === 'rename' && action.from ? leftBehind(action.from, context) : [];
        if (!action.by) return [...passedOn(action.path, context), ...left];
        return [
          ...(action.change === 'rename' && action.from ? moved(action.from, action.path, context) : []),
          ...left,
        ];
      },
    };
  },
};

/** Does a file reach anything that it did not reach before? */
function addsEdges(path: RepoPath, before: ImportGraph, after: ImportGraph): boolean {
  const keyOf = (edge: Edge) => `${reachedName(edge)} ${edge.fact.typeOnly} ${namesOf(edge).join(' ')}`;
  const old = new Set(before.edges(path).map(keyOf));
  return after.edges(path).some((edge) => !old.has(keyOf(edge)));
}

function judgeOf(rule: RuleOf<'imports'>): Judge {
  const { contract } = rule.check;
  const inScope = scopeTest(rule.scope);
  switch (contract.type) {
    case 'forbidden':
      return compileForbidden(contract, inScope);
    case 'only-from':
      return compileOnlyFrom(contract, inScope);
    case 'layers':
      return compileLayers(contract, inScope);
    case 'independent':
      return compileIndependent(contract, inScope);
    case 'acyclic':
      return compileAcyclic(contract, inScope);
    case 'entry-points':
      return compileEntryPoints(contract, inScope);
    case 'only':
      return compileOnly(contract, inScope);
    case 'required':
      return compileRequired(contract, inScope);
    case 'unbroken':
      return compileUnbroken(contract, inScope);
  }
}

function finder(path: RepoPath, view: RepositoryView): (rule: RuleOf<'imports'>, broken: Break) => Finding {
  let lines: LineIndex | undefined;
  return (rule, { edge, message, found }) => {
    lines ??= lineIndex(textOf(view, path) ?? '');
    const place = edge && lines.spanOf(edge.fact.start, edge.fact.end);
    return { rule, location: { path, ...place }, message, found };
  };
}

/** One statement that takes several names from one module breaks a rule once. */
function merged(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, location, found }) => {
    const key = `${rule.id}\0${location?.line}\0${found}`;
    return !seen.has(key) && seen.add(key);
  });
}

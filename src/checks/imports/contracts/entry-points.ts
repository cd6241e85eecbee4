import type { RepoPath } from '../../../model/path.ts';
import { globTest } from '../../../repository/globs.ts';
import { anyOf, type Compile, reachedName, shown } from '../contract.ts';
import type { Edge } from '../fact.ts';
import { membership } from '../membership.ts';
import { spellings } from '../target.ts';

/** Modules that outsiders may import through their entry files only. */
export const compileEntryPoints: Compile<'entry-points'> = (contract, inScope) => {
  const memberOf = membership(contract.module);
  const isEntry = globTest(contract.entries);
  const isPublic = ({ fact, to }: Edge, path: RepoPath, module: RepoPath): boolean => {
    // The name of a workspace package alone is its public door by definition.
    if (to.module !== undefined && /^(?:@[^/]+\/)?[^/]+$/.test(fact.specifier)) return true;
    if (path === module) return true;
    const inside = (spelling: RepoPath) => spelling.slice(module.length + 1) as RepoPath;
    return spellings(to).some((spelling) => isEntry(spelling) || isEntry(inside(spelling)));
  };
  return {
    breaks(path, graph) {
      if (!inScope(path)) return [];
      const own = memberOf(path);
      return graph.edges(path).flatMap((edge) => {
        const reached = edge.to.path;
        if (reached === undefined) return [];
        const module = memberOf(edge.to.kind === 'file' ? reached : (`${reached}/index` as RepoPath));
        if (module === undefined || module === own || path.startsWith(`${module}/`) || isPublic(edge, reached, module))
          return [];
        return [
          {
            edge,
            message: `${shown(edge)} is internal to \`${module}\`; from outside import ${anyOf(contract.entries)}.`,
            found: reachedName(edge),
          },
        ];
      });
    },
  };
};

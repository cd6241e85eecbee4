import { folderOf, type RepoPath } from '../../../model/path.ts';
import { globTest } from '../../../repository/globs.ts';
import { type Compile, reachedName, shown } from '../contract.ts';
import type { Reached } from '../fact.ts';
import { specifierTest } from '../glob-text.ts';
import { membership } from '../membership.ts';
import { spellings } from '../target.ts';

/** Modules that do not import each other. */
export const compileIndependent: Compile<'independent'> = (contract, inScope) => {
  const memberOf = membership(contract.modules);
  const excepted = contract.except ? globTest(contract.except) : () => false;
  const written = contract.written ? specifierTest(contract.written) : () => true;
  const moduleOf = (path: RepoPath) => (excepted(path) ? undefined : memberOf(path));
  const moduleReached = (to: Reached) =>
    spellings(to).some(excepted)
      ? undefined
      : to.path && (to.kind === 'file' ? memberOf(to.path) : memberBelow(to.path));
  // A folder is its own module: `features/a` as well as what is in it.
  const memberBelow = (path: RepoPath) => memberOf(`${path}/index` as RepoPath);
  return {
    breaks(path, graph) {
      const own = moduleOf(path);
      if (own === undefined || !inScope(path)) return [];
      return graph.edges(path).flatMap((edge) => {
        const other = moduleReached(edge.to);
        if (other === undefined || other === own || isFileBeside(edge.to, other)) return [];
        if (!written(edge.fact.specifier)) return [];
        return [
          {
            edge,
            message: `\`${own}\` and \`${other}\` are to be independent: ${shown(edge)} may not be imported.`,
            found: reachedName(edge),
          },
        ];
      });
    },
  };
};

/** A missing `features/shared` is more likely a file beside the modules than a module. */
function isFileBeside(to: Reached, module: RepoPath): boolean {
  return to.kind === 'missing' && to.path === module && folderOf(module) !== '' && /\.\w+$/.test(module);
}

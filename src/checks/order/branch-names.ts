import type { Arguments } from '../command/arguments.ts';
import { GAP } from '../command/unknown.ts';

const CREATING = ['-b', '-B', '-c', '-C', '--create', '--force-create', '--orphan'];
/** `git branch` with one of these lists, shows, deletes or configures. */
const NOT_CREATING =
  /^(?:-[dDarvl]+|-vv|-u|--(?:delete|all|remotes|list|verbose|show-current|contains|no-contains|merged|no-merged|points-at|format|sort|column|set-upstream-to|unset-upstream|edit-description))$/;
/** Branches that are there before anybody names one; a push to them creates nothing. */
const LASTING = /^(?:main|master|trunk|dev|develop|development|staging|production|next|gh-pages)$/;

/** Names of branches that a git command creates or renames to. A branch made from its namesake on a remote is not named anew. */
export function branchNames(parsed: Arguments): readonly string[] {
  return candidates(parsed).filter((name): name is string => name !== undefined && name !== '' && !name.includes(GAP));
}

function candidates(parsed: Arguments): readonly (string | undefined)[] {
  const operands = parsed.operands.map(({ text }) => text);
  switch (parsed.sub[0]) {
    case 'checkout':
    case 'switch':
      return created(parsed).filter((name) => !operands.some((start) => start?.endsWith(`/${name}`)));
    case 'worktree':
      return created(parsed);
    case 'branch': {
      const flags = parsed.flags.map(({ id }) => id);
      if (flags.some((id) => NOT_CREATING.test(id))) return [];
      const moves = flags.some((id) => /^(?:-[mMcC]|--(?:move|copy))$/.test(id));
      const [name, start] = operands;
      return moves ? [operands.at(-1)] : [start?.endsWith(`/${name}`) ? undefined : name];
    }
    case 'push':
      return parsed.flags.some(({ id }) => id === '--delete' || id === '-d') ? [] : operands.slice(1).map(pushed);
    default:
      return [];
  }
}

function created(parsed: Arguments): readonly (string | undefined)[] {
  return parsed.flags.flatMap(({ id, value }) => (CREATING.includes(id) && value != null ? [value] : []));
}

/** The branch that a refspec with a destination of its own names: `HEAD:name`, `+a:refs/heads/name`. */
function pushed(refspec: string | undefined): string | undefined {
  const [, source, destination] = /^\+?([^:]*):(.+)$/.exec(refspec ?? '') ?? [];
  if (source === undefined || source === '' || destination === undefined) return undefined;
  const name = destination.replace(/^refs\/heads\//, '');
  return name.startsWith('refs/') || LASTING.test(name) || name === source ? undefined : name;
}

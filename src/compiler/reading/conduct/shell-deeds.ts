import type { Intent } from '../../../model/intent.ts';
import { verbClass } from '../grammar/verbs.ts';
import type { ReadClause } from '../setting.ts';

const COMMANDS = new Set('the any all your shell bash terminal command-line cli commands command lines'.split(' '));
const FILES = new Set(
  'the any all your workspace project repository repo source working tree files file folders folder directories directory anything state data content contents or and in of this it'.split(
    ' ',
  ),
);

/** "Shell commands must not create, edit or delete workspace files": a ban of every command that changes something. */
export function readShellDeeds(read: ReadClause): readonly Intent[] | undefined {
  const { clause } = read;
  const subject = clause.subject.map((token) => token.low);
  if (!subject.some((word) => word.startsWith('command')) || !subject.every((word) => COMMANDS.has(word)))
    return undefined;
  const verbs = [clause.verb ?? '', ...clause.alsoVerbs].map(verbClass);
  const changes = verbs.some((each) => each === 'edit' || each === 'delete' || each === 'add');
  const object = clause.object.filter((token) => token.kind !== 'punct').map((token) => token.low);
  if (!changes || object.length === 0 || !object.every((word) => FILES.has(word))) return undefined;
  return [
    {
      ...read.common,
      shape: 'forbid',
      doing: 'run',
      verb: 'run',
      things: [{ kind: 'concept', id: 'changing-command', text: 'commands that change files' }],
      except: [],
      instead: [],
      on: [],
    },
  ];
}

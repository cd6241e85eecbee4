import type { Intent, IntentOf, Mention } from '../../model/intent.ts';
import { isThing } from '../reading/interpret.ts';
import type { Knowledge } from '../reading/knowledge.ts';
import { isCode, lowerCodeBan } from './code.ts';
import { insteadOf, lowerCommandBan, lowerToolBan } from './command.ts';
import { lowerConcept } from './concept.ts';
import { join, type Lowered, left, NOTHING } from './draft.ts';
import { lowerImportBan, lowerOnlyImport } from './imports.ts';
import { lowerCompanion, lowerOrder } from './order.ts';
import { lowerFileName, lowerLimit, lowerPlace, lowerProtect } from './paths.ts';

/** (shape × mention) → checks: a table of small pure functions. */
export function lower(intent: Intent, knowledge: Knowledge): Lowered {
  switch (intent.shape) {
    case 'forbid':
      return lowerForbid(intent, knowledge);
    case 'only':
      return lowerOnly(intent, knowledge);
    case 'require':
      return lowerRequire(intent, knowledge);
    case 'protect':
      return lowerProtect(intent, knowledge);
    case 'place':
      return lowerPlace(intent, knowledge);
    case 'name':
      return lowerFileName(intent, knowledge);
    case 'limit':
      return lowerLimit(intent, knowledge);
    case 'order':
      return lowerOrder(intent, knowledge);
    case 'companion':
      return lowerCompanion(intent, knowledge);
  }
}

function lowerForbid(intent: IntentOf<'forbid'>, knowledge: Knowledge): Lowered {
  const flags = intent.things.filter((mention) => mention.kind === 'flag');
  const all = intent.things.filter(isThing).map((mention): Lowered => {
    switch (mention.kind) {
      case 'concept':
        return lowerConcept(mention, 'forbid', intent, knowledge, insteadOf(intent.instead));
      case 'command':
        // "Never use `--force` with `git push`": the command only says where the flag counts.
        return flags.length > 0 && intent.on.includes(mention)
          ? NOTHING
          : lowerCommandBan([mention], intent, knowledge);
      case 'flag':
        return lowerCommandBan([mention], intent, knowledge);
      case 'tool':
        return lowerToolBan(mention, intent, knowledge);
      case 'package':
        return lowerImportBan(mention, intent.on, intent, knowledge);
      case 'path':
        return intent.doing === 'import'
          ? lowerImportBan(mention, intent.on, intent, knowledge)
          : left(`what is forbidden about \`${mention.text}\` is not said in a way we read`);
      case 'code':
      case 'quote':
        return intent.doing === 'import'
          ? lowerImportBan(mention, intent.on, intent, knowledge)
          : isCode(mention) && mention.kind === 'code'
            ? lowerCodeBan(mention.text, intent, knowledge)
            : left(`“${mention.text}” could stand anywhere`);
      default:
        return left(`forbidding “${mention.text}” has no check`);
    }
  });
  return all.length > 0 ? join(...all) : left(unknownThing(intent.things));
}

function lowerOnly(intent: IntentOf<'only'>, knowledge: Knowledge): Lowered {
  const imports = intent.doing === 'import' ? lowerOnlyImport(intent, knowledge) : NOTHING;
  if (imports.drafts.length > 0 || imports.left.length > 0) return imports;
  return lowerRequire({ ...intent, shape: 'require', purpose: [] }, knowledge);
}

function lowerRequire(intent: IntentOf<'require'>, knowledge: Knowledge): Lowered {
  const all = intent.things.filter(isThing).map((mention): Lowered => {
    if (mention.kind === 'concept') return lowerConcept(mention, 'require', intent, knowledge);
    if (mention.kind === 'tool') return lowerExclusiveTool(mention.id, mention, intent, knowledge);
    return left(`requiring “${mention.text}” has no check`);
  });
  return all.length > 0 ? join(...all) : left(unknownThing(intent.things));
}

/** Requiring one tool of an exclusive group bans the others; only where the repository shows that it is the one. */
function lowerExclusiveTool(id: string, mention: Mention, intent: IntentOf<'require'>, knowledge: Knowledge): Lowered {
  const known = [...knowledge.tools.values()].find((each) => each.tool.id === id);
  const exclusive =
    known !== undefined && ['package-manager', 'test-runner', 'test-framework'].includes(known.group.does);
  if (!known || !exclusive || (intent.doing !== 'use' && intent.doing !== 'other' && intent.doing !== 'install'))
    return left(`using ${mention.text} cannot be required by a check`);
  const named = new Set(intent.things.flatMap((thing) => (thing.kind === 'tool' ? [thing.id] : [])));
  const others = known.group.tools.filter((tool) => !named.has(tool.id));
  return join(
    ...others.map((tool) =>
      lowerToolBan(
        { kind: 'tool', id: tool.id, text: tool.names[0] ?? tool.id },
        { ...intent, shape: 'forbid', doing: 'use', things: [], except: [], instead: intent.things, on: [] },
        knowledge,
      ),
    ),
  );
}

function unknownThing(things: readonly Mention[]): string {
  const words = things.map((mention) => mention.text).join(', ');
  return words === ''
    ? 'it names nothing that a check could look for'
    : `“${words}” is not something we know how to look for`;
}

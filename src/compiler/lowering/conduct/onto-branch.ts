import type { Concept } from '../../../lexicon/lexicon.ts';
import type { CommandPattern } from '../../../model/checks/command.ts';
import type { IntentOf } from '../../../model/intent.ts';
import { ran } from '../code/wording.ts';
import { type Lowered, severityOf } from '../draft.ts';

/** "Force-push to `main`": a notion of pushing held to the branches that are named; others may be pushed to like that. */
export function lowerOnto(concept: Concept, intent: IntentOf<'forbid'>): Lowered | undefined {
  const told = intent.things.flatMap((each) => /^(?:to )?(main|master|develop|trunk)$/.exec(each.text)?.[1] ?? []);
  const branches = [...told, ...intent.on.flatMap((each) => (each.kind === 'branch' ? [each.name] : []))];
  const [first] = branches;
  const pushes = concept.arms.flatMap((arm) => (arm.check.kind === 'command' ? arm.check.forbid : []));
  const isPush = pushes.length > 0 && pushes.every((pattern) => pattern.subcommand?.[0] === 'push');
  if (first === undefined || !isPush || !pushes.some((pattern) => pattern.flags)) return undefined;
  const names = branches.flatMap((name) => [name, `+${name}`, `*:${name}`, `*:refs/heads/${name}`]);
  const forbid = pushes.flatMap((pattern): CommandPattern[] => [
    { ...pattern, operands: [...(pattern.operands ?? []), names] },
    ...(pattern.operands ? [] : [{ ...pattern, branch: branches, noOperands: true, without: ['--delete'] }]),
  ]);
  const [title = concept.id] = concept.names;
  return {
    drafts: [
      {
        subject: `${title} to ${first}`,
        severity: severityOf(intent),
        message: `${title} to ${branches.map((name) => `\`${name}\``).join(' or ')} is ruled out here`,
        check: { kind: 'command', forbid },
        evidence: {
          violating: [ran(`git push --force origin ${first}`)],
          compliant: [ran('git push --force origin topic'), ran(`git push origin ${first}`)],
        },
      },
    ],
    left: [],
  };
}

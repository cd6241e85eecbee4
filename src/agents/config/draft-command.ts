import type { AgentName } from '../adapter.ts';
import type { OwnFile } from './entry.ts';

const DESCRIPTION =
  'Write rules for the directives of this repository that bylaw does not read by itself, and prove them. Use it when asked to draft or adopt bylaw rules.';

/** What an agent does when it is asked to draft rules; the same words for every host. */
const STEPS = `Write rules for directives of the instruction files that bylaw cannot read.

1. Run \`bylaw draft\` and read the work order: the directives, what is demanded, the fields of the checks.
   With arguments, pass them on: \`bylaw draft AGENTS.md:12\`. For the next directives: \`bylaw draft --after ID\`.
2. For each directive that a program can decide, write one rule to \`.bylaw/drafts/<id>.yaml\`. Copy \`source\` as given.
   Leave out what no program can decide, and say which and why.
3. Try it: \`bylaw try .bylaw/drafts/<id>.yaml [PATH…|--command LINE]\`. \`bylaw tree FILE\` shows syntax trees for queries.
4. Run \`bylaw adopt --dry-run\`. Mend what it objects to, and repeat until every draft is proven or given up.
5. If bylaw.yaml says \`adopt: agent\`, run \`bylaw adopt\`. Otherwise ask the person to run it in a terminal.
6. Report: rules proven, directives left out and why, how many places of the present tree each rule would flag.

Never weaken an example so that a rule passes; change the check, or give the draft up. A false alarm costs more than a miss.
`;

/** By this line \`bylaw init\` knows the file as its own. */
const OWN = 'Written by bylaw init; bylaw init --uninstall takes it out.';

const skill = (path: string): OwnFile => ({
  form: 'own',
  path,
  content: `---\nname: bylaw-draft\ndescription: ${DESCRIPTION}\n---\n\n${STEPS}\n<!-- ${OWN} -->\n`,
});

/** Where each host looks for what a person can call by name, and in which form. */
const FILES: Readonly<Partial<Record<AgentName, OwnFile>>> = {
  claude: skill('.claude/skills/bylaw-draft/SKILL.md'),
  codex: skill('.agents/skills/bylaw-draft/SKILL.md'),
  cursor: { form: 'own', path: '.cursor/commands/bylaw-draft.md', content: `${STEPS}\n<!-- ${OWN} -->\n` },
  gemini: {
    form: 'own',
    path: '.gemini/commands/bylaw-draft.toml',
    content: `# ${OWN}\ndescription = "${DESCRIPTION}"\nprompt = '''\n${STEPS}\nArguments: {{args}}\n'''\n`,
  },
  opencode: {
    form: 'own',
    path: '.opencode/commands/bylaw-draft.md',
    content: `---\ndescription: ${DESCRIPTION}\n---\n\n${STEPS}\nArguments: $ARGUMENTS\n\n<!-- ${OWN} -->\n`,
  },
};

/** The file by which a host knows \`/bylaw-draft\`; none for hosts without such a thing. */
export function draftCommandOf(agent: AgentName): readonly OwnFile[] {
  const file = FILES[agent];
  return file === undefined ? [] : [file];
}

import type { Intent } from '../../../model/intent.ts';
import { stretch } from '../grammar/tokens.ts';
import type { ReadClause } from '../setting.ts';

const EDITING =
  /^(?:edit|modify|write|create|change|update|rewrite|patch|append|generate|make (?:changes|edits) to|do (?:edits|edit))\b[^`]*\b(?:files?|code|sources?|content|contents|edits?|changes)\b/;

/** "Don't use `sed` or `awk` to edit files": looking at files with them is let be. */
export function readEditingTools(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const purpose = clause.adjuncts.find(({ relation }) => relation === 'purpose' || relation === 'for');
  if (!purpose || !['use', 'run'].includes(read.doing)) return undefined;
  const why = stretch(purpose.tokens, setting.statement)
    .toLowerCase()
    .replace(/^(\w+?)(?:ing)\b/, '$1');
  const programs = clause.object.filter((token) => token.kind === 'code').map((token) => token.text);
  const [first] = programs;
  if (!EDITING.test(why) || first === undefined || !programs.every((name) => /^[a-z][\w.-]*$/.test(name)))
    return undefined;
  if (
    clause.object.some(
      (token) => token.kind === 'word' && !['or', 'and', 'nor', 'command', 'commands'].includes(token.low),
    )
  )
    return undefined;
  return [
    {
      ...read.common,
      reach: { ...setting.reach, unclear: [] },
      shape: 'check',
      subject: `${programs.join(' ')} edits`,
      message: `files are not written with ${programs.map((name) => `\`${name}\``).join(', ')} here`,
      check: { kind: 'command', forbid: [{ program: programs, writes: '**' }] },
      violating: [{ steps: [{ run: `${first} x > notes.txt` }] }],
      compliant: [{ steps: [{ run: `${first} x` }] }, { steps: [{ run: 'git status' }] }],
    },
  ];
}

import { stringify } from 'yaml';
import { type Draft, type Malformed, readFile } from '../../src/drafting/draft-files.ts';
import { type Examined, examine, type House } from '../../src/drafting/examine.ts';
import { readInstructions } from '../../src/instructions/read.ts';
import { repoPath } from '../../src/model/path.ts';
import { type Rule, ruleSchema } from '../../src/model/rule.ts';
import { memoryView } from '../../src/repository/overlay.ts';

export const PROSE = `# Ferry

- Never print to standard output from the engine.
- Crew lists are loaded with \`ferry load\`, never with \`ferry sync\`.
- Timetables carry the \`season\` key.
- Mark unfinished work with a ticket.

- Keep \`ferry.config.js\` short.
- Never commit what was installed.
`;

export const FILES: Readonly<Record<string, string>> = {
  'AGENTS.md': PROSE,
  'engine/boat.py': 'def sail():\n    return 1\n',
  'engine/port.py': 'def open_port():\n    return "print"\n',
  'web/app.ts': 'export const app = 1;\n',
  'tables/summer.yaml': 'season: summer\n',
  'docs/guide.md': '# Guide\n',
};

/** A repository to examine drafts in. */
export function house(files: Readonly<Record<string, string>> = FILES, rules: readonly Rule[] = []): House {
  const view = memoryView(files);
  const { directives } = readInstructions(view, {});
  return { view, rules, instructions: new Set(['AGENTS.md']), directives };
}

/** A draft that passes every gate; the fields given take the place of its own. */
export function draft(more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    id: 'no-print',
    source: { file: 'AGENTS.md', line: 3, endLine: 3, quote: 'Never print to standard output from the engine.' },
    severity: 'error',
    message: 'the engine prints nothing',
    scope: { include: ['engine/**/*.py'] },
    check: {
      kind: 'code',
      match: [{ languages: ['python'], query: '(call function: (identifier) @name (#eq? @name "print")) @match' }],
    },
    evidence: {
      violating: [
        { steps: [{ write: 'engine/a.py', content: 'print("hello")\n' }] },
        { steps: [{ write: 'engine/b.py', content: 'def run(deck):\n    print(deck)\n' }] },
      ],
      compliant: [
        { steps: [{ write: 'engine/a.py', content: 'log.print("hello")\n' }] },
        { steps: [{ write: 'engine/a.py', content: 'blueprint("hello")\n' }] },
      ],
    },
    ...more,
  };
}

export function ruleOf(more: Readonly<Record<string, unknown>> = {}): Rule {
  return ruleSchema.parse(draft(more));
}

export const FILE = repoPath('.bylaw/drafts/one.yaml');

/** What the gates say of a text of drafts. */
export async function verdictOn(
  text: string | object,
  where: House = house(),
): Promise<{
  readonly malformed: readonly Malformed[];
  readonly examined: readonly Examined[];
  readonly drafts: readonly Draft[];
}> {
  const { drafts, malformed } = readFile(FILE, typeof text === 'string' ? text : stringify(text), where.directives);
  return { drafts, malformed, examined: await examine(drafts, where) };
}

/** Parts of drafts. */
export const evidence = (violating: readonly object[], compliant: readonly object[]) => ({
  evidence: { violating, compliant },
});
export const runs = (...lines: readonly string[]) => lines.map((run) => ({ steps: [{ run }] }));
export const writes = (write: string, ...contents: readonly string[]) =>
  contents.map((content) => ({ steps: [{ write, content }] }));
export const text = (check: object) => ({ check: { kind: 'text', ...check } });
export const command = (...forbid: readonly object[]) => ({ scope: undefined, check: { kind: 'command', forbid } });
export const source = (line: number, quote: string, more: object = {}) => ({
  source: { file: 'AGENTS.md', line, endLine: line, quote, ...more },
});

/**
 * A scenario is one text file: steps, then the files of a repository.
 *
 *     $ bylaw check src        a command, run at the root; `bylaw` is the program, `git` is git
 *     < {"id":1}               a line of its standard input
 *     > text                   its standard output holds this, in the order written
 *     ! text                   its standard error holds this
 *     = 2                      its exit status (0 if not said)
 *     @ big.ts 5242880         a file of that many bytes
 *     @ pic.ts hex 00ff        a file of these bytes
 *     @ a.ts bom crlf          the file below gets a byte order mark and CRLF line ends
 *     -- a.ts --               the files
 */
export interface Scenario {
  readonly steps: readonly Step[];
  readonly files: ReadonlyMap<string, Buffer>;
}

export interface Step {
  readonly line: string;
  readonly words: readonly string[];
  readonly stdin: readonly string[];
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly status: number;
}

export function parseScenario(text: string): Scenario {
  const [head = '', ...parts] = text.split(/^-- (.+) --\n/m);
  const files = new Map<string, Buffer>();
  for (let at = 0; at < parts.length; at += 2) files.set(parts[at] ?? '', Buffer.from(parts[at + 1] ?? ''));
  const steps: Step[] = [];
  for (const line of head.split('\n')) {
    const sign = line.slice(0, 2).trimEnd();
    const rest = line.slice(2);
    if (sign === '' || sign === '#') continue;
    if (sign === '@') shapeFile(rest, files);
    else if (sign === '$')
      steps.push({ line: rest, words: wordsOf(rest), stdin: [], stdout: [], stderr: [], status: 0 });
    else steps.push(withLine(sign, rest, steps.pop()));
  }
  return { steps, files };
}

function withLine(sign: string, rest: string, step: Step | undefined): Step {
  if (!step) throw new Error(`no command before: ${sign} ${rest}`);
  switch (sign) {
    case '<':
      return { ...step, stdin: [...step.stdin, rest] };
    case '>':
      return { ...step, stdout: [...step.stdout, rest] };
    case '!':
      return { ...step, stderr: [...step.stderr, rest] };
    case '=':
      return { ...step, status: Number(rest) };
    default:
      throw new Error(`not a line of a scenario: ${sign} ${rest}`);
  }
}

function shapeFile(line: string, files: Map<string, Buffer>): void {
  const [file = '', first = '', second = ''] = line.split(' ');
  if (/^\d+$/.test(first)) files.set(file, Buffer.alloc(Number(first), 'const x = 1;\n'));
  else if (first === 'hex') files.set(file, Buffer.from(second, 'hex'));
  else {
    const text = files.get(file)?.toString() ?? '';
    const ends = line.includes(' crlf') ? text.replaceAll('\n', '\r\n') : text;
    files.set(file, Buffer.from(line.includes(' bom') ? `\uFEFF${ends}` : ends));
  }
}

function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map((found) => found[1] ?? found[2] ?? '');
}

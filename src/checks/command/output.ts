import { table } from '../../model/table.ts';
import type { Frame, Reader } from './reader.ts';
import type { Plumbing } from './redirections.ts';
import { programName } from './run.ts';
import { hasUnknown } from './unknown.ts';

/** What a program prints, for the few whose output follows from the line alone. */
export function printed(
  program: string,
  args: readonly string[],
  plumbing: Plumbing,
  frame: Frame,
  reader: Reader,
): string | undefined {
  switch (program) {
    case 'echo':
      return `${unescapedIf(args[0] === '-e' || args[0] === '-ne', args.filter((arg, at) => at > 0 || !/^-[neE]+$/.test(arg)).join(' '))}\n`;
    case 'printf':
      return formatted(args);
    case 'true':
    case ':':
    case 'mkdir':
    case 'touch':
    case 'sleep':
      return '';
    case 'cat':
      return args.every((arg) => arg === '-') && typeof plumbing.stdin === 'string' ? plumbing.stdin : undefined;
    case 'base64':
      return args.some((arg) => /^(-d|-D|--decode)$/.test(arg)) &&
        typeof plumbing.stdin === 'string' &&
        !hasUnknown(plumbing.stdin)
        ? Buffer.from(plumbing.stdin, 'base64').toString('utf8')
        : undefined;
    case 'rev':
      return typeof plumbing.stdin === 'string' && !hasUnknown(plumbing.stdin)
        ? plumbing.stdin
            .split('\n')
            .map((line) => [...line].reverse().join(''))
            .join('\n')
        : undefined;
    case 'pwd':
      return frame.cwd;
    case 'which':
    case 'basename':
      return args.length === 1 && args[0] !== undefined && !hasUnknown(args[0]) ? programName(args[0]) : undefined;
    case 'mktemp':
      return args.some((arg) => !/^-[dqu]*$/.test(arg)) ? undefined : '/tmp/tmp.XXXXXXXXXX';
    case 'git':
      return args.join(' ') === 'rev-parse --show-toplevel' ? reader.places.root : undefined;
    default:
      return undefined;
  }
}

function formatted(args: readonly string[]): string | undefined {
  const [format, ...values] = args[0] === '--' ? args.slice(1) : args;
  if (format === undefined || hasUnknown(format) || format === '-v') return undefined;
  const plain = unescapedIf(true, format);
  const slots = plain.match(/%[sbdi]/g)?.length ?? 0;
  if (/%[^sbdi%]/.test(plain)) return undefined;
  const rounds = slots === 0 ? 1 : Math.max(1, Math.ceil(values.length / slots));
  if (rounds > 1000) return undefined;
  let at = 0;
  let text = '';
  for (let round = 0; round < rounds; round += 1) {
    text += plain.replace(/%[sbdi%]/g, (slot) => {
      if (slot === '%%') return '%';
      const value = values[at] ?? '';
      at += 1;
      return slot === '%b' ? unescapedIf(true, value) : value;
    });
  }
  return text;
}

const ESCAPES: Readonly<Record<string, string>> = table({
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  a: '',
  b: '',
  f: '',
  v: '',
  e: '',
});

function unescapedIf(condition: boolean, text: string): string {
  if (!condition) return text;
  return text.replace(/\\(x[0-9a-fA-F]{1,2}|0?[0-7]{1,3}|.)/gs, (whole, code: string) => {
    if (/^x[0-9a-fA-F]/.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
    return ESCAPES[code] ?? whole;
  });
}

import { readFileSync } from 'node:fs';

/** A process, told apart from a later one with the same number by when it started. */
export interface ProcessMark {
  readonly pid: number;
  /** Start time in clock ticks since boot; absent where the system does not say (not Linux). */
  readonly started?: string;
}

export function markOf(pid: number): ProcessMark {
  const started = startOf(pid);
  return started === undefined ? { pid } : { pid, started };
}

export function isAlive(mark: ProcessMark): boolean {
  try {
    process.kill(mark.pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const started = startOf(mark.pid);
  return mark.started === undefined || started === undefined || started === mark.started;
}

function startOf(pid: number): string | undefined {
  try {
    // proc(5): the program's name, in parentheses, may hold spaces; field 22 is counted from behind it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'zombie' : fields[19];
  } catch {
    return undefined;
  }
}

import type { DaemonStatus } from '../daemon/status-schema.ts';
import type { Paint } from '../report/paint.ts';

export interface StatusLine {
  show(status: DaemonStatus): void;
  clear(): void;
  draw(): void;
}

/** One line at the foot of a terminal that is drawn over itself; nothing where there is no terminal. */
export function statusLine(stream: NodeJS.WriteStream | undefined, paint: Paint): StatusLine {
  const terminal = stream?.isTTY ? stream : undefined;
  let text = '';
  const line: StatusLine = {
    show(status) {
      const next = textOf(status, paint);
      if (next === text) return;
      line.clear();
      text = next;
      line.draw();
    },
    clear: () => void terminal?.write('\r\u001b[K'),
    draw: () => void terminal?.write(text),
  };
  return line;
}

function textOf(
  { rules, files, sessions, open, scanned, broken, drift, watching }: DaemonStatus,
  paint: Paint,
): string {
  const scan = scanned.done < scanned.of ? [`looking through ${scanned.done}/${scanned.of}`] : [`${files} files`];
  const parts = [
    `${rules} rules`,
    ...scan,
    `${sessions.length} sessions`,
    open.length === 0 ? paint.green('nothing open') : paint.red(`${open.length} open`),
    ...(watching === 'polling' ? [paint.yellow('polling')] : []),
    ...(broken === undefined ? [] : [paint.yellow('rulebook broken')]),
    ...(drift === '' ? [] : [paint.yellow('prose has changed')]),
  ];
  return parts.join(paint.dim(' · '));
}

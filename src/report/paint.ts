import pc from 'picocolors';

export type Paint = Pick<
  ReturnType<typeof pc.createColors>,
  'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'underline' | 'yellow'
>;

/** Colours for a stream: only on a terminal, and not where `NO_COLOR` is set. */
export function paintFor(stream: { readonly isTTY?: boolean }): Paint {
  return pc.createColors(stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb');
}

import type { Invocation } from '../../model/invocation.ts';
import type { Arguments } from './arguments.ts';

/** The same deed in the words of POSIX programs: `Remove-Item -Recurse -Force x` as `rm -r -f x`. */
export function translated(invocation: Invocation, parsed: Arguments): readonly Invocation[] {
  const { spec } = parsed;
  if (!spec || spec.means.length === 0) return [];
  return spec.means.map(({ program, options }) => {
    const flags = parsed.flags.flatMap((flag) => options.get(flag.id) ?? []);
    const operands = parsed.operands.map((operand) => operand.text);
    const values = parsed.flags.flatMap((flag) =>
      flag.id === '-Path' || flag.id === '-LiteralPath' ? [flag.value ?? undefined] : [],
    );
    return { ...invocation, program, args: [...flags, ...values, ...operands], translated: true };
  });
}

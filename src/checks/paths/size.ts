import type { RepoPath } from '../../model/path.ts';
import type { Finding } from '../contract.ts';
import type { Compile } from './judge.ts';
import { compileSelector } from './selector.ts';

/** Findings of one file; more say nothing new. */
const MAX_FINDINGS = 200;

/** Files have at most so many lines or bytes, or lines at most so many characters (code points; a tab is one). */
export const compileSize: Compile<'size'> = (rule, { files, measure, max }) => {
  const selector = compileSelector(files, rule.scope);
  return {
    inspect(path, view) {
      if (!selector.matches(path, view)) return [];
      const content = view.read(path);
      if (content?.kind !== 'text') return [];
      if (measure === 'line-length') return longLines(path, content.text);
      const size = measure === 'lines' ? countLines(content.text) : Buffer.byteLength(content.text);
      if (size <= max) return [];
      // The same text whatever the size: a file that is too long already may shrink step by step.
      return [
        {
          rule,
          location: measure === 'lines' ? { path, line: max + 1 } : { path },
          found: `more than ${max} ${measure}`,
          message: `\`${path}\` has ${size} ${measure}; at most ${max} are allowed.`,
        },
      ];
    },
  };

  function longLines(path: RepoPath, text: string): readonly Finding[] {
    const findings: Finding[] = [];
    for (const [index, raw] of text.split('\n').entries()) {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      if (line.length <= max) continue;
      const points = [...line];
      if (points.length <= max) continue;
      findings.push({
        rule,
        location: {
          path,
          line: index + 1,
          column: points.slice(0, max).join('').length + 1,
          endLine: index + 1,
          endColumn: line.length + 1,
        },
        found: line.trim(),
        message: `the line has ${points.length} characters; at most ${max} are allowed.`,
      });
      if (findings.length === MAX_FINDINGS) break;
    }
    return findings;
  }
};

/** Lines of a text; a final line end ends the last line and begins none. */
export function countLines(text: string): number {
  if (text === '') return 0;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < text.length - 1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

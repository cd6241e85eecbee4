import type { Directive } from '../../model/directive.ts';
import { repoPath } from '../../model/path.ts';
import { DRAFTS, type DraftReading, readFile } from '../draft-files.ts';

/** The blocks of YAML in a model's answer; the whole answer where it has none. */
export function yamlBlocks(answer: string): readonly string[] {
  const blocks = [...answer.matchAll(/^[ \t]*```(?:ya?ml)?[ \t]*\n([\s\S]*?)^[ \t]*```/gm)].map(
    (match) => match[1] ?? '',
  );
  return blocks.length > 0 ? blocks : /^\s*(id|rules):/.test(answer) ? [answer] : [];
}

/** The drafts in a model's answer. Nothing of it is written to disk to read it. */
export function draftsIn(answer: string, directives: readonly Directive[] = []): DraftReading {
  const read = yamlBlocks(answer).map((block, index) =>
    readFile(repoPath(`${DRAFTS}/answer-${index + 1}.yaml`), block, directives),
  );
  return { drafts: read.flatMap(({ drafts }) => drafts), malformed: read.flatMap(({ malformed }) => malformed) };
}

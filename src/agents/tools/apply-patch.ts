/** What a patch does to one file. A moved file's `content` is its new content. */
export type FileChange =
  | { readonly kind: 'write'; readonly path: string; readonly content: string }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'move'; readonly from: string; readonly to: string; readonly content: string };

interface Hunk {
  readonly context: string | undefined;
  readonly old: readonly string[];
  readonly fresh: readonly string[];
  readonly atEnd: boolean;
}

interface Section {
  readonly verb: 'Add' | 'Update' | 'Delete';
  readonly path: string;
  readonly moveTo: string | undefined;
  readonly lines: readonly string[];
}

/** The envelope `*** Begin Patch … *** End Patch` in a text, if there is one. */
export function patchIn(text: string): string | undefined {
  return /^\*\*\* Begin Patch[ \t]*\r?\n[\s\S]*?^\*\*\* End Patch/m.exec(text)?.[0];
}

/**
 * Reads and applies a patch of the form that Codex's `apply_patch` takes
 * (`codex-rs/apply-patch/apply_patch_tool_instructions.md`). Files whose hunks do not apply are left out:
 * the host refuses such a patch itself.
 */
export function applyPatch(patch: string, read: (path: string) => string | undefined): readonly FileChange[] {
  return sectionsOf(patch).flatMap((section): readonly FileChange[] => {
    if (section.verb === 'Delete') return [{ kind: 'delete', path: section.path }];
    if (section.verb === 'Add') return [{ kind: 'write', path: section.path, content: added(section.lines) }];
    const before = read(section.path);
    const content = before === undefined ? undefined : updated(before, hunksOf(section.lines));
    if (content === undefined) return [];
    return section.moveTo === undefined
      ? [{ kind: 'write', path: section.path, content }]
      : [{ kind: 'move', from: section.path, to: section.moveTo, content }];
  });
}

/** What a patch names: each file with what becomes of it. */
export function patchTargets(
  patch: string,
): readonly { readonly verb: Section['verb']; readonly path: string; readonly moveTo: string | undefined }[] {
  return sectionsOf(patch);
}

function sectionsOf(patch: string): readonly Section[] {
  const sections: { verb: Section['verb']; path: string; moveTo: string | undefined; lines: string[] }[] = [];
  for (const line of patch.split(/\r?\n/)) {
    const head = /^\*\*\* (Add|Update|Delete) File: (.+?)\s*$/.exec(line);
    const moved = /^\*\*\* Move to: (.+?)\s*$/.exec(line);
    const current = sections.at(-1);
    if (head?.[1] && head[2]) {
      const verb = head[1] === 'Add' ? 'Add' : head[1] === 'Delete' ? 'Delete' : 'Update';
      sections.push({ verb, path: head[2], moveTo: undefined, lines: [] });
    } else if (moved?.[1] && current) current.moveTo = moved[1];
    else if (/^\*\*\* (Begin|End) Patch/.test(line)) continue;
    else current?.lines.push(line);
  }
  return sections;
}

function added(lines: readonly string[]): string {
  return lines
    .filter((line) => line.startsWith('+'))
    .map((line) => `${line.slice(1)}\n`)
    .join('');
}

function hunksOf(lines: readonly string[]): readonly Hunk[] {
  const hunks: { context: string | undefined; old: string[]; fresh: string[]; atEnd: boolean }[] = [];
  for (const line of lines) {
    const mark = /^@@(?: (.*))?$/.exec(line);
    if (mark) {
      hunks.push({ context: mark[1]?.replace(/ @@$/, ''), old: [], fresh: [], atEnd: false });
      continue;
    }
    if (hunks.length === 0) hunks.push({ context: undefined, old: [], fresh: [], atEnd: false });
    const hunk = hunks.at(-1);
    if (!hunk) continue;
    if (line.startsWith('*** End of File')) hunk.atEnd = true;
    else if (line.startsWith('+')) hunk.fresh.push(line.slice(1));
    else if (line.startsWith('-')) hunk.old.push(line.slice(1));
    else {
      hunk.old.push(line.slice(1));
      hunk.fresh.push(line.slice(1));
    }
  }
  return hunks.filter((hunk) => hunk.old.length > 0 || hunk.fresh.length > 0);
}

function updated(before: string, hunks: readonly Hunk[]): string | undefined {
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  const lines = before.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  let from = 0;
  for (const hunk of hunks) {
    if (hunk.context !== undefined && hunk.context !== '') {
      const at = find(lines, [hunk.context], from, false);
      if (at < 0) return undefined;
      from = at + 1;
    }
    if (hunk.old.length === 0) {
      lines.push(...hunk.fresh);
      continue;
    }
    const trimmed = hunk.old.at(-1) === '' ? hunk.old.slice(0, -1) : undefined;
    let old = hunk.old;
    let fresh = hunk.fresh;
    let at = find(lines, old, from, hunk.atEnd);
    if (at < 0 && trimmed) {
      old = trimmed;
      fresh = fresh.at(-1) === '' ? fresh.slice(0, -1) : fresh;
      at = find(lines, old, from, hunk.atEnd);
    }
    if (at < 0) return undefined;
    lines.splice(at, old.length, ...fresh);
    from = at + fresh.length;
  }
  return lines.map((line) => line + eol).join('');
}

/** Where these lines stand, compared exactly, then without white space at their ends, then at both sides. */
function find(lines: readonly string[], wanted: readonly string[], from: number, atEnd: boolean): number {
  for (const shape of [(line: string) => line, (line: string) => line.trimEnd(), (line: string) => line.trim()]) {
    const last = lines.length - wanted.length;
    const start = atEnd ? Math.max(from, last) : from;
    for (let at = start; at <= last; at++) {
      if (wanted.every((line, index) => shape(lines[at + index] ?? '') === shape(line))) return at;
    }
  }
  return -1;
}

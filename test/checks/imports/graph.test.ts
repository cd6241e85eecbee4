import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createGraphs, type Graphs } from '../../../src/checks/imports/graph.ts';
import type { ImportGraph } from '../../../src/checks/imports/import-graph.ts';
import { startJavaScript } from '../../../src/checks/imports/languages/javascript.ts';
import { type RepoPath, repoPath } from '../../../src/model/path.ts';
import { memoryView, overlay } from '../../../src/repository/overlay.ts';
import type { RepositoryView } from '../../../src/repository/view.ts';
import { introducedBy } from './judged.ts';

beforeAll(startJavaScript);

/** All edges of a graph as text. */
function picture(graph: ImportGraph): readonly string[] {
  return graph.files().map((path) => {
    const edges = graph.edges(path).map((edge) => {
      const leads = graph.targets(edge, path).join(',');
      return `${edge.fact.specifier}=${edge.to.kind}:${edge.to.path ?? edge.to.module}[${leads}]`;
    });
    return `${path}: ${edges.join(' ')}`;
  });
}

const fresh = (view: RepositoryView) => picture(createGraphs().of(view));

const PATHS = [
  'a.ts',
  'b.ts',
  'b/index.ts',
  'b/c.ts',
  'lib/x.ts',
  'lib/x.js',
  'lib/index.tsx',
  'pkg/package.json',
  'package.json',
  'tsconfig.json',
  'py/__init__.py',
  'py/m.py',
  'py/sub/__init__.py',
  'src/py/m.py',
  'go.mod',
  'db/db.go',
  'main.go',
  'src/lib.rs',
  'src/m.rs',
  'src/m/n.rs',
  'Cargo.toml',
  'inc/h.h',
  'x.c',
].map(repoPath);

const SPECIFIERS = ['./b', './b/c', './lib', './lib/x', '../b', '@l/x', 'pkg', 'pkg/y', 'zod', './a'];
const textFor = fc.tuple(fc.constantFrom(...SPECIFIERS), fc.constantFrom(...SPECIFIERS), fc.nat(5));

/** A text of the kind that a path has. */
function textOf(path: RepoPath, [first, second, flavour]: readonly [string, string, number]): string {
  if (path.endsWith('tsconfig.json'))
    return flavour > 2 ? '{"compilerOptions": {"paths": {"@l/*": ["./lib/*"]}}}' : '{}';
  if (path === 'package.json') return flavour > 2 ? '{"workspaces": ["pkg"]}' : '{"name": "root"}';
  if (path.endsWith('package.json')) return '{"name": "pkg", "main": "../b.ts"}';
  if (path.endsWith('go.mod')) return 'module m\n';
  if (path.endsWith('Cargo.toml')) return '[package]\nname = "m"\n';
  if (path.endsWith('.go')) return `package x\nimport "m/${flavour > 2 ? 'db' : 'other'}"\n`;
  if (path.endsWith('.rs')) return flavour > 2 ? 'mod m;\nuse crate::m::n::T;\n' : 'use super::m;\n';
  if (path.endsWith('.py')) return flavour > 2 ? 'from py import m\nimport py.sub\n' : 'from . import m, sub\n';
  if (path.endsWith('.h') || path.endsWith('.c')) return flavour > 2 ? '#include "h.h"\n' : '#include <inc/h.h>\n';
  return `import '${first}';\nexport * from '${second}';\n`;
}

const change = fc.tuple(fc.constantFrom(...PATHS), fc.oneof(textFor, fc.constant(undefined)));

function changesOf(list: readonly (readonly [RepoPath, readonly [string, string, number] | undefined])[]) {
  return new Map(list.map(([path, text]) => [path, text && textOf(path, text)] as const));
}

describe('a graph that is kept up to date', () => {
  it('equals a fresh one, for views laid over others', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...PATHS), textFor), { maxLength: 14 }),
        fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        (first, steps) => {
          const graphs = createGraphs();
          const base = memoryView(Object.fromEntries(first.map(([path, text]) => [path, textOf(path, text)])));
          expect(picture(graphs.of(base))).toEqual(fresh(base));
          let view = base;
          for (const step of steps) {
            const alone = overlay(base, changesOf(step));
            expect(picture(graphs.of(alone))).toEqual(fresh(flat(alone)));
            view = overlay(view, changesOf(step));
            expect(picture(graphs.of(view))).toEqual(fresh(flat(view)));
          }
          expect(picture(graphs.of(base))).toEqual(fresh(base));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('equals a fresh one when the files below change', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...PATHS), textFor), { maxLength: 14 }),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (first, steps, whole) => {
          const disk = changeable(Object.fromEntries(first.map(([path, text]) => [path, textOf(path, text)])));
          const graphs: Graphs = createGraphs();
          picture(graphs.of(disk.view));
          for (const [path, text] of steps) {
            disk.set(path, text && textOf(path, text));
            if (whole) expect(picture(graphs.of(disk.view))).toEqual(fresh(disk.view));
          }
          expect(picture(graphs.of(disk.view))).toEqual(fresh(disk.view));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('sees that what was proposed has come to stand below, without a new list of files', () => {
    const disk = changeable({ 'a.ts': "import './b'", 'b.ts': '', 'c.ts': '' });
    const graphs = createGraphs();
    picture(graphs.of(disk.view));
    const text = "import './c'";
    expect(picture(graphs.of(overlay(disk.view, new Map([[repoPath('a.ts'), text]]))))[0]).toContain('./c=file:c.ts');
    disk.quietly(repoPath('a.ts'), text);
    expect(picture(graphs.of(disk.view))[0]).toContain('./c=file:c.ts');
  });
});

/** The same files in one layer, without a view below. */
function flat(view: RepositoryView): RepositoryView {
  return memoryView(
    Object.fromEntries(
      view.files().map((path) => {
        const content = view.read(path);
        return [path, content?.kind === 'text' ? content.text : ''];
      }),
    ),
  );
}

/** A view whose files change under it, as on disk: each change gives a new list. */
function changeable(files: Record<string, string>) {
  let now = memoryView(files);
  const view: RepositoryView = {
    root: '',
    read: (path) => now.read(path),
    kind: (path) => now.kind(path),
    files: () => now.files(),
    ignored: (path) => now.ignored(path),
    branch: () => undefined,
  };
  const set = (path: RepoPath, text: string | undefined): void => {
    const { [path]: _old, ...rest } = files;
    files = text === undefined ? rest : { ...rest, [path]: text };
    now = memoryView(files);
  };
  return {
    view,
    set,
    quietly(path: RepoPath, text: string) {
      const list = now.files();
      set(path, text);
      now = { ...now, files: () => list };
    },
  };
}

describe('what a change brings', () => {
  const files = {
    'core/a.ts': "import { x } from '../lib/c';\n",
    'core/old.ts': "import { x } from '../ui/b';\n",
    'lib/c.ts': 'export const x = 1;\n',
    'lib/d.ts': "import '../ui/b';\n",
    'ui/b.ts': 'export const x = 1;\n',
    'ui/e.ts': "import './b';\n",
  };
  const direct = { type: 'forbidden', from: ['core'], to: { paths: ['ui'] } } as const;
  const edge = { ...direct, from: ['core'], to: { paths: ['ui'] } };
  const write = (path: string, content: string) => ({ kind: 'write', path, content });
  const table: readonly [name: string, contract: Parameters<typeof introducedBy>[0], event: object, count: number][] = [
    ['a new edge', edge, write('core/a.ts', "import { x } from '../ui/b';\n"), 1],
    ['an old edge stays', edge, write('core/old.ts', "// moved\nimport { x as y } from '../ui/b';\n"), 0],
    ['a second one beside an old one', edge, write('core/old.ts', "import '../ui/b';\nimport '../ui/e';\n"), 1],
    ['a new file', edge, write('core/n.ts', "import '../ui/b';\n"), 1],
    ['a target that is not there yet', edge, write('core/n.ts', "import '../ui/later';\n"), 1],
    ['a new chain from its start', { ...edge, through: 'chain' }, write('core/a.ts', "import '../lib/d';\n"), 1],
    ['a new chain from its middle', { ...edge, through: 'chain' }, write('lib/c.ts', "import './d';\n"), 1],
    ['a new chain from its end', { ...edge, through: 'chain' }, write('lib/c.ts', "import '../ui/b';\n"), 1],
    [
      'an edit in the middle that adds nothing',
      { ...edge, through: 'chain' },
      write('lib/c.ts', 'export const x = 2;\n'),
      0,
    ],
    ['a chain that nobody starts', { ...edge, through: 'chain' }, write('lib/z.ts', "import '../ui/b';\n"), 0],
    ['a new cycle', { type: 'acyclic' }, write('lib/c.ts', "import '../core/a';\n"), 1],
    ['no cycle', { type: 'acyclic' }, write('lib/c.ts', "import '../ui/b';\n"), 0],
    ['a cycle through a new file', { type: 'acyclic' }, write('lib/c.ts', "import './c';\n"), 1],
    ['a move to where the edge is forbidden', edge, { kind: 'rename', from: 'ui/e.ts', to: 'core/e.ts' }, 0],
    ['a move with an import that leads there still', edge, { kind: 'rename', from: 'lib/d.ts', to: 'core/d.ts' }, 1],
    ['the same move by a command', edge, { kind: 'command', command: 'git mv lib/d.ts core/d.ts' }, 1],
    ['a deletion of what is imported', { type: 'unbroken' }, { kind: 'delete', path: 'lib/c.ts' }, 1],
    ['a deletion of what three import', { type: 'unbroken' }, { kind: 'delete', path: 'ui/b.ts' }, 3],
    ['a deletion of what nobody imports', { type: 'unbroken' }, { kind: 'delete', path: 'core/a.ts' }, 0],
    ['a deletion of a folder', { type: 'unbroken' }, { kind: 'delete', path: 'ui' }, 2],
    ['a deletion by a command', { type: 'unbroken' }, { kind: 'command', command: 'rm lib/c.ts' }, 1],
    ['a deletion that others may make', { type: 'unbroken', from: ['ui'] }, { kind: 'delete', path: 'lib/c.ts' }, 0],
    ['a move to an index file', { type: 'unbroken' }, { kind: 'rename', from: 'lib/c.ts', to: 'lib/c/index.ts' }, 0],
    ['a move elsewhere', { type: 'unbroken' }, { kind: 'rename', from: 'lib/c.ts', to: 'lib/f.ts' }, 1],
    ['a deletion', edge, { kind: 'delete', path: 'core/old.ts' }, 0],
  ];
  it.each(table)('%s', async (_name, contract, event, count) => {
    expect((await introducedBy(contract, files, event)).map((violation) => violation.message)).toHaveLength(count);
  });

  it('keeps quiet about what closed a cycle before', async () => {
    const cyclic = { 'a.ts': "import './b';\n", 'b.ts': "import './a';\n", 'c.ts': '' };
    expect(await introducedBy({ type: 'acyclic' }, cyclic, write('a.ts', "import './b';\nimport './c';\n"))).toEqual(
      [],
    );
    expect(await introducedBy({ type: 'acyclic' }, cyclic, write('c.ts', "import './a';\n"))).toEqual([]);
  });
});

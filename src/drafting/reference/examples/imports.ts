import type { ImportsCheck } from '../../../model/checks/imports.ts';
import type { Example } from '../../../model/evidence.ts';
import { type FieldExample, write } from '../example.ts';

/** What stands in the repository of each example. */
const FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "ferry", "dependencies": { "pg": "8", "lodash": "4" } }\n',
  'src/core/boat.ts': 'export const boat = 1;\nexport type Boat = number;\n',
  'src/core/index.ts': 'export { boat } from "./boat";\n',
  'src/db/pool.ts': 'export const pool = 1;\n',
  'src/ui/page.ts': 'export const page = 1;\n',
  'src/features/crew/index.ts': 'export const crew = 1;\n',
  'src/features/deck/index.ts': 'export const deck = 1;\n',
};

function imports(
  shows: string,
  contract: ImportsCheck['contract'],
  violating: Example | readonly [path: string, content: string],
  compliant: Example | readonly [path: string, content: string],
): FieldExample {
  const example = (each: Example | readonly [string, string]): Example =>
    'steps' in each ? each : write(each[0], `${each[1]}\n`, FILES);
  return {
    shows: shows
      .split(' ')
      .map((field) => (field.includes('.') ? field : `ImportsCheck.${contract.type}/contract.${field}`)),
    check: { kind: 'imports', contract },
    violating: example(violating),
    compliant: example(compliant),
  };
}

/** Imports: who may import what. */
export const IMPORTS_EXAMPLES: readonly FieldExample[] = [
  imports(
    'from to ImportTarget.paths',
    { type: 'forbidden', from: ['src/core'], to: { paths: ['src/ui'] } },
    ['src/core/a.ts', 'import { page } from "../ui/page";'],
    ['src/ui/a.ts', 'import { boat } from "../core/boat";'],
  ),
  imports(
    'except ImportTarget.packages',
    { type: 'forbidden', to: { packages: ['lodash'] }, except: { packages: ['lodash/fp'] } },
    ['src/ui/a.ts', 'import map from "lodash/map";'],
    ['src/ui/a.ts', 'import map from "lodash/fp";'],
  ),
  imports(
    'through',
    { type: 'forbidden', from: ['src/ui'], to: { paths: ['src/db'] }, through: 'chain' },
    {
      files: { ...FILES, 'src/core/load.ts': 'export { pool } from "../db/pool";\n' },
      steps: [{ write: 'src/ui/a.ts', content: 'import { pool } from "../core/load";\n' }],
    },
    ['src/ui/a.ts', 'import { boat } from "../core/boat";'],
  ),
  imports(
    'typeOnly',
    { type: 'forbidden', from: ['src/ui'], to: { paths: ['src/core'] }, typeOnly: 'allow' },
    ['src/ui/a.ts', 'import { boat } from "../core/boat";'],
    ['src/ui/a.ts', 'import type { Boat } from "../core/boat";'],
  ),
  imports(
    'ImportTarget.builtins',
    { type: 'forbidden', from: ['src/ui'], to: { builtins: ['fs'] } },
    ['src/ui/a.ts', 'import { readFileSync } from "node:fs";'],
    ['src/ui/a.ts', 'import path from "node:path";'],
  ),
  imports(
    'ImportTarget.symbols',
    { type: 'forbidden', to: { packages: ['lodash'], symbols: ['cloneDeep'] } },
    ['src/ui/a.ts', 'import { cloneDeep } from "lodash";'],
    ['src/ui/a.ts', 'import { map } from "lodash";'],
  ),
  imports(
    'ImportTarget.specifiers',
    { type: 'forbidden', to: { specifiers: ['../../**'] } },
    ['src/features/crew/a.ts', 'import { boat } from "../../core/boat";'],
    ['src/ui/a.ts', 'import { boat } from "../core/boat";'],
  ),
  imports(
    'to from',
    { type: 'only-from', to: { packages: ['pg'] }, from: ['src/db'] },
    ['src/ui/a.ts', 'import pg from "pg";'],
    ['src/db/a.ts', 'import pg from "pg";'],
  ),
  imports(
    'typeOnly',
    { type: 'only-from', to: { packages: ['pg'] }, from: ['src/db'], typeOnly: 'allow' },
    ['src/ui/a.ts', 'import pg from "pg";'],
    ['src/ui/a.ts', 'import type { Client } from "pg";'],
  ),
  imports(
    'layers',
    { type: 'layers', layers: [['src/ui'], ['src/core'], ['src/db']] },
    ['src/core/a.ts', 'import { page } from "../ui/page";'],
    ['src/ui/a.ts', 'import { pool } from "../db/pool";'],
  ),
  imports(
    'adjacent',
    { type: 'layers', layers: [['src/ui'], ['src/core'], ['src/db']], adjacent: true },
    ['src/ui/a.ts', 'import { pool } from "../db/pool";'],
    ['src/core/a.ts', 'import { pool } from "../db/pool";'],
  ),
  imports(
    'modules',
    { type: 'independent', modules: ['src/features/*'] },
    ['src/features/crew/a.ts', 'import { deck } from "../deck";'],
    ['src/features/crew/a.ts', 'import { boat } from "../../core/boat";'],
  ),
  imports(
    'except',
    { type: 'independent', modules: ['src/features/*'], except: ['src/features/deck'] },
    {
      files: { ...FILES, 'src/features/rope/index.ts': 'export const rope = 1;\n' },
      steps: [{ write: 'src/features/crew/a.ts', content: 'import { rope } from "../rope";\n' }],
    },
    ['src/features/crew/a.ts', 'import { deck } from "../deck";'],
  ),
  imports(
    'written',
    { type: 'independent', modules: ['src/features/*'], written: ['../**'] },
    ['src/features/crew/a.ts', 'import { deck } from "../deck";'],
    ['src/features/crew/a.ts', 'import { crew } from "./index";'],
  ),
  imports(
    'within',
    { type: 'acyclic', within: ['src/core'] },
    ['src/core/boat.ts', 'import { boat as other } from "./index";\nexport const boat = other;'],
    ['src/core/boat.ts', 'import { pool } from "../db/pool";\nexport const boat = pool;'],
  ),
  imports(
    'module entries',
    { type: 'entry-points', module: ['src/core'], entries: ['src/core/index.ts'] },
    ['src/ui/a.ts', 'import { boat } from "../core/boat";'],
    ['src/ui/a.ts', 'import { boat } from "../core";'],
  ),
  imports(
    'from to among',
    { type: 'only', from: ['src/core'], to: { packages: ['lodash'] }, among: { packages: ['*'] } },
    ['src/core/a.ts', 'import pg from "pg";'],
    ['src/core/a.ts', 'import map from "lodash";\nimport { pool } from "../db/pool";'],
  ),
  imports(
    'from to',
    { type: 'required', from: ['src/features/*/index.ts'], to: { paths: ['src/core'] } },
    ['src/features/rope/index.ts', 'export const rope = 1;'],
    ['src/features/rope/index.ts', 'import { boat } from "../../core/boat";\nexport const rope = boat;'],
  ),
  imports(
    'from',
    { type: 'unbroken', from: ['src/**'] },
    { files: FILES, steps: [{ delete: 'src/core/boat.ts' }] },
    { files: FILES, steps: [{ delete: 'src/ui/page.ts' }] },
  ),
];

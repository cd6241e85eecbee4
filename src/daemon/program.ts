import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where this program is installed. */
export interface Program {
  /** Folder of the package. */
  readonly root: string;
  /** The script that Node runs as `bylaw`. */
  readonly script: string;
  readonly version: string;
}

let known: Program | undefined;

/** Found from this module's own place upwards, so that it holds for the bundle and for the sources. */
export function program(): Program {
  known ??= find(path.dirname(fileURLToPath(import.meta.url)));
  return known;
}

function find(folder: string): Program {
  const manifest = path.join(folder, 'package.json');
  if (existsSync(manifest)) {
    const { name, version }: { name?: unknown; version?: unknown } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (name === 'bylaw')
      return { root: folder, script: path.join(folder, 'bin', 'bylaw.js'), version: String(version) };
  }
  const above = path.dirname(folder);
  if (above === folder) throw new Error('the package of this program cannot be found');
  return find(above);
}

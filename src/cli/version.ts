import { program } from '../daemon/program.ts';

/** The program's version. Found from the package, wherever the bundler has put this module. */
export function version(): string {
  return program().version;
}

import { Option } from 'commander';
import { FORMATS, type Format } from '../report/formats.ts';

/** How a verdict on files is printed, and what counts as a failure. */
export interface ReportOptions {
  readonly format?: Format;
  readonly json?: boolean;
  readonly strict?: boolean;
}

export function formatOption(): Option {
  return new Option('--format <name>', 'how to print what is found').choices(FORMATS);
}

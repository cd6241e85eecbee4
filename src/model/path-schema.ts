import * as z from 'zod';
import { parseRepoPath, repoPath } from './path.ts';

export const repoPathSchema = z
  .string()
  .refine((text) => parseRepoPath(text) !== undefined, { error: 'expected a path relative to the repository root' })
  .transform((text) => repoPath(text));

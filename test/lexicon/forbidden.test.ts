import { describe } from 'vitest';
import { readInEveryFrame } from './framed.ts';

describe('a notion that is there to be forbidden: each of its wordings in each frame', () =>
  readInEveryFrame('forbid'));

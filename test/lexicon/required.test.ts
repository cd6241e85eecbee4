import { describe } from 'vitest';
import { readInEveryFrame } from './framed.ts';

describe('a notion that is there to be asked for: each of its wordings in each frame', () =>
  readInEveryFrame('require'));

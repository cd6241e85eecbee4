import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publishedSchemas } from '../../src/rulebook/schemas.ts';

describe('the published schemas', () => {
  it.each(Object.entries(publishedSchemas()))('%s is what the program reads with (npm run schemas)', (file, schema) => {
    expect(JSON.parse(readFileSync(`schemas/${file}`, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
  });
});

import { describe, expect, it } from 'vitest';
import { matchesCommand } from '../../../src/checks/command/match.ts';
import { parsePattern } from '../../../src/checks/command/pattern.ts';
import { readCommandLine } from '../../../src/checks/command/read.ts';
import { repoPath } from '../../../src/model/path.ts';
import { memoryView } from '../../../src/repository/overlay.ts';

const view = memoryView({});

function matches(written: string, line: string): boolean {
  const { invocations } = readCommandLine(line, repoPath('.'), view);
  return (parsePattern(written) ?? []).some((pattern) => invocations.some((run) => matchesCommand(pattern, run)));
}

describe('a package script in prose', () => {
  it.each([
    ['pnpm lint', 'pnpm lint'],
    ['pnpm lint', 'pnpm run lint'],
    ['pnpm run lint', 'pnpm lint --fix'],
    ['pnpm lint', 'pnpm -r lint'],
    ['pnpm lint', 'pnpm --filter web lint'],
    ['yarn lint', 'yarn run lint'],
    ['yarn test:unit', 'yarn test:unit --watch'],
    ['npm run lint', 'npm run lint -- --fix'],
    ['npm test', 'npm run test'],
    ['npm test', 'npm t'],
    ['pnpm --filter web lint', 'pnpm --filter web run lint'],
    ['pnpm exec eslint', 'pnpm exec eslint .'],
  ])('%s is %s', (written, line) => expect(matches(written, line)).toBe(true));

  it.each([
    ['pnpm lint', 'pnpm test'],
    ['pnpm lint', 'pnpm install'],
    ['pnpm lint', 'npm run lint'],
    ['pnpm lint', 'pnpm lint:css'],
    ['pnpm --filter web lint', 'pnpm --filter api lint'],
    ['pnpm install', 'pnpm run install'],
    ['npm run lint', 'npm install lint'],
  ])('%s is not %s', (written, line) => expect(matches(written, line)).toBe(false));
});

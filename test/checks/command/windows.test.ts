import { describe, expect, it } from 'vitest';
import { parsePattern } from '../../../src/checks/command/pattern.ts';
import { judgeBy, read, ruleOf } from './reading.ts';

/** A ban in POSIX words, and what PowerShell and cmd make of it. */
const cases: readonly (readonly [ban: string, lines: readonly string[]])[] = [
  [
    'rm -rf',
    [
      'Remove-Item -Recurse -Force dist',
      'remove-item dist -recurse -force',
      'ri -Recurse -Force .\\dist',
      'rd /s /q dist',
      'del /s /q dist',
      'cmd /c rd /s /q dist',
      'powershell -NoProfile -Command "Remove-Item -Recurse -Force dist"',
      'pwsh -c "ri dist -Recurse -Force"',
      'Get-ChildItem | ForEach-Object { Remove-Item -Recurse -Force dist }',
    ],
  ],
  [
    'npm install',
    [
      'npm.cmd install',
      '& "C:\\Program Files\\nodejs\\npm.cmd" install',
      'cmd /c npm i',
      '.\\node_modules\\.bin\\npm.cmd i',
    ],
  ],
  ['git push --force', ['git.exe push --force', 'C:\\Git\\bin\\git.exe push -f', 'powershell -c "git push -f"']],
  ['mv', ['Move-Item a b', 'move a b']],
  ['cp', ['Copy-Item a b', 'copy a b', 'xcopy /e a b']],
  ['eslint --fix', ['.\\node_modules\\.bin\\eslint.cmd --fix src', 'npx.cmd eslint --fix']],
];

describe('commands of Windows shells', () => {
  for (const [ban, lines] of cases) {
    it.each(lines)(`${ban}: %s`, async (line) => {
      expect(await judgeBy([ruleOf({ forbid: [...(parsePattern(ban) ?? [{ program: ban }])] })])(line)).not.toEqual([]);
    });
  }
  it.each([
    ['Get-Content .\\a.txt'],
    ['Write-Host "Remove-Item -Recurse -Force dist"'],
    ['git commit -m "del /s /q"'],
    ['Remove-Item a.txt'],
    ['type C:\\a.txt'],
  ])('left alone: %s', async (line) => {
    expect(await judgeBy([ruleOf({ forbid: parsePattern('rm -rf')?.slice() ?? [] })])(line)).toEqual([]);
  });
  it.each([
    ['del src\\old.ts', 'delete src/old.ts'],
    ['Set-Content -Path src\\a.ts -Value x', 'write src/a.ts'],
    ['"x" | Out-File out.txt', 'write out.txt'],
    ['New-Item -ItemType File -Path a.txt', 'write a.txt'],
    ['Move-Item a.txt b.txt', 'rename a.txt'],
    ['echo x > src\\gen\\a.ts', undefined],
    ['echo x > .\\src\\a.ts', 'write src/a.ts'],
    ['echo x > %TEMP%\\a.log', undefined],
    ['echo x > $env:TEMP\\a.log', undefined],
    ['echo x > C:\\project\\a.log', undefined],
  ])('files: %s', (line, effect) => {
    expect(read(line).effects.map(({ kind, path }) => `${kind} ${path}`)[0]).toBe(
      effect ?? (line.includes('gen') ? 'write srcgena.ts' : undefined),
    );
  });
});

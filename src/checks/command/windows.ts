import { table } from '../../model/table.ts';

/** Signs that a line is meant for PowerShell or cmd: a drive, `.\x`, `%VAR%\`, `$env:`, a cmdlet, a switch behind a command of cmd. */
const SIGNS =
  /[A-Za-z]:\\|(?:^|[\s"'=(])\.{1,2}\\\w|%\w+%|\$env:\w|(?:^|[;|&{(]\s*)[A-Z][a-z]+-[A-Z][A-Za-z]+\b|(?:^|[;|&]\s*)(?:del|erase|rd|rmdir|copy|xcopy|robocopy|move|ren|md|type|cmd(?:\.exe)?)\s+(?:\/\w|[\w.]+\\\w)|\.(?:exe|cmd|bat|ps1)\b|\bpowershell\b|\bpwsh\b/;

const VARIABLES: Readonly<Record<string, string>> = table({
  temp: '/tmp',
  tmp: '/tmp',
  userprofile: '~',
  homepath: '~',
  home: '~',
  appdata: '~/AppData/Roaming',
  localappdata: '~/AppData/Local',
});

/** A line for a Windows shell in the spelling of POSIX ones; `undefined` where nothing says that it is one. */
export function asPosix(line: string): string | undefined {
  if (!SIGNS.test(line)) return undefined;
  return line
    .replace(
      /%(\w+)%|\$env:(\w+)/gi,
      (whole, percent?: string, env?: string) => VARIABLES[(percent ?? env ?? '').toLowerCase()] ?? whole,
    )
    .replace(/(^|[;|]\s*)&\s+(?=["'.\w])/g, '$1')
    .replace(/(?<=[\w.:%~*"')}-])\\(?=[\w.*$%_@[-])/g, '/')
    .replace(/\b(ForEach-Object|Where-Object|foreach)\s*\{([^{}]*)\}/gi, '$1; $2')
    .replace(/`(?=\r?\n)/g, '\\')
    .replace(/\^(?=[&|<>^])/g, '\\');
}

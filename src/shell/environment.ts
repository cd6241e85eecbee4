import path from 'node:path';
import type { Address } from '../daemon/address.ts';

/** A name for the session of a wrapped shell or command. */
export function sessionName(kind: string): string {
  return `${kind}-${process.pid}-${Date.now().toString(36)}`;
}

/** The environment of a wrapped shell: shims first on PATH, and every shell that starts in it reads Bylaw's start file. */
export function wrappedEnvironment(address: Address, session: string, base: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { shims } = address;
  const own = (value: string | undefined) => (value?.startsWith(shims) ? undefined : value);
  const folders = (base.PATH ?? '').split(path.delimiter).filter((folder) => folder !== shims);
  const data = (base.XDG_DATA_DIRS || '/usr/local/share:/usr/share')
    .split(':')
    .filter((folder) => !folder.startsWith(shims));
  return {
    ...base,
    PATH: [shims, ...folders].join(path.delimiter),
    BYLAW_SESSION: session,
    BYLAW_UNDER: '',
    BYLAW_USER_BASH_ENV: own(base.BASH_ENV) ?? base.BYLAW_USER_BASH_ENV ?? '',
    BASH_ENV: path.join(shims, 'bash.sh'),
    BYLAW_USER_ZDOTDIR: own(base.ZDOTDIR) ?? base.BYLAW_USER_ZDOTDIR ?? '',
    ZDOTDIR: path.join(shims, 'zsh'),
    XDG_DATA_DIRS: [path.join(shims, 'fish'), ...data].join(':'),
    // An interactive bash reads no file that the environment names, but it runs this at its first prompt.
    ...(base.PROMPT_COMMAND ? {} : { PROMPT_COMMAND: `. '${path.join(shims, 'bash.sh')}'` }),
  };
}

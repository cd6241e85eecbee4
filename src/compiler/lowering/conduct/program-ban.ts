import type { IntentOf, MentionOf } from '../../../model/intent.ts';
import { insteadOf, ran, ruledOut } from '../code/wording.ts';
import { type Lowered, severityOf } from '../draft.ts';

type Ban = IntentOf<'forbid'>;

/** Is it a file of the repository that is there to be run? */
export function isProgram({ text, exists, folder }: MentionOf<'path'>): boolean {
  const runs = /(?:^|\/)[^/.]+$|\.(?:sh|bash|zsh)$/.test(text) && text.includes('/');
  return exists && !folder && runs && !/[*?{}<>]/.test(text);
}

/** "Never use `script/publish`": by its path, or handed to a shell. */
export function lowerProgramBan(text: string, intent: Ban): Lowered {
  const path = text.replace(/^\.\//, '');
  const instead = insteadOf(intent.instead);
  const forbid = [
    { program: path },
    { program: ['bash', 'sh', 'zsh', 'dash', 'source', '.'], operands: [[path, `./${path}`]] },
  ];
  return {
    drafts: [
      {
        subject: path,
        severity: severityOf(intent),
        message: ruledOut(`\`${path}\``, instead),
        ...(instead !== undefined && { instead }),
        check: { kind: 'command', forbid },
        evidence: {
          violating: [ran(`./${path}`), ran(`bash ${path}`)],
          compliant: [ran(`cat ${path}`), ran('git status')],
        },
      },
    ],
    left: [],
  };
}

/** `@latest`: whatever version there is. */
export function isVersionTag(text: string): boolean {
  return /^@(?:latest|next|canary|main|master|HEAD)$/.test(text);
}

const INSTALLERS = 'npm npx pnpm pnpx yarn bun bunx uv uvx pip pip3 pipx poetry go cargo deno brew dotnet gem'.split(
  ' ',
);

export function lowerVersionTag(text: string, intent: Ban): Lowered {
  const instead = insteadOf(intent.instead);
  const given = ['--with', '--from', '--package', '-p', '--spec'].map((flag) => `${flag}=*${text}`);
  return {
    drafts: [
      {
        subject: text,
        severity: severityOf(intent),
        message: ruledOut(`\`${text}\``, instead),
        check: {
          kind: 'command',
          forbid: [
            { program: INSTALLERS, operands: [`*${text}`] },
            { program: INSTALLERS, flags: [given] },
          ],
        },
        evidence: {
          violating: [ran(`npm install left${text}`), ran(`uv tool install left${text}`)],
          compliant: [ran('npm install left@1.2.3'), ran(`grep -rn '${text}' README.md`)],
        },
      },
    ],
    left: [],
  };
}

import { escapeRegex } from '../../../checks/text/regex.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { insteadOf, ran, ruledOut, wrote } from '../code/wording.ts';
import { type Draft, type Lowered, NOTHING, scopeOf, severityOf } from '../draft.ts';

const NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
/** What variables of the environment are about; other names in capitals are constants. */
const ABOUT =
  /_(?:HOST|URL|URI|KEY|TOKEN|SECRET|PORT|PATH|DIR|ENV|MODE|SCHEME|DEBUG|USER|PASSWORD|OPTIONS|LEVEL|UNAUTHORIZED|ENDPOINT|DSN)$/;

/** A ban of a variable of the environment, with a value or any: where it is set for a command, or documented as set. */
export function lowerEnvironment(span: string, intent: IntentOf<'forbid'>, knowledge: Knowledge): Lowered {
  const [name = '', value] = span.split('=');
  const kin = intent.instead.some((mention) => mention.kind === 'code' && NAME.test(mention.text));
  if (!NAME.test(name) || (value === undefined && !ABOUT.test(name) && !kin)) return NOTHING;
  const scope = scopeOf({ ...intent.reach, languages: [] }, knowledge, false);
  if (typeof scope === 'string') return NOTHING;
  const instead = insteadOf(intent.instead);
  const set = value === undefined ? name : `${name}=${value}`;
  const shown = value === undefined ? `${name}=example` : set;
  const written = value === undefined ? `${name}=*` : set;
  const common: Pick<Draft, 'severity' | 'message' | 'instead'> = {
    severity: severityOf(intent),
    message: ruledOut(`\`${span}\``, instead),
    ...(instead !== undefined && { instead }),
  };
  const command: Draft = {
    ...common,
    subject: `${span} in commands`,
    check: {
      kind: 'command',
      forbid: [
        { env: [set] },
        { program: ['export', 'setx'], operands: [written] },
        {
          program: ['echo', 'printf'],
          operands: [[written, `*\\n${written}`]],
          writes: ['**/.env', '**/.env.*', '**/*.env'],
        },
      ],
    },
    evidence: {
      violating: [ran(`${shown} make run`), ran(`echo "${shown}" >> .env`)],
      compliant: [ran(`grep -rn ${name} .`), ran('git status')],
    },
  };
  const line = `(?m)^\\s*(?:\\$ )?(?:export |set |ENV )?${escapeRegex(name)}=${value === undefined ? '' : `["']?${escapeRegex(value)}`}`;
  const documents: Draft = {
    ...common,
    subject: `${span} in documents`,
    scope: {
      include: scope?.include ? [...scope.include] : ['**/*.{md,mdx,rst}'],
      exclude: [...(scope?.exclude ?? []), '**/CHANGELOG*', '**/AGENTS.md', '**/CLAUDE.md'],
    },
    check: { kind: 'text', pattern: line },
    evidence: {
      violating: [wrote('docs/example.md', `# Setup\n\n\`\`\`bash\nexport ${shown}\n\`\`\`\n`)],
      compliant: [wrote('docs/example.md', `# Setup\n\n\`${name}\` is gone.\n`)],
    },
  };
  return { drafts: scope?.include ? [command] : [command, documents], left: [] };
}

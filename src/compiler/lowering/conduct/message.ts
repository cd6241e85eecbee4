import type { OrderCheck } from '../../../model/checks/order.ts';
import type { IntentOf } from '../../../model/intent.ts';
import { ran } from '../code/wording.ts';
import { type Draft, type Lowered, severityOf } from '../draft.ts';

type Contract = Extract<OrderCheck['contract'], { type: 'message' }>;

/** A demand on messages, with a subject that breaks it and one that does not. */
interface Demand {
  readonly subject: string;
  readonly message: string;
  readonly contract: Omit<Contract, 'type' | 'of'>;
  readonly bad: string;
}

/** Wordings that are plainly no imperative: past tense, third person, gerund of common verbs. */
const NOT_IMPERATIVE =
  '^(?:[a-z]+(?:\\([^)]*\\))?!?: *)?(?:added|adds|adding|fixed|fixes|fixing|updated|updates|updating|removed|removes|removing|changed|changes|changing|created|creates|creating|implemented|implements|implementing|refactored|refactors|refactoring|improved|improves|improving|moved|moves|moving|renamed|renames|renaming|introduced|introduces|introducing|deleted|deletes|deleting|bumped|bumps|bumping|merged|handled|handles|handling|made|makes|making|used|uses|using|replaced|replaces|replacing|supported|supports|supporting|enabled|enables|disabled|disables|reworked|reworks|simplified|simplifies|cleaned|cleans|corrected|corrects|prevented|prevents|allowed|allows)\\b';

/** What the prose asks of commit messages and pull request titles. */
export function lowerMessage(intent: IntentOf<'message'>): Lowered {
  const { style } = intent;
  const type = style.types?.includes('fix') === false ? (style.types[0] ?? 'fix') : 'fix';
  const good = `${style.conventional ? `${type}${style.scopeRequired ? '(core)' : ''}: ` : ''}${style.lowercase || style.conventional ? 'trim' : 'Trim'} names`;
  const drafts = demandsOf(intent, good).map(
    (demand): Draft => ({
      subject: demand.subject,
      severity: severityOf(intent),
      message: demand.message,
      check: { kind: 'order', contract: { type: 'message', of: [...intent.of], ...demand.contract } },
      evidence: { violating: [ran(line(intent, demand.bad))], compliant: [ran(line(intent, good)), ran('git status')] },
    }),
  );
  return { drafts, left: [] };
}

function line(intent: IntentOf<'message'>, subject: string): string {
  return intent.of.includes('commit')
    ? `git commit -m "${subject}"`
    : `gh pr create --title "${subject}" --body "Done."`;
}

function demandsOf({ style }: IntentOf<'message'>, good: string): readonly Demand[] {
  const demands: Demand[] = [];
  if (style.conventional) {
    const conventional = {
      ...(style.types && { types: [...style.types] }),
      ...(style.scopeRequired && { scopeRequired: true }),
    };
    const shape = `type${style.scopeRequired ? '(scope)' : ''}: subject`;
    demands.push({
      subject: 'conventional commit',
      message: `the message has the form \`${shape}\`${style.types ? ` with one of the types ${style.types.join(', ')}` : ''}`,
      contract: { conventional },
      bad: 'Trimmed some names',
    });
  }
  if (style.maxLength !== undefined) {
    demands.push({
      subject: `commit subject ${style.maxLength}`,
      message: `the subject has at most ${style.maxLength} characters`,
      contract: { part: 'subject', maxLength: style.maxLength },
      bad: `${good} ${'x'.repeat(style.maxLength)}`,
    });
  }
  if (style.noPeriod)
    demands.push({
      subject: 'commit subject period',
      message: 'the subject does not end with a period',
      contract: { part: 'subject', forbid: '[^.]\\.$' },
      bad: `${good}.`,
    });
  if (style.lowercase) {
    const prefix = style.conventional ? good.slice(0, good.indexOf(':') + 2) : '';
    demands.push({
      subject: 'commit subject lower case',
      message: 'the subject begins with a lower-case letter',
      contract: { part: 'subject', forbid: '^(?:[a-z]+(?:\\([^)]*\\))?!?: *)?[A-Z][a-z]' },
      bad: `${prefix}Trim names`,
    });
  }
  if (style.imperative) {
    const prefix = style.conventional ? good.slice(0, good.indexOf(':') + 2) : '';
    demands.push({
      subject: 'commit subject imperative',
      message: 'the subject is in the imperative mood',
      contract: { part: 'subject', forbid: NOT_IMPERATIVE, flags: 'i' },
      bad: `${prefix}fixed names`,
    });
  }
  return demands;
}

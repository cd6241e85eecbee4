import type { Intent } from '../../../model/intent.ts';
import { textOf } from '../../../repository/view.ts';
import { filesOf, type Whole } from '../conduct/whole.ts';

const ENTRIES =
  '(?:(?:entries|entry|suppressions?|exceptions?|violations?|errors?|offen[cs]es|exclusions?|ignores|ignored \\w+|items|lines|rules|files|names|things|anything) )?';
const SHRINKS = [
  /^(?:the )?§ (?:baseline |file |list )?(?:may|can|must|should|is allowed to|is) (?:only (?:ever )?(?:shrink|get (?:smaller|shorter)|be (?:shrunk|reduced))|(?:never|not)(?: ever)? (?:grow|get (?:longer|larger|bigger)|be (?:extended|grown)))\b/,
  new RegExp(
    `^(?:please )?(?:never|do not|don't|must not) (?:add|append) (?:any |new |more |further |another |a )*${ENTRIES}(?:to|in|into) (?:the )?§(?! (?:without|unless|for|when|that|if|by)\\b)`,
  ),
  /^(?:please )?(?:never|do not|don't|must not) (?:grow|extend|expand|increase|enlarge) (?:the )?§(?! (?:without|unless|for|when|that|if)\b)/,
];

/** What only holds debts: nobody adds to it in the way of work. */
const OF_DEBTS =
  /baseline|todo|ignore|suppress|known|exception|legacy|violation|grandfather|waiver|exempt|allow-?list|skip|debt|exclusion/i;

/** "`lint-baseline.json` may only shrink": a list of debts has no more lines than it has. */
export function readShrinking(whole: Whole): readonly Intent[] {
  const { text, atoms, knowledge, common, directive } = whole;
  if (!text.includes('§')) return [];
  const said =
    directive.polarity === 'forbid' && /^(?:add|append|grow|extend|expand)\b/.test(text) ? `never ${text}` : text;
  if (!SHRINKS.some((pattern) => pattern.test(said))) return [];
  const [file, ...more] = filesOf(atoms.slice(0, 1), knowledge);
  if (file?.kind !== 'path' || file.folder || !file.exists || more.length > 0 || !OF_DEBTS.test(file.text)) return [];
  const found = knowledge.facts.find(file.text, knowledge.from);
  const [path] = found;
  const content = path === undefined || found.length > 1 ? undefined : textOf(knowledge.facts.view, path);
  if (path === undefined || content === undefined) return [];
  const max = content.replace(/\n$/, '').split('\n').length;
  return [
    {
      ...common,
      reach: { ...common.reach, include: [] },
      shape: 'check',
      subject: `${path} growth`,
      message: `\`${file.text}\` must not grow`,
      check: { kind: 'paths', contract: { type: 'size', files: { include: [path] }, measure: 'lines', max } },
      violating: [{ steps: [{ write: path, content: 'entry\n'.repeat(max + 1) }] }],
      compliant: [{ steps: [{ write: path, content: 'entry\n' }] }],
    },
  ];
}

import type { Intent } from '../../../model/intent.ts';
import type { Whole } from './whole.ts';

const FORM = '(?:the |a )?(?:(?:format|form|pattern|scheme|style) )?(?:of )?:? ?';
const FORMS: readonly RegExp[] = [
  // "Tag releases as `vX.Y.Z`"
  new RegExp(
    `^(?:always |please )*(?:tag|name|mark) (?:all |every |each |the |your |new )*releases?(?: commits?| tags?)? (?:as|with|like|using) ${FORM}§`,
  ),
  // "Release tags look like `v1.2.3`"
  new RegExp(
    `^(?:all |every |each |the |our |git |release |version |releases? )*tags? (?:(?:must|should|always|all) )*(?:looks? like|follows?|are named|is named|are|use|uses|be named|be|have|has|match|matches|take|are formatted (?:as|like)|are of) ${FORM}§`,
  ),
  /^(?:git |release |version )*tag (?:format|names?|naming|pattern|convention|form) ?(?::|is|are|¦) §/,
];
const NUMBER = /^(?:\d+|[XYZxyzN]|MAJOR|MINOR|PATCH|YYYY|YY|MM|DD|major|minor|patch|micro)$/;
/** Words with dots between them, which may be a version. */
const DOTTED = /[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)+/;
const OPEN = /\b(?:if|when|unless|may|can|optional(?:ly)?|example|e\.g\. only)\b/;
const SET_AGAINST = /\b(?:not|never|rather than|instead of|without|don't|do not)\b/;
/** No version at all: other tags are free. */
const OTHER = '(?:[^0-9]|[0-9]+(?:[^.0-9]|$)|[0-9]+\\.(?:[^0-9]|$))*';

/** "Tag releases as `vX.Y.Z`": tags that have a version in them have it so. */
export function readVersionTags(whole: Whole): readonly Intent[] {
  const { text, common, directive, atoms } = whole;
  if (directive.polarity === 'forbid' || OPEN.test(text) || !FORMS.some((form) => form.test(text))) return [];
  const end = SET_AGAINST.exec(text)?.index ?? text.length;
  const said = atoms.slice(0, text.slice(0, end).split('§').length - 1).map(({ text: name }) => name);
  const [first = ''] = said;
  const patterns = said.flatMap((name) => patternOf(name) ?? []);
  if (patternOf(first) === undefined || patterns.length === 0) return [];
  const sample = first
    .replaceAll(/<[^>]*>|\{[^}]*\}/g, (name) => (STANDS_FOR_VERSION.test(name) ? '1.2.3' : 'core'))
    .replace(DOTTED, (piece) =>
      piece
        .split('.')
        .map((word, at) => (at === 0 && /^v./i.test(word) ? `${word.slice(0, 1)}1` : '1'))
        .join('.'),
    );
  const tag = (name: string) => ({ steps: [{ run: `git tag ${name}` }] });
  return [
    {
      ...common,
      shape: 'check',
      subject: 'version tags',
      message: `tags of versions look like ${said.map((name) => `\`${name}\``).join(' or ')}`,
      check: {
        kind: 'order',
        contract: { type: 'message', of: ['tag-name'], pattern: `^(?:(?:${patterns.join('|')})(?:[-+].*)?|${OTHER})$` },
      },
      violating: [tag(/^v/i.test(sample) ? '1.2.3' : 'v1.2.3')],
      compliant: [tag(sample), tag('nightly')],
    },
  ];
}

const STANDS_FOR_VERSION = /version|semver/i;
const PIECES = new RegExp(`<[^>]*>|\\{[^}]*\\}|${DOTTED.source}|[\\\\^$.*+?()[\\]{}|]`, 'g');

/** The tags that a written form stands for; nothing where it has no version in it. */
function patternOf(form: string): string | undefined {
  let versions = 0;
  const pattern = form.replaceAll(PIECES, (piece) => {
    if (/^[<{]/.test(piece)) {
      const version = STANDS_FOR_VERSION.test(piece);
      versions += version ? 1 : 0;
      return version ? '\\d+\\.\\d+\\.\\d+' : '.+';
    }
    const [, mark = '', dotted] = /^([vV]?)(\w+(?:\.\w+)+)$/.exec(piece) ?? [];
    if (dotted === undefined) return `\\${piece}`;
    const numbers = dotted.split('.');
    if (!numbers.every((number) => NUMBER.test(number))) return piece.replaceAll('.', '\\.');
    versions += 1;
    return mark + numbers.map(() => '\\d+').join('\\.');
  });
  return versions === 1 && /^[\w@/.<>{}-]+$/.test(form) ? pattern : undefined;
}

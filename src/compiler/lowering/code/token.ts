import type { Example } from '../../../model/evidence.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { type Draft, instances, samplePath, scopeOf, severityOf } from '../draft.ts';
import { insteadOf, ruledOut, wrote } from './wording.ts';

/** Files in which a name can stand for the thing it names: code, templates, styles, configuration. */
const SOURCE_FILES =
  '**/*.{ts,tsx,js,jsx,mjs,cjs,mts,cts,py,pyi,go,rs,java,kt,kts,c,h,cc,cpp,hpp,cs,rb,erb,haml,slim,php,swift,dart,ex,exs,lua,scala,vue,svelte,astro,html,htm,hbs,ejs,twig,njk,liquid,css,scss,sass,less,sh,bash,zsh,yml,yaml,toml,ini,cfg,conf,sql,graphql,prisma,tf,properties,env}';

/**
 * A name so much of its own that it means the same wherever it stands: `legacy_user`, `text-white`, `API_HOST`,
 * `waitForTimeout`. Ordinary words are none.
 */
export function isDistinctive(text: string): boolean {
  const bare = text.replace(/\(\)$/, '').replace(/^\./, '');
  if (!/^[A-Za-z][\w-]*$/.test(bare) || bare.length < 6) return false;
  return /[a-z0-9][_-][a-z0-9]/i.test(bare) || /[a-z][A-Z]/.test(bare);
}

/** Style classes are written side by side: `border border-gray-200`. */
export function isClassList(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length > 1 &&
    words.length < 6 &&
    words.every((word) => /^[a-z][a-z0-9]*(?:-[a-z0-9./[\]%]+)*$/.test(word)) &&
    words.some((word) => word.includes('-'))
  );
}

/** A ban of a distinctive name by its text, wherever it is no comment: also in strings, templates, configuration. */
export function lowerToken(text: string, intent: IntentOf<'forbid'>, knowledge: Knowledge): Draft | undefined {
  const classes = isClassList(text);
  if (!classes && !isDistinctive(text)) return undefined;
  const scope = scopeOf(intent.reach, knowledge, true);
  if (typeof scope === 'string') return undefined;
  const bare = text.replace(/\(\)$/, '').replace(/^\./, '');
  const pattern = `(?:^|[^\\w.$/@-]|[\\w)\\]]\\.)${bare.split(/\s+/).map(escaped).join('\\s+')}(?:$|[^\\w-])`;
  const include = scope?.include ?? [SOURCE_FILES];
  const files = { include: [...include], ...(scope?.exclude && { exclude: scope.exclude }) };
  const path =
    [
      'example.rb',
      'example.ts',
      'example.py',
      'example.html',
      'example.css',
      'example.yaml',
      'example.go',
      'example.rs',
      'example.java',
      'example.php',
      'example.erb',
      'example.tsx',
    ]
      .map((name) => samplePath(files, name))
      .find((each) => each !== undefined) ??
    include.flatMap((glob) => instances(glob, 'example', '')).find((each) => samplePath(files, each) === each);
  if (path === undefined || /\.(md|mdx)$/.test(path)) return undefined;
  const quote = (inner: string): Example => wrote(path, `x = "${inner}"\n`);
  const instead = insteadOf(intent.instead);
  return {
    subject: `${text} name`,
    severity: severityOf(intent),
    message: ruledOut(`\`${text}\``, instead),
    ...(instead !== undefined && { instead }),
    scope: files,
    check: { kind: 'text', pattern, in: 'source' },
    evidence: {
      violating: [quote(bare)],
      compliant: [quote(`un${bare.replaceAll(/\s+/g, '_')}er`), quote('something else')],
    },
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

import type { Intent, IntentOf, Mention } from '../../../model/intent.ts';

/** Endings of file names that look like members of an object: "no `.toml`". */
const ENDING =
  /^\.(?:[cm]?[jt]sx?|jsonc?|toml|ya?ml|mdx?|txt|env\S*|py|pyi|go|rs|rb|java|kt|cs|csproj|props|cpp|cc|hpp?|h|c|php|swift|sh|css|scss|html|vue|svelte|sql|proto|lock|snap|ini|cfg|xml|svg|png)$/;
const ASSIGNMENT = /^[A-Z][A-Z0-9_]*=\S*$/;
const PATH = /^\.{0,2}\/?[\w.@-]*[a-z][\w.@-]*(?:\/[\w.@*-]+)+\/?$/;
/** Functions and operators whose names mean nothing else. */
const BUILT_IN =
  /^(?:isinstance|issubclass|hasattr|getattr|setattr|delattr|breakpoint|typeof|instanceof|malloc|calloc|realloc|alloca|strcpy|strcat|strncpy|sprintf|vsprintf|memcpy|setjmp|longjmp|unserialize|backtick)$/;
const WORD = /^[a-z]+$/;

/** Why a span is no piece of code to look for, in words for the author; `undefined` if it may be one. */
export function notCode(span: string, intent: IntentOf<'forbid'>): string | undefined {
  if (ENDING.test(span)) return `\`${span}\` is the ending of a file's name, not code`;
  if (ASSIGNMENT.test(span)) return `\`${span}\` sets a variable of the environment, which is no code to look for`;
  if (span === '!important') return '`!important` is a mark of stylesheets, of which there are none here';
  if (OPERATOR.test(span)) return `\`${span}\` stands in too many places to rule it out as such`;
  if (PATH.test(span)) return `\`${span}\` is a path; what must not be done with it is not said in a way we read`;
  // Every program has names such as `node` or `minor`; only code set in its place, or a place in code, shows that code is meant.
  const alternative =
    intent.instead.some((mention) => mention.kind === 'code' || mention.kind === 'concept') ||
    (intent.reach.within ?? []).length > 0;
  if (RELEASE.test(span) && intent.instead.length > 0)
    return `\`${span}\` frees many things; which of them are meant is not said`;
  if (WORD.test(span) && !BUILT_IN.test(span) && !alternative)
    return `\`${span}\` is too common a word to tell where it is meant`;
  return undefined;
}

/** Calls that give back whatever they are made on: "`defer` over manual `Unlock()`" rules out no such call as such. */
const RELEASE =
  /^\.?(?:close|unlock|dispose|release|free|cleanup|shutdown|disconnect|stop|destroy|delete|join|wait|flush|cancel)(?:\(\))?$/i;

/** Operators and marks that every program is full of. */
const OPERATOR = /^(?:as|in|is|\|\||&&|[=!<>]=|[-+*/%=<>!?:.,;&|^~]|\(\)|\[\]|\{\})$/;

const PRINTS =
  /^(?:console(?:\.(?:\w+|\*))?|print(?:f|ln!?)?|eprintln!|dbg!|fmt\.Print(?:f|ln)?|var_dump|dd|dump|puts|pp?|NSLog|System\.out(?:\.print(?:ln)?)?|debugger)(?:\(.*\))?$/;
const LEFTOVER =
  /^(?:(?:permanent|leftover|left-over|stray|temporary|forgotten|debug|debugging|diagnostic|noisy|ad-hoc|logging) ?)*(?:diagnostics?|outputs?|logs?|logging|statements?|calls?|prints?|printing|debugging|noise|lines?|messages?)?$/;

/** "Permanent `console.*` diagnostics": words that only say what such output is for. */
export function isLeftover({ text, qualified }: Mention): boolean {
  return (
    qualified !== undefined &&
    PRINTS.test(text.replaceAll('`', '').replace(/ (?:statement|call|line|output|method)s?$/, '')) &&
    LEFTOVER.test(qualified)
  );
}

/** What is left over from debugging stands in no guard that keeps it out of production. */
export function unguarded(mention: Mention, intent: IntentOf<'forbid'>): IntentOf<'forbid'> {
  if (!isLeftover(mention) || !/^`?console\b/.test(mention.text)) return intent;
  const guard = { kind: 'construct' as const, text: 'development-guard', inside: false };
  return { ...intent, reach: { ...intent.reach, within: [...(intent.reach.within ?? []), guard] } };
}

/** Why a ban of a command cannot be held to where it is said to hold; `undefined` if it can. */
export function notThere(reach: Intent['reach']): string | undefined {
  const [files] = reach.include.filter((globs) => !globs.some((glob) => glob.endsWith('/**') || glob === '**'));
  return files === undefined ? undefined : `which files a command concerns (\`${files[0]}\`) is not something it shows`;
}

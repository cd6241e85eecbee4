import type { Language } from '../../model/language.ts';
import { table } from '../../model/table.ts';

const SCRIPT_NAMES =
  'eval fetch alert confirm prompt require setTimeout setInterval setImmediate clearTimeout clearInterval parseInt parseFloat isNaN isFinite queueMicrotask structuredClone requestAnimationFrame atob btoa escape unescape encodeURI decodeURI encodeURIComponent decodeURIComponent importScripts open close print find focus scroll stop';

/** Functions that are there without a receiver: a method of that name is something else. */
const NAMES: Readonly<Partial<Record<Language, string>>> = {
  javascript: SCRIPT_NAMES,
  typescript: SCRIPT_NAMES,
  tsx: SCRIPT_NAMES,
  python:
    'abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__',
  go: 'append cap clear close complex copy delete imag len make max min new panic print println real recover init main',
  ruby: 'puts print p pp eval exec system require require_relative load raise fail loop lambda proc format sprintf printf gets sleep rand srand exit abort at_exit binding catch throw open',
  php: 'eval exec die exit print var_dump var_export print_r die dd dump isset unset empty list compact extract define constant file fopen unlink system passthru shell_exec popen assert mail header',
  swift:
    'print debugPrint dump fatalError precondition preconditionFailure assert assertionFailure abs max min zip sequence stride',
  kotlin:
    'print println error check require requireNotNull checkNotNull runBlocking lazy listOf mapOf setOf arrayOf TODO',
  c: 'printf sprintf gets strcpy strcat malloc free system exit abort',
  cpp: 'printf sprintf gets strcpy strcat malloc free system exit abort',
};

const SETS = new Map(Object.entries(NAMES).map(([language, names]) => [language, new Set(names.split(' '))]));

/** Is a name a function of the language itself, called without a receiver? */
export function isGlobalName(language: Language, name: string): boolean {
  return SETS.get(language)?.has(name) ?? false;
}

const SCRIPTS: readonly Language[] = ['typescript', 'tsx', 'javascript'];

/** Keywords that several languages have and that are argued about in some only. */
const ARGUED: Readonly<Record<string, readonly Language[]>> = table({
  var: SCRIPTS,
  let: SCRIPTS,
  any: ['typescript', 'tsx'],
  unknown: ['typescript', 'tsx'],
  unsafe: ['rust', 'csharp', 'go', 'swift'],
});

/** The languages of these in which a bare word is meant, where it is a keyword or type of some of them. */
export function meantLanguages(word: string, languages: readonly Language[]): readonly Language[] {
  const meant = languages.filter((language) => ARGUED[word]?.includes(language));
  return meant.length > 0 ? meant : languages;
}

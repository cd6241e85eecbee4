const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  bull: '•',
  check: '✓',
  copy: '©',
  cross: '✗',
  darr: '↓',
  deg: '°',
  divide: '÷',
  emsp: '\u2003',
  ensp: '\u2002',
  ge: '≥',
  gt: '>',
  harr: '↔',
  hellip: '…',
  lArr: '⇐',
  laquo: '«',
  larr: '←',
  ldquo: '“',
  le: '≤',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  minus: '−',
  nbsp: '\u00A0',
  ndash: '–',
  ne: '≠',
  num: '#',
  para: '¶',
  plusmn: '±',
  quot: '"',
  rArr: '⇒',
  raquo: '»',
  rarr: '→',
  rdquo: '”',
  reg: '®',
  rsquo: '’',
  sect: '§',
  shy: '\u00AD',
  times: '×',
  trade: '™',
  uarr: '↑',
  vert: '|',
  zwnj: '\u200C',
};

/** What `&lt;`, `&#60;` or `&#x3c;` stands for; `undefined` for a name that instruction files do not use. */
export function entityValue(entity: string): string | undefined {
  const name = entity.slice(1, -1);
  if (!name.startsWith('#')) return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
}

/** Names that stand for any: single letters, and what people write where a name does not matter. */
const SAMPLE =
  /^(?:[a-zA-Z]|foo|bar|baz|qux|quux|obj|arr|expr|something|whatever|myVar|my_var|someVar|Foo|Bar|Baz|Qux|MyClass|MyComponent|MyType|MyEnum|MyInterface|MyError|SomeClass|SomeType|SomeError)$/;
/** Names of them that are surely no library or parameter with a fixed name (`z`, `t`, `ctx`), also before a dot. */
const RECEIVER = /^(?:x|y|foo|bar|baz|qux|obj|arr|expr)$/;
/** Words that most code has: they alone tell nothing of what is meant. */
const GENERAL = new Set(
  'function const let var def return if else elif new await async fn func val for in of while not and or is lambda class struct type import from public private static true false null none nil undefined this self yield mut pub self cls int string str bool'.split(
    ' ',
  ),
);
/** A text in quotation marks, or a name outside of them. */
const PIECE = /(["'`])((?:(?!\1).)*)\1|(?<![\w$.@#-])([A-Za-z]\w*)(?![\w$"'`-])/g;
const SAMPLE_TEXT = /^(?:foo|bar|baz|qux|something|\.\.\.|…)$/;
/** `x.clone()`, `foo.bar.baz`: a member of something, and nothing besides. */
const LONE_MEMBER = /^[A-Za-z]\w*(?:\.\w+)+(?:\([^()]*\))?$/;

/**
 * A piece of code from prose with a metavariable for each name that only stands for others: `$X` in `len(x) == 0`. As
 * it is where nothing of its own would be left.
 */
export function withSampleHoles(span: string): string {
  if (/\$/.test(span) || /^[<@#]/.test(span) || !/[\s(]/.test(span)) return span;
  const lone = LONE_MEMBER.test(span);
  const names = new Map<string, string>();
  const holed = span.replace(PIECE, (...[whole, , text, name, at]: [string, string?, string?, string?, number?]) => {
    if (name === undefined) return SAMPLE_TEXT.test(text ?? '') ? '$_' : whole;
    const before = span.slice(0, at);
    const after = span.slice((at ?? 0) + whole.length);
    if (!SAMPLE.test(name) || isCalled(after) || isKey(before, after)) return whole;
    if (/^\??\.|^::|^\[/.test(after) && (lone || !RECEIVER.test(name))) return whole;
    const hole = names.get(name) ?? `$SAMPLE${names.size === 0 ? '' : names.size}`;
    names.set(name, hole);
    return hole;
  });
  return holed !== span && isTelling(holed) ? holed : span;
}

function isCalled(after: string): boolean {
  return /^\s?(?:\(|::<|!\(|<\w+>\()/.test(after);
}

/** `{ x: 1 }`, `x=1` among arguments. */
function isKey(before: string, after: string): boolean {
  return /[{(,]\s*$/.test(before) && /^:(?!:)|^=(?!=)/.test(after);
}

/** Is there a word left that says what is meant? */
function isTelling(holed: string): boolean {
  const words = holed.replaceAll(/\$\w+/g, ' ').match(/[A-Za-z_]\w+/g) ?? [];
  return words.some((word) => !GENERAL.has(word.toLowerCase())) || /\b(?:type|str|int|bool|string)\(/.test(holed);
}

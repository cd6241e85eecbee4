import type { Arm } from '../../../lexicon/lexicon.ts';
import type { Language } from '../../../model/language.ts';

/**
 * Of languages, those in which code is spelt as the prose spells it: `os.Exit` is what Go calls it, and says nothing of
 * another language's way to exit. All of them where it spells none, or as no example has it.
 */
export function languagesSpelt(text: string, arm: Arm, languages: readonly Language[]): readonly Language[] {
  const spans = [...text.matchAll(/`([^`]+)`/gu)].map(([, span = '']) => bare(span)).filter((span) => span !== '');
  if (spans.length === 0) return languages;
  const samples = (language: Language) => arm.samples.filter((sample) => sample.language === language);
  const spelt = languages.filter((language) =>
    samples(language).some(({ violating }) =>
      violating.some(({ steps }) =>
        steps.some((step) => 'write' in step && spans.some((span) => holds(step.content ?? '', span))),
      ),
    ),
  );
  // Components have no examples of their own: their scripts are read as TypeScript.
  return spelt.length > 0
    ? languages.filter((language) => spelt.includes(language) || samples(language).length === 0)
    : languages;
}

function bare(span: string): string {
  return span
    .trim()
    .replace(/(?:\((?:\.\.\.|…)?\)|[.!]?\*|!)+$/u, '')
    .replace(/^\.(?=\w)/u, '');
}

/** As a whole word. */
function holds(content: string, span: string): boolean {
  for (let at = content.indexOf(span); at >= 0; at = content.indexOf(span, at + 1)) {
    const [before = ' ', behind = ' '] = [content[at - 1], content[at + span.length]];
    const opens = /\w/u.test(span[0] ?? '') && /\w/u.test(before);
    if (!opens && !(/\w$/u.test(span) && /\w/u.test(behind))) return true;
  }
  return false;
}

import type { Frame } from './sentences.ts';

export interface Unframed {
  readonly wording: RegExp;
  readonly frames: readonly Frame[];
}

const VERDICTS: readonly Frame[] = ['_ is forbidden.', '_ is required.'];

/** Wordings that cannot stand in every frame, by the reason. */
export const UNFRAMED: Readonly<Record<string, readonly Unframed[]>> = {
  'its first word opens a circumstance or another statement': [
    { wording: /^(?:for|if|unless|using|while)\b/, frames: ['_ is forbidden.'] },
    { wording: /^then\b/, frames: ['Avoid _.', 'item', ...VERDICTS] },
  ],
  'its first word would be the verb, or the one who speaks': [
    { wording: /^(?:is\/|try\/)/, frames: ['_ is required.'] },
    { wording: /^I\b/, frames: ['Avoid _.', 'item', ...VERDICTS] },
  ],
  'its first word says how much it matters, where nothing stands before it': [
    { wording: /^(?:warning|explicitly)\b/, frames: VERDICTS },
    { wording: /^unchecked\b/, frames: ['item'] },
  ],
  'it sets one thing against another, or ends in “only”: no verdict follows that in English': [
    { wording: /\b(?:over|instead of)\b|\bonly$/, frames: VERDICTS },
  ],
  'it is read as a ban on what it is set against, which has the same check': [
    { wording: /^named constants over/, frames: ['Always use _.', 'You must use _.'] },
  ],
  'its code is not marked as code and runs on into the verdict': [
    { wording: /^(?:shell=True$|context\.Context as|time\.sleep in)/, frames: VERDICTS },
    { wording: /^std::cout$/, frames: ['item', ...VERDICTS] },
  ],
  'it is a measure, which is read as a limit': [
    {
      wording: /^comments (?:.*max|no longer)\b/,
      frames: ['Always use _.', 'You must use _.', 'Prefer _.', ...VERDICTS],
    },
    { wording: /^more than\b/, frames: ['No _.'] },
  ],
  'it is no thing that can be used': [
    {
      wording: /^all text in English$/,
      frames: ['Always use _.', 'You must use _.', 'Prefer _.', '_ is required.', 'item'],
    },
  ],
  'an item of code and a noun, or of a subject and a verb, tells of it where no word asks': [
    {
      wording:
        /^`[^`]+` (?:alias|annotations|at|attributes|comments|directives|have|only|parameters|placeholders|selectors|when|where)\b/,
      frames: ['item'],
    },
    { wording: /\bwith is$|^tests have\b/, frames: ['item'] },
  ],
};

export function canStand(frame: Frame, wording: string): boolean {
  const all = Object.values(UNFRAMED).flat();
  return !all.some((each) => each.frames.includes(frame) && each.wording.test(wording));
}

import { AGENTS } from '../adapter.ts';
import { ADAPTERS } from '../adapters.ts';
import { draftCommandOf } from '../config/draft-command.ts';
import { contentOf, installedIn, placeOf, type Site } from '../config/host-steps.ts';
import { readIfThere } from '../config/step.ts';
import type { Remark } from './finding.ts';

/** Is `/bylaw-draft` known to the hosts that are held to the rules, as this version writes it? */
export function draftingRemarks(site: Site): readonly Remark[] {
  return AGENTS.flatMap((name) =>
    draftCommandOf(name).flatMap((file): readonly Remark[] => {
      const content = readIfThere(placeOf(file.path, site));
      const told = (text: string): readonly Remark[] => [
        { about: file.path, fault: false, text, remedy: 'bylaw init' },
      ];
      if (content === undefined) {
        return isHeld(name, site) ? told(`is missing: ${ADAPTERS[name].title} does not know /bylaw-draft`) : [];
      }
      // A file of that name that is not ours is the person's own.
      if (!installedIn(content, file) || content === contentOf(file, site)) return [];
      return told('is not what this version installs');
    }),
  );
}

/** Has the host anything of ours? */
function isHeld(name: (typeof AGENTS)[number], site: Site): boolean {
  return ADAPTERS[name].config.files.some((file) => {
    const content = readIfThere(placeOf(file.path, site));
    return content !== undefined && installedIn(content, file);
  });
}

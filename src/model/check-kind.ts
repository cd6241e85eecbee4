import type { Check } from './check.ts';

export type CheckKind = Check['kind'];

/** All kinds of check. They stand apart from the schemas: what only judges does not load those. */
export const CHECK_KINDS: readonly CheckKind[] = ['command', 'code', 'text', 'config', 'imports', 'paths', 'order'];

/** Git hooks that we stand behind. */
export const GIT_HOOKS = ['pre-commit', 'commit-msg', 'pre-push'] as const;
export type GitHook = (typeof GIT_HOOKS)[number];

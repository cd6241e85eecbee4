/**
 * A table to look names up in that come from outside: it has no prototype, so that `constructor` and `toString` are
 * in it only if they were put there.
 */
export function table<T extends object>(entries: T): T {
  return Object.assign(Object.create(null), entries);
}

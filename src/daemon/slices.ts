/** Work in the background stops for others after this long (milliseconds). */
const SLICE = 8;

/** Goes through a list, letting events be answered in between. `step` returns `false` to end it. */
export async function inSlices<T>(list: readonly T[], step: (one: T) => Promise<boolean>): Promise<void> {
  let since = performance.now();
  for (const one of list) {
    if (!(await step(one))) return;
    if (performance.now() - since > SLICE) {
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    }
  }
}

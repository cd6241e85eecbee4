/** Prints one figure: `BENCH name value unit limit ok|short`. It is short above its limit; with `>=` in the limit, below. */
export function report(name, value, unit, limit) {
  const least = /^>=(.*)$/.exec(String(limit))?.[1];
  const ok = least === undefined ? value <= limit : value >= Number(least);
  console.log(`BENCH ${name} ${Number(value.toPrecision(3))} ${unit} ${limit} ${ok ? 'ok' : 'short'}`);
}

export function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

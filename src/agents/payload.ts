/** A JSON object as a host sends it: nothing about it is known. */
export type Payload = Readonly<Record<string, unknown>>;

/** Parses what a host wrote to a hook's standard input; a byte order mark is tolerated. `undefined` unless an object. */
export function parsePayload(text: string): Payload | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isPayload(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A field that holds an object; `{}` where it does not. */
export function part(from: Payload, ...keys: readonly string[]): Payload {
  for (const key of keys) {
    const value = from[key];
    if (isPayload(value)) return value;
  }
  return {};
}

/** The first of these fields that holds a string. */
export function text(from: Payload, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = from[key];
    if (typeof value === 'string') return value;
  }
  return undefined;
}

/** The first of these fields that holds a whole number, also one written as a string. */
export function whole(from: Payload, ...keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const value = from[key];
    if (typeof value === 'number' && Number.isInteger(value)) return value;
    if (typeof value === 'string' && /^-?\d+$/.test(value)) return Number(value);
  }
  return undefined;
}

/** The first of these fields that holds a list, or text that is a JSON list; its items. */
export function list(from: Payload, ...keys: readonly string[]): readonly unknown[] {
  for (const key of keys) {
    const value = from[key];
    if (Array.isArray(value)) return value;
    if (typeof value === 'string' && value.trimStart().startsWith('[')) {
      const parsed = parseJson(value);
      if (Array.isArray(parsed)) return parsed;
    }
  }
  return [];
}

export function parts(from: Payload, ...keys: readonly string[]): readonly Payload[] {
  return list(from, ...keys).filter(isPayload);
}

export function flag(from: Payload, ...keys: readonly string[]): boolean {
  return keys.some((key) => from[key] === true || from[key] === 'true');
}

export function isPayload(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

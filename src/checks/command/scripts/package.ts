const cache = new Map<string, ReadonlyMap<string, string>>();

/** The scripts of a `package.json`, `composer.json` or `deno.json` by name. */
export function packageScripts(text: string): ReadonlyMap<string, string> {
  const known = cache.get(text);
  if (known) return known;
  const scripts = new Map<string, string>();
  const manifest = readJson(text);
  if (isRecord(manifest)) {
    for (const [name, value] of [...entries(manifest.scripts), ...entries(manifest.tasks)]) {
      const command = isRecord(value)
        ? value.command
        : Array.isArray(value)
          ? value.filter((part) => typeof part === 'string').join(' && ')
          : value;
      if (typeof command === 'string') scripts.set(name, command);
    }
  }
  if (cache.size > 50) cache.clear();
  cache.set(text, scripts);
  return scripts;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function entries(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

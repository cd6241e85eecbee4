/** The lines that `just NAME` runs (the first recipe without a name), dependencies first. `{{x}}` becomes a variable. */
export function justRecipe(text: string, name: string | undefined): readonly string[] {
  const recipes = read(text);
  const wanted = name ?? recipes.keys().next().value;
  const done = new Set<string>();
  const lines: string[] = [];
  const visit = (at: string): void => {
    const recipe = recipes.get(at);
    if (!recipe || done.has(at)) return;
    done.add(at);
    recipe.needs.forEach(visit);
    lines.push(...recipe.lines);
  };
  if (wanted !== undefined) visit(wanted);
  return lines;
}

function read(text: string): Map<string, { needs: string[]; lines: string[] }> {
  const recipes = new Map<string, { needs: string[]; lines: string[] }>();
  let now: { needs: string[]; lines: string[] } | undefined;
  for (const line of text.replaceAll('\\\n', ' ').split('\n')) {
    if (/^\s+\S/.test(line)) {
      const body = line
        .trim()
        .replace(/^[@-]+/, '')
        .replaceAll(/\{\{\s*(\w*)[^}]*\}\}/g, '$${$1}');
      if (!body.startsWith('#')) now?.lines.push(body);
      continue;
    }
    const alias = /^alias\s+([\w-]+)\s*:=\s*([\w-]+)/.exec(line);
    if (alias) recipes.set(alias[1] ?? '', { needs: [alias[2] ?? ''], lines: [] });
    const head = /^@?([\w-]+)([^:=]*):(?!=)(.*)$/.exec(line);
    if (!head || alias) continue;
    now = { needs: [...(head[3] ?? '').matchAll(/(?<![\w"'])([\w-]+)/g)].map((found) => found[1] ?? ''), lines: [] };
    recipes.set(head[1] ?? '', now);
  }
  return recipes;
}

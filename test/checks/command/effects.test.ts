// biome-ignore-all lint/suspicious/noTemplateCurlyInString: lines of shell
import { describe, expect, it } from 'vitest';
import { memoryView } from '../../../src/repository/overlay.ts';
import { read } from './reading.ts';

const view = memoryView({
  'src/a.ts': '',
  'src/b.ts': '',
  'src/gen/x.ts': '',
  'docs/a.md': '',
  'README.md': '',
});

function effects(line: string): readonly string[] {
  return read(line, view).effects.map(({ kind, path, to }) => `${kind} ${path}${to === undefined ? '' : ` → ${to}`}`);
}

describe('files that a line touches', () => {
  const cases: readonly (readonly [line: string, effects: readonly string[]])[] = [
    ['echo x > a.txt', ['write a.txt']],
    ['echo x >> a.txt 2>&1', ['write a.txt']],
    ['> a.txt', ['write a.txt']],
    ['{ a; b; } > a.txt', ['write a.txt']],
    ['make &> build.log', ['write build.log']],
    ['ls > /dev/null 2>/dev/null', []],
    ['ls > /tmp/x', []],
    ['echo "a > b"', []],
    ['cat README.md', ['read README.md']],
    ['cat < README.md', ['read README.md']],
    ['cat > src/a.ts <<EOF\nx\nEOF', ['write src/a.ts']],
    ['x | tee -a a.log b.log', ['write a.log', 'write b.log']],
    ["sed -i 's/a/b/' src/a.ts src/b.ts", ['write src/a.ts', 'write src/b.ts']],
    ["sed -i '' 's/a/b/' src/a.ts", ['write src/a.ts']],
    ["sed -i.bak -e 's/a/b/' src/a.ts", ['write src/a.ts']],
    ["sed 's/a/b/' src/a.ts", []],
    ["perl -pi -e 's/a/b/' src/a.ts", ['write src/a.ts']],
    ["gawk -i inplace '{print}' src/a.ts", ['write src/a.ts']],
    ['cp README.md docs', ['read README.md', 'write docs/README.md']],
    ['cp README.md b.md', ['read README.md', 'write b.md']],
    ['cp -t docs README.md', ['read README.md', 'write docs/README.md']],
    ['mv README.md docs/', ['rename README.md → docs/README.md']],
    ['mv src/a.ts /tmp/', ['delete src/a.ts']],
    ['mv /tmp/a.ts src/c.ts', ['write src/c.ts']],
    ['mv src/*.ts docs', ['rename src/a.ts → docs/a.ts', 'rename src/b.ts → docs/b.ts']],
    ['rm src/*.ts', ['delete src/a.ts', 'delete src/b.ts']],
    ['rm -rf src', ['delete src']],
    ['rm none*', ['delete none*']],
    ['cd src && rm a.ts', ['delete src/a.ts']],
    ['cd src && rm ../README.md', ['delete README.md']],
    ['rm ../outside', []],
    ['ln -s a b', ['write b']],
    ['truncate -s 0 a.log', ['write a.log']],
    ['dd if=README.md of=copy.md', ['write copy.md', 'read README.md']],
    ['install -m 644 README.md docs', ['read README.md', 'write docs/README.md']],
    ['git mv README.md docs/b.md', ['rename README.md → docs/b.md']],
    ['git rm src/a.ts', ['delete src/a.ts']],
    ['git rm --cached src/a.ts', []],
    ['git checkout -- src/a.ts', ['write src/a.ts']],
    ['git restore src/a.ts', ['write src/a.ts']],
    ['git restore --staged src/a.ts', []],
    ['chmod +x a.sh', ['write a.sh']],
    ['curl -o a.bin https://example.com/b', ['write a.bin']],
    ['curl -sSO https://example.com/b.tgz?x=1', ['write b.tgz']],
    ['curl https://example.com/b', []],
    ['wget -O a.bin https://example.com/b', ['write a.bin']],
    ['tar -xzf a.tgz -C out', ['write out']],
    ['tar xzf a.tgz -C out', ['write out']],
    ['tar czf out.tgz src', ['write out.tgz']],
    ['sort -o a.txt b.txt', ['write a.txt']],
    ['find src -delete', ['delete src']],
    ['prettier --write src/a.ts', ['write src/a.ts']],
    ['touch a.txt', ['write a.txt']],
    ['ruff format src/a.py', ['write src/a.py']],
    ['sudo tee a.txt < README.md', ['read README.md', 'write a.txt']],
    ["python3 -c \"open('a.txt', 'w').write('x')\"", ['write a.txt']],
    ['python3 -c "open(\'a.txt\').read()"', []],
    ['node -e "fs.writeFileSync(\'a.txt\', 1)"', ['write a.txt']],
    ["node -e \"fs.renameSync('a.txt', 'b.txt')\"", ['rename a.txt → b.txt']],
    ['ruby -e "File.write(\'a.txt\', 1)"', ['write a.txt']],
    ["perl -e 'open(my $f, q(>), q(a.txt)); unlink q(b.txt)'", ['write a.txt', 'delete b.txt']],
    ['awk \'{ print > "a.txt" }\' README.md', ['write a.txt']],
    ['echo "see > a.txt" | grep x', []],
    ['for f in a b; do touch $f.txt; done', ['write a.txt', 'write b.txt']],
  ];
  it.each(cases)('%s', (line, expected) => {
    expect(effects(line)).toEqual(expected);
  });
});

describe('files outside the repository, and those that cannot be known', () => {
  it.each([
    ['echo x > /tmp/../etc/passwd', '/etc/passwd'],
    ['echo x > ~/a', '~/a'],
    ['echo x > "$HOME/a"', '~/a'],
    ['echo x > ${TMPDIR:-/var/tmp}/a', '/tmp/a'],
    ['echo x > "$OUT"', undefined],
    ['cd /srv && touch a', '/srv/a'],
  ])('%s', (line, path) => {
    expect(
      read(line, view)
        .invocations.flatMap(({ touches = [] }) => touches)
        .at(-1)?.path,
    ).toBe(path);
  });
});

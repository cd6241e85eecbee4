import { describe, expect, it } from 'vitest';
import { parsePattern } from '../../../src/checks/command/pattern.ts';
import type { CommandPattern } from '../../../src/model/checks/command.ts';
import { judgeBy, ruleOf } from './reading.ts';

/** A ban as prose writes it, and a command that breaks it. */
const FORBIDDEN: readonly (readonly [ban: string, command: string])[] = [
  ['git push --force', 'git push --force origin main'],
  ['git push -f', 'git push origin +main'],
  ['git reset --hard', 'git reset --hard HEAD~2'],
  ['git clean -fdx', 'git clean -xfd'],
  ['git checkout -- <path>', 'git checkout -- src/a.ts'],
  ['git restore <path>', 'git restore src/a.ts'],
  ['git branch -D', 'git branch -D topic'],
  ['git stash drop', 'git stash drop'],
  ['git stash clear', 'git stash clear'],
  ['git commit --no-verify', 'git commit -n -m wip'],
  ['git commit --amend', 'git commit --amend --no-edit'],
  ['git add .', 'git add ./'],
  ['git add -A', 'git add --all'],
  ['git rebase -i', 'git rebase --interactive main'],
  ['git push origin main', 'git push origin HEAD:main'],
  ['git tag -d', 'git tag --delete v1'],
  ['git merge --no-ff', 'git merge --no-ff topic'],
  ['git remote set-url', 'git remote set-url origin x'],
  ['git filter-branch', 'git filter-branch --all'],
  ['git config --global', 'git config --global user.name x'],
  ['rm -rf', 'rm -fr dist'],
  ['rm -rf dist', 'rm -r -f ./dist/'],
  ['rm', 'rm a.txt'],
  ['sudo', 'sudo ls'],
  ['npm install', 'npm i left-pad'],
  ['npm publish', 'npm publish --access public'],
  ['npm', 'npm ls'],
  ['npx', 'npx cowsay hi'],
  ['yarn add', 'yarn add -D x'],
  ['pnpm dlx', 'pnpm dlx cowsay'],
  ['bun install', 'bun i'],
  ['pip install', 'pip3 install requests'],
  ['python', 'python3 x.py'],
  ['pytest', 'pytest -x tests'],
  ['poetry add', 'poetry add httpx'],
  ['uv pip install', 'uv pip install x'],
  ['cargo publish', 'cargo publish --dry-run'],
  ['cargo install', 'cargo install ripgrep'],
  ['go get', 'go get example.com/m'],
  ['go mod tidy', 'go mod tidy'],
  ['docker system prune', 'docker system prune -af'],
  ['docker compose down -v', 'docker compose down --volumes'],
  ['docker-compose', 'docker-compose up'],
  ['kubectl delete', 'kubectl -n prod delete pod x'],
  ['kubectl apply', 'kubectl apply -f x.yaml'],
  ['terraform destroy', 'terraform destroy -auto-approve'],
  ['terraform apply -auto-approve', 'terraform apply -auto-approve'],
  ['helm upgrade', 'helm upgrade app ./chart'],
  ['prisma migrate reset', 'prisma migrate reset --force'],
  ['gh pr merge', 'gh pr merge 12 --squash'],
  ['gh release create', 'gh release create v1'],
  ['systemctl restart', 'systemctl restart nginx'],
  ['chmod 777', 'chmod 777 a.sh'],
  ['curl', 'curl https://example.com'],
  ['wget', 'wget https://example.com/x'],
  ['sed -i', "sed -i 's/a/b/' f"],
  ['kill -9', 'kill -9 42'],
  ['dd', 'dd if=/dev/zero of=disk.img'],
  ['eslint --fix', 'eslint --fix src'],
  ['bundle update', 'bundle update rails'],
];

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const doubled = (text: string): string => `"${text.replace(/["\\$`]/g, '\\$&')}"`;
const [program, rest] = [
  (text: string) => text.split(' ')[0] ?? '',
  (text: string) => text.split(' ').slice(1).join(' '),
];

/** Ways to run a command so that it does not look like it. */
const SPELLINGS: readonly (readonly [string, (command: string) => string])[] = [
  ['as it is', (c) => c],
  ['blanks', (c) => `  ${c}  `],
  ['after &&', (c) => `echo ok && ${c}`],
  ['after ||', (c) => `false || ${c}`],
  ['after ;', (c) => `cd . ; ${c}`],
  ['after a line end', (c) => `echo a\n${c}`],
  ['in a pipe', (c) => `${c} | cat`],
  ['at the end of a pipe', (c) => `echo y | ${c}`],
  ['in the background', (c) => `${c} & wait`],
  ['in a subshell', (c) => `( ${c} )`],
  ['in a group', (c) => `{ ${c}; }`],
  ['in a substitution', (c) => `echo "$(${c})"`],
  ['in backticks', (c) => `echo \`${c}\``],
  ['in a process substitution', (c) => `cat <(${c})`],
  ['in if', (c) => `if true; then ${c}; fi`],
  ['in a loop', (c) => `for i in 1 2; do ${c}; done`],
  ['in while', (c) => `while true; do ${c}; done`],
  ['in case', (c) => `case x in *) ${c} ;; esac`],
  ['in a function', (c) => `f() { ${c}; }; f`],
  ['sh -c', (c) => `sh -c ${quoted(c)}`],
  ['bash -lc', (c) => `bash -lc ${quoted(c)}`],
  ['zsh -c in double quotes', (c) => `zsh -c ${doubled(c)}`],
  ['sh -c in sh -c', (c) => `sh -c ${quoted(`sh -c ${quoted(c)}`)}`],
  ['eval', (c) => `eval ${quoted(c)}`],
  ['heredoc', (c) => `bash <<'EOF'\n${c}\nEOF`],
  ['here-string', (c) => `bash <<< ${quoted(c)}`],
  ['echo into a shell', (c) => `echo ${quoted(c)} | sh`],
  ['base64 into a shell', (c) => `echo ${Buffer.from(c).toString('base64')} | base64 -d | bash`],
  ['env', (c) => `env A=1 ${c}`],
  ['an assignment', (c) => `A=1 B=2 ${c}`],
  ['sudo', (c) => `sudo -u root ${c}`],
  ['timeout', (c) => `timeout -k 5 30s ${c}`],
  ['nohup and nice', (c) => `nohup nice -n 5 ${c}`],
  ['time', (c) => `time ${c}`],
  ['command', (c) => `command ${c}`],
  ['a path', (c) => `/usr/local/bin/${c}`],
  ['a backslash', (c) => `\\${c}`],
  ['quotes', (c) => `"${program(c)}" ${rest(c)}`],
  ['split quotes', (c) => `${program(c).slice(0, 1)}''${program(c).slice(1)} ${rest(c)}`],
  ['a variable', (c) => `x=${program(c)}; $x ${rest(c)}`],
  ['a substituted name', (c) => `$(echo ${program(c)}) ${rest(c)}`],
  ['an alias', (c) => `alias zz=${quoted(c)}; zz`],
  ['xargs', (c) => `echo | xargs -r ${c}`],
  ['ssh', (c) => `ssh -p 22 host ${quoted(c)}`],
  ['inline python', (c) => `python3 -c ${quoted(`import os; os.system(${JSON.stringify(c)})`)}`],
  ['inline node', (c) => `node -e ${quoted(`require("child_process").execSync(${JSON.stringify(c)})`)}`],
  ['trap', (c) => `trap ${quoted(c)} EXIT`],
];

/** Places where the same text is data. */
const DATA: readonly (readonly [string, (command: string) => string])[] = [
  ['echo', (c) => `echo ${quoted(c)}`],
  ['printf', (c) => `printf '%s\\n' ${quoted(c)}`],
  ['echo without quotes', (c) => `echo ${c.replace(/[()'"*+;]/g, '')}`],
  ['a comment', (c) => `ls # ${c}`],
  ['grep', (c) => `grep -rn ${quoted(c)} docs`],
  ['rg', (c) => `rg -n ${quoted(c)} src`],
  ['git grep', (c) => `git grep ${quoted(c)}`],
  ['git log --grep', (c) => `git log --grep=${quoted(c)}`],
  ['commit message', (c) => `git commit -m ${quoted(`docs: say why ${c} is not allowed`)}`],
  ['two commit messages', (c) => `git commit -m "docs: more" -m ${quoted(c)}`],
  ['commit message from a heredoc', (c) => `git commit -F - <<'EOF'\ndocs: more\n\n${c}\nEOF`],
  ['commit message from a substitution', (c) => `git commit -m "$(cat <<'EOF'\ndocs: more\n\n${c}\nEOF\n)"`],
  ['pull request body', (c) => `gh pr create --title "docs" --body ${quoted(`Never run ${c}`)}`],
  ['issue body', (c) => `gh issue create -t x -b ${quoted(c)}`],
  ['heredoc into a file', (c) => `cat > notes.md <<'EOF'\n${c}\nEOF`],
  ['heredoc into tee', (c) => `tee notes.md <<EOF\n${c}\nEOF`],
  ['heredoc into grep', (c) => `grep -c x <<EOF\n${c}\nEOF`],
  ['here-string into cat', (c) => `cat <<< ${quoted(c)}`],
  ['an assigned text that is printed', (c) => `msg=${quoted(c)}; echo "$msg"`],
  ['awk', (c) => `awk '/x/ { print "${c.replaceAll("'", '')}" }' f`],
  ['sed', (c) => `sed -n ${quoted(`/${c.replaceAll('/', '.')}/p`)} f`],
  ['jq', (c) => `jq --arg c ${quoted(c)} '.a == $c' f.json`],
  ['a test', (c) => `[ "$x" = ${quoted(c)} ] && echo yes`],
  ['a conditional expression', (c) => `[[ "$x" == ${quoted(c)} ]] || echo no`],
  ['a case pattern', (c) => `case "$x" in ${quoted(c)}) echo hit ;; esac`],
  ['inline python text', (c) => `python3 -c ${quoted(`print(${JSON.stringify(c)})`)}`],
  ['inline node text', (c) => `node -e ${quoted(`console.log(${JSON.stringify(c)})`)}`],
  ['a function never called', (c) => `help() { echo ${quoted(c)}; }; help`],
];

const rulesFor = (ban: string, id: string) => ruleOf({ forbid: [...patterns(ban)] }, undefined, id);

function patterns(ban: string): readonly CommandPattern[] {
  const found = parsePattern(ban) ?? [{ program: ban }];
  return found;
}

describe('a forbidden command is seen in every spelling', () => {
  for (const [ban, command] of FORBIDDEN) {
    it(`${ban}: ${command}`, async () => {
      const judge = judgeBy([rulesFor(ban, 'ban')]);
      const missing: string[] = [];
      for (const [, spell] of SPELLINGS) if ((await judge(spell(command))).length === 0) missing.push(spell(command));
      expect(missing).toEqual([]);
    });
  }
});

describe('the same text as data is left alone', () => {
  // A ban on the program that carries the data is another matter.
  const carriers = /^(git|gh|grep|rg|sed|awk|jq|python|node|curl|echo|cat|tee)\b/;
  for (const [ban, command] of FORBIDDEN) {
    it(`${ban}: ${command}`, async () => {
      const judge = judgeBy([rulesFor(ban, 'ban')]);
      const noisy: string[] = [];
      for (const [, place] of DATA) {
        const line = place(command);
        if (ban.split(' ').length === 1 && carriers.test(ban) && line.includes(ban)) continue;
        if ((await judge(line)).length > 0) noisy.push(line);
      }
      expect(noisy).toEqual([]);
    });
  }
  it('is tried in enough ways', () => {
    expect([FORBIDDEN.length >= 60, SPELLINGS.length >= 40, DATA.length >= 25]).toEqual([true, true, true]);
  });
});

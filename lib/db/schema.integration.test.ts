import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { schemaAsSql } from "./schema-engine";

const url = new URL(process.env.DATABASE_URL ?? "");
const fresh = new URL(url);
fresh.pathname = "/schema_check";
const admin = new pg.Client(url.href);

beforeAll(async () => {
  await admin.connect();
  await admin.query("CREATE DATABASE schema_check");
});
afterAll(async () => {
  await admin.query("DROP DATABASE schema_check WITH (FORCE)");
  await admin.end();
});

/** What schema.prisma can't say: an index on an expression or of some rows, a column that one takes along, and a view. */
const ONLY_IN_MIGRATIONS = [
  `CREATE INDEX contacts_last_digits_idx ON public.contacts USING btree (run_id, "right"(e164, 4))`,
  `CREATE UNIQUE INDEX contacts_run_id_e164_key ON public.contacts USING btree (run_id, e164) INCLUDE (line)`,
  "CREATE INDEX lookup_calls_run_id_id_rcs_idx ON public.lookup_calls USING btree (run_id, id) WHERE (detail_pass_id IS NULL)",
  "CREATE INDEX lookup_calls_run_id_id_details_idx ON public.lookup_calls USING btree (run_id, id) WHERE (detail_pass_id IS NOT NULL)",
];
const WITHOUT_LINE =
  "CREATE UNIQUE INDEX contacts_run_id_e164_key ON public.contacts USING btree (run_id, e164)";

/** Columns, indexes and constraints of the tables that Prisma knows. */
async function shapeOf(client: pg.Client) {
  const { rows } = await client.query<{ part: string }>(
    `SELECT table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' '
       || coalesce(column_default, '') AS part FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name NOT IN ('_prisma_migrations', 'contact_results')
     UNION ALL
     SELECT indexdef FROM pg_indexes
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
     UNION ALL
     SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
       AND conrelid::regclass::text <> '_prisma_migrations'`,
  );
  return rows.map((row) => row.part).sort();
}

it("has migrations that lead to exactly what schema.prisma says, but for some indexes and a view", async () => {
  const sql = await schemaAsSql(fresh.href);
  const client = new pg.Client(fresh.href);
  await client.connect();
  await client.query(sql);
  const wanted = (await shapeOf(client)).filter((part) => part !== WITHOUT_LINE);
  await client.end();
  expect(wanted.length).toBeGreaterThan(50);
  expect(await shapeOf(admin)).toEqual([...wanted, ...ONLY_IN_MIGRATIONS].sort());
});

import { randomUUID } from "node:crypto";
import pg from "pg";
import { STRIPE_LINES } from "@/lib/segments/stripes";

/** What a run of the bench holds. */
export interface StoredRun {
  contacts: number;
  invalid: number;
  duplicates: number;
  /** Attempts in its ledger. */
  calls: number;
}

/** As many of everything as a run of that many contacts has. */
export const storedRunOf = (contacts: number): StoredRun => ({
  contacts,
  invalid: contacts,
  duplicates: Math.ceil(contacts / 33),
  calls: Math.ceil(contacts / 500),
});

/**
 * Countries with their share of the contacts in a thousand, calling codes, the digits that follow
 * them, how many more there are, and carriers.
 */
const COUNTRIES = [
  ["US", 400, "1", "212,312,415,512,602,617,702,713,813,917", 7, "AT&T,Verizon,T-Mobile"],
  ["GB", 150, "44", "7400,7500,7700,7911", 6, "EE,O2,Three,Vodafone"],
  ["IN", 150, "91", "98,97,81,70", 8, "Airtel,Jio,Vi"],
  ["DE", 100, "49", "151,160,171,176", 8, "Telekom,O2 DE,Vodafone DE"],
  ["FR", 80, "33", "61,62,75", 7, "Orange,SFR,Bouygues,Free"],
  ["BR", 50, "55", "11991,21991", 6, "Claro,TIM,Vivo"],
  ["ES", 30, "34", "61,65", 7, "Movistar,Orange ES"],
  ["MX", 20, "52", "155,181", 7, "Telcel,Movistar MX"],
  ["IT", 12, "39", "320,347", 7, "TIM IT,WindTre"],
  ["NL", 5, "31", "61,62", 7, "KPN"],
  ["AE", 2, "971", "50,55", 7, "Etisalat,du"],
  ["KE", 1, "254", "71,72", 7, "Safaricom"],
] as const;

/**
 * SQL: contacts of a run as a table `made`. Always the same; numbers differ, their lines are in no
 * order, a carrier has most of its numbers under beginnings of its own, a stretch near the end was
 * not asked, and the rarest country stands at the very end of the file.
 */
const MADE_CONTACTS = `
  SELECT line, e164, country, kept, outcome,
    CASE WHEN answered AND dice_c >= 5 THEN carrier END AS carrier,
    CASE WHEN answered AND dice_c >= 5 THEN CASE WHEN dice_c < 85 THEN 'ACTIVE'
      WHEN dice_c < 97 THEN 'INACTIVE' END END AS carrier_status,
    CASE outcome WHEN 'failed' THEN 'timeout' WHEN 'rejected' THEN 'invalid_number' END AS failure,
    CASE WHEN outcome <> 'pending' THEN timestamptz '2026-11-01' + line / 500 * interval '1500 ms' END
      AS checked_at
  FROM (
    SELECT n + 1 AS line, code AS country,
      '+' || calling || start || lpad((n::bigint * 48271 % (10 ^ digits)::bigint)::text, digits, '0')
        AS e164,
      ARRAY['Name ' || n, (ARRAY['Springfield', 'Leeds', 'Pune', 'Köln'])[1 + n % 4]] AS kept,
      carriers[1 + (CASE WHEN dice_d < 80 THEN place ELSE dice_d END) % cardinality(carriers)]
        AS carrier,
      (CASE WHEN is_left THEN 'pending' WHEN dice_b < 620 THEN 'rcs'
        WHEN dice_b < 930 THEN 'not_rcs' WHEN dice_b < 975 THEN 'no_answer'
        WHEN dice_b < 990 THEN 'failed' ELSE 'rejected' END)::"Outcome" AS outcome,
      dice_b < 930 AND NOT is_left AS answered, dice_c, dice_d
    FROM (
      SELECT n, n > $2 * 0.979 AND n <= $2 * 0.999 AS is_left, abs(hashint4(n)) % 1000 AS dice_a, abs(hashint4(n + 1000000007)) % 1000 AS dice_b,
        abs(hashint4(n + 500000003)) % 100 AS dice_c, abs(hashint4(n + 250000007)) % 100 AS dice_d,
        abs(hashint4(n + 125000003)) AS dice_e
      FROM generate_series(1, $2) n
    ) dice
    JOIN LATERAL (
      SELECT p.*, dice_e % cardinality(p.starts) AS place, p.starts[1 + dice_e % cardinality(p.starts)] AS start
      FROM places p
      WHERE CASE WHEN n > $2 * 0.999 THEN p.code = 'KE'
        ELSE dice_a % 999 >= p.low AND dice_a % 999 < p.high END
    ) place ON true
  ) drawn`;

/**
 * SQL: the contacts of `made` of which something is known, with a number for each answer within its
 * stripe of the file.
 */
const TOLD = `
  SELECT *, line / ${STRIPE_LINES} AS stripe, line % ${STRIPE_LINES} AS place, dense_rank() OVER (
    PARTITION BY line / ${STRIPE_LINES}
    ORDER BY outcome, carrier, carrier_status, failure, checked_at) AS kind
  FROM made WHERE outcome <> 'pending'`;

/** What is stored from those two: each statement takes the run, and a number of rows or none. */
const STORE_REST = {
  contacts: `INSERT INTO contacts (run_id, line, e164, country, number_type, kept)
    SELECT $1::uuid, line, e164, country, 'mobile', kept FROM made ORDER BY line`,
  answers: `INSERT INTO answers
      (run_id, stripe, which, outcomes, carriers, carrier_statuses, failures, checked_at)
    SELECT $1::uuid, stripe, which, outcomes, carriers, carrier_statuses, failures, checked_at
    FROM (
      SELECT stripe, array_agg(outcome ORDER BY kind) AS outcomes,
        array_agg(carrier ORDER BY kind) AS carriers,
        array_agg(carrier_status ORDER BY kind) AS carrier_statuses,
        array_agg(failure ORDER BY kind) AS failures,
        array_agg(checked_at ORDER BY kind) AS checked_at
      FROM (
        SELECT DISTINCT stripe, kind, outcome, carrier, carrier_status, failure, checked_at FROM told
      ) kinds GROUP BY stripe
    ) lists JOIN (
      SELECT stripe, array_agg(coalesce(kind, 0)::smallint ORDER BY place) AS which
      FROM (SELECT DISTINCT stripe FROM told) stripes
        CROSS JOIN generate_series(0, ${STRIPE_LINES - 1}) AS place
        LEFT JOIN told USING (stripe, place)
      GROUP BY stripe
    ) places USING (stripe)`,
  breakdown: `INSERT INTO breakdowns (run_id, outcome, country, carrier, carrier_status, contacts)
    SELECT run_id, outcome, country, coalesce(carrier, ''), coalesce(carrier_status, ''), count(*)
    FROM contact_results WHERE run_id = $1 GROUP BY 1, 2, 3, 4, 5`,
  cellLines: `INSERT INTO cell_lines
      (run_id, outcome, country, carrier, carrier_status, stripe, lines)
    SELECT run_id, outcome, country, coalesce(carrier, ''), coalesce(carrier_status, ''),
      line / ${STRIPE_LINES}, array_agg(line ORDER BY line)
    FROM contact_results WHERE run_id = $1 AND outcome <> 'pending' GROUP BY 1, 2, 3, 4, 5, 6`,
  left: `INSERT INTO batches (run_id, no, kind, first_line, last_line, size)
    SELECT $1::uuid, 1, 'bulk', min(line), max(line), count(*) FROM contact_results
    WHERE run_id = $1 AND outcome = 'pending'`,
  invalid: `INSERT INTO invalid_rows (run_id, line, cell, reason)
    SELECT $1::uuid, 3000000 + n, '12345' || n, CASE WHEN n % 1000 = 0 THEN 'several_numbers'
      ELSE (ARRAY['too_short', 'letters', 'placeholder', 'scientific_notation'])[1 + n % 4] END
    FROM generate_series(1, $2::int) n`,
  invalidCounts: `INSERT INTO invalid_counts (run_id, reason, rows)
    SELECT run_id, reason, count(*) FROM invalid_rows WHERE run_id = $1 GROUP BY 1, 2`,
  duplicates: `INSERT INTO duplicate_rows (run_id, line, cell, e164, kept_line)
    SELECT $1::uuid, 2000000 + n, '(415) 200-0000', '+14152000000', n
    FROM generate_series(1, $2::int) n`,
  calls: `INSERT INTO lookup_calls (account_id, run_id, batch_no, lane, operation, numbers, billed,
      started_at, finished_at, result, http_status, billing)
    SELECT account_id, id, n, 'lane', 'bulk_lookup', 500, CASE WHEN n % 50 = 0 THEN 0 ELSE 498 END,
      now() - interval '1 day', now() - interval '1 day' + interval '200 ms',
      CASE WHEN n % 50 = 0 THEN 'timeout' ELSE 'ok' END,
      CASE WHEN n % 50 = 0 THEN NULL ELSE 200 END,
      (CASE WHEN n % 50 = 0 THEN 'ambiguous' ELSE 'billed' END)::"Billing"
    FROM runs, generate_series(1, $2::int) n WHERE id = $1`,
};

/** Connections that load at a time. */
const LOADERS = 2;

/**
 * Stores runs that were cancelled near their end, straight into the tables, and leaves the database as one that has rested:
 * indexed, vacuumed and analysed.
 *
 * @returns their ids, in order
 */
export async function storeRuns(
  url: string,
  accountId: string,
  runs: readonly StoredRun[],
): Promise<string[]> {
  const ids = runs.map((_, index) => idOf(index));
  const admin = await connect(url);
  const { rows: indexes } = await admin.query<{ name: string; made: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS made
     FROM pg_index i WHERE i.indrelid = 'contacts'::regclass AND NOT i.indisprimary`,
  );
  for (const { name } of indexes) await admin.query(`DROP INDEX ${name}`);
  const waiting = runs.map((run, index) => ({ run, id: ids[index] ?? "" }));
  const load = async () => {
    const client = await connect(url);
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await storeRun(client, accountId, next.id, next.run);
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: LOADERS }, load));
  for (const { made } of indexes) await admin.query(made);
  await admin.query("VACUUM (ANALYZE)");
  await admin.query("CHECKPOINT");
  await admin.end();
  return ids;
}

/** A version 7 UUID (RFC 9562): those of later runs are higher. */
function idOf(index: number): string {
  const moment = (Date.UTC(2026, 0, 1) + index * 3_600_000).toString(16).padStart(12, "0");
  const [, , , , tail] = randomUUID().split("-");
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7000-8000-${tail}`;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  // What is made refers to what is there; asking that for each row would take longer than the rest.
  await client.query("SET session_replication_role = replica; SET synchronous_commit = off");
  await client.query("SET maintenance_work_mem = '1GB'");
  await client.query(
    `CREATE TEMP TABLE places AS
     SELECT code, sum(share) OVER (ORDER BY no) - share AS low, sum(share) OVER (ORDER BY no) AS high,
       calling, starts::text[], digits, carriers::text[]
     FROM unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::int[], $6::text[])
       WITH ORDINALITY AS p(code, share, calling, starts, digits, carriers, no)`,
    [0, 1, 2, 3, 4, 5].map((column) =>
      COUNTRIES.map((country) => {
        const value = country[column];
        return column === 3 || column === 5 ? `{"${String(value).replaceAll(",", '","')}"}` : value;
      }),
    ),
  );
  return client;
}

async function storeRun(client: pg.Client, accountId: string, id: string, run: StoredRun) {
  const { contacts, invalid, duplicates, calls } = run;
  await client.query(
    `INSERT INTO runs (id, account_id, name, file_name, status, round, kept_columns, rows,
       unique_count, duplicate_count, invalid_count, blank_count, planned_bulk, started_at,
       finished_at)
     VALUES ($1, $2, 'Stored', 'stored.csv', 'cancelled', 1, '{Name,City}', $3, $4, $5, $6, 0, $7,
       now() - interval '1 day', now())`,
    [id, accountId, contacts + duplicates + invalid, contacts, duplicates, invalid, calls],
  );
  await client.query("DROP TABLE IF EXISTS told; DROP TABLE IF EXISTS made");
  // A statement that makes a table takes no parameters.
  const size = String(contacts);
  await client.query(`CREATE TEMP TABLE made AS ${MADE_CONTACTS.replaceAll("$2", size)}`);
  await client.query(`CREATE TEMP TABLE told AS ${TOLD}`);
  await client.query(STORE_REST.contacts, [id]);
  await client.query(STORE_REST.answers, [id]);
  await client.query(STORE_REST.breakdown, [id]);
  await client.query(STORE_REST.cellLines, [id]);
  await client.query(STORE_REST.left, [id]);
  await client.query(STORE_REST.invalid, [id, invalid]);
  await client.query(STORE_REST.invalidCounts, [id]);
  await client.query(STORE_REST.duplicates, [id, duplicates]);
  await client.query(STORE_REST.calls, [id, calls]);
}

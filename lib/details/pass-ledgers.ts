import type { DetailPassView } from "@/lib/api/details";
import { pool } from "@/lib/db/pool";
import { roundMoney } from "@/lib/money";

type Ledger = DetailPassView["ledger"];

const nothing: Ledger = { requests: 0, polls: 0, billed: 0, ambiguous: 0, cost: 0 };

/** What the ledger says of a run's passes over number details: of each by id, and of all. */
export async function passLedgers(
  runId: string,
): Promise<{ byPass: (passId: string) => Ledger; total: Ledger }> {
  const { rows } = await pool().query<Omit<Ledger, "cost"> & { id: string; price: number }>(
    `SELECT p.id, p.price_per_detail::float8 AS price,
       count(*) FILTER (WHERE c.operation = 'number_lookup')::int AS requests,
       count(*) FILTER (WHERE c.operation = 'number_lookup_details')::int AS polls,
       coalesce(sum(c.billed), 0)::int AS billed,
       coalesce(sum(c.numbers) FILTER (WHERE c.billing = 'ambiguous' AND c.result IS NOT NULL), 0)::int
         AS ambiguous
     FROM detail_passes p JOIN lookup_calls c ON c.run_id = p.run_id AND c.detail_pass_id = p.id
     WHERE p.run_id = $1 GROUP BY p.id`,
    [runId],
  );
  const ledgers = new Map(
    rows.map(({ id, price, ...counts }) => {
      const cost = roundMoney((counts.billed + counts.ambiguous) * price);
      return [id, { ...counts, cost }];
    }),
  );
  const total = [...ledgers.values()].reduce(
    (sum, one) => ({
      requests: sum.requests + one.requests,
      polls: sum.polls + one.polls,
      billed: sum.billed + one.billed,
      ambiguous: sum.ambiguous + one.ambiguous,
      cost: roundMoney(sum.cost + one.cost),
    }),
    nothing,
  );
  return { byPass: (id) => ledgers.get(id) ?? nothing, total };
}

import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { DetailPassView, DetailStart } from "@/lib/api/details";
import { isLive } from "@/lib/api/run-status";
import { recordEvent } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { enqueueWork } from "@/lib/lookups/queue";
import { tryAnew } from "@/lib/lookups/try-anew";
import type { Where } from "@/lib/segments/contact-where";
import { getLatestPass } from "./get-details";
import { withLockedPass } from "./lock-pass";
import { countSelection, HAS_LIVE_ID, IS_UNDER_WAY, selectedContacts } from "./selection";

/**
 * Starts a pass over those of a selection that have no details yet. Starting it again while it goes
 * changes nothing.
 *
 * @throws AppError `run_state` while another pass goes or is paused, for a draft, or when more
 * numbers would be asked than `atMost`; `nothing_to_look_up`
 */
export async function startDetails(
  user: SessionUser,
  runId: string,
  { segment, filter, atMost }: DetailStart,
): Promise<DetailPassView> {
  const selection = selectedContacts(runId, segment, filter);
  await withLockedPass(user, runId, async (last, tx, run) => {
    if (run.status === "draft") {
      throw new AppError("run_state", "Start the run first: a draft has no results yet.");
    }
    if (last?.status === "paused") {
      throw new AppError("run_state", "A lookup of details is paused. Resume or cancel it first.");
    }
    if (last && isLive(last.status)) {
      const { toAsk, toFetch } = await countSelection(selection, tx);
      if (toAsk + toFetch === 0) return;
      throw new AppError(
        "run_state",
        "A lookup of details is going already. Wait until it is done, or cancel it.",
      );
    }
    const id = randomUUID();
    await openPass(tx, id, runId);
    const { asked, askedBefore } = await takeUp(tx, id, selection);
    if (asked + askedBefore === 0) {
      throw new AppError("nothing_to_look_up", "Every contact of this choice has its details.");
    }
    if (atMost !== undefined && asked > atMost) {
      throw new AppError(
        "run_state",
        `There are ${asked} numbers to ask for by now. Look at their price, then start again.`,
      );
    }
    await tx.query("UPDATE detail_passes SET asked = $2, asked_before = $3 WHERE id = $1", [
      id,
      asked,
      askedBefore,
    ]);
    await tryAnew(tx, run.accountId, "api");
    await enqueueWork(tx, { table: "detail_passes", id, round: 1 });
    const event = { accountId: run.accountId, subject: runId, label: run.name };
    const facts = { numbers: asked + askedBefore };
    await recordEvent(user, { ...event, action: "details_started", facts }, tx);
  });
  return getLatestPass(user, runId);
}

async function openPass(tx: PoolClient, id: string, runId: string): Promise<void> {
  await tx.query(
    `INSERT INTO detail_passes (id, run_id, asked, asked_before, price_per_detail, currency)
     SELECT $1, r.id, 0, 0, a.price_per_detail, a.currency
     FROM runs r JOIN accounts a ON a.id = r.account_id WHERE r.id = $2`,
    [id, runId],
  );
}

/**
 * Puts numbers into a pass: those never asked for or without a usable lookup id to be asked for,
 * the others to be fetched. What is known or under way stays as it is.
 */
async function takeUp(tx: PoolClient, passId: string, { sql, values }: Where) {
  const { rows } = await tx.query<{ asked: number; askedBefore: number }>(
    `WITH taken AS (
       INSERT INTO number_details AS d (run_id, line, pass_id)
       SELECT run_id, line, $${values.length + 1}::uuid FROM (${sql}) chosen
       ON CONFLICT (run_id, line) DO UPDATE SET pass_id = excluded.pass_id, lane = NULL,
         alone = false, attempts = 0, polls = 0, failure = NULL,
         state = CASE WHEN ${HAS_LIVE_ID} THEN 'requested' ELSE 'wanted' END::"DetailState",
         lookup_id = CASE WHEN ${HAS_LIVE_ID} THEN d.lookup_id END,
         next_poll_at = CASE WHEN ${HAS_LIVE_ID} THEN now() END
       WHERE d.state <> 'ready' AND NOT ${IS_UNDER_WAY}
       RETURNING state
     )
     SELECT count(*) FILTER (WHERE state = 'wanted')::int AS asked,
       count(*) FILTER (WHERE state = 'requested')::int AS "askedBefore" FROM taken`,
    [...values, passId],
  );
  return rows[0] ?? { asked: 0, askedBefore: 0 };
}

import { pool } from "@/lib/db/pool";
import { answerFor } from "@/sandbox/answers";
import type { JournalEntry } from "@/sandbox/journal";
import { keptCounts, recount } from "@/test/kept-counts";

/** What a round came to: the database and the ledger, beside what the sandbox was asked. */
export interface RoundAudit {
  /** Numbers without exactly one outcome, which is the sandbox's. */
  lost: number;
  /** Numbers that Kaleyra was asked about more than once. */
  askedAgain: number;
  /** Lookups beyond one for each number, by the sandbox's log. */
  beyond: number;
  /** Calls, and their numbers, that the ledger calls possibly billed. */
  ambiguousCalls: number;
  ambiguousNumbers: number;
  /** Numbers that the ledger says were billed a second time. */
  billedAgain: number;
  /** What must not be. */
  wrong: string[];
}

interface LedgerRow {
  batch: number;
  result: string | null;
  billing: string;
  numbers: number;
  billed: number;
  startedAt: Date;
  finishedAt: Date | null;
}

/**
 * Compares a finished run with what Kaleyra was asked, and the ledger with both.
 *
 * @param strikes when faults struck
 */
export async function auditRound(
  runId: string,
  numbers: readonly string[],
  journal: readonly JournalEntry[],
  strikes: readonly Date[],
): Promise<RoundAudit> {
  const wrong: string[] = [];
  const { rows: contacts } = await pool().query<{ e164: string; outcome: string; batch: number }>(
    `SELECT e164, outcome, b.no AS batch FROM contact_results c
     JOIN batches b ON b.run_id = c.run_id AND c.line BETWEEN b.first_line AND b.last_line
     WHERE c.run_id = $1`,
    [runId],
  );
  const found = new Map(contacts.map((one) => [one.e164, one]));
  if (contacts.length !== numbers.length) wrong.push(`${contacts.length} contacts`);
  const lost = numbers.filter(
    (number) => found.get(number)?.outcome !== (answerFor(number).rcs ? "rcs" : "not_rcs"),
  ).length;
  const [kept, counted] = [await keptCounts(runId), await recount(runId)];
  if (JSON.stringify(kept) !== JSON.stringify(counted)) wrong.push("counts differ from a recount");

  const { rows: ledger } = await pool().query<LedgerRow>(
    `SELECT batch_no AS batch, result, billing, numbers, billed, started_at AS "startedAt",
       finished_at AS "finishedAt"
     FROM lookup_calls WHERE run_id = $1`,
    [runId],
  );
  const open = ledger.filter(({ result }) => result === null).length;
  if (open > 0) wrong.push(`${open} calls of the ledger were never closed`);
  const billed = ledger.reduce((sum, one) => sum + one.billed, 0);
  if (billed < numbers.length) wrong.push(`the ledger says that ${billed} numbers were billed`);

  // A call that may have been answered: what no fault met asks each number once. Whoever hung
  // while others took up its work may still bring an answer, and then the ledger has two.
  const ambiguous = ledger.filter(({ billing }) => billing === "ambiguous");
  const reached = ledger.filter((one) => one.billed > 0 || one.billing === "ambiguous");
  const isStruck = ({ startedAt, finishedAt }: LedgerRow) =>
    strikes.some((at) => startedAt <= late(at) && at <= (finishedAt ?? at));
  if (!ambiguous.every(isStruck)) {
    wrong.push("a call is possibly billed that no fault had struck");
  }
  const inBatch = new Map<number, LedgerRow[]>();
  for (const call of reached) inBatch.set(call.batch, [...(inBatch.get(call.batch) ?? []), call]);
  const sizes = new Map<number, number>();
  for (const { batch } of contacts) sizes.set(batch, (sizes.get(batch) ?? 0) + 1);
  for (const [batch, calls] of inBatch) {
    const unharmed = calls.filter((call) => !isStruck(call));
    // By their numbers: a probe asks one of a batch, and another call the rest.
    if (unharmed.reduce((sum, one) => sum + one.numbers, 0) > (sizes.get(batch) ?? 0)) {
      wrong.push(`batch ${batch} was asked again without a fault`);
    }
  }

  const asked = new Map<string, number>();
  for (const call of journal) {
    for (const number of call.asked) asked.set(number, (asked.get(number) ?? 0) + 1);
  }
  let askedAgain = 0;
  let beyond = 0;
  const unnamed = new Set<number>();
  for (const [number, times] of asked) {
    if (times < 2) continue;
    askedAgain += 1;
    beyond += times - 1;
    const batch = found.get(number)?.batch ?? -1;
    if (times > (inBatch.get(batch)?.length ?? 0)) unnamed.add(batch);
  }
  for (const batch of unnamed)
    wrong.push(`batch ${batch} was asked more often than the ledger says`);
  const ambiguousNumbers = ambiguous.reduce((sum, one) => sum + one.numbers, 0);
  return {
    ...{ lost, askedAgain, beyond, ambiguousCalls: ambiguous.length, ambiguousNumbers, wrong },
    billedAgain: billed - numbers.length,
  };
}

/** A fault takes a moment to strike, and a call that meets what it left behind begins after it. */
const late = (at: Date) => new Date(at.getTime() + 2_000);

import type { PoolClient } from "pg";
import { atomically } from "@/lib/db/atomically";
import type { ContactOutcome } from "./contact-outcome";
import { type AnsweredCall, closeCallsSql } from "./ledger";
import { noteAnswerSql } from "./note-answer";
import { lockStripesSql, type StripeRow, saveInStripes, stripesOf } from "./save-outcomes";
import { closeBatchesSql } from "./take-batch";

/** What is to be stored of an answer to a batch. */
export interface StoredAnswer {
  /** The account of the run. */
  accountId: string;
  /** Its attempt in the ledger. */
  call: AnsweredCall;
  /** The batch that has nothing left to ask now. */
  closes: number | null;
  outcomes: ContactOutcome[];
}

interface Waiting {
  answer: StoredAnswer;
  stored: () => void;
  failed: (reason: unknown) => void;
}

/** So many at once: more would keep the run's breakdown locked for long. */
const MOST = 8;
/** Their contacts are read in one stretch of the file, which must not become all of it. */
const MOST_LINES = 50_000;

/** The answers of each run that wait to be stored. A run that stands here is being stored. */
const waiting = new Map<string, Waiting[]>();

/**
 * Stores an answer to a batch of a run; those that came while others of the run were being stored
 * go together, in one transaction: each of its own would wait for the same rows of the breakdown,
 * and for a disk of its own.
 *
 * @returns when it is stored. It is tried again while the database is away.
 */
export function storeTogether(runId: string, answer: StoredAnswer): Promise<void> {
  return new Promise((stored, failed) => {
    const going = waiting.get(runId);
    const one = { answer, stored, failed };
    if (going) going.push(one);
    else {
      const queue = [one];
      waiting.set(runId, queue);
      void storeAll(runId, queue);
    }
  });
}

async function storeAll(runId: string, queue: Waiting[]): Promise<void> {
  while (queue.length > 0) await storeGroup(runId, takeNeighbours(queue));
  waiting.delete(runId);
}

/** Takes the answer that has waited longest, and with it those whose contacts stand near its own. */
function takeNeighbours(queue: Waiting[]): Waiting[] {
  const group: Waiting[] = [];
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const one of queue) {
    const lines = one.answer.outcomes.map(({ line }) => line);
    const [from, to] = [Math.min(first, ...lines), Math.max(last, ...lines)];
    if (group.length > 0 && to - from > MOST_LINES) continue;
    group.push(one);
    [first, last] = [from, to];
    if (group.length === MOST) break;
  }
  queue.splice(0, queue.length, ...queue.filter((one) => !group.includes(one)));
  return group;
}

/** Stores a group, or, when that is refused, each of it by itself: one bad answer keeps no other. */
async function storeGroup(runId: string, group: Waiting[]): Promise<void> {
  try {
    await store(
      runId,
      group.map(({ answer }) => answer),
    );
    for (const { stored } of group) stored();
  } catch (reason) {
    if (group.length === 1) group[0]?.failed(reason);
    else for (const one of group) await storeGroup(runId, [one]);
  }
}

function store(runId: string, answers: StoredAnswer[]): Promise<void> {
  const outcomes = answers.flatMap((answer) => answer.outcomes);
  return atomically(async (tx) => {
    const stripes = await takeIn(tx, runId, answers, outcomes);
    // Last: what other workers write to as well is locked for short.
    await saveInStripes(tx, runId, stripes, outcomes);
  });
}

/**
 * Notes that the calls were answered, in the ledger and for all others of the account, closes their
 * batches, and locks the stripes of their answers, in one trip to the database.
 */
async function takeIn(
  tx: PoolClient,
  runId: string,
  answers: StoredAnswer[],
  outcomes: ContactOutcome[],
): Promise<StripeRow[]> {
  const closed = answers.flatMap(({ closes }) => closes ?? []);
  const values: unknown[] = [runId, answers[0]?.accountId, closed, stripesOf(outcomes)];
  const calls = answers.map(({ call }) => call);
  const { rows } = await tx.query<StripeRow>({
    name: "take-in-answers",
    text: `WITH noted AS (${noteAnswerSql("rcs", "$2")}),
       closed AS (${closeBatchesSql("$1", "$3")}),
       told AS (${closeCallsSql(calls, values)})
     ${lockStripesSql("$1", "$4")}`,
    values,
  });
  return rows;
}
